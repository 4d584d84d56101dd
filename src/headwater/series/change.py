"""Shifts in many series, called as soon as the evidence allows, with few false calls.

Each series has an e-process: the evidence for a shift at one of the last periods against a local
baseline without one (ratio of evidences averaged over level, season, noise and its memory, so a
mixture martingale as in Robbins 1970), each possible date with its share of a budget. Looking
every period is therefore allowed (Ville's inequality), and e-BH across the series holds the share
of false calls (Wang and Ramdas 2022; Shin, Ramdas and Rinaldo 2023 for changes).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.series.baseline import (
    MEMORIES,
    Array,
    Fit,
    Mask,
    Noise,
    White,
    fit,
    steady,
    waves,
)
from headwater.series.discovery import e_bh

SIZES = ((0.4, 0.15), (-0.4, 0.15), (0.7, 0.2), (-0.7, 0.2), (0.0, 1.0))
"""Shifts thought likely, as middle and spread on the steady scale: by a half more and back again,
by a factor of two either way, and any."""
_ROUNDS = 20  # in which the shares of the memories settle
_SLIP = 4.0  # times the usual noise that a slip stands out
_ONE_LOOK = 0.45  # share of what a lone alarm needs that one period can bring at most
_PAST = 24  # periods that the usual noise is read from


class Watch(NamedTuple):
    """How closely to watch.

    Attributes:
        level: Expected share of false calls allowed.
        a_year: Periods of a year.
        baseline: Most periods that make a baseline.
        least: Fewest known periods before a shift.
        back: A shift may have begun at most so many periods ago.
        budget: Looks that the allowed share of false calls is spread over.
    """

    level: float = 0.1
    a_year: float = 12.0
    baseline: int = 60
    least: int = 8
    back: int = 24
    budget: int = 12


class Alarm(NamedTuple):
    """A shift that was called.

    Attributes:
        series: Its series, from 0.
        since: The first period of the shift.
        called: The period whose count raised the alarm.
        begins: First period of the baseline it was held against.
        log_e: Natural logarithm of the e-value.
    """

    series: int
    since: int
    called: int
    begins: int
    log_e: float


def alarms(counts: Array, watch: Watch) -> list[Alarm]:
    """Look at the end of every period, with what was known by then, and call shifts.

    After an alarm a series begins anew with the shift. A shift is called when it has shown for two
    periods at the earliest: one period brings only a part of what an alarm needs, and one that the
    next does not bear out is a slip and set aside.

    Args:
        counts: Series x periods; nan where there is no count.
        watch: How closely.
    """
    material = _Material.of(counts, watch)
    begins = np.zeros(counts.shape[0], dtype=np.int64)
    believed = np.zeros(counts.shape)
    most = _ONE_LOOK * np.log(counts.shape[0] * watch.budget / watch.level)
    called: list[Alarm] = []
    for now in range(watch.least + 1, counts.shape[1]):
        window = slice(max(0, now + 1 - watch.baseline - watch.back), now + 1)
        ratio = evidence(material, window, begins, watch)
        dates = slice(now + 1 - ratio.shape[1], now + 1)
        ratio = np.minimum(ratio, believed[:, dates] + most)
        believed[:, dates] = np.maximum(ratio, 0.0)
        log_e = np.logaddexp.reduce(ratio[:, :-1], axis=1) - np.log(watch.budget)
        past = np.array([alarm.log_e for alarm in called])
        chosen = np.flatnonzero(e_bh(np.concatenate([log_e, past]), watch.level)[: log_e.size])
        for one in chosen.tolist():
            since = dates.start + int(np.argmax(ratio[one, :-1]))
            called.append(Alarm(one, since, now, int(begins[one]), float(log_e[one])))
            begins[one] = since
        if chosen.size:
            believed[chosen] = 0.0
            material.anew(begins)
    return called


class _Material:
    """The series on the steady scale, made white for each memory.

    Attributes:
        scaled: Counts on the steady scale; 0 where not known.
        seen: Where a count is known.
        kept: Where it is no slip.
        season: The waves of the year.
        white: The series made white, one for each memory.
    """

    def __init__(self, scaled: Array, seen: Mask, season: Array) -> None:
        self.scaled, self.seen, self.season = scaled, seen, season
        self.kept = seen & ~slips(scaled, seen)
        self.white: list[White] = []
        self.anew(np.zeros(scaled.shape[0], dtype=np.int64))

    @classmethod
    def of(cls, counts: Array, watch: Watch) -> "_Material":
        seen = np.isfinite(counts)
        scaled = np.where(seen, steady(np.where(seen, counts, 0.0)), 0.0)
        return cls(scaled, seen, waves(counts.shape[1], watch.a_year))

    def anew(self, begins: NDArray[np.int64]) -> None:
        """Let nothing before the beginning of a series foretell what is after."""
        kept = self.kept & (np.arange(self.seen.shape[1]) >= begins[:, None])
        self.white = [
            White.of(self.scaled, self.season, self.seen, kept, memory) for memory in MEMORIES
        ]


def slips(scaled: Array, seen: Mask) -> Mask:
    """Single periods that stand far out and that the next known one does not bear out.

    Each is held against the five known ones before it; the next bears it out where it goes at
    least half of the way.
    """
    found = np.zeros_like(seen)
    for row in range(scaled.shape[0]):
        known = np.flatnonzero(seen[row])
        value = scaled[row, known]
        for at in range(3, known.size - 1):
            past = value[max(0, at - _PAST) : at]
            wide = max(float(np.median(np.abs(np.diff(past)))) / 0.954, 0.05)
            usual = np.median(past[-5:])
            out, next_out = value[at] - usual, value[at + 1] - usual
            if abs(out) > _SLIP * wide:
                found[row, known[at]] = next_out * np.sign(out) < abs(out) / 2
    return found


def evidence(material: _Material, window: slice, begins: NDArray[np.int64], watch: Watch) -> Array:
    """For each series and each of the last periods the log evidence that a shift began there.

    Series x periods, the last period of the window last; minus infinity where the baseline is not
    long enough.
    """
    usable = material.kept[:, window].copy()
    usable[:, -1] = material.seen[:, window.stop - 1]
    first = np.maximum(begins, window.start)[:, None]
    usable &= np.arange(window.start, window.stop) >= first
    until = np.arange(window.stop)
    current = np.pad(usable, ((0, 0), (window.start, 0)))
    past = material.kept[:, : window.stop] & (until < first)
    noise = Noise.of(material.scaled[:, : window.stop], current, past)
    none, shift = [], []
    for memory, whole in zip(MEMORIES, material.white, strict=True):
        white = whole.within(window, usable)
        fitted = fit(white, noise.size / (1.0 - memory), noise.worth)
        none.append(fitted.log_evidence)
        shift.append(fitted.log_evidence[:, None] + _gain(white, fitted, watch.back + 1))
    usual = _usual_memory(np.stack(none), np.stack(shift) - np.log(watch.budget))
    ratio: Array = (
        np.logaddexp.reduce(np.stack(shift) + usual[:, None, None], axis=0)
        - np.logaddexp.reduce(np.stack(none) + usual[:, None], axis=0)[:, None]
    )
    possible = usable & (np.cumsum(usable, axis=1) > watch.least)
    return np.where(possible[:, -ratio.shape[1] :], ratio, -np.inf)


def _usual_memory(none: Array, shift: Array) -> Array:
    """Log share of the series that have each memory, from all of them, shifted or not."""
    either = np.logaddexp(none, np.logaddexp.reduce(shift, axis=2))
    share = np.full(len(MEMORIES), 1.0 / len(MEMORIES))
    for _ in range(_ROUNDS):
        held = either + np.log(share)[:, None]
        held = np.exp(held - np.logaddexp.reduce(held, axis=0))
        share = (held.sum(axis=1) + 1.0) / (held.shape[1] + len(MEMORIES))
    settled: Array = np.log(share)
    return settled


def _gain(white: White, fitted: Fit, last: int) -> Array:
    """Log evidence gained by a step at each of the last periods, averaged over its size."""
    y, x, scale = white.y[:, -last:], white.x[:, -last:], white.scale[:, -last:]
    level = x[:, :, 0]
    toward_y = _later(level * y) + scale * y
    toward_x = _later(level[:, :, None] * x) + scale[:, :, None] * x
    own = _later(level**2) + scale**2
    length = np.maximum(own - ((toward_x @ fitted.cross) * toward_x).sum(axis=2), 0.0)
    along = toward_y - (toward_x @ fitted.mean[:, :, None])[:, :, 0]
    left, freedom = fitted.left[:, None], fitted.freedom[:, None]
    gains = []
    for middle, spread in SIZES:
        wide = spread**2 / (left / freedom)
        away = along - length * middle
        saved = 2.0 * middle * along - middle**2 * length
        saved = saved + wide / (1.0 + wide * length) * away**2
        rest = np.log1p(-np.minimum(saved / left, 1.0 - 1e-12))
        gains.append(-0.5 * np.log1p(wide * length) - 0.5 * freedom * rest)
    mixed: Array = np.logaddexp.reduce(gains, axis=0) - np.log(len(SIZES))
    return mixed


def _later(values: Array) -> Array:
    """Sum over all later periods."""
    summed: Array = np.cumsum(values[:, ::-1], axis=1)[:, ::-1] - values
    return summed
