"""Plain forecasts that always stand beside ours, each as a distribution of its own past errors.

Every baseline is a point forecast made at every origin from what was known then; its distribution
is that point plus its own errors at the same distance over the last year, not below zero.
"""

from statistics import NormalDist
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
_YEARS = 4  # in which the errors of sums are looked at
_PRIOR, _SPREAD = 2.0, 0.5
_BOUND, _USELESS = np.log(4.0), np.log(10.0)
_NORMAL: Array = np.array([NormalDist().inv_cdf(level) for level in LEVELS.tolist()])


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

    What a baseline says is moved and spread by how the sums that came compared with what it said at
    the same time of the last four years: logarithms of ratios, none beyond a factor of four, with
    a prior worth two years in which it was right up to a factor of 1.65 (one standard deviation).
    Nan for a past of less than a year, and for a baseline that was mostly out by more than ten
    times then, as the last four weeks of a winter without any are of the year to come.
    """
    given = np.full((len(BASELINES), LEVELS.size), np.nan)
    if history.size < history.a_year:
        return given
    origins = history.size - 1 - np.arange(_YEARS + 1) * history.a_year
    origins = origins[origins >= 0]
    said = _summed(history, steps, int(origins[-1]))[:, origins]
    totals = np.concatenate([[0.0], np.cumsum(np.nan_to_num(bridged(history.values)))])
    came = totals[np.minimum(origins[1:] + steps + 1, history.size)] - totals[origins[1:] + 1]
    for number, one in enumerate(said):
        misses = np.log((came + 1.0) / (one[1:] + 1.0))
        misses = misses[np.isfinite(misses)]
        if np.median(np.abs(misses)) > _USELESS if misses.size else number > 0:
            continue
        misses = np.clip(misses, -_BOUND, _BOUND)
        worth = misses.size + _PRIOR
        moved = misses.sum() / worth
        spread = np.sqrt((_PRIOR * _SPREAD**2 + ((misses - moved) ** 2).sum()) / worth)
        given[number] = (one[0] + 1.0) * np.exp(moved + spread * _NORMAL) - 1.0
    least: Array = np.maximum(given, 0.0)
    return least


def _summed(history: History, steps: int, since: int) -> Array:
    """What each baseline says of the sum of so many steps, at each origin: baselines x steps.

    A year ago is summed day by day, for single days say nothing of a season with many zeros; the
    others change slowly with the distance, so that a few distances stand for all.
    """
    said: Array = points(history, _spread(steps), since).mean(axis=2) * steps
    said[0] = _seasonal(bridged(history.values), history, np.arange(1, steps + 1)).sum(axis=1)
    return said


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
