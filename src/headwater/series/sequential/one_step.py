"""Series foretold one period ahead, each time from what was known then.

A series is, on the log scale, a level that wanders, plus its columns, plus noise. How much the
level wanders and whether the donors are to be believed is followed along for several answers at
once, each counting as much as it foretold what came before (West and Harrison 1997, ch. 4 and 12).
Unlike a forecast from the start of an operation, it goes on learning; no column knows a later day.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

Array = NDArray[np.float64]

ONE = 1.0
"""Added to a count before its logarithm, so that a count of none has one."""

_WANDERS = (0.001, 0.01, 0.03, 0.1, 0.3, 1.0)
_WORTH = 4.0
_TRAIL = 12
_LASTING = 6
_LEAST_NOISE = 0.003
_UNUSED = 1e-4
_FARTHEST = 2.5


class Columns(NamedTuple):
    """What series are foretold from: series x periods x columns, the level first, and priors.

    Attributes:
        values: The columns.
        mean: Mean of each column's weight beforehand.
        deviation: Its deviation.
        donors: Which columns come from donors.
    """

    values: Array
    mean: Array
    deviation: Array
    donors: NDArray[np.bool_]


class Foretold(NamedTuple):
    """What was foretold of each period of each series, on the log scale.

    Attributes:
        middle: From the period before: series x periods.
        size: Deviation stated for it.
        ahead: The first series, from `start` on, foretold at the start.
    """

    middle: Array
    size: Array
    ahead: Array


def columns(donors: Array, own: Array, covariates: Array, start: int, a_year: float) -> Columns:
    """Columns for several series, none of which knows a later period.

    What the donors do together enters twice: its mean of the last periods, and what is left.

    Args:
        donors: Donors on the log scale, donors x periods; nan is a gap.
        own: Which donor each series is, which it is not foretold from: the number, or -1.
        covariates: Covariates x periods; nan is a gap.
        start: First treated period; means and sizes are those of the periods before.
        a_year: Periods of a year.
    """
    units, periods = own.size, donors.shape[1]
    fixed = [np.ones((1, periods)), _season(periods, a_year if start >= a_year else np.inf)]
    fixed.append(_standard(_carried(covariates), start))
    values = np.repeat(np.concatenate(fixed)[None], units, axis=0)
    prior = [(0.0, 3.0), *[(0.0, 0.4)] * (values.shape[1] - 1)]
    before = len(prior)
    if len(donors):
        together = _together(_carried(donors), own, start)
        lasting = _trailing(together, _LASTING)
        values = np.concatenate([values, lasting[:, None], (together - lasting)[:, None]], axis=1)
        prior += [(0.8, 0.4), (0.4, 0.4)]
    mean, deviation = (np.array(one) for one in zip(*prior, strict=True))
    return Columns(values.swapaxes(1, 2), mean, deviation, np.arange(len(prior)) >= before)


def _season(periods: int, a_year: float) -> Array:
    if not np.isfinite(a_year):
        return np.zeros((0, periods))
    angle = 2 * np.pi * np.arange(periods) / a_year
    waves = range(1, 3 if a_year > 6 else 2)
    return np.stack([wave(k * angle) for k in waves for wave in (np.cos, np.sin)])


def _standard(rows: Array, start: int) -> Array:
    """Rows with mean 0 and deviation 1 before the start."""
    if not rows.size:
        return rows
    before = rows[:, :start]
    size = np.maximum(before.std(axis=1, keepdims=True), 1e-9)
    standard: Array = (rows - before.mean(axis=1, keepdims=True)) / size
    return standard


def _carried(rows: Array) -> Array:
    """Rows whose gaps hold the last value known; what comes before the first holds the first."""
    known = np.isfinite(rows)
    last = np.maximum.accumulate(np.where(known, np.arange(rows.shape[1]), 0), axis=1)
    first = known.argmax(axis=1)[:, None] if rows.size else last
    carried: Array = np.take_along_axis(rows, np.maximum(last, first), axis=1)
    return np.nan_to_num(carried)


def _together(donors: Array, own: Array, start: int) -> Array:
    """The mean of the donors that a series is foretold from, for each series."""
    centred = donors - donors[:, :start].mean(axis=1, keepdims=True)
    is_own = own[:, None] == np.arange(len(donors))
    others = np.maximum((~is_own).sum(axis=1, keepdims=True), 1)
    together: Array = (~is_own).astype(float) @ centred / others
    return together


def _trailing(rows: Array, length: int) -> Array:
    """Mean of the last periods, this one included."""
    sums = np.cumsum(np.pad(rows, ((0, 0), (1, 0))), axis=1)
    after = np.arange(1, rows.shape[1] + 1)
    begin = np.maximum(after - length, 0)
    mean: Array = (sums[:, after] - sums[:, begin]) / (after - begin)
    return mean


def foretell(scaled: Array, noise: Array, given: Columns, start: int) -> Foretold:
    """Foretell every period of every series from the one before.

    Args:
        scaled: Series on the log scale, series x periods; nan is a gap.
        noise: Variance of the noise of each period, as `noise_of` gives it.
        given: What they are foretold from.
        start: The period from which the first series is foretold ahead too.
    """
    state = _State(scaled, noise, given, start)
    middle, size = np.empty_like(scaled), np.empty_like(scaled)
    ahead = np.empty(0)
    for at in range(scaled.shape[1]):
        if at == start:
            ahead = state.ahead(given.values[0, start:])
        middle[:, at], size[:, at] = state.learn(at)
    return Foretold(middle, size, ahead)


def noise_of(counts: Array, scaled: Array, start: int) -> Array:
    """Variance of the noise of each period on the log scale: small counts are noisier by chance."""
    steps = np.abs(np.diff(scaled, axis=1))[:, : max(start - 1, 1)]
    usual = [np.median(row[np.isfinite(row)]) if np.isfinite(row).any() else 1.0 for row in steps]
    rough = np.maximum((np.array(usual) / 0.6745) ** 2 / 2, _LEAST_NOISE)[:, None]
    # the counts of the periods before say how small this one is likely to be
    earlier = np.pad(_carried(counts), ((0, 0), (1, 0)), mode="edge")[:, :-1]
    noise: Array = rough + 1.0 / (_trailing(earlier, _TRAIL) + ONE)
    return noise


class _State:
    """Where the answers stand: series x answers (x columns (x columns))."""

    def __init__(self, scaled: Array, noise: Array, given: Columns, start: int) -> None:
        self._scaled, self._columns = scaled, given.values
        rough = np.median(noise[:, :start], axis=1, keepdims=True)
        self._noise = noise / rough
        ways = [False, True] if given.donors.any() else [False]
        self._wander = np.repeat(_WANDERS, len(ways))
        believed = np.tile(ways, len(_WANDERS))
        taken = ~given.donors | believed[:, None]
        shape = (len(scaled), self._wander.size)
        self._mean = np.broadcast_to(given.mean * taken, (*shape, given.mean.size)).copy()
        opening = scaled[:, :start]
        known = np.isfinite(opening)
        level = np.where(known, opening, 0.0).sum(axis=1) / np.maximum(known.sum(axis=1), 1)
        self._mean[:, :, 0] = level[:, None]
        spread = np.where(taken, given.deviation, _UNUSED) ** 2
        spread = np.einsum("mk,kl->mkl", spread, np.eye(given.mean.size))
        self._spread = spread / rough[:, :, None, None]
        self._freedom = np.full((len(scaled), 1), _WORTH)
        self._scale = np.repeat(rough, shape[1], axis=1)
        self._score = np.zeros(shape)

    def _weights(self) -> Array:
        weight = np.exp(self._score - self._score.max(axis=1, keepdims=True))
        shares: Array = weight / weight.sum(axis=1, keepdims=True)
        return shares

    def ahead(self, rows: Array) -> Array:
        """The first series in later periods, from what is known now."""
        told: Array = self._weights()[0] @ (self._mean[0] @ rows.T)
        return told

    def learn(self, at: int) -> tuple[Array, Array]:
        """Foretell a period, then take it in; the middle and size that were foretold."""
        row = self._columns[:, at]
        self._spread[:, :, 0, 0] += self._wander
        gain = np.einsum("umkl,ul->umk", self._spread, row)
        total = np.einsum("umk,uk->um", gain, row) + self._noise[:, at, None]
        each = np.einsum("umk,uk->um", self._mean, row)
        weights = self._weights()
        middle = (weights * each).sum(axis=1)
        inside = total * self._scale + (each - middle[:, None]) ** 2
        size = np.sqrt((weights * inside).sum(axis=1))
        self._take_in(self._scaled[:, at, None] - each, gain, total)
        return middle, size

    def _take_in(self, off: Array, gain: Array, total: Array) -> None:
        seen = np.isfinite(off[:, :1])
        worth = self._freedom * self._scale
        # one period off by far is taken for chance until others follow it
        most = _FARTHEST * np.sqrt(self._scale * total)
        off = np.clip(np.where(seen, off, 0.0), -most, most)
        score = (
            gammaln((self._freedom + 1) / 2)
            - gammaln(self._freedom / 2)
            - 0.5 * np.log(worth * total)
            - (self._freedom + 1) / 2 * np.log1p(off**2 / total / worth)
        )
        self._score += np.where(seen, score, 0.0)
        self._freedom = self._freedom + seen
        self._scale = np.where(seen, (worth + off**2 / total) / self._freedom, self._scale)
        moved = gain * (seen / total)[:, :, None]
        self._mean += moved * off[:, :, None]
        self._spread -= moved[:, :, :, None] * gain[:, :, None, :]
