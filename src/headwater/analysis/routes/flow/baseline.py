"""Baselines: what each leg's flow is expected to be before its neighbours and its own count speak.

The logarithms of counts are a level of the leg, a movement that all legs share, a slow wander of
the leg and a jitter. Sizes of these are fitted by maximum a posteriori and drawn with their
uncertainty, one draw for each chain; a period that was counted is left out of its own baseline.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve
from scipy.optimize import minimize

from headwater.analysis.routes.flow.counts import Array, Count

_PRIOR_MEAN = np.array([0.0, -1.2, -1.2, 1.4])  # log level, log jitter, log wander, logit memory
_PRIOR_SD = np.array([0.7, 0.7, 0.7, 1.0])
_MOST_FITTED = 60
_SURE = 1e-4  # variance of the logarithm of a share below which it counts as known
_NO_COUNT = 4.0  # log of the level where nothing at all is counted: about 50
_NO_COUNT_SD = 3.0


class Baseline(NamedTuple):
    """What flows are expected to be.

    Attributes:
        mean: Mean of the logarithm of each flow: chains x periods x legs.
        variance: Its variance.
        general: Variance of a leg of which nothing is known, of each chain.
    """

    mean: Array
    variance: Array
    general: Array


class _Known(NamedTuple):
    at: NDArray[np.int64]
    log: Array
    variance: Array
    lasting: float  # variance of the error that all its periods share: that of its share


def baseline(
    counted: Mapping[int, Count], legs: int, periods: int, rng: np.random.Generator, chains: int
) -> Baseline:
    """The baselines of all legs.

    Args:
        counted: The counts of single legs, by number of the leg.
        legs: How many legs there are.
        periods: How many periods.
        rng: Where the draws come from.
        chains: How many draws of the sizes.
    """
    known = {leg: _logs(count) for leg, count in counted.items()}
    known = {leg: one for leg, one in known.items() if one.at.size}
    if not known:
        shape = (chains, periods, legs)
        wide = np.full(shape, _NO_COUNT_SD**2)
        return Baseline(np.full(shape, _NO_COUNT), wide, wide[:, 0, 0])
    movement = _movement(known, periods)
    moved = {leg: one._replace(log=one.log - movement[one.at]) for leg, one in known.items()}
    middle, spread = _fitted(list(moved.values())[:_MOST_FITTED])
    draws = rng.multivariate_normal(middle, spread, chains, method="cholesky")
    mean = np.empty((chains, periods, legs))
    variance, general = np.empty_like(mean), np.empty(chains)
    for chain, draw in enumerate(draws):
        sizes = np.clip(draw, middle - 6, middle + 6)
        covariance = _covariance(sizes, periods)
        level = float(sizes[4])
        mean[chain] = (level + movement)[:, None]
        variance[chain] = general[chain] = covariance[0, 0]
        for leg, one in moved.items():
            own = _of_leg(one, covariance, level)
            mean[chain, :, leg] = own[0] + movement
            variance[chain, :, leg] = own[1]
    return Baseline(mean, variance, general)


def _logs(count: Count) -> _Known:
    at = np.flatnonzero(np.isfinite(count.values))
    people = count.values[at] + 0.5
    log = np.log(people / count.share.middle)
    return _Known(at, log, 1 / people, 1 / count.share.size)


def _movement(known: Mapping[int, _Known], periods: int) -> Array:
    """What all legs have in common in each period, pulled to nothing where few are counted."""
    movement = np.zeros(periods)
    for _ in range(20):
        total, weight = np.zeros(periods), np.full(periods, 20.0)
        for one in known.values():
            heavy = 1 / (one.variance + 0.1)
            level = np.average(one.log - movement[one.at], weights=heavy)
            total[one.at] += heavy * (one.log - level)
            weight[one.at] += heavy
        movement = total / weight
    return movement


def _covariance(sizes: Array, periods: int) -> Array:
    """Covariance of a leg's logarithms over the periods."""
    level, jitter, wander = np.exp(2 * sizes[:3])
    memory = 1 / (1 + np.exp(-sizes[3]))
    apart = np.abs(np.subtract.outer(np.arange(periods), np.arange(periods)))
    whole: Array = level + wander * memory**apart + jitter * np.eye(periods)
    return whole


def _fitted(known: list[_Known]) -> tuple[Array, Array]:
    """The sizes and the mean level, with the covariance of their errors."""
    periods = 1 + max(int(one.at.max()) for one in known)
    start = float(np.mean([one.log.mean() for one in known]))

    def worse(sizes: Array) -> float:
        covariance = _covariance(sizes, periods)
        total = float(np.sum(((sizes[:4] - _PRIOR_MEAN) / _PRIOR_SD) ** 2)) / 2
        for one in known:
            own = covariance[np.ix_(one.at, one.at)] + one.lasting + np.diag(one.variance)
            factor = cho_factor(own, lower=True)
            off = one.log - sizes[4]
            total += float(off @ cho_solve(factor, off)) / 2
            total += float(np.log(np.diag(factor[0])).sum())
        return total

    bounds = [(m - 4, m + 4) for m in _PRIOR_MEAN] + [(start - 10, start + 10)]
    found = minimize(worse, np.append(_PRIOR_MEAN, start), method="L-BFGS-B", bounds=bounds)
    return found.x, _errors(worse, found.x)


def _errors(worse: Callable[[Array], float], best: Array) -> Array:
    """Covariance of the errors at the best sizes, from the curvature in steps of a tenth."""
    step, size = 0.1, best.size
    axes = np.eye(size) * step
    bend = np.empty((size, size))
    for i in range(size):
        for j in range(i, size):
            a, b = axes[i], axes[j]
            ends = worse(best + a + b) - worse(best + a - b) - worse(best - a + b)
            bend[i, j] = bend[j, i] = (ends + worse(best - a - b)) / (4 * step**2)
    values, vectors = np.linalg.eigh(bend)
    whole: Array = (vectors / np.maximum(values, 1.0)) @ vectors.T
    return whole


def _of_leg(one: _Known, covariance: Array, level: float) -> tuple[Array, Array]:
    """Mean and variance of a leg in each period from all its other periods.

    Where its share is not sure, other periods say nothing more of a period that was counted: they
    err together with it.
    """
    own = covariance[np.ix_(one.at, one.at)] + one.lasting + np.diag(one.variance)
    inverse = np.linalg.inv(own)
    off = one.log - level
    across = covariance[:, one.at]
    weights = across @ inverse
    mean = level + weights @ off
    variance = covariance[0, 0] - np.einsum("ij,ij->i", weights, across)
    alone = 1 / np.diag(inverse)
    mean[one.at] = one.log - (inverse @ off) * alone
    variance[one.at] = alone - one.variance
    if one.lasting > _SURE:
        mean[one.at], variance[one.at] = level, covariance[0, 0]
    return mean, np.maximum(variance, 1e-4)
