"""What the days inside a period did to its count."""

import numpy as np
import pytest

from headwater.series.counterfactual import within_periods

WEEKS = 60
PERIOD = np.arange(WEEKS * 7) // 7


def days_of(push, seed=0, level=40.0):
    rng = np.random.default_rng(seed)
    weather = rng.normal(0, 1, WEEKS * 7)
    rate = level * np.exp(push * weather) * np.repeat(np.exp(rng.normal(0, 0.3, WEEKS)), 7)
    return rng.poisson(rate).astype(float)[None], weather[None]


def test_a_week_of_good_days_is_told_from_one_of_bad_days():
    days, weather = days_of(0.6)
    found = within_periods(days, weather, PERIOD, 50, WEEKS)[0]
    true = np.log(np.exp(0.6 * weather).reshape(-1, 7).mean(axis=1))
    assert np.abs(found - (true - true[:50].mean())).max() < 0.08


def test_weather_that_moves_nothing_lifts_nothing():
    days, weather = days_of(0.0)
    assert np.abs(within_periods(days, weather, PERIOD, 50, WEEKS)).max() < 0.08


def test_nothing_is_learnt_from_the_treated_days():
    days, weather = days_of(0.6)
    other = days.copy()
    other[:, 50 * 7 :] *= 9
    same = within_periods(other, weather, PERIOD, 50, WEEKS)
    assert same == pytest.approx(within_periods(days, weather, PERIOD, 50, WEEKS))


def test_a_series_without_days_is_left_as_it_is():
    days, weather = days_of(0.6)
    assert not within_periods(days * np.nan, weather, PERIOD, 50, WEEKS).any()
