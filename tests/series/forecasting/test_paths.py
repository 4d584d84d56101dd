import numpy as np
import pytest

from headwater.series.forecasting.paths import course_of, simulate
from tests.series.forecasting.worlds import days, history


def futures(values, steps=200, step=1.0, seed=0):
    return simulate(history(values, step=step), steps, 500, np.random.default_rng(seed))


def test_futures_of_a_steady_series_stay_around_its_level():
    values = np.random.default_rng(0).poisson(40.0, 1000)
    low, middle, high = np.quantile(futures(values).sum(axis=1), [0.05, 0.5, 0.95])
    assert low < 8000 < high
    assert middle == pytest.approx(8000, rel=0.1)
    assert high < 20_000


def test_futures_keep_the_season_and_the_days_without_a_count():
    values = days(1400, crossing=0.4)
    paths = futures(values, 365)
    assert (paths == 0).mean() == pytest.approx((values == 0).mean(), abs=0.1)
    phase = np.sin(2 * np.pi * (1400 + np.arange(365)) / 365.25)
    assert paths[:, phase > 0.5].mean() > 1.5 * paths[:, phase < -0.5].mean()


def test_a_series_that_wandered_has_a_wider_future_than_one_that_did_not():
    rng = np.random.default_rng(5)
    calm = rng.poisson(100.0, 1000)
    wild = rng.poisson(100.0 * np.exp(np.cumsum(rng.normal(0, 0.06, 1000))))
    spread = [np.subtract(*np.quantile(np.log(futures(one).sum(axis=1)), [0.9, 0.1]))
              for one in (calm, wild)]  # fmt: skip
    assert spread[1] > 1.5 * spread[0]


def test_growth_is_believed_only_in_part():
    grown = np.random.default_rng(2).poisson(np.exp(np.linspace(2, 5, 900)))
    found = course_of(history(grown), 100)
    assert 0 < found.growth <= np.log(4.0) / 365.25


@pytest.mark.parametrize("values", [[0.0] * 40, [5.0], [np.nan, 4.0, np.nan, 6.0], [3, 0, 9, 4, 2]])
def test_short_empty_and_broken_pasts_have_futures_too(values):
    paths = futures(values, 30, step=7.0)
    assert np.isfinite(paths).all()
    assert paths.min() >= 0


def test_the_same_seed_gives_the_same_futures():
    assert np.array_equal(futures(days(), seed=4), futures(days(), seed=4))
