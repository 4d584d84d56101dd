"""A regression in two parts: whether anything comes at all, and how much if it does.

Both read the season, the last days and weeks, the level and, where wanted, covariates; ridge
penalties hold them back. Sizes are a regression of logarithms with its own past errors around it.
"""

from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from headwater.series.forecasting.covariates import places
from headwater.series.forecasting.history import YEAR
from headwater.series.forecasting.past import Past

Array: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.int_]

_RIDGE = 40.0
_RIDGE_BESIDE = 2.0  # of covariates, which may decide everything
_REFIT = 28.0  # days between fits
_HALF_LIFE = 400.0  # days
_LONGEST = 4.0 * YEAR  # days
_FEWEST = 20  # steps that it is fitted to
_FEWEST_SIZES = 10
_MOST = 3.0  # times the highest count that a size may be
_EXACT = 28  # steps ahead up to which each has a fit of its own; beyond, one a week


class Fit(NamedTuple):
    """What was learned for one distance.

    Attributes:
        mean: Mean of each column.
        deviation: Spread of each column.
        whether: Coefficients of the chance that anything comes.
        size: Those of the logarithm of its size, against the usual size at the origin.
        errors: What that missed by.
        worth: How much each of these counts; together 1.
        highest: Logarithm of the most that is believed.
    """

    mean: Array
    deviation: Array
    whether: Array
    size: Array
    errors: Array
    worth: Array
    highest: float


class Told(NamedTuple):
    """What a regression says of one step to come.

    Attributes:
        chance: That anything comes.
        sizes: How much, if it does.
        worth: How much each of these counts; together 1.
    """

    chance: float
    sizes: Array
    worth: Array


def regressed(past: Past, origin: int, step: int, *, covariates: bool) -> Told | None:
    """What the regression says so many steps after an origin; None where too little is known.

    Args:
        past: The series; only what was known at the origin is read.
        origin: Index of the last known step.
        step: Steps ahead.
        covariates: Whether covariates are read.
    """
    every = past.history.steps(_REFIT)
    distance = step if step <= _EXACT else -(-step // 7) * 7
    key = (origin // every * every, distance, covariates)
    if key not in past.fitted:
        past.fitted[key] = _fit(past, *key)
    fit = past.fitted[key]
    if not isinstance(fit, Fit):
        return None
    row = _design(past, np.array([origin]), step, covariates=covariates)
    row = np.concatenate([[1.0], (row[0] - fit.mean) / fit.deviation])
    chance = 1.0 / (1.0 + np.exp(-np.clip(float(row @ fit.whether), -30.0, 30.0)))
    middle = np.log(max(float(past.size[origin]), 1e-9)) + float(row @ fit.size)
    return Told(chance, np.exp(np.minimum(middle + fit.errors, fit.highest)), fit.worth)


def _design(past: Past, before: Whole, step: int, *, covariates: bool) -> Array:
    """Two waves of the year at the target, the spell and the course before, covariates."""
    history = past.history
    angle = 2.0 * np.pi * history.middles[before + step] / YEAR
    season = [np.sin(angle), np.cos(angle), np.sin(2 * angle), np.cos(2 * angle)]
    known = [
        read[places(one, before, step)]
        for one, read in zip(past.covariates, past.beside, strict=True)
        if covariates
    ]
    return np.column_stack([*season, past.spell[before], past.course[before], *known])


def _fit(past: Past, origin: int, step: int, covariates: bool) -> Fit | None:
    values, days = past.history.values, past.history.days
    before = np.arange(max(0, origin - step - int(_LONGEST / days)), origin - step + 1)
    before = before[np.isfinite(values[before + step])]
    came = values[before + step] > 0
    if before.size < _FEWEST or came.sum() < _FEWEST_SIZES:
        return None
    worth = np.exp2((before + step - origin) * days / _HALF_LIFE)
    x = _design(past, before, step, covariates=covariates)
    mean, deviation = x.mean(axis=0), x.std(axis=0) + 1e-6
    scaled = np.column_stack([np.ones(before.size), (x - mean) / deviation])
    sizes = np.log(values[before + step][came])
    against = sizes - np.log(np.maximum(past.size[before][came], 1e-9))
    beside = sum(read.shape[1] for read in past.beside) if covariates else 0
    penalty = _penalty(x.shape[1] - beside, beside)
    size = _ridge(scaled[came], against, worth[came], penalty)
    return Fit(
        mean,
        deviation,
        _logistic(scaled, came.astype(np.float64), worth, penalty),
        size,
        against - scaled[came] @ size,
        worth[came] / worth[came].sum(),
        float(sizes.max() + np.log(_MOST)),
    )


def _penalty(own: int, beside: int) -> Array:
    """How far coefficients are held back: the constant hardly, those of covariates a little."""
    each = [np.array([0.1]), np.full(own, _RIDGE), np.full(beside, _RIDGE_BESIDE)]
    held: Array = np.diag(np.concatenate(each))
    return held


def _ridge(x: Array, target: Array, worth: Array, penalty: Array) -> Array:
    weighted = (x * worth[:, None]).T
    solved = np.linalg.solve(weighted @ x + penalty, weighted @ target)
    return np.asarray(solved, dtype=np.float64)


def _logistic(x: Array, came: Array, worth: Array, penalty: Array) -> Array:
    """Ridge-penalised logistic regression by Newton's steps."""
    beta: Array = np.zeros(x.shape[1])
    for _ in range(6):
        chance = 1.0 / (1.0 + np.exp(-np.clip(x @ beta, -30, 30)))
        slope = worth * chance * (1.0 - chance)
        gradient = x.T @ (worth * (came - chance)) - penalty @ beta
        beta += np.linalg.solve((x * slope[:, None]).T @ x + penalty, gradient)
    return beta
