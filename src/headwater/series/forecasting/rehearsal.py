"""Rehearsal: what each view would have said at past origins, what it was worth, and how sure.

A forecast is the views' quantiles, averaged with weights that would have scored best in the
rehearsal (the pinball loss is convex in them; exponentiated gradient, Berrisch & Ziel 2023), with
levels moved so that past outcomes would have fallen evenly (conformal calibration of quantile
levels). Only outcomes known at the origin count.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from headwater.series.forecasting.past import Past
from headwater.series.forecasting.views import LEVELS, opinions, views_of
from headwater.series.scoring import ranks

Array: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.int_]

_LOOK_BACK = 730.0  # days of rehearsal
_FADE = 365.0  # days in which a rehearsal loses half its worth
_ORIGINS = 110  # rehearsed at most
_NEAR = 0.7  # steps ahead within this distance (of their logarithms) are learned from together
_STEPS, _RATE = 30, 40.0
_SOME = slice(2, None, 5)  # of the levels, which say what views are worth as well as all do
_TRUST = 40.0  # rehearsals that leave a level half where it was
_OUTSIDE = 2.0  # outcomes added beyond either end: seen ones resemble each other
_FEWEST = 12  # rehearsals below which the plain average holds
_SEED = 7
_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What views said at past origins, beside what came.

    Attributes:
        origins: The origins, ascending.
        ahead: The steps ahead.
        said: Origins x views x steps ahead x levels.
        came: Origins x steps ahead; nan where not known.
        chance: Numbers from 0 to 1 for ranks of tied outcomes, as `came`.
    """

    origins: Whole
    ahead: Whole
    said: Array
    came: Array
    chance: Array

    @classmethod
    def of(cls, past: Past, origins: Whole, ahead: Whole) -> "Rehearsal":
        """Ask every view at these origins; outcomes are kept where the history holds them."""
        said = np.empty((origins.size, len(views_of(past)), ahead.size, LEVELS.size))
        for number, origin in enumerate(origins.tolist()):
            said[number] = opinions(past, origin, ahead)
        at = origins[:, None] + ahead[None, :]
        size = past.history.size
        came = np.where(at < size, past.history.values[np.minimum(at, size - 1)], np.nan)
        chance = np.random.default_rng(_SEED).random(came.shape)
        return cls(origins, ahead, said, came, chance)


def origins_before(origin: int, days: float, least: int) -> Whole:
    """Where to rehearse for a forecast at an origin: over two years, not on one day of the week."""
    span = min(int(_LOOK_BACK / days), origin - least)
    every = max(1, round(span / _ORIGINS))
    every += every == _A_WEEK and days == 1
    return np.arange(origin - 1, origin - span - 1, -every)[::-1]


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a rehearsal taught of one distance.

    Attributes:
        weights: Worth of each view.
        ranks: Where past outcomes lay in what would have been said.
        worth: How much each of them counts; together as many as independent outcomes.
    """

    weights: Array
    ranks: Array
    worth: Array

    def told(self, said: Array) -> Array:
        """The forecast, from what the views say now (views x ... x levels)."""
        pooled = np.tensordot(self.weights, said, axes=1)
        return _moved(pooled, self.ranks, self.worth) if self.ranks.size else pooled


def lessons(rehearsal: Rehearsal, origin: int, days: float) -> list[Lesson]:
    """One lesson for each rehearsed distance, from outcomes that are known at an origin.

    Args:
        rehearsal: Past origins.
        origin: Index of the last known step.
        days: Length of a step.
    """
    ahead = rehearsal.ahead
    known = rehearsal.origins[:, None] + ahead[None, :] <= origin
    known &= np.isfinite(rehearsal.came)
    known &= (origin - rehearsal.origins[:, None] - ahead[None, :]) * days <= _LOOK_BACK
    fade: Array = np.exp2((rehearsal.origins - origin) * days / _FADE)
    logs = np.log(ahead * days + 3.0)
    count = rehearsal.said.shape[1]
    taught = []
    for at in range(ahead.size):
        near = np.abs(logs - logs[at]) <= _NEAR
        rows, columns = np.nonzero(known & near[None, :])
        if rows.size < _FEWEST:
            taught.append(Lesson(np.full(count, 1.0 / count), np.empty(0), np.empty(0)))
            continue
        said, came = rehearsal.said[rows, :, columns], rehearsal.came[rows, columns]
        weights = _best_weights(said, came, fade[rows])
        pooled = np.einsum("v,nvl->nl", weights, said)
        rank = ranks(pooled, LEVELS, came, rehearsal.chance[rows, columns])
        taught.append(Lesson(weights, rank, fade[rows] / near.sum()))
    return taught


def told(taught: list[Lesson], rehearsed: Whole, said: Array, ahead: Whole) -> Array:
    """The forecast at every distance, by the lesson of the nearest rehearsed one.

    Args:
        taught: Lessons, one a rehearsed distance.
        rehearsed: Those distances.
        said: What the views say now: views x steps ahead x levels.
        ahead: The steps ahead.

    Returns:
        Steps ahead x levels.
    """
    apart = np.abs(np.log(ahead + 1.0)[:, None] - np.log(rehearsed + 1.0)[None, :])
    nearest = apart.argmin(axis=1)
    return np.stack([taught[near].told(said[:, row]) for row, near in enumerate(nearest)])


def _best_weights(said: Array, came: Array, worth: Array) -> Array:
    """Shares of the views under which their average would have had the least pinball loss."""
    said, levels = said[..., _SOME], LEVELS[_SOME]
    count = said.shape[1]
    weights = np.full(count, 1.0 / count)
    average = weights
    scale = max(float(np.abs(said.mean(axis=1) - came[:, None]).mean()), 1e-9)
    worth = worth / worth.sum()
    for step in range(1, _STEPS + 1):
        pooled = np.einsum("v,nvl->nl", weights, said)
        slope = np.where(came[:, None] < pooled, 1.0 - levels, -levels) * worth[:, None]
        gradient = np.einsum("nl,nvl->v", slope, said) / (levels.size * scale)
        weights = weights * np.exp(-_RATE * (gradient - gradient.min()) / np.sqrt(step))
        weights = 0.98 * weights / weights.sum() + 0.02 / count
        average = average + (weights - average) / (step + 1)
    return average


def _moved(quantiles: Array, rank: Array, worth: Array) -> Array:
    """Quantiles at levels moved to where past outcomes fell, as far as there were enough."""
    order = np.argsort(rank)
    shares = np.cumsum(worth[order])
    total = float(shares[-1])
    found = np.interp(
        LEVELS,
        np.concatenate([[0.0], (shares - 0.5 * worth[order] + _OUTSIDE) / (total + 2 * _OUTSIDE),
                        [1.0]]),
        np.concatenate([[0.0], rank[order], [1.0]]),
    )  # fmt: skip
    share = total / (total + _TRUST)
    levels = share * found + (1.0 - share) * LEVELS
    moved: Array = np.maximum.accumulate(np.interp(levels, LEVELS, quantiles))
    beyond = np.maximum(levels - LEVELS[-1], 0.0) / (1.0 - LEVELS[-1])
    longer: Array = moved + beyond * (quantiles[-1] - quantiles[-6])
    return longer
