import numpy as np
import pytest

from headwater.analysis.business.economics.variance import shares


def test_the_share_of_each_figure_is_that_of_its_own_variance():
    numbers = np.random.default_rng(1)
    draws = {("u", name): numbers.normal(0, sd, 10_000) for name, sd in (("a", 2.0), ("b", 1.0))}
    found = dict(shares(sum(draws.values()), draws))
    assert found["u", "a"] == pytest.approx(0.8, abs=0.02)
    assert found["u", "b"] == pytest.approx(0.2, abs=0.02)


def test_a_figure_that_bears_on_nothing_has_no_share():
    numbers = np.random.default_rng(2)
    profit, other = numbers.normal(size=(2, 10_000))
    assert shares(profit, {("u", "x"): other})[0][1] < 0.01
    assert shares(profit, {("u", "x"): np.ones(10_000)}) == [(("u", "x"), 0.0)]
