import numpy as np
import pytest

from headwater.series.forecasting.baselines import BASELINES, distributions, points, sums
from tests.series.forecasting.worlds import days, history

AHEAD = np.array([1, 7, 14])


def test_each_baseline_says_what_its_name_says():
    values = np.arange(900.0)
    made = dict(zip(BASELINES, points(history(values), AHEAD), strict=True))
    assert made["seasonal naive"][899].tolist() == [899 + h - 364 for h in (1, 7, 14)]
    assert np.allclose(made["mean of the last four weeks"][899], np.arange(872, 900).mean())
    assert 850 < made["exponential smoothing"][899, 0] <= 899


def test_the_regression_knows_the_season():
    season = np.round(100 + 90 * np.sin(2 * np.pi * np.arange(1500) / 365.25))
    made = points(history(season), np.array([28]))[3]
    assert abs(made[1400, 0] - season[1428]) < 15


def test_nothing_after_an_origin_moves_what_is_said_there():
    values = days()
    changed = np.concatenate([values[:701], values[701:] * 9 + 1000])
    before, after = (points(history(one), AHEAD)[:3, 700] for one in (values, changed))
    assert np.allclose(before, after)


def test_a_distribution_is_made_of_the_own_past_errors():
    steady = np.tile([10.0, 20.0], 450)
    made = points(history(steady), AHEAD)
    given = distributions(made, history(steady), 899, AHEAD)
    assert given.shape[:2] == (len(BASELINES), 3)
    assert (given[1].min(), given[1].max()) == (10.0, 20.0)


def test_a_sum_over_half_a_year_holds_what_a_steady_series_brings():
    steady = np.random.default_rng(0).poisson(20.0, 1200)
    low, high = sums(history(steady), 180)[:3, [2, 47]].T
    assert np.all(low < 3600)
    assert np.all(high > 3600)


def test_a_short_past_gives_no_baseline_rather_than_a_made_up_one():
    given = sums(history([3.0, 4.0, 5.0], step=7.0), 10)
    assert np.isnan(given).all()
    assert np.isnan(points(history([5.0]), AHEAD)[0]).all()


@pytest.mark.parametrize("gap", [slice(100, 130), slice(0, 3)])
def test_gaps_are_no_zeros(gap):
    values = np.full(400, 50.0)
    values[gap] = np.nan
    made = points(history(values), AHEAD)
    assert made[2, 399] == pytest.approx(50.0, abs=1e-6)


def test_a_year_with_a_winter_of_zeros_is_about_last_years_and_not_a_thousand_times_it():
    """Single days of a season with zeros, or ratios without bound, made 17 million of 36,000."""
    rng = np.random.default_rng(1)
    day = np.arange(7 * 365)
    season = np.clip(np.sin(2 * np.pi * (day - 100) / 365), 0, None) * (day > 200)
    grown = 3.0 ** np.minimum(day / 365, 3)
    values = rng.poisson(5 * season * grown) * (rng.random(day.size) < 0.5)
    last = values[-365:].sum()
    given = sums(history(values.astype(float)), 365)
    assert np.isnan(given[1]).all()  # nobody came for four weeks: that says nothing of the year
    for quantiles in given[np.isfinite(given).all(axis=1)]:
        low, middle, high = quantiles[[5, 25, 44]]
        assert last / 4 < middle < 4 * last
        assert last / 20 < low < high < 20 * last
    assert last / 1.7 < given[0, 25] < 1.7 * last
