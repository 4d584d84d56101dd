"""What the days inside a period did to its count: storms do not fall on all its days alike.

A period that holds the mean of its weather does not say when it blew. How a covariate moves a
series is learnt from the days inside periods alone, each against the others of its period, so that
no level, season or operation enters (conditional Poisson regression: Hausman, Hall and Griliches
1984; standard errors that allow for any noise: White 1982).
"""

import numpy as np
from numpy.typing import NDArray

from headwater.series.counterfactual.regressors import Array, filled

_STEPS = 25
_FARTHEST = 0.5
_PRIOR = 0.5
_LEAST_PERIODS = 8


def within_periods(
    days: Array, covariates: Array, period: NDArray[np.int64], start: int, periods: int
) -> Array:
    """The logarithm by which the days of each period lifted its count, against the usual period.

    Args:
        days: Counts by day, series x days; nan is a gap.
        covariates: Covariates x days; nan is a gap.
        period: The period of each day, from 0.
        start: First treated period; nothing is learnt from it on.
        periods: Number of periods.

    Returns:
        Series x periods; 0 where a series has too few days to learn from.
    """
    before = period < start
    whole = filled(covariates)
    middle, size = whole[:, before].mean(axis=1), whole[:, before].std(axis=1)
    standard = (whole - middle[:, None]) / np.maximum(size, 1e-9)[:, None]
    number = np.maximum(np.bincount(period, minlength=periods), 1)
    found = np.zeros((len(days), periods))
    for at, row in enumerate(days):
        used = before & np.isfinite(row)
        push = _push(row[used], standard[:, used], period[used], periods)
        lift = np.log(np.bincount(period, np.exp(push @ standard), periods) / number + 1e-12)
        known = np.bincount(period, minlength=periods) > 0
        lift[~known] = 0.0
        found[at] = np.where(known, lift - lift[:start][known[:start]].mean(), 0.0)
    return found


def _push(counts: Array, covariates: Array, period: NDArray[np.int64], periods: int) -> Array:
    """How each covariate moves a day against the other days of its period, drawn towards none."""
    width = len(covariates)
    push = np.zeros(width)
    total: Array = np.bincount(period, counts, periods).astype(np.float64)
    days = np.bincount(period, minlength=periods)
    if ((total > 0) & (days > 1)).sum() < _LEAST_PERIODS:
        return push
    # a period counts as much as it would if its days varied as much as their mean
    weight = 1.0 / (1.0 + total / np.maximum(days, 1))
    for _ in range(_STEPS):
        slope, bend = _slope(push, counts, covariates, period, total)
        curve = np.einsum("p,pcd->cd", weight, bend) + 1e-9 * np.eye(width)
        step = np.linalg.solve(curve, weight @ slope)
        push = push + np.clip(step, -_FARTHEST, _FARTHEST)
        if np.abs(step).max() < 1e-6:
            break
    weighted = weight[:, None] * slope
    noise = weighted.T @ weighted + 1e-9 * np.eye(width)
    known = curve @ np.linalg.solve(noise, curve)
    drawn: Array = np.linalg.solve(known + np.eye(width) / _PRIOR**2, known @ push)
    return drawn


def _slope(
    push: Array, counts: Array, covariates: Array, period: NDArray[np.int64], total: Array
) -> tuple[Array, Array]:
    """Slope and bend of the likelihood, by period."""
    periods = total.size
    lifted = np.exp(push @ covariates)
    share = lifted / np.maximum(np.bincount(period, lifted, periods), 1e-12)[period]
    mean = np.stack([np.bincount(period, share * one, periods) for one in covariates], axis=1)
    apart = covariates - mean[period].T
    off = counts - total[period] * share
    slope: Array = np.stack([np.bincount(period, off * one, periods) for one in apart], axis=1)
    spread = total[period] * share
    bend: Array = np.stack(
        [
            np.stack([np.bincount(period, spread * one * other, periods) for other in apart], 1)
            for one in apart
        ],
        axis=1,
    )
    return slope, bend
