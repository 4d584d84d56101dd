"""Many series foretold at once, period by period, from what was known before.

Each series is a level that wanders, plus its regressors, plus noise. How much the level wanders,
whether the donors are to be believed, and whether the series then still has a season that is not
theirs, is not fitted: each of a few answers is followed along, and counts as much as it foretold
what came before. So every window of the past is foretold as the
treated one is: by the same rule, from what lay before it, with no look at what came after.
Harvey 1989 (the filter); West and Harrison 1997, ch. 4 and 12 (unknown size, several models).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from headwater.series.counterfactual.regressors import ONE, Array, Regressors, logs

WANDERS = (0.001, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0)
"""Sizes of a step of the level, as a share of the noise: variances."""

_THEIRS = 0.05
"""Deviation of the waves of a season where it is the donors', on the log scale."""

_WORTH = 4.0
_LEAST_NOISE = 0.003
_TRAIL = 12
_LAST = 1.0


class Window(NamedTuple):
    """What a window held against what was foretold, for all series.

    Attributes:
        start: First period of the window.
        length: Periods of it.
        error: Logarithm of the mean held over the mean foretold; nan where nothing is known.
        size: Deviation that the forecast states for it.
        path: Counts foretold, series x periods of the window.
        believed: Weight of the models that believe the donors.
        noise: The part of the size that is noise of the window's own counts.
    """

    start: int
    length: int
    error: Array
    size: Array
    path: Array
    believed: Array
    noise: Array


class _State(NamedTuple):
    """Where the filter stands: series x models (x columns (x columns))."""

    mean: Array
    spread: Array
    freedom: Array
    scale: Array
    score: Array


class Filter:
    """Forecasts of several series by several models.

    Args:
        counts: Series x periods; nan is a gap.
        given: Their regressors.
        start: First treated period: rough sizes are taken from the periods before.
        within: What the days inside each period did to it, on the log scale: series x periods.
    """

    def __init__(
        self, counts: Array, given: Regressors, start: int, within: Array | None = None
    ) -> None:
        self._counts = counts
        self._within = np.zeros_like(counts) if within is None else within
        self._scaled = logs(counts) - self._within
        self._columns = given.columns
        rough = _rough_noise(self._scaled[:, :start])
        self._noise = _relative_noise(counts, rough, start)
        models = [(wander, *way) for wander in WANDERS for way in _ways(given)]
        self._wander, self._believing, self._theirs = (
            np.array(one) for one in zip(*models, strict=True)
        )
        self._state = self._first(given, rough, start)

    def _first(self, given: Regressors, rough: Array, start: int) -> _State:
        units, models = len(self._counts), self._wander.size
        taken = ~given.donors[None] | self._believing[:, None]
        mean = np.broadcast_to(np.where(taken, given.mean, 0.0), (units, *taken.shape)).copy()
        opening = self._scaled[:, : max(start, 1)]
        known = np.isfinite(opening)
        mean[:, :, 0] = _mean(opening, known)[:, None]
        theirs = given.season[None] & self._theirs[:, None]
        size = np.where(theirs, _THEIRS, np.where(taken, given.deviation, 1e-4)) ** 2
        spread = np.einsum("mk,kl->mkl", size, np.eye(given.mean.size))
        return _State(
            mean,
            spread[None] / rough[:, None, None, None],
            np.full((units, models), _WORTH),
            np.repeat(rough[:, None], models, axis=1),
            np.zeros((units, models)),
        )

    def windows(self, wanted: Sequence[tuple[int, int]], until: int) -> Iterator[Window]:
        """Windows of these starts and lengths, in the order of starts.

        Nothing from the period `until` on is learnt from.
        """
        by_start: dict[int, list[int]] = {}
        for begin, length in wanted:
            by_start.setdefault(begin, []).append(length)
        for at in range(max(by_start, default=-1) + 1):
            for length in by_start.get(at, ()):
                yield self._window(at, length)
            if at < until:
                self._learn(at)

    def _learn(self, at: int) -> None:
        """Take in one period."""
        state, row = self._state, self._columns[:, at]
        spread = state.spread.copy()
        spread[:, :, 0, 0] += self._wander
        scaled = self._scaled[:, at]
        seen = np.isfinite(scaled)
        gain = np.einsum("umkl,ul->umk", spread, row)
        total = np.einsum("umk,uk->um", gain, row) + self._noise[:, at, None]
        off = np.where(seen, scaled, 0.0)[:, None] - np.einsum("umk,uk->um", state.mean, row)
        ratio = off**2 / total / (state.freedom * state.scale)
        score = (
            gammaln((state.freedom + 1) / 2)
            - gammaln(state.freedom / 2)
            - 0.5 * np.log(state.freedom * state.scale * total)
            - (state.freedom + 1) / 2 * np.log1p(ratio)
        )
        step = np.where(seen, 1.0, 0.0)[:, None]
        freedom = state.freedom + step
        scale = np.where(
            step > 0, (state.freedom * state.scale + off**2 / total) / freedom, state.scale
        )
        moved = gain / total[:, :, None] * step[:, :, None]
        self._state = _State(
            state.mean + moved * off[:, :, None],
            spread - moved[:, :, :, None] * gain[:, :, None, :],
            freedom,
            scale,
            state.score + score * step,
        )

    def _weights(self) -> Array:
        score = self._state.score
        weight = np.exp(score - score.max(axis=1, keepdims=True))
        shares: Array = weight / weight.sum(axis=1, keepdims=True)
        return shares

    def _window(self, begin: int, length: int) -> Window:
        """Foretell a window from what is known so far, and hold it against what it held."""
        state, rows = self._state, self._columns[:, begin : begin + length]
        length = rows.shape[1]
        held = self._counts[:, begin : begin + length]
        known = np.isfinite(held)
        each = np.einsum("umk,uhk->umh", state.mean, rows)
        weights = self._weights()
        lift = self._lift(begin)
        inside_days = self._within[:, begin : begin + length]
        path = np.exp(np.einsum("um,umh->uh", weights, each) + inside_days) * lift[:, None]
        expected = _mean(path, known)
        error = np.log(_mean(held, known) + ONE) - np.log(np.where(expected > 0, expected, ONE))
        middle = each.mean(axis=2)
        mean_row = rows.mean(axis=1)
        about = np.einsum("umkl,uk,ul->um", state.spread, mean_row, mean_row)
        drifts = (length + 1) * (2 * length + 1) / (6 * length)
        noise = self._noise[:, begin - 1, None] / length
        inside = (about + self._wander * drifts + noise) * state.scale
        between = (middle - np.einsum("um,um->u", weights, middle)[:, None]) ** 2
        size = np.sqrt(np.einsum("um,um->u", weights, inside + between))
        error = np.where(known.mean(axis=1) > 0.5, error, np.nan)
        believed = weights @ self._believing
        own = np.sqrt(np.einsum("um,um->u", weights, noise * state.scale))
        return Window(begin, length, error, size, np.maximum(path - ONE, 0.0), believed, own)

    def _lift(self, begin: int) -> Array:
        """By how much means of counts are above their middle: from the errors of one step."""
        noise = self._weights() * self._state.scale
        size = noise.sum(axis=1) * self._noise[:, max(begin - 1, 0)]
        lift: Array = np.exp(np.minimum(size, 2.0) / 2)
        return lift


def _ways(given: Regressors) -> list[tuple[bool, bool]]:
    """Whether donors are believed, and whether the season is theirs."""
    if not given.donors.any():
        return [(False, False)]
    return [(False, False), (True, False), *([(True, True)] if given.season.any() else [])]


def _mean(values: Array, known: NDArray[np.bool_]) -> Array:
    """Mean of what is known in each row."""
    total = np.where(known, values, 0.0).sum(axis=1)
    mean: Array = total / np.maximum(known.sum(axis=1), 1)
    return mean


def _rough_noise(scaled: Array) -> Array:
    """Rough variance of the noise of each series: by the usual step from period to period."""
    steps = np.abs(np.diff(scaled, axis=1))
    usual = np.array([np.median(row[np.isfinite(row)]) if np.isfinite(row).any() else 1.0
                      for row in steps])  # fmt: skip
    rough: Array = np.maximum((usual / 0.6745) ** 2 / 2, _LEAST_NOISE)
    return rough


def _relative_noise(counts: Array, rough: Array, start: int) -> Array:
    """Noise of each period against the usual of its series: small counts are noisier by chance."""
    noise = np.ones_like(counts)
    whole = np.where(np.isfinite(counts), counts, 0.0)
    seen = np.isfinite(counts).astype(float)
    for at in range(counts.shape[1]):
        past = slice(max(0, at - _TRAIL), max(at, 1))
        known = np.maximum(seen[:, past].sum(axis=1), _LAST)
        noise[:, at] = rough + 1.0 / (whole[:, past].sum(axis=1) / known + ONE)
    relative: Array = noise / np.median(noise[:, : max(start, 1)], axis=1, keepdims=True)
    return relative
