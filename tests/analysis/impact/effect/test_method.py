"""What a reader gets who asks whether an operation did it."""

from datetime import date, timedelta

import numpy as np
import pytest

from headwater.analysis import run
from headwater.model import WrongUse
from headwater.picture import from_plain_files

WEEKS, START = 120, 108
DATES = [(date(2022, 1, 3) + timedelta(days=7 * at)).isoformat() for at in range(WEEKS)]


def world(seed=0):
    rng = np.random.default_rng(seed)
    rate = np.exp(5 + np.cumsum(rng.normal(0, 0.1, WEEKS)) + rng.normal(0, 0.3, (7, 1)))
    return rng.poisson(rate * rng.gamma(20, 1 / 20, rate.shape)).astype(float)


def picture(tmp_path, counts, dates=DATES, extra=""):
    path = tmp_path / "series.csv"
    rows = [
        f"{day},route {at},{value:g}"
        for at, held in enumerate(counts)
        for day, value in zip(dates, held, strict=False)
    ]
    path.write_text("date,series,value\n" + "\n".join(rows) + "\n" + extra, encoding="utf-8")
    return from_plain_files(series=path)


def ask(given, **parameters):
    return run(given, "impact.effect", {"treated": "route 0", "start": DATES[START]} | parameters)


@pytest.fixture(scope="module")
def fallen(tmp_path_factory):
    counts = world()
    counts[0, START:] *= 0.4
    counts[6, START:] *= 1.5
    return picture(tmp_path_factory.mktemp("fallen"), counts)


def test_a_fall_is_told_with_its_interval_and_the_error_rate_of_the_placebos(fallen):
    row = ask(fallen, displacement="route 6").rows[0]
    assert row["verdict"] == "fall"
    assert row["low"] <= row["effect"] <= row["high"] < 0
    assert -0.75 < row["share"] < -0.4
    assert row["p_placebo"] <= 0.05
    assert row["placebo_rate"] <= 0.1
    assert row["placebos"] >= 19


def test_a_named_route_stands_beside_and_not_among_the_donors(fallen):
    row = ask(fallen, displacement="route 6").rows[0]
    assert [one["series"] for one in row["routes"]] == ["route 6"]
    assert "route 6" not in [one["series"] for one in row["donors"]]
    assert row["displaced_low"] < row["displaced"] < row["displaced_high"]


def test_expected_counts_stand_beside_the_treated_ones(fallen):
    counts = ask(fallen).rows[0]["counts"]
    treated = [one for one in counts if "expected" in one]
    assert len(treated) == WEEKS - START
    assert all(one["expected_low"] < one["expected"] < one["expected_high"] for one in treated)


def test_one_series_alone_is_refused_and_no_effect_printed(tmp_path):
    row = ask(picture(tmp_path, world()[:1])).rows[0]
    assert row["verdict"] == "refused"
    assert "needs 19" in row["why"]
    assert "donors" in row["need"]
    assert row["effect"] is row["low"] is row["share"] is None
    assert not any("expected" in one for one in row["counts"])


def test_five_points_of_history_are_refused_with_the_reason(tmp_path):
    row = ask(picture(tmp_path, world()[:, :12]), start=DATES[5]).rows[0]
    assert row["verdict"] == "refused"
    assert "5 periods" in row["why"]


def test_days_and_weeks_in_one_series_are_refused(tmp_path):
    days = [(date(2021, 11, 1) + timedelta(days=at)).isoformat() for at in range(60)]
    extra = "".join(f"{day},route 0,3\n" for day in days)
    row = ask(picture(tmp_path, world(), extra=extra)).rows[0]
    assert row["verdict"] == "refused"
    assert "by day in one part" in row["why"]


def test_a_start_before_the_counts_is_refused(tmp_path):
    row = ask(picture(tmp_path, world()), start="2019-01-07").rows[0]
    assert row["verdict"] == "refused"
    assert "before the first count" in row["why"]


def test_a_donor_that_is_the_treated_series_is_wrong_use(fallen):
    with pytest.raises(WrongUse, match="both"):
        ask(fallen, donors="route 0|route 1")


def test_gaps_widen_the_answer(tmp_path, fallen):
    counts = world()
    counts[0, START:] *= 0.4
    counts[0, 40:START:3] = np.nan
    counts[0, START::2] = np.nan
    gappy = ask(picture(tmp_path, np.where(np.isnan(counts), np.nan, counts))).rows[0]
    assert gappy["verdict"] in ("fall", "unclear", "refused")
    if gappy["effect"] is not None:
        whole = ask(fallen, exclude="route 6").rows[0]
        assert gappy["high"] - gappy["low"] > 0.8 * (whole["high"] - whole["low"])


def test_zeros_while_treated_are_a_fall_to_nothing(tmp_path):
    counts = world()
    counts[0, START:] = 0
    row = ask(picture(tmp_path, counts)).rows[0]
    assert row["verdict"] in ("fall", "fell_before")
    assert row["share"] < -0.95


def test_several_treated_series_are_held_together_first_and_then_each(tmp_path):
    counts = world()
    counts[:2, START:] *= 0.4
    finding = ask(picture(tmp_path, counts), treated="route 0|route 1")
    assert [row["treated"] for row in finding.rows] == ["route 0 + route 1", "route 0", "route 1"]
    together = finding.rows[0]
    assert together["verdict"] == "fall"
    assert all(row["verdict"] == "fall" for row in finding.rows[1:])
    told = {one["series"] for row in finding.rows for one in row["donors"]}
    assert not told & {"route 0", "route 1", "route 0 + route 1"}
    assert together["effect"] == pytest.approx(sum(r["effect"] for r in finding.rows[1:]), rel=0.3)
    assert "is the test" in finding.caveats[0]


def test_treated_series_of_two_steps_are_refused_with_the_reason(tmp_path):
    days = [(date(2021, 11, 1) + timedelta(days=at)).isoformat() for at in range(400)]
    extra = "".join(f"{day},daily,3\n" for day in days)
    row = ask(picture(tmp_path, world(), extra=extra), treated="route 0|daily").rows[0]
    assert (row["verdict"], row["effect"]) == ("refused", None)
    assert "one step" in row["why"]


def test_weather_by_day_tells_good_days_from_bad_ones(tmp_path):
    rng = np.random.default_rng(2)
    weather = rng.normal(0, 1, WEEKS * 7)
    rate = 20 * np.exp(0.8 * weather + rng.normal(0, 0.3, (5, 1)))
    counts = rng.poisson(rate).astype(float)
    dates = [(date(2022, 1, 3) + timedelta(days=at)).isoformat() for at in range(WEEKS * 7)]
    extra = "".join(f"{d},wind,{v:.3f}\n" for d, v in zip(dates, weather, strict=True))
    given = picture(tmp_path, counts, dates, extra)
    weekly = weather.reshape(-1, 7).mean(axis=1)
    extra = "".join(f"{d},wind,{v:.3f}\n" for d, v in zip(DATES, weekly, strict=True))
    weeks = picture(tmp_path, counts.reshape(5, -1, 7).sum(axis=2), DATES, extra)
    by_week = ask(weeks, covariates="wind").rows[0]
    by_day = ask(given, covariates="wind").rows[0]
    assert by_day["high"] - by_day["low"] < by_week["high"] - by_week["low"]
