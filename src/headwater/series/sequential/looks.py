"""Evidence that a series left its path, that holds however often anybody looks: e-values.

The error of each period, foretold from the one before, is ranked among the errors of the past, of
the treated series and the donors: where nothing happened each rank is as likely as any other,
whatever the errors look like. A bet on the ranks that a change would give multiplies a stake of
one. The stake, the e-value, exceeds 20 in at most one in twenty series that nothing happened to, at
any time (Ville 1939). Bets on falls and rises of several sizes share the stake. What is tried for
no change is tried for every constant change: those whose e-value is below 20 are the interval.

Sources: Shafer and Vovk 2019 (stakes as evidence); Vovk, Gammerman and Shafer 2005 (ranks, and bets
on them); Howard, Ramdas, McAuliffe and Sekhon 2021 (intervals that hold at any time).
"""

from typing import NamedTuple

import numpy as np
from scipy.special import logsumexp, ndtri

from headwater.series.counterfactual import LEVEL, Design
from headwater.series.sequential.one_step import (
    ONE,
    Array,
    Foretold,
    columns,
    foretell,
    noise_of,
)

ENOUGH = 1 / LEVEL
"""The e-value at which a change is said."""

LEAST_ERRORS = 19
"""So many errors of the past are needed to rank another among them at the level."""

_BURN_IN = 8
_WORTH = 6.0
_FARTHEST = 2.5
_BETS = ((-1.2, 0.10), (-0.7, 0.25), (-0.35, 0.35), (0.35, 0.15), (0.7, 0.10), (1.2, 0.05))
_CHANGES = np.round(np.arange(-3.0, 2.01, 0.05), 2)
_NONE = int(np.argmin(np.abs(_CHANGES)))
_FOLLOWED = np.round(np.arange(-4.4, 3.61, 0.4), 2)


class Looks(NamedTuple):
    """What was known at each period since the start; changes are logarithmic.

    Attributes:
        actual: Counts; nan is a gap.
        expected: Counts foretold at the start.
        e_value: Evidence against no change so far.
        leaning: By how much more of it, as a logarithm, was won on falls than on rises.
        change: The constant change since the start that least speaks against; nan where every one
            is excluded.
        low: Low end of the changes not excluded; minus infinity where there is none, nan where
            every one is excluded.
        high: High end of them, in the same way.
        errors: Number of errors of the past that each error was ranked among.
    """

    actual: Array
    expected: Array
    e_value: Array
    leaning: Array
    change: Array
    low: Array
    high: Array
    errors: int


def looks(design: Design) -> Looks | None:
    """What could be said at each period of the window, had one looked every time.

    Returns:
        None where the past holds fewer than 19 errors.
    """
    start, rows = design.start, [design.treated, *design.donors]
    counts = design.counts[rows, : design.end]
    within = np.zeros_like(counts)
    if design.within is not None:
        within = design.within[rows, : design.end]
    scaled = np.log(counts + ONE) - within
    noise = noise_of(counts, scaled, start)
    own = np.array([-1, *range(len(design.donors)), *[-1] * _FOLLOWED.size])
    given = columns(scaled[1:], own, design.covariates[:, : design.end], start, design.a_year)
    series = np.concatenate([scaled, _moved(scaled[0], start)])
    noise = np.concatenate([noise, np.repeat(noise[:1], _FOLLOWED.size, axis=0)])
    found = foretell(series, noise, given, start)
    errors = (scaled - found.middle[: len(rows)]) / found.size[: len(rows)]
    usual = _usual(errors[:, _BURN_IN:start])
    past = errors[:, _BURN_IN:start] / usual[:, None]
    past = np.sort(past[np.isfinite(past)])
    if past.size < LEAST_ERRORS or not np.isfinite(errors[0, _BURN_IN:start]).any():
        return None
    evidence, leaning = _evidence(scaled[0, start:], found, len(rows), usual[0], past)
    # a mean of counts is above their middle, by as much as past errors say
    lift = np.nanmean(np.exp(scaled[0, _BURN_IN:start] - found.middle[0, _BURN_IN:start]))
    expected = np.maximum(np.exp(found.ahead + within[0, start:]) * lift - ONE, 0.0)
    e_value, fitting = np.exp(evidence[:, _NONE]), _fitting(evidence, leaning)
    return Looks(counts[0, start:], expected, e_value, leaning[:, _NONE], *fitting, past.size)


def _moved(scaled: Array, start: int) -> Array:
    """The treated series as it would have been, by what the operation may have changed."""
    moved = np.repeat(scaled[None], _FOLLOWED.size, axis=0)
    moved[:, start:] -= _FOLLOWED[:, None]
    return moved


def _usual(errors: Array) -> Array:
    """The usual size of the errors of each series, drawn towards the one stated."""
    known = np.isfinite(errors)
    squares = np.where(known, errors, 0.0) ** 2
    size: Array = np.sqrt((_WORTH + squares.sum(axis=1)) / (_WORTH + known.sum(axis=1)))
    return size


def _evidence(
    scaled: Array, found: Foretold, own: int, usual: float, past: Array
) -> tuple[Array, Array]:
    """Logarithm of the e-value against each constant change, at each period; whither it leans."""
    start = found.middle.shape[1] - scaled.size
    middle = found.middle[own:, start:].T + _FOLLOWED
    size = _between(found.size[own:, start:].T, _CHANGES) * usual
    base = _between(middle, _CHANGES)
    ranks = _ranks((scaled[:, None] - base) / size, past)
    known = np.isfinite(scaled)[:, None]
    stakes, sides = [], []
    for bet, share in _BETS:
        # no rank is farther out than a few sizes: a bet on more would lose by what it should win
        shift = np.clip((_between(middle, _CHANGES + bet) - base) / size, -_FARTHEST, _FARTHEST)
        won = np.where(known, shift * ranks - shift**2 / 2, 0.0)
        stakes.append(np.log(share) + np.cumsum(won, axis=0))
        # what is followed learns of a change: a bet on rises may come to foretell falls
        sides.append(np.cumsum(won * -np.sign(shift), axis=0))
    evidence: Array = logsumexp(np.stack(stakes), axis=0)
    weights = np.exp(np.stack(stakes) - evidence)
    return evidence, (weights * np.stack(sides)).sum(axis=0)


def _between(told: Array, changes: Array) -> Array:
    """What was followed for some changes, at others: periods x changes."""
    return np.stack([np.interp(changes, _FOLLOWED, row) for row in told])


def _ranks(errors: Array, past: Array) -> Array:
    """Ranks of errors among those of the past, as the normal errors that have these ranks."""
    flat = np.nan_to_num(errors).ravel()
    place = (np.searchsorted(past, flat, "left") + np.searchsorted(past, flat, "right")) / 2
    ranks: Array = ndtri((place + 0.5) / (past.size + 1)).reshape(errors.shape)
    return ranks


def _fitting(evidence: Array, leaning: Array) -> tuple[Array, Array, Array]:
    """The change least spoken against, and the ends of those never excluded so far.

    Where all that are tried are excluded, those beyond an end still stand that its evidence leans
    to.
    """
    allowed = np.maximum.accumulate(evidence, axis=0) < np.log(ENOUGH)
    none = ~allowed.any(axis=1)
    below, above = none & (leaning[:, 0] > 0), none & (leaning[:, -1] < 0)
    last = _CHANGES.size - 1 - allowed[:, ::-1].argmax(axis=1)
    low = np.where(allowed[:, 0] | below, -np.inf, _CHANGES[allowed.argmax(axis=1)])
    high = np.where(allowed[:, -1] | above, np.inf, _CHANGES[last])
    change = _CHANGES[np.where(allowed, evidence, np.inf).argmin(axis=1)]
    change[below] = high[below] = _CHANGES[0]
    change[above] = low[above] = _CHANGES[-1]
    for one in (change, low, high):
        one[none & (below == above)] = np.nan
    return change, low, high
