"""What an officer gets who hands a flawed series to the outlook on the command line."""

import json
from datetime import date, timedelta

import pytest

from headwater.cli.program import run

JANUARY = date(2024, 1, 1)


def lines(values, first=JANUARY, every=1):
    return [f"{first + timedelta(every * at)},people,{value}" for at, value in enumerate(values)]


@pytest.fixture
def asked(tmp_path, capsys):
    """Exit code, finding and errors for a file of these lines."""

    def ask(rows, *settings, header="date,series,value", method="outlook.arrivals"):
        file = tmp_path / "series.csv"
        file.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
        told = ["horizon=7", "paths=100", *settings]
        told = [one for one in told if method == "outlook.arrivals" or "horizon" not in one]
        chosen = [part for one in told for part in ("--set", one)]
        code = run(["--json", "analyse", method, "--series", str(file), *chosen])
        out = capsys.readouterr().out
        return code, json.loads(out)

    return ask


def caveats(answer):
    return " ".join(answer[1]["caveats"])


def test_gaps_are_gaps_and_said(asked):
    answer = asked([*lines([5] * 20), *lines([5] * 20, JANUARY + timedelta(26))])
    assert answer[0] == 0
    assert "6 days have no count: gaps, not zeros" in caveats(answer)
    assert answer[1]["rows"][0]["q50"] == pytest.approx(5, abs=2)


def test_zeros_alone_say_that_what_could_begin_is_not_forecast(asked):
    answer = asked(lines([0] * 40))
    assert answer[0] == 0
    assert "what could begin is not forecast" in caveats(answer)


def test_a_revision_counts_is_said_and_can_be_taken_back(asked):
    rows = [f"{line},2024-02-10" for line in lines([5] * 40)]
    rows.append("2024-02-09,people,50,2024-03-01")
    header = "date,series,value,release"
    revised = asked(rows, header=header)
    assert "1 counts were revised" in caveats(revised)
    assert revised[1]["certificate"]["recent"][-1]["count"] == 50
    then = asked(rows, "release_as_of=2024-02-15", header=header)
    assert then[1]["certificate"]["recent"][-1]["count"] == 5


def test_a_changed_definition_is_named_by_the_day_and_brought_to_that_of_today(asked):
    rows = lines([20] * 30 + [5] * 30)
    brought = asked(rows, "changed=2024-01-31", "changed_ratio=0.25")
    assert "30 counts before 2024-01-31 are taken times 0.25" in caveats(brought)
    assert brought[1]["certificate"]["so_far"] == 300
    left = asked(rows, "changed=2024-01-31")
    assert "are left out: another definition" in caveats(left)


def test_days_and_weeks_in_one_series_are_refused_with_what_to_do(asked):
    code, told = asked([*lines([30] * 8, every=7), *lines([4] * 20, date(2024, 3, 1))])
    assert code == 2
    assert "mixes counts" in told["error"]["what"]
    assert told["error"]["do"]


def test_an_origin_before_the_data_is_refused_with_the_first_day(asked):
    code, told = asked(lines([4] * 20), "origin=2023-06-01")
    assert code == 2
    assert "it begins on 2024-01-01" in told["error"]["why"]


def test_five_counts_are_widened_and_said(asked):
    answer = asked(lines([30, 31, 29, 30, 32], every=7), "horizon=28")
    assert "Only 5 counts are known" in caveats(answer)
    row = answer[1]["rows"][0]
    assert row["q95"] - row["q05"] > 15


def test_a_covariate_that_is_not_there_is_refused_with_those_that_are(asked):
    code, told = asked([*lines([4] * 40), "2024-01-01,wind,3"], "series=people", "covariates=rain")
    assert code == 2
    assert "wind" in told["error"]["do"]


def test_an_assumption_that_cannot_be_read_is_refused_with_an_example(asked):
    code, told = asked(lines([4] * 40), "measure=-20%", method="outlook.scenarios")
    assert code == 2
    assert "0.9..1.2" in told["error"]["do"]
