import numpy as np
import pytest

from headwater.analysis import run
from headwater.model import WrongUse
from tests.analysis.outlook.arrivals.worlds import dated, picture_of

NAMES = ["q05", "q10", "q25", "q50", "q75", "q90", "q95"]


def outlook(tmp_path, lines, **given):
    return run(picture_of(tmp_path, lines), "outlook.arrivals", {"paths": 200, **given})


def test_every_step_to_come_has_rising_quantiles_and_its_last_day(tmp_path):
    counts = np.random.default_rng(0).poisson(8, 120).tolist()
    found = outlook(tmp_path, dated(counts), horizon=7, origin="2024-04-19", threshold=2500)
    assert [row["date"] for row in found.rows] == [f"2024-04-{day}" for day in range(20, 27)]
    for row in found.rows:
        values = [row[name] for name in NAMES]
        assert values == sorted(values)
        assert row["q05"] < row["mean"] < row["q95"]
        assert found.evidence[row["id"]]
    told = found.certificate
    assert (told["threshold"], told["year"]) == (2500, 2024)
    assert 0 <= told["p_above"] <= 1
    assert "would have to come" in told["needed"]
    assert "mean of the last four weeks" in told["past_crps_of"]
    assert told["year_baselines"] == {}  # of no whole year there is nothing to compare with


def test_rows_after_the_origin_change_nothing(tmp_path):
    counts = np.random.default_rng(0).poisson(8, 90).tolist()
    given = {"horizon": 3, "origin": "2024-03-20"}
    one = outlook(tmp_path, dated(counts), **given)
    other = outlook(tmp_path, dated([*counts[:80], *[999] * 10]), **given)
    assert one.rows == other.rows
    assert one.certificate == other.certificate


def test_days_can_be_told_by_the_week_and_weeks_not_by_the_day(tmp_path):
    found = outlook(tmp_path, dated([3] * 100), step="week", horizon=28)
    assert len(found.rows) == 4
    assert found.rows[0]["q50"] == pytest.approx(21, abs=2)
    assert found.certificate["recent"][-1] == {"date": "2024-04-09", "count": 21.0}
    with pytest.raises(WrongUse, match="cannot be told by the day"):
        outlook(tmp_path, dated([3] * 20, every=7), step="day")


def test_five_counts_get_a_wide_answer_that_says_why(tmp_path):
    found = outlook(tmp_path, dated([30, 31, 29, 30, 32], every=7), horizon=28)
    assert found.rows[0]["q95"] - found.rows[0]["q05"] > 15
    assert any("Only 5 counts are known" in caveat for caveat in found.caveats)
