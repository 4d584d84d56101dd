"""A period is foretold from what was known before it, and from donors of its own time."""

import numpy as np
import pytest

from headwater.series.sequential.one_step import columns, foretell, noise_of

PERIODS, START = 60, 40


@pytest.fixture
def donors():
    return np.random.default_rng(0).normal(0, 0.2, (3, PERIODS)).cumsum(axis=1)


def made(donors, own=(-1,), covariates=None):
    outside = np.zeros((0, PERIODS)) if covariates is None else covariates
    return columns(donors, np.array(own), outside, START, 52.0)


def test_no_column_knows_a_later_period(donors):
    later = donors.copy()
    later[:, START + 5 :] += 3
    before = slice(0, START + 5)
    assert made(later).values[:, before] == pytest.approx(made(donors).values[:, before])


def test_a_donor_is_not_foretold_from_itself(donors):
    other = donors.copy()
    other[1] += np.linspace(0, 5, PERIODS)
    assert made(other, own=(1,)).values == pytest.approx(made(donors, own=(1,)).values)
    assert made(other, own=(0,)).values != pytest.approx(made(donors, own=(0,)).values)


def test_a_gap_of_a_donor_holds_what_was_last_known(donors):
    holed = donors.copy()
    holed[0, 50:55] = np.nan
    filled = donors.copy()
    filled[0, 50:55] = donors[0, 49]
    assert made(holed).values == pytest.approx(made(filled).values)


def test_a_series_that_follows_its_donors_is_foretold_better_with_them(donors):
    series = 4 + donors.mean(axis=0, keepdims=True)
    noise = np.full((1, PERIODS), 0.01)
    off = [
        np.abs(series - foretell(series, noise, made(given), START).middle)[0, 20:].mean()
        for given in (donors, np.zeros((0, PERIODS)))
    ]
    assert off[0] < 0.5 * off[1]


def test_a_covariate_that_moves_the_series_is_learnt():
    wind = np.random.default_rng(1).normal(0, 1, (1, PERIODS))
    series, noise = 4 + 0.5 * wind, np.full((1, PERIODS), 0.01)
    found = foretell(series, noise, made(np.zeros((0, PERIODS)), covariates=wind), START)
    assert np.abs(series - found.middle)[0, 30:].mean() < 0.15
    assert found.ahead == pytest.approx(series[0, START:], abs=0.4)


def test_small_counts_are_noisier_and_a_period_does_not_tell_its_own_noise():
    counts = np.full((1, PERIODS), 400.0)
    counts[0, 30:] = 2.0
    noise = noise_of(counts, np.log(counts + 1), START)[0]
    assert noise[30] == pytest.approx(noise[29])
    assert noise[-1] > 3 * noise[0]
