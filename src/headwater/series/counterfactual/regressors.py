"""What a series is foretold from: its season, what the donors do together and apart, covariates."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d

Array = NDArray[np.float64]

ONE = 1.0
"""Added to a count before its logarithm, so that a count of none has one."""

_APART = 2
_SMOOTHED = 2.0


class Regressors(NamedTuple):
    """Columns for each series: series x periods x columns, and the prior of each column.

    The level is the first column. `donors` says which columns come from donors, `season` which are
    waves of the year.
    """

    columns: Array
    mean: Array
    deviation: Array
    donors: NDArray[np.bool_]
    season: NDArray[np.bool_]


def logs(counts: Array) -> Array:
    """Counts on the scale on which a change by a factor is one step; gaps stay nan."""
    scaled: Array = np.log(np.maximum(counts, 0.0) + ONE)
    return scaled


def filled(scaled: Array) -> Array:
    """Rows without gaps: the straight line between the known neighbours."""
    whole = scaled.copy()
    at = np.arange(scaled.shape[-1])
    for row in whole:
        known = np.isfinite(row)
        if known.any() and not known.all():
            row[~known] = np.interp(at[~known], at[known], row[known])
    return whole


def regressors(
    donors: Array, uses: NDArray[np.bool_], covariates: Array, start: int, a_year: float
) -> Regressors:
    """The columns that each of several series is foretold from.

    What the donors do together enters twice, smoothed and what is left, since what lasts and what
    passes need not come to a series in the same measure.

    Args:
        donors: Donors on the log scale, donors x periods, no gaps.
        uses: Which donors each series uses: series x donors.
        covariates: Covariates x periods, no gaps.
        start: First treated period; means and sizes are those of the periods before.
        a_year: Periods of a year.
    """
    units, periods = uses.shape[0], donors.shape[1] if donors.size else covariates.shape[1]
    season = _season(periods, a_year) if start >= a_year else np.zeros((0, periods))
    outside = _standard(covariates, start)
    blocks = [np.ones((1, periods)), season, outside]
    fixed = np.concatenate([block for block in blocks if block.size])
    columns = np.repeat(fixed[None], units, axis=0)
    prior = [(0.0, 3.0), *[(0.0, 0.4)] * len(season), *[(0.0, 0.4)] * len(outside)]
    own = len(prior)
    if donors.size and uses.any():
        from_donors = np.stack([_of_donors(donors[used], start) for used in uses])
        columns = np.concatenate([columns, from_donors], axis=1)
        prior += [(0.8, 0.4), (0.4, 0.4), *[(0.0, 0.3)] * (from_donors.shape[1] - 2)]
    mean, deviation = (np.array(one) for one in zip(*prior, strict=True))
    at = np.arange(len(prior))
    waves = (at > 0) & (at <= len(season))
    return Regressors(columns.swapaxes(1, 2), mean, deviation, at >= own, waves)


def _season(periods: int, a_year: float) -> Array:
    angle = 2 * np.pi * np.arange(periods) / a_year
    waves = 2 if a_year > 6 else 1
    return np.stack([f(k * angle) for k in range(1, waves + 1) for f in (np.cos, np.sin)])


def _standard(rows: Array, start: int) -> Array:
    """Rows with mean 0 and deviation 1 before the start."""
    if not rows.size:
        return rows
    before = rows[:, :start]
    size = before.std(axis=1, keepdims=True)
    standard: Array = (rows - before.mean(axis=1, keepdims=True)) / np.maximum(size, 1e-9)
    return standard


def _of_donors(donors: Array, start: int) -> Array:
    """What donors do together (smoothed, and the rest), and the ways in which they part."""
    columns = np.zeros((2 + _APART, donors.shape[1]))
    if not donors.size:
        return columns
    centred = donors - donors[:, :start].mean(axis=1, keepdims=True)
    together = centred.mean(axis=0)
    smooth = gaussian_filter1d(together, _SMOOTHED, mode="nearest")
    columns[0], columns[1] = smooth, together - smooth
    apart = gaussian_filter1d(centred - together, _SMOOTHED, axis=1, mode="nearest")
    parts = min(_APART, len(donors) - 1)
    if parts > 0:
        left = np.linalg.svd(apart[:, :start], full_matrices=False)[0][:, :parts]
        columns[2 : 2 + parts] = left.T @ apart / np.sqrt(len(donors))
    return columns
