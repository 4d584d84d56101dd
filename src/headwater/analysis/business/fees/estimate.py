"""The distribution of a fee from the ranges that are told: a range is an interval, not two points.

A range says that fees lie between its ends, not where, so it is spread evenly between them. It is
a spread of fees as well as a doubt about one: drawing ranges together by what is told more narrowly
(self-consistency, Turnbull 1976) made the estimate worse with every step on exercise worlds. A
range with an open end ("up to 7,000") is spread as the others are, within its bound: it bounds the
estimate and never makes it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Told:
    """One range as told, with the weight of those who tell it; an open end is None."""

    low: float | None
    high: float | None
    weight: float


class Distribution:
    """Mass on single amounts and, evenly, between them."""

    def __init__(self, points: Numbers, mass: Numbers) -> None:
        """Points in order; mass of each point and of each stretch after it, in turn."""
        self._left = np.repeat(points, 2)[:-1]
        self._right = np.repeat(points, 2)[1:]
        self._mass = mass
        self._reached = np.cumsum(mass)

    def quantiles(self, shares: Sequence[float]) -> list[float]:
        """The amounts below which these shares of the fees lie."""
        asked = np.array(shares)
        at = np.searchsorted(self._reached, asked - 1e-12).clip(max=len(self._mass) - 1)
        mass = self._mass[at]
        within = (asked - self._reached[at] + mass) / np.where(mass > 0, mass, 1.0)
        found: list[float] = (self._left[at] + within * (self._right[at] - self._left[at])).tolist()
        return found


def estimate(told: Sequence[Told]) -> Distribution | None:
    """The distribution behind these ranges; None where every range is open."""
    closed = [one for one in told if one.low is not None and one.high is not None]
    if not closed:
        return None
    ends = {end for one in told for end in (one.low, one.high) if end is not None}
    points = np.array(sorted(ends))
    mass = _spread_evenly(closed, points)
    bounded = [one for one in told if one.low is None or one.high is None]
    within = _inside(bounded, points) * mass
    total = within.sum(axis=1, keepdims=True)
    weights = _column(bounded) * (total > 0)
    mass = mass + (within / np.where(total > 0, total, 1.0) * weights).sum(axis=0)
    return Distribution(points, mass / mass.sum())


def bounds(told: Sequence[Told], share: float) -> tuple[float | None, float | None]:
    """Between which amounts a quantile lies, whatever is true inside each range.

    The lower is null where so many ranges are open below, the upper where so many are above.
    """
    lower = _weighted([(0.0 if t.low is None else t.low, t.weight) for t in told], share)
    upper = _weighted([(np.inf if t.high is None else t.high, t.weight) for t in told], share)
    return (lower or None, upper if np.isfinite(upper) else None)


def _inside(told: Sequence[Told], points: Numbers) -> Numbers:
    """For each range the points and stretches that lie in it, as 0 and 1."""
    left, right = np.repeat(points, 2)[:-1], np.repeat(points, 2)[1:]
    low = np.array([-np.inf if one.low is None else one.low for one in told])
    high = np.array([np.inf if one.high is None else one.high for one in told])
    found: Numbers = ((left >= low[:, None]) & (right <= high[:, None])).astype(np.float64)
    return found


def _spread_evenly(told: Sequence[Told], points: Numbers) -> Numbers:
    """The weight of each range, evenly between its ends; a single amount lies where it is."""
    inside = _inside(told, points)
    length = np.zeros(inside.shape[1])
    length[1::2] = np.diff(points)
    share = inside * length
    single = inside.sum(axis=1) == 1
    share[single] = inside[single]
    mass: Numbers = (share / share.sum(axis=1, keepdims=True) * _column(told)).sum(axis=0)
    return mass


def _column(told: Sequence[Told]) -> Numbers:
    """The weights of the ranges, one below the other."""
    return np.array([one.weight for one in told], dtype=np.float64).reshape(-1, 1)


def _weighted(pairs: Sequence[tuple[float, float]], share: float) -> float:
    """The amount at this share of the weight, lowest first."""
    ordered = sorted(pairs)
    reached = np.cumsum([weight for _, weight in ordered])
    at = int(np.searchsorted(reached, share * reached[-1] - 1e-12))
    return ordered[min(at, len(ordered) - 1)][0]
