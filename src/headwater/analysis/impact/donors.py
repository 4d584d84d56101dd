"""Donors that will do: known throughout, and not the treated series under another name."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from headwater.analysis.caveats import name_some
from headwater.analysis.impact.gathering import Counts

Array: TypeAlias = NDArray[np.float64]

MOST_GAPS = 0.2
"""A series with a larger share of gaps cannot be used."""

_SAME = 0.95
_LIKE_LEVEL, _LIKE_STEPS = 0.95, 0.9
_LEAST_ALIKE = 12


def good_donors(
    counts: Counts, donors: int, first: int, after: int, caveats: list[str]
) -> Sequence[int]:
    """Donors that are known throughout and are not the treated series under another name."""
    kept, holes, same, like = [], [], [], []
    for at in range(1, 1 + donors):
        row = counts.values[at]
        gaps = (
            np.isnan(row[:first]).mean(),
            np.isnan(row[first:after]).mean() if after > first else 0,
        )
        if max(gaps) > MOST_GAPS or np.nanstd(row[:first]) == 0:
            holes.append(counts.names[at])
        elif _is_same(row, counts.values[0]):
            same.append(counts.names[at])
        else:
            kept.append(at)
            like += [counts.names[at]] if _is_like(row[:first], counts.values[0, :first]) else []
    name_some(caveats, holes, "series have too many gaps, or no variation, to be donors")
    name_some(caveats, same, "series are the treated one again, or a sum of it, and are no donors")
    name_some(
        caveats,
        like,
        f"donors look like the same count as {counts.names[0]!r} under another name (before the "
        f"start their levels go together by {_LIKE_LEVEL} and their changes by {_LIKE_STEPS} or "
        "more); if they are, name them under exclude",
    )
    return kept


def _is_like(row: Array, treated: Array) -> bool:
    known = np.isfinite(row) & np.isfinite(treated)
    if known.sum() < _LEAST_ALIKE:
        return False
    levels = np.log(np.stack([row[known], treated[known]]) + 1.0)
    steps = np.diff(levels, axis=1)
    if min(levels.std(axis=1).min(), steps.std(axis=1).min()) == 0:
        return False
    together = [float(np.corrcoef(both)[0, 1]) for both in (levels, steps)]
    return together[0] >= _LIKE_LEVEL and together[1] >= _LIKE_STEPS


def _is_same(row: Array, treated: Array) -> bool:
    known = np.isfinite(row) & np.isfinite(treated)
    if known.sum() < 3:
        return False
    one, other = row[known], treated[known]
    if float((one == other).mean()) >= _SAME and float((other > 0).mean()) > 1 - _SAME:
        return True
    steps = [np.diff(np.log(x + 1.0)) for x in (one, other)]
    if min(float(step.std()) for step in steps) == 0:
        return False
    return float(np.corrcoef(steps[0], steps[1])[0, 1]) > 0.985
