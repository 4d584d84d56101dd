import numpy as np
import pytest

from headwater.analysis.routes.shift.shares import taken


def draws(middle, wide=10.0, seed=0):
    return np.random.default_rng(seed).normal(middle, wide, 2000)


def shares(gains, chances=None, wide=10.0):
    changes = [draws(gain, wide, seed) for seed, gain in enumerate(gains)]
    lost = draws(100.0, 5.0, 99)
    chances = chances or [0.4] * len(gains)
    took, of = taken(changes, lost, chances, np.random.default_rng(1))
    return took / of


def test_a_clear_gain_is_a_share_and_a_gain_within_the_noise_is_most_likely_none():
    took = shares([60.0, 4.0])
    assert np.median(took[0]) == pytest.approx(0.6, abs=0.06)
    assert np.mean(took[1] == 0.0) > 0.5


def test_many_that_took_nothing_do_not_add_up_to_a_share():
    changes = [4.0, -5.0, 2.0, -3.0, 6.0, 1.0]
    together = shares(changes).sum(axis=0)
    assert np.quantile(together, 0.95) < 0.35


def test_nobody_takes_more_than_was_lost_alone_or_together():
    assert shares([70.0, 80.0]).sum(axis=0).max() <= 1.0 + 1e-9
    assert shares([500.0]).max() <= 1.0 + 1e-9
    assert np.median(shares([500.0])) > 0.9


def test_who_is_known_as_a_substitute_needs_less_to_be_believed():
    likely, unlikely = (shares([15.0], [chance])[0] for chance in (0.8, 0.2))
    assert np.mean(likely > 0) > np.mean(unlikely > 0) + 0.2


def test_the_interval_holds_what_was_taken_as_often_as_it_says():
    rng = np.random.default_rng(5)
    held = []
    for _ in range(150):
        truth = np.where(rng.random(4) < 0.4, rng.uniform(0, 40, 4), 0.0)
        seen = truth + rng.normal(0, 10, 4)
        together = shares(seen.tolist()).sum(axis=0)
        low, high = np.quantile(together, [0.05, 0.95])
        held.append(low - 1e-9 <= truth.sum() / 100 <= high + 1e-9)
    assert 0.8 <= np.mean(held) <= 1.0
