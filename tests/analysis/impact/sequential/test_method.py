"""What a commander reads who looks every week while an operation runs."""

from datetime import date, timedelta

import numpy as np
import pytest

from headwater.analysis import run
from headwater.picture import from_plain_files

WEEKS, START = 100, 80
DATES = [(date(2022, 1, 3) + timedelta(days=7 * at)).isoformat() for at in range(WEEKS)]


def picture(folder, change, weeks=WEEKS, begin=START):
    rng = np.random.default_rng(0)
    together = rng.normal(0, 0.1, WEEKS).cumsum()
    rate = np.exp(5 + together + rng.normal(0, 0.03, (5, WEEKS)).cumsum(axis=1))
    rate[0, begin:] *= 1 + change
    counts = rng.poisson(rate)[:, :weeks]
    path = folder / "series.csv"
    rows = [
        f"{day},route {at},{value}"
        for at, held in enumerate(counts)
        for day, value in zip(DATES, held, strict=False)
    ]
    path.write_text("date,series,value\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return from_plain_files(series=path)


def ask(given, **parameters):
    return run(
        given, "impact.sequential", {"treated": "route 0", "start": DATES[START]} | parameters
    )


@pytest.fixture(scope="module")
def halved(tmp_path_factory):
    return ask(picture(tmp_path_factory.mktemp("halved"), -0.5))


def test_each_week_since_the_start_is_a_row_and_a_fall_once_said_stays_said(halved):
    assert [row["date"] for row in halved.rows] == DATES[START:]
    said = [row["said"] for row in halved.rows]
    assert said == sorted(said)
    assert said[-1]
    assert halved.certificate["said_on"] == halved.rows[said.index(True)]["date"]
    last = halved.rows[-1]
    assert last["verdict"] == "fall"
    assert last["low"] <= last["effect"] <= last["high"] < 0
    assert last["share_low"] <= -0.5 <= last["share_high"]


def test_a_week_says_the_same_whether_later_weeks_are_known_or_not(halved, tmp_path):
    early = ask(picture(tmp_path, -0.5, weeks=START + 6))
    assert [row["e_value"] for row in early.rows] == [row["e_value"] for row in halved.rows[:6]]
    assert list(early.rows) == list(halved.rows[:6])


def test_each_row_leads_to_the_counts_of_its_week_and_the_first_to_the_past(halved):
    first, second = halved.rows[:2]
    assert len(halved.evidence[second["id"]]) == 5
    assert len(halved.evidence[first["id"]]) == 5 * (START + 1)


def test_without_an_effect_it_says_not_yet_and_how_far_it_is(tmp_path):
    row = ask(picture(tmp_path, 0.0)).rows[-1]
    assert row["verdict"] == "not_yet"
    assert not row["said"]
    assert "and 20 is enough to say something" in row["why"]
    assert "e-" not in row["why"]
    assert row["share_low"] < 0 < row["share_high"]


def test_a_fall_weeks_after_the_start_is_a_fall_without_a_constant_change(tmp_path):
    row = ask(picture(tmp_path, -0.6, begin=START + 8)).rows[-1]
    assert row["verdict"] == "fall"
    assert "no constant change fits: the change is not constant" in row["why"]
    assert [row[one] for one in ("effect", "low", "high", "share", "share_low")] == [None] * 5


@pytest.mark.parametrize(
    ("parameters", "why"),
    [
        ({"start": ""}, "no start"),
        ({"start": DATES[12], "donors": "none"}, "fewer than 19"),
        ({"start": "2019-01-07"}, "before the first count"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_what_would_help(tmp_path, parameters, why):
    finding = ask(picture(tmp_path, -0.5), **parameters)
    (row,) = finding.rows
    assert row["verdict"] == "refused"
    assert why in row["why"]
    assert "wanted:" in row["why"]
    assert row["effect"] is None
