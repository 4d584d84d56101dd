"""Plain forecasts that always stand beside ours, each as a distribution of its own past errors.

Every baseline is a point forecast made at every origin from what was known then; its distribution
is that point plus its own errors at the same distance over the last year, not below zero.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from headwater.series.forecasting.history import YEAR, History, bridged
from headwater.series.forecasting.views import LEVELS

Array: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.int_]

BASELINES = (
    "seasonal naive",
    "mean of the last four weeks",
    "exponential smoothing",
    "negative-binomial regression",
)
"""Their names, in the order of `points`."""

_SHARES = (0.02, 0.05, 0.1, 0.2, 0.4, 0.7)  # smoothing constants tried
_REFIT = 28.0  # days between fits of the regression
_MOST_FITTED = 4.0 * YEAR
_FEWEST_ERRORS = 8
_FEW = 6  # distances that a sum is made of


def points(history: History, ahead: Whole, since: int = 0) -> Array:
    """Point forecasts of every baseline at every origin: baselines x steps x steps ahead.

    Gaps are bridged by the last known count; nan where a baseline has no past to go by.

    Args:
        history: The past.
        ahead: The steps ahead, ascending.
        since: First origin at which the regression is wanted, which costs most.
    """
    values = bridged(history.values)
    made = (
        _seasonal(values, history, ahead),
        _flat(_recent(values, history.steps(28.0)), ahead),
        _flat(_smoothed(values, int(ahead[len(ahead) // 2])), ahead),
        _regressed(values, history, ahead, since),
    )
    return np.stack(made)


def distributions(made: Array, history: History, origin: int, ahead: Whole) -> Array:
    """Quantiles of every baseline at an origin: baselines x steps ahead x levels."""
    given = np.full((made.shape[0], ahead.size, LEVELS.size), np.nan)
    for column, step in enumerate(ahead):
        before = np.arange(max(0, origin - step - history.a_year + 1), origin - step + 1)
        errors = history.values[before + step][None] - made[:, before, column]
        for number in range(made.shape[0]):
            own = errors[number][np.isfinite(errors[number])]
            if own.size >= _FEWEST_ERRORS:
                spread = np.quantile(own, LEVELS)
                given[number, column] = np.maximum(0.0, made[number, origin, column] + spread)
    return given


def sums(history: History, steps: int) -> Array:
    """Quantiles of the sum of the next so many steps: baselines x levels.

    Errors are ratios, of sums over as long a span as the past allows; where it is shorter than
    what is asked for, they grow with the root of the span.
    """
    span = max(1, min(steps, history.size // 3))
    given = np.full((len(BASELINES), LEVELS.size), np.nan)
    last = history.size - 1
    expected = points(history, _spread(steps), last)[:, -1].mean(axis=1) * steps
    since = history.size - span - 3 * history.a_year
    past = points(history, _spread(span), since).mean(axis=2) * span
    known = np.nan_to_num(history.values, nan=0.0)
    totals = np.concatenate([[0.0], np.cumsum(known)])
    came = totals[span + 1 :] - totals[1:-span]
    longer = np.sqrt(steps / span)
    for number in range(len(BASELINES)):
        misses = np.log((came + 1.0) / (past[number, : came.size] + 1.0))
        misses = misses[np.isfinite(misses)]
        if misses.size >= _FEWEST_ERRORS and np.isfinite(expected[number]):
            grown = np.quantile(misses, LEVELS) * longer
            given[number] = (expected[number] + 1.0) * np.exp(np.clip(grown, -8.0, 8.0)) - 1.0
    least: Array = np.maximum(given, 0.0)
    return least


def _spread(steps: int) -> Whole:
    """A few distances, evenly over so many steps."""
    return np.unique(np.linspace(1, steps, min(steps, _FEW)).round().astype(np.int_))


def _seasonal(values: Array, history: History, ahead: Whole) -> Array:
    """The count of the same time a year before, on the same day of the week."""
    back = 364 if history.days == 1 else history.a_year
    at = np.arange(values.size)[:, None] + ahead[None, :] - back
    at = np.where(ahead[None, :] > back, at - back, at)
    return np.where(at >= 0, values[np.maximum(at, 0)], np.nan)


def _recent(values: Array, length: int) -> Array:
    """Mean of the last so many steps, nan until there are as many."""
    known = np.nan_to_num(values, nan=0.0)
    sums = np.concatenate([[0.0], np.cumsum(known)])
    means = np.full(values.size, np.nan)
    means[length - 1 :] = (sums[length:] - sums[:-length]) / length
    return means


def _flat(level: Array, ahead: Whole) -> Array:
    return np.tile(level[:, None], (1, ahead.size))


def _smoothed(values: Array, step: int) -> Array:
    """Simple exponential smoothing; its constant had the least squared error up to each origin."""
    levels = np.stack([_level(values, share) for share in _SHARES])
    errors = np.zeros_like(levels)
    if values.size > step:
        errors[:, step:] = np.nan_to_num((values[step:] - levels[:, :-step]) ** 2)
    best = np.cumsum(errors, axis=1).argmin(axis=0)
    return np.asarray(np.take_along_axis(levels, best[None], axis=0)[0])


def _level(values: Array, share: float) -> Array:
    level, levels = np.nan, np.empty(values.size)
    for at, value in enumerate(values):
        level = value if np.isnan(level) else level + share * (value - level)
        levels[at] = level
    return levels


def _regressed(values: Array, history: History, ahead: Whole, since: int) -> Array:
    """Negative-binomial regression on season, the last four weeks and the last step."""
    size, made = values.size, np.full((values.size, ahead.size), np.nan)
    every = max(1, round(_REFIT / history.days))
    angle = 2.0 * np.pi * history.middles / YEAR
    season = np.column_stack([np.sin(angle), np.cos(angle), np.sin(2 * angle), np.cos(2 * angle)])
    level = np.log1p(np.nan_to_num(_recent(values, history.steps(28.0))))
    last = np.log1p(np.nan_to_num(values))
    first = max(history.steps(120.0), 20, since)
    longest = int(_MOST_FITTED / history.days)
    for column, step in enumerate(ahead):
        for fitted in range(first, size, every):
            past = np.arange(max(0, fitted - step - longest), fitted - step + 1)
            target = history.values[past + step]
            past, target = past[np.isfinite(target)], target[np.isfinite(target)]
            if past.size < 15:
                continue
            x = np.column_stack([np.ones(past.size), season[past + step], level[past], last[past]])
            beta = _negative_binomial(x, target)
            now = np.arange(fitted, min(fitted + every, size))
            x = np.column_stack([np.ones(now.size), season[now + step], level[now], last[now]])
            made[now, column] = np.exp(np.clip(x @ beta, -5.0, 2.0 + np.log1p(target.max())))
    return made


def _negative_binomial(x: Array, counts: Array) -> Array:
    """Mean by iterated weighted least squares; the dispersion by moments in between."""
    mean = (counts + counts.mean() + 0.1) / 2.0
    eta, dispersion = np.log(mean), 1.0
    beta = np.zeros(x.shape[1])
    for _ in range(6):
        weight = mean / (1.0 + dispersion * mean)
        cross = (x * weight[:, None]).T
        beta = np.linalg.solve(
            cross @ x + 1e-3 * np.eye(x.shape[1]), cross @ (eta + (counts - mean) / mean)
        )
        eta = np.clip(x @ beta, -5.0, 20.0)
        mean = np.exp(eta)
        beyond = ((counts - mean) ** 2 - mean).sum() / (mean**2).sum()
        dispersion = float(np.clip(beyond, 0.01, 50.0))
    return beta
