"""Forecasts made of the past itself: past counts, each weighted by how like the target day it was.

Each `View` is one opinion of what makes a past step like the one to come: its place in the year,
its age, what went right before it, or whether anything came at all. Where sizes drift (people per
boat rose sevenfold in six years), old counts are brought to the present size first. Nothing after
the origin is used, so that the same function serves for the forecast and for its rehearsal.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from headwater.series.forecasting.history import YEAR, History, bridged

Array: TypeAlias = NDArray[np.float64]

LEVELS: Array = np.asarray((np.arange(50) + 0.5) / 50.0, dtype=np.float64)
"""Levels of the quantiles that a forecast is made of; 0.05, 0.25, 0.75 and 0.95 are among them."""

_LONGEST = 6.0 * YEAR  # days of past that are looked at
_FLOOR = 0.02  # worth of a day at another time of the year, so that a short past says something
_MOST_RESIZED = 6.0
_SIZE_HALF_LIFE = 75.0  # days over which the usual size of a count above zero is forgotten
_SPELL = 6.0  # days of the present spell
_RIDGE = 4.0
_REFIT = 28.0  # days between fits of the hurdle
_HURDLE_HALF_LIFE = 500.0  # days
_FEWEST = 20  # steps that a hurdle is fitted to


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
    """

    name: str
    width: float
    half_life: float
    resized: float = 0.0
    spell: bool = False
    hurdle: bool = False


VIEWS = (
    View("time of year", 25.0, 250.0),
    View("time of year at the present size", 30.0, 900.0, resized=0.7),
    View("last weeks", 0.0, 25.0),
    View("present spell", 0.0, 8.0),
    View("spells like this one", 45.0, 600.0, resized=0.5, spell=True),
    View("hurdle and size", 35.0, 600.0, resized=0.7, hurdle=True),
)
"""All views; what each is worth is learned from how it would have done."""


@dataclass(frozen=True, slots=True)
class Past:
    """A history with what the views need of it, each entry known at the end of its step.

    Attributes:
        history: The counts.
        size: Usual size of a count above zero.
        features: Steps x features of the present spell, for each step as an origin.
        fitted: Regressions of the hurdle by the step they were fitted at and the steps ahead.
    """

    history: History
    size: Array
    features: Array
    fitted: dict[tuple[int, int], Array | None] = field(default_factory=dict)

    @classmethod
    def of(cls, history: History, size: Array | None = None) -> "Past":
        """Look at a history once; `size` is given where it is known better than from counts."""
        values = history.values
        if size is None:
            size = _usual_size(values, _SIZE_HALF_LIFE / history.days)
        return cls(history, size, _spell(history))


def _usual_size(values: Array, half_life: float) -> Array:
    """Mean of the counts above zero, the older the less worth, known at the end of each step."""
    keep = 0.5 ** (1.0 / half_life)
    above = np.isfinite(values) & (values > 0)
    first = values[above][:10].mean() if above.any() else 1.0
    total, weight = first * 2.0, 2.0
    sizes = np.empty(values.size)
    for at, value in enumerate(values):
        total, weight = total * keep, weight * keep
        if above[at]:
            total, weight = total + value, weight + 1.0
        sizes[at] = total / weight if weight > 1e-9 else sizes[at - 1]
    return sizes


def _spell(history: History) -> Array:
    """What the last steps were like: on which share anything came, and how much for the season."""
    values = np.nan_to_num(bridged(history.values), nan=0.0)
    any_came = (values > 0).astype(np.float64)
    half = np.log1p(values)
    parts = [any_came]
    for days in (3.0, _SPELL, 28.0):
        length = max(round(days / history.days), 1)
        parts += [_trailing(any_came, length), _trailing(half, length)]
    return np.stack(parts, axis=1)


def _trailing(values: Array, length: int) -> Array:
    """Mean of the last so many steps, at each step."""
    sums = np.concatenate([[0.0], np.cumsum(values)])
    ends = np.arange(1, values.size + 1)
    begins = np.maximum(ends - length, 0)
    means: Array = (sums[ends] - sums[begins]) / (ends - begins)
    return means


def opinions(past: Past, origin: int, ahead: NDArray[np.int_]) -> Array:
    """Quantiles that every view would have given at an origin.

    Args:
        past: The series; only steps up to the origin are read.
        origin: Index of the last known step.
        ahead: Steps ahead of it, ascending.

    Returns:
        Views x steps ahead x levels.
    """
    history = past.history
    begin = max(0, origin + 1 - int(_LONGEST / history.days))
    steps = np.arange(begin, origin + 1)
    steps = steps[np.isfinite(history.values[steps])]
    values = history.values[steps]
    age = (origin - steps) * history.days
    near = _year_distance(history.middles[steps], history.middles[origin + ahead])
    ratio = past.size[origin] / np.maximum(past.size[steps], 1e-9)
    given = np.empty((len(VIEWS), ahead.size, LEVELS.size))
    for number, view in enumerate(VIEWS):
        factor = np.clip(ratio**view.resized, 1.0 / _MOST_RESIZED, _MOST_RESIZED)
        weights = np.tile(0.5 ** (age / view.half_life), (ahead.size, 1))
        if view.width:
            weights *= _FLOOR + np.exp(-0.5 * (near / view.width) ** 2)
        if view.spell:
            weights *= _likeness(past, origin, steps, ahead)
        if view.hurdle:
            weights = _tilted(past, origin, steps, ahead, weights)
        given[number] = weighted_quantiles(values * factor, weights)
    return given


def _year_distance(days: Array, targets: Array) -> Array:
    """Days between two places in the year, targets x days."""
    apart = np.abs(targets[:, None] - days[None, :]) % YEAR
    distance: Array = np.minimum(apart, YEAR - apart)
    return distance


def _likeness(past: Past, origin: int, steps: NDArray[np.int_], ahead: NDArray[np.int_]) -> Array:
    """How like the spell before each past step was to the present one, steps ahead x steps."""
    scale = past.features[max(0, origin - 730) : origin + 1].std(axis=0) + 1e-9
    apart = ((past.features - past.features[origin]) / scale) ** 2
    like = np.exp(-apart.mean(axis=1))
    before = steps[None, :] - ahead[:, None]
    likeness: Array = np.where(before >= 0, like[np.maximum(before, 0)], 0.0) + 0.01
    return likeness


def _tilted(
    past: Past, origin: int, steps: NDArray[np.int_], ahead: NDArray[np.int_], weights: Array
) -> Array:
    """Weights in which zeros together have the share that a logistic regression gives them."""
    history = past.history
    came = history.values[steps] > 0
    if came.all() or not came.any():
        return weights
    every = max(1, round(_REFIT / history.days))
    out = weights.copy()
    for row, step in enumerate(ahead.tolist()):
        key = (origin // every * every, step)
        if key not in past.fitted:
            past.fitted[key] = _hurdle(past, *key)
        beta = past.fitted[key]
        if beta is None:
            continue
        target = _design(past, np.array([origin]), history.middles[[origin + step]])
        chance = 1.0 / (1.0 + np.exp(-float((target @ beta)[0])))
        for part, share in ((came, chance), (~came, 1.0 - chance)):
            out[row, part] *= share / max(float(weights[row, part].sum()), 1e-300)
    return out


def _hurdle(past: Past, origin: int, step: int) -> Array | None:
    """How likely it is that anything comes so many steps ahead, as known at an origin."""
    history = past.history
    before = np.arange(max(0, origin - step - int(3 * YEAR / history.days)), origin - step + 1)
    before = before[np.isfinite(history.values[before + step])]
    if before.size < _FEWEST:
        return None
    worth = np.exp2((before + step - origin) * history.days / _HURDLE_HALF_LIFE)
    x = _design(past, before, history.middles[before + step])
    return _logistic(x, (history.values[before + step] > 0).astype(np.float64), worth)


def _design(past: Past, before: NDArray[np.int_], targets: Array) -> Array:
    """A constant, two waves of the year at the target, the spell before."""
    angle = 2.0 * np.pi * targets / YEAR
    season = [np.sin(angle), np.cos(angle), np.sin(2 * angle), np.cos(2 * angle)]
    return np.column_stack([np.ones(before.size), *season, past.features[before]])


def _logistic(x: Array, came: Array, worth: Array) -> Array:
    """Ridge-penalised logistic regression by Newton's steps."""
    penalty = np.eye(x.shape[1]) * _RIDGE
    penalty[0, 0] = 0.1
    beta = np.zeros(x.shape[1])
    for _ in range(6):
        chance = 1.0 / (1.0 + np.exp(-np.clip(x @ beta, -30, 30)))
        slope = worth * chance * (1.0 - chance)
        gradient = x.T @ (worth * (came - chance)) - penalty @ beta
        beta = beta + np.linalg.solve((x * slope[:, None]).T @ x + penalty, gradient)
    return beta


def weighted_quantiles(values: Array, weights: Array, levels: Array = LEVELS) -> Array:
    """Quantiles of the same values under several weightings (weightings x values)."""
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    shares = np.cumsum(weights[:, order], axis=1)
    shares /= np.maximum(shares[:, -1:], 1e-300)
    last = ordered.size - 1
    return np.stack([ordered[np.minimum(np.searchsorted(row, levels), last)] for row in shares])
