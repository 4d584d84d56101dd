"""Effects of plain files on the command line: what bad input gets, and that nothing is lost."""

import json
from datetime import date, timedelta

import numpy as np
import pytest

from headwater.cli.program import run

WEEKS, START = 84, 76
DATES = [(date(2022, 1, 3) + timedelta(days=7 * at)).isoformat() for at in range(WEEKS)]


def world(seed=0):
    rng = np.random.default_rng(seed)
    rate = np.exp(5 + np.cumsum(rng.normal(0, 0.08, WEEKS)) + rng.normal(0, 0.3, (4, 1)))
    counts = rng.poisson(rate * rng.gamma(20, 1 / 20, rate.shape)).astype(float)
    counts[0, START:] *= 0.3
    return counts


def lines_of(counts, dates=DATES):
    return [
        f"{day},route {at},{'' if np.isnan(value) else f'{value:g}'}"
        for at, held in enumerate(counts)
        for day, value in zip(dates, held, strict=False)
    ]


@pytest.fixture
def ask(tmp_path, capsys):
    """The first row, all rows and the caveats of impact.effect on a file of these lines."""

    def asked(lines, head="date,series,value", code=0, **given):
        path = tmp_path / "series.csv"
        path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
        sets = {"treated": "route 0", "start": DATES[START]} | given
        words = [one for name, value in sets.items() for one in ("--set", f"{name}={value}")]
        line = ["analyse", "impact.effect", "--series", str(path), *words, "--json"]
        assert run(line) == code
        told = json.loads(capsys.readouterr().out)
        return told if code > 1 else (told["rows"][0], told["rows"], " ".join(told["caveats"]))

    return asked


def test_gaps_are_passed_over_and_never_filled(ask):
    counts = world()
    counts[0, 20:60:4] = np.nan
    counts[1, 5:50] = np.nan
    row, _, caveats = ask(lines_of(counts), code=0)
    assert row["verdict"] in ("fall", "unclear", "refused")
    assert "too many gaps" in caveats
    assert "route 1" in caveats
    assert any(one["count"] is None for one in row["counts"])


def test_a_fall_to_nothing_is_a_fall_and_no_gap(ask):
    counts = world()
    counts[0, START:] = 0
    row = ask(lines_of(counts))[0]
    assert row["verdict"] == "fall"
    assert row["share"] < -0.95


def test_of_a_revised_count_the_latest_release_counts_and_earlier_ones_on_demand(ask):
    head = "date,series,value,release"
    first = [f"{one},2023-07-01" for one in lines_of(world())]
    day = DATES[START]
    revised = [*first, f"{day},route 0,900,2023-09-01"]
    row, _, caveats = ask(revised, head)
    assert "revised" in caveats
    earlier = ask(revised, head, release_as_of="2023-08-01")[0]
    assert row["effect"] > earlier["effect"]


def test_only_what_came_after_a_changed_definition_is_used(ask):
    head = "date,series,value,definition"
    lines = [
        f"{one},{'persons' if 'route 0' in one and at < 30 else 'detections'}"
        for at, one in enumerate(lines_of(world()))
    ]
    _, _, caveats = ask(lines, head)
    assert f"defined anew on {DATES[30]}" in caveats


def test_days_and_weeks_in_one_series_are_refused_with_what_to_write(ask):
    days = [(date(2021, 11, 1) + timedelta(days=at)).isoformat() for at in range(60)]
    row = ask([*lines_of(world()), *(f"{day},route 0,3" for day in days)])[0]
    assert (row["verdict"], row["effect"]) == ("refused", None)
    assert "by day in one part" in row["why"]
    assert "two names" in row["need"]


def test_donors_by_day_are_added_up_to_the_weeks_of_the_treated_series(ask):
    counts = world()
    days = [(date(2022, 1, 3) + timedelta(days=at)).isoformat() for at in range(7 * WEEKS)]
    daily = [f"{day},daily,{counts[1, at // 7] / 7:.2f}" for at, day in enumerate(days)]
    row = ask([*lines_of(counts[[0, 2, 3]]), *daily])[0]
    assert "daily" in [one["series"] for one in [*row["donors"], *row["left_out"]]]


def test_a_start_before_the_counts_is_refused(ask):
    row = ask(lines_of(world()), start="2019-01-07")[0]
    assert row["verdict"] == "refused"
    assert "before the first count" in row["why"]


def test_a_donor_that_is_the_treated_series_is_wrong_use(ask):
    told = ask(lines_of(world()), code=2, donors="route 0|route 1")
    assert "both" in told["error"]["what"]


def test_a_donor_that_is_the_treated_series_by_another_name_is_no_donor(ask):
    counts = world()
    again = [f"{day},copy,{value:g}" for day, value in zip(DATES, counts[0], strict=True)]
    row, _, caveats = ask([*lines_of(counts), *again])
    assert "copy" not in [one["series"] for one in row["donors"]]
    assert "the treated one again" in caveats


def test_five_periods_of_history_are_refused(ask):
    row = ask(lines_of(world()[:, :12]), start=DATES[5])[0]
    assert row["verdict"] == "refused"
    assert "5 periods" in row["why"]
    assert row["need"]


def test_a_fall_that_began_before_the_date_gets_no_credit(ask):
    counts = world()
    counts[0, START - 4 : START] *= 0.25
    row = ask(lines_of(counts))[0]
    assert row["verdict"] == "fell_before"
    assert "no credit" in row["why"]


def test_several_treated_series_and_their_displacement_route_are_told_apart(ask):
    counts = np.vstack([world(), world()[1] * 1.1 + np.arange(WEEKS) % 7])
    counts[1, START:] *= 0.3
    counts[4, START:] *= 2
    lines = lines_of(counts)
    row, rows, _ = ask(lines, treated="route 0|route 1", displacement="route 4")
    assert [one["treated"] for one in rows] == ["route 0 + route 1", "route 0", "route 1"]
    assert [one["series"] for one in row["routes"]] == ["route 4"]
    assert row["displaced"] is None or row["displaced"] > 0
    assert "route 4" not in [one["series"] for one in row["donors"]]
