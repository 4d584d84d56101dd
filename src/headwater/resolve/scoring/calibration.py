"""Calibration: from bits to a probability that holds, and to what is sure enough to merge.

Counts of checked pairs by bits stand in the model, so that a reader can see how much the claim
"at least 0.99" rests on. Bounds are one-sided at 95 % (Clopper and Pearson 1934): without an error
it takes 299 checked pairs to claim 0.99.
"""

from collections.abc import Mapping
from math import exp, inf, lgamma, log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.resolve.scoring.evidence import STRATA

EDGES = np.arange(-20.0, 41.0)
"""Lower edges of the classes in which checked pairs are counted, in bits; the last is open."""

_SURE = 0.99
_RISK = 0.05
# How far judgements of a node may move the curve: a prior as of some dozens of judged pairs.
_STIFF = np.array([0.5, 40.0])
_STEPS = 50
_CLOSE = 1e-7
_FLATTEST = 0.05

Floats = NDArray[np.float64]


class Calibration(NamedTuple):
    """What is known of one stratum.

    Attributes:
        offset: Bits to add.
        slope: What one bit of weight is really worth in bits.
        checked: Pairs checked in each class of `EDGES`.
        matches: Those among them that were one person.
    """

    offset: float
    slope: float
    checked: tuple[int, ...] = (0,) * len(EDGES)
    matches: tuple[int, ...] = (0,) * len(EDGES)

    @property
    def sure_from(self) -> float:
        """Bits from which on the lower bound of precision is at least 0.99; infinite if nowhere."""
        checked = np.cumsum(self.checked[::-1])[::-1].tolist()
        matches = np.cumsum(self.matches[::-1])[::-1].tolist()
        found = inf
        for edge, n, good in zip(EDGES[::-1].tolist(), checked[::-1], matches[::-1], strict=True):
            if _holds(int(n), int(n - good)):
                found = edge
        return found


class Reliability(NamedTuple):
    """One line of a reliability table.

    Attributes:
        stratum: Pair of scripts, or `all`.
        low: Lowest probability of the class.
        high: Highest probability of the class.
        pairs: Pairs in it.
        said: Mean probability that was said.
        found: Share that was one person.
    """

    stratum: str
    low: float
    high: float
    pairs: int
    said: float
    found: float


def lower_bound(pairs: int, errors: int) -> float:
    """The precision that is exceeded with 95 % certainty, given errors among checked pairs."""
    if pairs <= 0 or errors >= pairs:
        return 0.0
    low, high = 0.0, 1.0
    for _ in range(50):
        middle = (low + high) / 2
        if _at_most(errors, pairs, 1 - middle) > _RISK:
            high = middle
        else:
            low = middle
    return low


def calibrated(
    start: Mapping[str, Calibration],
    bits: Floats,
    strata: NDArray[np.int8],
    same: NDArray[np.bool_],
) -> dict[str, Calibration]:
    """Calibrations after some pairs were checked, from what was known before.

    Args:
        start: Calibration by stratum so far.
        bits: Total bits of the checked pairs.
        strata: Their strata.
        same: Whether each was found to be one person.
    """
    found = dict(start)
    for index, stratum in enumerate(STRATA):
        mine = strata == index
        if mine.any():
            found[stratum] = _refined(start[stratum], bits[mine], same[mine])
    return found


def reliability(
    probability: Floats, strata: NDArray[np.int8], same: NDArray[np.bool_], classes: int = 10
) -> list[Reliability]:
    """Said against found, by classes of probability, over all pairs and by stratum."""
    lines: list[Reliability] = []
    which = np.minimum((probability * classes).astype(int), classes - 1)
    for index, stratum in [(-1, "all"), *enumerate(STRATA)]:
        mine = np.ones(len(strata), dtype=bool) if index < 0 else strata == index
        for part in np.unique(which[mine]).tolist():
            taken = mine & (which == part)
            said, found = float(probability[taken].mean()), float(same[taken].mean())
            edges = (part / classes, (part + 1) / classes)
            lines.append(Reliability(stratum, *edges, int(taken.sum()), said, found))
    return lines


def probabilities(bits: Floats) -> Floats:
    """Probabilities of log2 odds, element by element."""
    return np.asarray(1.0 / (1.0 + np.exp2(-np.clip(bits, -60.0, 60.0))))


def _refined(start: Calibration, bits: Floats, same: NDArray[np.bool_]) -> Calibration:
    offset, slope = _curve(start, bits, same)
    at = np.floor(bits - EDGES[0]).astype(int).clip(0, len(EDGES) - 1)
    checked = np.bincount(at, minlength=len(EDGES)) + start.checked
    matches = np.bincount(at, same, len(EDGES)).astype(int) + start.matches
    return Calibration(offset, slope, tuple(checked.tolist()), tuple(matches.tolist()))


def _curve(start: Calibration, bits: Floats, same: NDArray[np.bool_]) -> tuple[float, float]:
    """Logistic regression of the truth on bits, held towards what was known before (Newton)."""
    centre = np.array([start.offset, start.slope])
    at = centre.copy()
    design = np.stack([np.ones(len(bits)), np.clip(bits, EDGES[0], EDGES[-1])], axis=1)

    def loss(curve: Floats) -> float:
        odds = log(2) * np.where(same, -1.0, 1.0) * (design @ curve)
        return float(np.logaddexp(0, odds).sum() + (_STIFF * (curve - centre) ** 2).sum() / 2)

    for _ in range(_STEPS):
        said = probabilities(design @ at)
        # In natural units: a bit is ln 2.
        rise = log(2) * design.T @ (same - said) - _STIFF * (at - centre)
        bend = log(2) ** 2 * (design * (said * (1 - said))[:, None]).T @ design + np.diag(_STIFF)
        step = np.linalg.solve(bend, rise)
        while np.abs(step).max() > _CLOSE and loss(at + step) > loss(at):
            step /= 2
        at = at + step
        if np.abs(step).max() <= _CLOSE:
            break
    return float(at[0]), max(float(at[1]), _FLATTEST)


def _holds(pairs: int, errors: int) -> bool:
    """Whether the lower bound of precision is at least `_SURE`."""
    rate = 1 - _SURE
    return errors <= rate * pairs and _at_most(errors, pairs, rate) <= _RISK


def _at_most(errors: int, pairs: int, rate: float) -> float:
    """Chance of at most so many errors where each pair errs at a rate."""
    if rate <= 0 or rate >= 1:
        return 1.0 if rate <= 0 else 0.0
    head = lgamma(pairs + 1)
    terms = (
        head - lgamma(k + 1) - lgamma(pairs - k + 1) + k * log(rate) + (pairs - k) * log(1 - rate)
        for k in range(errors, -1, -1)
    )
    return min(sum(exp(term) for term in terms), 1.0)
