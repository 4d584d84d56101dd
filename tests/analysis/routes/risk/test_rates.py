import numpy as np
import pytest

from headwater.analysis.routes.risk.rates import rate


def test_more_is_known_of_what_was_watched_longer():
    short, long = (
        rate([1.0] * n, n / 2, ([1.0] * 50, 25.0), np.random.default_rng(0)) for n in (4, 400)
    )
    assert long.mean == pytest.approx(2.0, rel=0.1)
    assert long.high - long.low < (short.high - short.low) / 3


def test_where_nothing_happened_yet_the_rate_is_not_zero():
    found = rate([], 1.0, ([2.0] * 10, 100.0), np.random.default_rng(0))
    assert 0 <= found.low < found.mean < found.high
    assert found.mean < 1


def test_one_shipwreck_makes_the_rate_unsure():
    even = rate([5.0] * 20, 10.0, ([5.0] * 20, 10.0), np.random.default_rng(0))
    dead = [1.0] * 19 + [81.0]
    wreck = rate(dead, 10.0, (dead, 10.0), np.random.default_rng(0))
    assert wreck.high - wreck.low > 1.5 * (even.high - even.low)


def test_the_interval_holds_the_true_rate_as_often_as_it_says():
    rng = np.random.default_rng(3)
    held = 0
    for _ in range(200):
        true = rng.gamma(2.0, 1.0)
        cost = 1 + rng.geometric(0.4, rng.poisson(true * 12)).astype(float)
        found = rate(cost.tolist(), 12.0, ([3.5] * 240, 120.0), rng)
        held += found.low <= true * 3.5 <= found.high
    assert 160 <= held <= 195


def test_without_any_incident_anywhere_there_is_still_an_answer():
    assert rate([], 1.0, ([], 1.0), np.random.default_rng(0)).high > 0
