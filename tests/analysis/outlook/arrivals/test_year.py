from datetime import date

import numpy as np
import pytest

from headwater.analysis import run
from headwater.analysis.outlook.arrivals.counts import gather
from headwater.analysis.outlook.arrivals.telling import needed_told
from headwater.analysis.outlook.arrivals.year import as_forecast, drawn_year, year_of
from headwater.series.forecasting import LEVELS
from tests.analysis.outlook.arrivals.worlds import SETTLED, dated, picture_of

GIVEN = {"seed": 0, "paths": 300}


def year(tmp_path, values, threshold, every=1):
    counts = gather(picture_of(tmp_path, dated(values, every=every)), "people", SETTLED)
    given = GIVEN | {"threshold": threshold}
    return year_of(counts, given, drawn_year(counts, given))


def test_a_steady_year_passes_what_it_brings_and_not_far_more(tmp_path):
    values = np.random.default_rng(0).poisson(10, 200).tolist()
    found = year(tmp_path, values, 2100)
    assert found["year"] == 2024
    assert found["so_far"] == sum(values)
    assert found["p_above"] > 0.9
    assert year(tmp_path, values, 40_000)["p_above"] < 0.1
    assert found["year_q05"] < 3660 < found["year_q95"]


def test_the_line_of_the_year_ends_where_what_may_come_begins_though_days_have_no_count(tmp_path):
    found = year(tmp_path, [10] * 60, 0.0, every=2)
    assert (found["so_far"], found["counted"], found["steps_without_count"]) == (1190, 600, 59)
    assert found["course"]["so_far"][-1]["total"] == found["so_far"]


def test_what_would_have_to_be_true_is_set_beside_the_highest_so_far(tmp_path):
    found = year(tmp_path, [10] * 200 + [20] * 100, 6000)
    assert found["weeks_left"] == pytest.approx(66 / 7, abs=0.1)
    assert found["needed_per_week"] == pytest.approx((6000 - 4000) / (66 / 7), abs=0.1)
    assert found["highest_per_week_over_as_long"] == pytest.approx(140)


def test_without_a_threshold_the_year_is_told_and_no_chance(tmp_path):
    found = year(tmp_path, [5] * 60, 0.0)
    assert (found["threshold"], found["p_above"]) == (None, None)
    assert found["year_q50"] > 300


def test_of_a_week_over_the_new_year_only_its_days_of_the_year_count(tmp_path):
    counted = year(tmp_path, [70] * 30, 100.0, every=7)
    assert counted["so_far"] == pytest.approx(70 * 29 + 10)


@pytest.mark.parametrize(
    ("origin", "asked", "days"),
    [
        ("2023-12-31", 2024, 366),
        ("2024-01-01", 2024, 365),
        ("2024-02-28", 2024, 307),
        ("2024-02-29", 2024, 306),
        ("2024-12-30", 2024, 1),
        ("2024-12-31", 2025, 365),
    ],
)
def test_what_would_have_to_be_true_is_answered_on_any_day(tmp_path, origin, asked, days):
    lines = dated([7] * 500, date(2023, 9, 1))
    counts = gather(picture_of(tmp_path, lines), "people", SETTLED | {"origin": origin})
    given = GIVEN | {"threshold": 9000.0}
    found = year_of(counts, given, drawn_year(counts, given))
    assert found["year"] == asked
    assert found["weeks_left"] == pytest.approx(days / 7, abs=0.06)
    so_far = 7 * (366 - days) if asked == 2024 else 0
    assert found["so_far"] == so_far
    assert found["needed_per_week"] == pytest.approx((9000 - so_far) / days * 7, rel=1e-3)
    assert "9,000" in needed_told(found)


def test_the_next_steps_of_the_year_are_as_likely_as_the_forecast_says(tmp_path):
    values = np.random.default_rng(1).poisson(10, 200).tolist()
    counts = gather(picture_of(tmp_path, dated(values)), "people", SETTLED)
    drawn = drawn_year(counts, GIVEN)
    told = np.tile(np.linspace(100, 199, LEVELS.size), (7, 1))
    changed = as_forecast(drawn, told, seed=0).futures
    assert np.allclose(np.quantile(changed[:, 3], [0.1, 0.5, 0.9]), [110, 149.5, 189], atol=1.5)
    assert np.array_equal(changed[:, 7:], drawn.futures[:, 7:])
    order = np.argsort(changed[:, 0])[5:-5]  # beyond, all are at the last quantile
    assert np.all(np.diff(drawn.futures[order, 0]) >= 0)


def test_of_a_few_days_the_year_is_told_very_wide_and_said_first(tmp_path):
    counts = gather(picture_of(tmp_path, dated([10, 20, 30, 40, 50])), "people", SETTLED)
    given = GIVEN | {"threshold": 0.0}
    found = year_of(counts, given, drawn_year(counts, given))
    assert found["year_q95"] > 50 * found["year_q05"]
    first, *_ = run(picture_of(tmp_path, dated([10, 20, 30, 40, 50])), "outlook.arrivals").caveats
    assert first.startswith("Only 5 days are known, no year")
