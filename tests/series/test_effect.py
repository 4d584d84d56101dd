import numpy as np

from headwater.series import effect


def test_half_of_a_series_is_lost_and_the_interval_holds_it_as_often_as_it_says():
    held = 0
    for seed in range(60):
        rng = np.random.default_rng(seed)
        rate = np.where(np.arange(48) < 40, 100.0, 50.0) * rng.gamma(30, 1 / 30, 48)
        found = effect(rng.poisson(rate).astype(float), slice(0, 40), slice(40, 48), 12.0, rng)
        low, high = np.quantile(found.change, [0.05, 0.95])
        held += low <= -50 <= high
    assert 48 <= held <= 60


def test_a_season_is_no_loss():
    rng = np.random.default_rng(1)
    rate = 200 * (1 + 0.5 * np.sin(2 * np.pi * np.arange(66) / 12))
    found = effect(rng.poisson(rate).astype(float), slice(0, 60), slice(60, 66), 12.0, rng)
    low, high = np.quantile(found.change, [0.05, 0.95])
    assert low < 0 < high


def test_gaps_are_not_counted_and_too_little_is_no_answer():
    counts = np.array([10.0, 12, np.nan, 11, 10, 30, np.nan, 32])
    found = effect(counts, slice(0, 5), slice(5, 8), 12.0, np.random.default_rng(0))
    assert (found.counted, found.periods) == (31.0, 2)
    assert effect(counts, slice(0, 3), slice(5, 8), 12.0, np.random.default_rng(0)) is None
    assert effect(counts, slice(0, 5), slice(6, 7), 12.0, np.random.default_rng(0)) is None
