"""The evidence that a series has shifted, carried on from period to period.

Every period is foretold from those before it, without a shift and with one that began at each of
the last periods, by each of some sizes. The evidence for a shift is how much better it foretold
all that came since: a bet that cannot be expected to win if nothing changed (Ville 1939; Shin,
Ramdas and Rinaldo 2023 for changes). Level, season, size, memory and tails of the noise are
unknown and averaged over; what all series share is learnt from all of them.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.series.baseline import MEMORIES, WAVES, Array, Mask, Noise, White, fit, steady, waves
from headwater.series.tails import HEAVY, NORMAL, SLIPPING, Tail, least_density, log_density, weight

_SIZES = np.array([0.4, 0.7, 1.1, 1.8, 3.0, 4.5])
_LIKELY = np.array([2.0, 2.0, 0.8, 0.4, 0.2, 0.1])
SIZES = np.concatenate([_SIZES, -_SIZES])
"""Sizes of shifts on the steady scale. Likeliest: half more and double, and back again."""
_STAKES = np.log(np.concatenate([_LIKELY, _LIKELY]) / (2.0 * _LIKELY.sum()))
_KINDS = (
    *((memory, SLIPPING) for memory in MEMORIES),
    (0.0, NORMAL),
    (0.0, HEAVY),
)  # the noise that a series may have: how much of it lasts, and how far out it may fall
_FEWEST = 5  # known periods from which on a series can be foretold: level and four waves
_UNSURE = 0.1  # squared: how far off the middle of a short series its season may be
_FAR = 3.0  # times the usual noise: what is further out is not handed on to the next period
_ROUNDS = 20  # in which the shares of the kinds of noise settle
_WORTH_OF_WAVES = 4.0  # series that the likely sizes of waves are worth


class _Period(NamedTuple):
    """A period, with what is known before it; arrays have one entry a series.

    Attributes:
        now: Which it is.
        value: Its count on the steady scale.
        level: Its level and waves: five.
        taken: Whether its count is known and can be foretold.
        last: The last known period before it; -1 where there is none.
        last_value: The count of that one.
        last_level: Its level and waves: series x 5.
        noise: The size of the noise to expect.
        waves: The likely size of each wave.
        middle: The middle of a series too short to have been foretold well; nan of the others.
        stakes: Log stakes of a shift that begins now: sizes x series.
    """

    now: int
    value: Array
    level: Array
    taken: Mask
    last: NDArray[np.int64]
    last_value: Array
    last_level: Array
    noise: Noise
    waves: Array
    middle: Array
    stakes: Array


class _Start(NamedTuple):
    """A period that a shift may have begun in, with what was known then.

    Attributes:
        since: The period.
        mean: Level and waves: series x 5.
        size: Usual noise, one a series.
        spread: Usual error of foretelling, one a series.
        freedom: Degrees of freedom of that, one a series.
        told: Log evidence of no shift until then, one a series.
        bets: Log evidence of a shift of each size since then, stakes included: sizes x series.
    """

    since: int
    mean: Array
    size: Array
    spread: Array
    freedom: Array
    told: Array
    bets: Array


class Evidence:
    """The evidence of all series up to the period that was looked at last."""

    def __init__(self, counts: Array, a_year: float, baseline: int, least: int, back: int) -> None:
        """Look at nothing yet.

        Args:
            counts: Series x periods; nan where there is no count.
            a_year: Periods of a year.
            baseline: Most periods that a shift is held against.
            least: Fewest known periods before a shift.
            back: A shift may have begun at most so many periods ago.
        """
        self.begins = np.zeros(counts.shape[0], dtype=np.int64)
        self._seen = np.isfinite(counts)
        self._scaled = np.where(self._seen, steady(np.where(self._seen, counts, 0.0)), 0.0)
        season = waves(counts.shape[1], a_year)
        self._level = np.concatenate([np.ones((counts.shape[1], 1)), season], axis=1)
        self._baseline, self._least = baseline, least
        self._kinds = [_Kind(memory, tail, counts.shape[0], back) for memory, tail in _KINDS]
        self._share = np.full(len(self._kinds), 1.0 / len(self._kinds))
        self._waves = WAVES
        self.anew([], [])

    def look(self, now: int) -> tuple[Array, NDArray[np.int64]]:
        """Take in one period; the periods are to be taken in their order.

        Returns:
            One a series: the log evidence for a shift since any of the last periods but this one,
            and the likeliest of them.
        """
        window = slice(max(0, now - self._baseline), now)
        usable = self._own[:, window]
        period = self._period(now, window, usable)
        for kind in self._kinds:
            kind.take(self._white[kind.memory].within(window, usable), period)
        self._waves = self._usual_waves()
        return self._together()

    def anew(self, series: Sequence[int], since: Sequence[int]) -> None:
        """Let series begin anew with the shifts that were called."""
        for one, at in zip(series, since, strict=True):
            self.begins[one] = at
            for kind in self._kinds:
                kind.anew(one, at)
        self._own = self._seen & (np.arange(self._seen.shape[1]) >= self.begins[:, None])
        self._white = {
            memory: White.of(self._scaled, self._level[:, 1:], self._seen, self._own, memory)
            for memory in MEMORIES
        }

    def _period(self, now: int, window: slice, usable: Mask) -> _Period:
        known = self._own[:, :now].sum(axis=1)
        # the noise of a series that began anew is known from before; only its level is not
        enough = np.where(self.begins > 0, _FEWEST, self._least)
        last = np.where(self._own[:, :now], np.arange(now), -1).max(axis=1)
        held = np.sort(np.where(usable, self._scaled[:, window], np.inf), axis=1)
        middle = held[np.arange(known.size), usable.sum(axis=1) // 2]
        return _Period(
            now,
            self._scaled[:, now],
            self._level[now],
            self._seen[:, now] & (known >= _FEWEST),
            last,
            self._scaled[np.arange(last.size), last],
            self._level[last],
            Noise.of(
                self._scaled[:, :now],
                np.pad(usable, ((0, 0), (window.start, 0))),
                self._seen[:, :now] & ~self._own[:, :now],
            ),
            self._waves,
            np.where(known <= self._least, np.where(middle < np.inf, middle, 0.0), np.nan),
            np.where(known >= enough, _STAKES[:, None], -np.inf),
        )

    def _usual_waves(self) -> Array:
        """How large the waves of all series are: those of a year, and those of half a year."""
        squares = self._share @ np.array([kind.waves.sum(axis=0) for kind in self._kinds])
        likely = _WORTH_OF_WAVES * WAVES[::2] ** 2
        usual = squares.reshape(2, 2).sum(axis=1) + likely
        return np.repeat(np.sqrt(usual / (2 * self.begins.size + _WORTH_OF_WAVES)), 2)

    def _together(self) -> tuple[Array, NDArray[np.int64]]:
        """Average over the kinds of noise, by shares that all series settle."""
        none = np.stack([kind.told for kind in self._kinds])
        shift = np.stack([kind.shifted() for kind in self._kinds])
        either = np.logaddexp(none, _log_sum(shift, 1) - np.log(shift.shape[1]))
        self._share = _settled(either)
        share = np.log(self._share)[:, None]
        ratio = (_log_sum(shift + share[:, None], 0) - _log_sum(none + share, 0))[:-1]
        if not ratio.size:
            return np.full(self.begins.size, -np.inf), self.begins
        dates = np.array([start.since for start in self._kinds[0].starts])
        return _log_sum(ratio, 0), dates[np.argmax(ratio, axis=0)]


class _Kind:
    """All series as noise of one memory and one tail would have them.

    Attributes:
        memory: Share of its noise that a period hands on to the next.
        told: Log evidence of no shift, one a series.
        starts: Each of the last periods as one in which a shift may have begun.
        waves: Squared size of each wave: series x 4.
    """

    def __init__(self, memory: float, tail: Tail, series: int, back: int) -> None:
        self.memory, self._tail, self._back = memory, tail, back
        self.told = np.zeros(series)
        self.starts: list[_Start] = []
        self.waves = np.zeros((series, 4))

    def take(self, white: White, period: _Period) -> None:
        """Foretell a period from those before it, without a shift and with each, and score that."""
        share = np.where(period.last >= 0, self.memory ** (period.now - period.last), 0.0)
        scale = 1.0 / np.sqrt(1.0 - share**2)
        level = scale[:, None] * (period.level - share[:, None] * period.last_level)
        self.starts = [*self.starts, self._start(white, period, level)][-self._back - 1 :]
        mean, size, spread, freedom = (
            np.stack([getattr(start, name) for start in self.starts])
            for name in ("mean", "size", "spread", "freedom")
        )
        rest = period.value - mean @ period.level
        carried = period.last_value - (mean * period.last_level).sum(axis=2)
        spread, far = spread / scale, _FAR * size
        away = rest[-1] - share * np.clip(carried[-1], -far[-1], far[-1])
        density = log_density(away, spread[-1], freedom[-1], self._tail)
        self.told = self.told + np.where(period.taken, density, 0.0)
        since = np.array([start.since for start in self.starts])[:, None]
        stepped = SIZES[:, None] * (period.last >= since)[:, None]
        carried = np.clip(carried[:, None] - stepped, -far[:, None], far[:, None])
        away = rest[:, None] - SIZES[:, None] - share * carried
        density = least_density(away, spread[:, None], freedom[:, None], self._tail)
        for start, gain in zip(self.starts, np.where(period.taken, density, 0.0), strict=True):
            start.bets[:] += gain

    def shifted(self) -> Array:
        """Log evidence of a shift since each of the last periods: periods x series."""
        bets = np.stack([start.bets for start in self.starts])
        return _log_sum(bets, 1) + np.stack([start.told for start in self.starts])

    def anew(self, one: int, since: int) -> None:
        """Forget of a series what it showed without a shift since then, and its bets."""
        self.told[one] = next(start.told[one] for start in self.starts if start.since == since)
        for start in self.starts:
            start.bets[:, one] = -np.inf

    def _start(self, white: White, period: _Period, level: Array) -> _Start:
        """Read level, season and noise from the periods before, robustly."""
        noise = period.noise.size / (1.0 - self.memory)
        mean, size = np.zeros((noise.size, 5)), np.sqrt(noise + _UNSURE)
        mean[:, 0] = period.middle
        if self.starts:
            long = np.isnan(period.middle)
            mean = np.where(long[:, None], self.starts[-1].mean, mean)
            size = np.where(long, self.starts[-1].size, size)
        counts = weight(white.left(mean), size[:, None], self._tail)
        found = fit(white.weighing(counts), noise, period.noise.worth, period.waves)
        squared = found.left / found.freedom
        wide = np.diagonal(found.cross, axis1=1, axis2=2)[:, 1:]
        self.waves = found.mean[:, 1:] ** 2 + squared[:, None] * wide
        unsure = np.einsum("kp,kpq,kq->k", level, found.cross, level)
        return _Start(
            period.now,
            found.mean,
            np.sqrt(squared),
            np.sqrt(squared * (1.0 + unsure)),
            1.0 / (1.0 / found.freedom + 1.0 / self._tail.freedom),
            self.told.copy(),
            period.stakes.copy(),
        )


def _settled(either: Array) -> Array:
    """Share of the series that have each kind of noise, from all of them, shifted or not."""
    kinds = either.shape[0]
    fits = np.exp(either - either.max(axis=0))
    share = np.full(kinds, 1.0 / kinds)
    for _ in range(_ROUNDS):
        held = fits * share[:, None]
        share = ((held / held.sum(axis=0)).sum(axis=1) + 1.0) / (fits.shape[1] + kinds)
    return share


def _log_sum(values: Array, axis: int) -> Array:
    """Logarithm of the sum along an axis of what these are logarithms of."""
    top = np.maximum(values.max(axis=axis, keepdims=True), -1e300)
    with np.errstate(divide="ignore"):
        summed = np.log(np.exp(values - top).sum(axis=axis))
    whole: Array = summed + top.squeeze(axis)
    return whole
