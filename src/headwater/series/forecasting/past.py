"""A history with what forecasts need of it, each entry known at the end of its step."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from headwater.series.forecasting.covariates import Covariate, columns
from headwater.series.forecasting.history import History, bridged, trailing

Array: TypeAlias = NDArray[np.float64]

_SIZE_HALF_LIFE = 75.0  # days over which the usual size of a count above zero is forgotten
_SPELL = 6.0  # days of the present spell


@dataclass(frozen=True, slots=True)
class Past:
    """What forecasts are made from.

    Attributes:
        history: The counts.
        size: Usual size of a count above zero.
        spell: Steps x what the last days and weeks were like.
        course: Steps x where the counts stand: size, level of a week, a month and a quarter, and
            how long ago anything came.
        covariates: What is counted beside.
        beside: What is read of each of them: steps x columns.
        fitted: Regressions that were fitted, by what they were fitted to.
    """

    history: History
    size: Array
    spell: Array
    course: Array
    covariates: tuple[Covariate, ...]
    beside: tuple[Array, ...]
    fitted: dict[tuple[int, int, bool], object] = field(default_factory=dict)

    @classmethod
    def of(
        cls, history: History, size: Array | None = None, covariates: Sequence[Covariate] = ()
    ) -> "Past":
        """Look at a history once; `size` is given where it is known better than from counts."""
        values = history.values
        if size is None:
            size = _usual_size(values, _SIZE_HALF_LIFE / history.days)
        known = np.nan_to_num(bridged(values), nan=0.0)
        spell, course = _spell(known, history), _course(known, history, size)
        beside = tuple(columns(one, history) for one in covariates)
        return cls(history, size, spell, course, tuple(covariates), beside)


def _usual_size(values: Array, half_life: float) -> Array:
    """Mean of the counts above zero, the older the less worth, known at the end of each step."""
    keep = 0.5 ** (1.0 / half_life)
    above = np.isfinite(values) & (values > 0)
    first = values[above][:10].mean() if above.any() else 1.0
    total, weight = first * 2.0, 2.0
    sizes = np.empty(values.size)
    for at, value in enumerate(values):
        total, weight = total * keep, weight * keep
        if above[at]:
            total, weight = total + value, weight + 1.0
        sizes[at] = total / weight if weight > 1e-9 else sizes[at - 1]
    return sizes


def _spell(known: Array, history: History) -> Array:
    """On which share of the last days anything came, and how much."""
    any_came = (known > 0).astype(np.float64)
    parts = [any_came]
    for days in (3.0, _SPELL, 28.0):
        length = history.steps(days)
        parts += [trailing(any_came, length), trailing(np.log1p(known), length)]
    return np.stack(parts, axis=1)


def _course(known: Array, history: History, size: Array) -> Array:
    at = np.arange(known.size)
    last = np.maximum.accumulate(np.where(known > 0, at, 0))
    levels = [np.log1p(trailing(known, history.steps(days))) for days in (7.0, 28.0, 90.0)]
    since = np.log1p((at - last) * history.days)
    return np.stack([np.log(np.maximum(size, 1e-9)), *levels, since], axis=1)
