"""Views: opinions of what is to come, each from what was known at an origin and nothing later.

Most are made of the past itself: past counts, each weighted by how like the target day it was (its
place in the year, its age, what went right before it, whether anything came at all). Where sizes
drift (people per boat rose sevenfold in six years), old counts are brought to the present size
first. One is a regression; with covariates there is one more of it and of the day-like view.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from headwater.series.forecasting.history import YEAR
from headwater.series.forecasting.past import Past
from headwater.series.forecasting.regression import Told, regressed

Array: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.int_]

LEVELS: Array = np.asarray((np.arange(50) + 0.5) / 50.0, dtype=np.float64)
"""Levels of the quantiles that a forecast is made of; 0.05, 0.25, 0.75 and 0.95 are among them."""

_LONGEST = 6.0 * YEAR  # days of past that are looked at
_FLOOR = 0.02  # worth of a day at another time of the year, so that a short past says something
_MOST_RESIZED = 6.0
_SIMILAR = 730  # steps from which the usual spread of a spell is taken


@dataclass(frozen=True, slots=True)
class View:
    """What makes a past step like the one to come.

    Attributes:
        name: What it is called on a page.
        width: Days of the year around the target that count; 0: the time of year says nothing.
        half_life: Days in which a past step loses half its worth.
        resized: How far old counts are brought to the present size: 0 not, 1 wholly.
        spell: Whether steps after a spell like the present one count more.
        hurdle: Whether a regression says how likely it is that anything comes.
        regressed: Whether it also says how much.
        covariates: Whether it reads covariates.
    """

    name: str
    width: float
    half_life: float
    resized: float = 0.0
    spell: bool = False
    hurdle: bool = False
    regressed: bool = False
    covariates: bool = False


ALONE = (
    View("time of year at the present size", 30.0, 900.0, resized=0.7),
    View("last weeks", 0.0, 25.0),
    View("spells like this one", 45.0, 600.0, resized=0.5, spell=True),
    View("hurdle and size", 35.0, 600.0, resized=0.7, hurdle=True),
    View("regression", 35.0, 600.0, resized=0.7, hurdle=True, regressed=True),
)
"""Views of the counts alone; those with covariates follow them."""

_WITH_COVARIATES = (
    View("hurdle with covariates, and size", 35.0, 600.0, resized=0.7, hurdle=True,
         covariates=True),
    View("regression with covariates", 35.0, 600.0, resized=0.7, hurdle=True, regressed=True,
         covariates=True),
)  # fmt: skip


def views_of(past: Past) -> tuple[View, ...]:
    """All views of a series; what each is worth is learned from how it would have done."""
    return (*ALONE, *_WITH_COVARIATES) if past.covariates else ALONE


def opinions(past: Past, origin: int, ahead: Whole) -> Array:
    """Quantiles that every view would have given at an origin.

    Args:
        past: The series; only what was known at the origin is read.
        origin: Index of the last known step.
        ahead: Steps ahead of it, ascending.

    Returns:
        Views x steps ahead x levels.
    """
    history = past.history
    begin = max(0, origin + 1 - int(_LONGEST / history.days))
    steps = np.arange(begin, origin + 1)
    steps = steps[np.isfinite(history.values[steps])]
    age = (origin - steps) * history.days
    near = _year_distance(history.middles[steps], history.middles[origin + ahead])
    ratio = past.size[origin] / np.maximum(past.size[steps], 1e-9)
    views = views_of(past)
    given = np.empty((len(views), ahead.size, LEVELS.size))
    for number, view in enumerate(views):
        factor = np.clip(ratio**view.resized, 1.0 / _MOST_RESIZED, _MOST_RESIZED)
        weights = np.tile(0.5 ** (age / view.half_life), (ahead.size, 1))
        if view.width:
            weights *= _FLOOR + np.exp(-0.5 * (near / view.width) ** 2)
        if view.spell:
            weights *= _likeness(past, origin, steps, ahead)
        values = history.values[steps] * factor
        given[number] = _quantiles(past, origin, ahead, view, values, weights)
    return given


def _quantiles(
    past: Past, origin: int, ahead: Whole, view: View, values: Array, weights: Array
) -> Array:
    if not view.hurdle:
        return weighted_quantiles(values, weights)
    given = np.empty((ahead.size, LEVELS.size))
    for row, step in enumerate(ahead.tolist()):
        told = regressed(past, origin, step, covariates=view.covariates)
        if told is None:
            given[row] = weighted_quantiles(values, weights[row : row + 1])[0]
        elif view.regressed:
            given[row] = _of_sizes(told)
        else:
            tilted = _tilted(values > 0, told.chance, weights[row])
            given[row] = weighted_quantiles(values, tilted[None])[0]
    return given


def _of_sizes(told: Told) -> Array:
    values = np.concatenate([[0.0], told.sizes])
    weights = np.concatenate([[1.0 - told.chance], told.chance * told.worth])
    quantiles: Array = weighted_quantiles(values, weights[None])[0]
    return quantiles


def _tilted(came: NDArray[np.bool_], chance: float, weights: Array) -> Array:
    """Weights in which counts above zero together have a share."""
    if came.all() or not came.any():
        return weights
    above = weights * came
    none = weights - above
    tilted: Array = chance * above / max(float(above.sum()), 1e-300)
    return tilted + (1.0 - chance) * none / max(float(none.sum()), 1e-300)


def _year_distance(days: Array, targets: Array) -> Array:
    """Days between two places in the year, targets x days."""
    apart = np.abs(targets[:, None] - days[None, :]) % YEAR
    distance: Array = np.minimum(apart, YEAR - apart)
    return distance


def _likeness(past: Past, origin: int, steps: Whole, ahead: Whole) -> Array:
    """How like the spell before each past step was to the present one, steps ahead x steps."""
    scale = past.spell[max(0, origin - _SIMILAR) : origin + 1].std(axis=0) + 1e-9
    apart = ((past.spell - past.spell[origin]) / scale) ** 2
    like = np.exp(-apart.mean(axis=1))
    before = steps[None, :] - ahead[:, None]
    likeness: Array = np.where(before >= 0, like[np.maximum(before, 0)], 0.0) + 0.01
    return likeness


def weighted_quantiles(values: Array, weights: Array, levels: Array = LEVELS) -> Array:
    """Quantiles of the same values under several weightings (weightings x values)."""
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    shares = np.cumsum(weights[:, order], axis=1)
    shares /= np.maximum(shares[:, -1:], 1e-300)
    last = ordered.size - 1
    return np.stack([ordered[np.minimum(np.searchsorted(row, levels), last)] for row in shares])
