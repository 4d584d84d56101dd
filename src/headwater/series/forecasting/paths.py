"""Whole futures of a series: a season, a level that wanders as it did, spells as they were.

The level wanders as a random walk on the logarithmic scale. How fast is learned from the past
errors of the same recipe over spans of one to eight months, so that what is unknown of the year to
come is as large as it has been. Spells (good days after bad ones, and the backlog that builds up)
are kept by drawing whole fortnights of the past, at their time of the year, in relation to the
level of their time.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import nnls

from headwater.series.forecasting.history import YEAR, History, centred

Array: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.int_]

_BINS = 73  # of the year
_SOME = 10.0  # days of the usual level that each time of the year is taken to have had
_LEVEL_HALF_LIFE = 60.0  # days
_SEASON_WIDTH = 24.0  # days
_SPANS = (28.0, 56.0, 112.0, 224.0)  # days over which past errors are looked at
_EVERY = 14.0  # days between rehearsals
_FADE = 500.0  # days in which a rehearsal loses half its worth
_LEAST = 120.0  # days of past before the first
_BLOCK = 14.0  # days of a spell that is kept whole
_CENTRED = 57.0  # days of the level that a spell is held against
_SAME_SEASON = 50.0  # days of the year around the target from which spells are drawn
_WANDER = 0.5**2 / YEAR  # usual variance of the level's logarithm a day, before anything is seen
_LEAST_WANDER = 0.2**2 / YEAR
_WORTH = 1.0  # independent spans that this is worth
_STEEPEST = np.log(4.0) / YEAR  # growth a day that is believed at most
_FEWEST = 8.0  # of the degrees of freedom of what is not known of the wandering

_APART = np.abs(np.arange(_BINS)[:, None] - np.arange(_BINS)[None, :]) * (YEAR / _BINS)
_NEAR = np.exp(-0.5 * (np.minimum(_APART, YEAR - _APART) / _SEASON_WIDTH) ** 2)


@dataclass(frozen=True, slots=True)
class Course:
    """Where a series is heading, and how surely.

    Attributes:
        expected: Counts of the steps to come if the level stayed.
        growth: Change of the level's logarithm a step.
        wander: Its variance a step.
        unsure: Variance of the level's logarithm now.
        freedom: How well that variance is known, in independent spans.
    """

    expected: Array
    growth: float
    wander: float
    unsure: float
    freedom: float


def simulate(history: History, steps: int, count: int, rng: np.random.Generator) -> Array:
    """Possible futures.

    Args:
        history: The past; it must have places for as many steps to come.
        steps: How many steps.
        count: How many futures.
        rng: Source of chance.

    Returns:
        Futures x steps.
    """
    values = np.nan_to_num(history.values, nan=_mean(history.values))
    course = course_of(history, steps)
    noise = _spells(values, history, steps, count, rng)
    sure = np.sqrt(course.freedom / rng.chisquare(course.freedom, size=(count, 1)))
    walk = np.cumsum(rng.standard_normal((count, steps)), axis=1) * np.sqrt(course.wander)
    walk = (walk + rng.standard_normal((count, 1)) * np.sqrt(course.unsure)) * sure
    level = np.exp(course.growth * np.arange(1, steps + 1) + np.clip(walk, -5.0, 5.0))
    paths: Array = course.expected * level * noise
    return paths


def course_of(history: History, steps: int) -> Course:
    """Season and level now, with growth and wandering learned from past errors."""
    values = np.nan_to_num(history.values, nan=_mean(history.values))
    now = _expected(values, history, values.size, np.arange(steps))
    every = history.steps(_EVERY)
    starts = np.arange(history.steps(_LEAST), values.size, every)
    rows, squares, toward, weight = [], [], 0.0, 0.0
    for span in sorted({history.steps(days) for days in _SPANS}):
        starting = starts[starts + span <= values.size]
        found = np.array([_miss(values, history, int(at), span) for at in starting])
        if not found.size:
            continue
        worth = 0.5 ** ((values.size - span - starting) * history.days / _FADE)
        independent = max(float(worth.sum()) * every / span, 0.5)
        worth /= worth.sum()
        weight += independent
        toward += independent * float(worth @ found) / span
        days = span * history.days
        rows.append(np.sqrt(independent) * np.array([1.0, _SPANS[0] / days, days / _SPANS[-1]]))
        squares.append(np.sqrt(independent) * float(worth @ found**2))
    rows.append(np.array([0.0, 0.0, np.sqrt(_WORTH)]))
    squares.append(np.sqrt(_WORTH) * _WANDER * _SPANS[-1])
    (unsure, _, long), _ = nnls(np.stack(rows), np.array(squares))
    growth = toward / (weight + 2.0 * _WORTH)
    steepest = _STEEPEST * history.days
    return Course(
        now,
        float(np.clip(growth, -steepest, steepest)),
        float(max(long / _SPANS[-1], _LEAST_WANDER)) * history.days,
        float(unsure) + 1.0 / values.size,
        _FEWEST + weight / 2.0,
    )


def _miss(values: Array, history: History, at: int, span: int) -> float:
    """Logarithm of what came over what the recipe expected, from `at` on over a span."""
    expected = _expected(values[:at], history, at, np.arange(0, span, max(1, span // 8)))
    total = float(expected.mean()) * span
    came = float(values[at : at + span].sum())
    few = 1.0 + 0.02 * (came + total)
    return float(np.log((came + few) / (total + few)))


def _expected(values: Array, history: History, at: int, ahead: Whole) -> Array:
    """Level x season of the steps `at + ahead`, from the steps before `at`."""
    begin = max(0, at - int(5 * YEAR / history.days))
    middles, past = history.middles[begin:at], values[begin:at]
    level = centred(past, max(1, round(YEAR / history.days)))
    ratio = past / np.maximum(level, 1e-9)
    years = past.size * history.days / YEAR
    keep = 0.5 ** ((at - 1 - np.arange(begin, at)) * history.days / _LEVEL_HALF_LIFE)
    season = _season(ratio, middles) ** min(1.0, years / (years + 0.5))
    target, own = season[_bin(history.middles[at + ahead])], season[_bin(middles)]
    now = float((keep * past).sum() / max((keep * own).sum(), 1e-9))
    expected: Array = now * target
    return expected


def _season(ratio: Array, middles: Array) -> Array:
    """Usual ratio to the level in each bin of the year, near 1 where little is known."""
    length = middles[-1] - middles[0] + 1.0
    held = np.bincount(_bin(middles), minlength=_BINS) * length / middles.size
    sums = np.bincount(_bin(middles), weights=ratio, minlength=_BINS) * length / middles.size
    season: Array = (_NEAR @ sums + _SOME) / (_NEAR @ held + _SOME)
    return np.maximum(season, 0.02)


def _bin(days: Array) -> Whole:
    return np.asarray((days % YEAR) * (_BINS / YEAR), dtype=np.int_)


def _spells(
    values: Array, history: History, steps: int, count: int, rng: np.random.Generator
) -> Array:
    """Past spells in relation to the level of their time, laid end to end: futures x steps."""
    ratio = values / np.maximum(centred(values, history.steps(_CENTRED)), 1e-9)
    length = min(history.steps(_BLOCK), values.size)
    starts = np.arange(max(0, values.size - int(4 * YEAR / history.days)), values.size - length + 1)
    noise = np.empty((count, steps))
    for begin in range(0, steps, length):
        apart = np.abs(history.middles[starts] - history.middles[values.size + begin]) % YEAR
        near = starts[np.minimum(apart, YEAR - apart) <= _SAME_SEASON]
        usable = near if near.size >= min(20, starts.size) else starts
        drawn = rng.choice(usable, size=count)
        width = min(length, steps - begin)
        block = ratio[drawn[:, None] + np.arange(width)[None, :]]
        noise[:, begin : begin + width] = block / max(float(block.mean()), 1e-9)
    return noise


def _mean(values: Array) -> float:
    known = values[np.isfinite(values)]
    return float(known[-200:].mean()) if known.size else 0.0
