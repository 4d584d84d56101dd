import numpy as np
import pytest

from headwater.analysis.routes.flow.baseline import Baseline
from headwater.analysis.routes.flow.counts import Count
from headwater.analysis.routes.flow.junctions import Junction
from headwater.analysis.routes.flow.sampling import Problem, sample
from headwater.analysis.routes.flow.shares import Share


def problem_of(values, joints=(), size=1e6, chains=4, variance=0.5):
    legs = len(values)
    shape = (chains, 2, legs)
    prior = Baseline(np.full(shape, 4.0), np.full(shape, variance), np.full(chains, variance))
    counts = [
        Count("", (at,), np.array([value, np.nan]), Share(0.5, size), {})
        for at, value in enumerate(values)
        if value is not None
    ]
    return Problem(counts, list(joints), prior)


def test_the_slope_is_that_of_the_cost():
    problem = problem_of([30.0, None, 12.0], [Junction("B", (0, 1), (2,))], size=9.0)
    logs = np.random.default_rng(0).normal(4, 0.4, (4, 2, 3))
    step = 1e-5 * np.eye(3)
    for leg in range(3):
        rise = (problem.cost(logs + step[leg]) - problem.cost(logs - step[leg])) / 2e-5
        assert rise == pytest.approx(problem.slope(logs)[:, :, leg], rel=1e-4, abs=1e-4)


def test_draws_without_counts_are_the_baseline():
    draws = sample(problem_of([None, None]), np.random.default_rng(0), 60, 400).logs
    assert draws.mean() == pytest.approx(4.0, abs=0.06)
    assert np.quantile(draws, 0.95) - 4 == pytest.approx(2.015 * 0.5**0.5, abs=0.12)


def test_draws_of_a_count_agree_with_the_posterior_on_a_grid():
    draws = sample(problem_of([30.0], size=9.0), np.random.default_rng(1), 60, 800)
    grid = np.linspace(0, 9, 4001)
    expected = 0.5 * np.exp(grid)
    log = 30 * np.log(expected) - 39 * np.log(expected + 9) - 3 * np.log1p((grid - 4) ** 2 / 2.5)
    weight = np.exp(log - log.max())
    mean = (grid * weight).sum() / weight.sum()
    spread = np.sqrt(((grid - mean) ** 2 * weight).sum() / weight.sum())
    assert draws.logs[:, :, 0].mean() == pytest.approx(mean, abs=0.03)
    assert draws.logs[:, :, 0].std() == pytest.approx(spread, abs=0.03)
    assert draws.accepted > 0.6


def test_sources_that_differ_make_a_count_less_sure():
    torn = Count("", (0,), np.array([100.0]), Share(1.0, 1e6), {}, {0: [100.0, 200.0]})
    shape = (2, 1, 1)
    prior = Baseline(np.full(shape, 4.6), np.ones(shape), np.ones(2))
    draws = sample(Problem([torn], [], prior), np.random.default_rng(0), 60, 300)
    assert draws.logs.std() > 0.3


def test_imbalance_is_learned_small_where_junctions_balance_and_large_where_not():
    def learned(comes, goes):
        joints = [Junction(str(at), (at,), (at + 6,)) for at in range(6)]
        problem = problem_of([*comes, *goes], joints, variance=2.0)
        return sample(problem, np.random.default_rng(0), 60, 200).imbalance

    even = [50.0, 80, 20, 40, 70, 30]
    assert learned(even, even) < 0.3 < 0.6 < learned(even, [10.0, 200, 90, 5, 300, 8])
