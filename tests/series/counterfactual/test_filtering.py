"""Windows foretold from what lay before them."""

import numpy as np
import pytest

from headwater.series.counterfactual.filtering import Filter
from headwater.series.counterfactual.regressors import regressors

NONE = np.zeros((0, 60))


def forecasts(counts, wanted, until=60):
    uses = np.zeros((len(counts), 0), bool)
    given = regressors(np.zeros((0, 60)), uses, np.ones((1, 60)), 48, 52.2)
    return list(Filter(counts, given, 48).windows(wanted, until))


def series(seed=0):
    return np.random.default_rng(seed).poisson(100.0, (2, 60)).astype(float)


def test_a_level_that_holds_is_foretold():
    window = forecasts(series(), [(48, 8)])[0]
    assert window.path.mean() == pytest.approx(100, rel=0.1)
    assert np.all(np.abs(window.error) < 3 * window.size)


def test_what_comes_after_a_window_changes_nothing_of_its_forecast():
    counts = series()
    later = counts.copy()
    later[:, 40:] *= 3
    before, after = (forecasts(one, [(30, 8)])[0] for one in (counts, later))
    assert np.allclose(before.path, after.path, rtol=1e-2)
    assert np.allclose(before.error, after.error, atol=1e-2)


def test_nothing_is_learnt_from_the_treated_periods():
    counts = series()
    fallen = counts.copy()
    fallen[:, 48:] = 0
    before, after = (forecasts(one, [(48, 8)])[0] for one in (counts, fallen))
    assert np.allclose(before.path, after.path)


def test_a_gap_before_the_window_makes_the_forecast_of_what_wanders_less_sure():
    rng = np.random.default_rng(2)
    counts = rng.poisson(np.exp(5 + rng.normal(0, 0.3, (2, 60)).cumsum(axis=1))).astype(float)
    gap = counts.copy()
    gap[:, 36:48] = np.nan
    whole, unsure = (forecasts(one, [(48, 8)])[0] for one in (counts, gap))
    assert np.all(unsure.size > 1.3 * whole.size)


def test_a_window_without_counts_has_no_error():
    counts = series()
    counts[0, 48:] = np.nan
    window = forecasts(counts, [(48, 8)])[0]
    assert np.isnan(window.error[0])
    assert np.isfinite(window.error[1])
