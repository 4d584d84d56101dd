"""What is counted beside a series and may tell of it: weather, a crossing rating, counts upstream.

A covariate is known up to some steps beyond an origin (a weather forecast) or only until some steps
before it (a figure that is published late). What a forecast made at an origin reads of it is the
value one lag before the target, or else the last that was known then; the same rule holds for
every origin of the rehearsal, so that nothing is read that was not known.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from headwater.series.forecasting.history import History, bridged, centred, trailing

Array: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.int_]

_LAGS = (0.0, 1.0, 2.0, 3.0, 5.0, 7.0, 10.0, 14.0, 21.0, 28.0, 42.0, 56.0)  # days tried
_AROUND = 57.0  # days of the level from which both are told apart
_WEEK = 7.0
_FEWEST = 30  # steps on which a lag is looked for


@dataclass(frozen=True, slots=True)
class Covariate:
    """One series beside the one to forecast, on the same steps.

    Attributes:
        name: What it is called.
        values: One a step from the first step of the history on, as far as known; nan is a gap.
        ahead: Steps beyond an origin that are known at it; negative where it comes late.
        lag: Steps by which it runs before the counts.
    """

    name: str
    values: Array
    ahead: int = 0
    lag: int = 0


def found_lag(history: History, values: Array) -> int:
    """The lag at which a covariate and the counts move together most, season and level apart.

    Args:
        history: The counts, only as far as the lag may be looked for.
        values: The covariate on the same steps.
    """
    counts = np.log1p(np.nan_to_num(bridged(history.values)))
    beside = np.nan_to_num(bridged(values[: counts.size]))
    width = history.steps(_AROUND)
    moved, moving = counts - centred(counts, width), beside - centred(beside, width)
    best, most = 0, 0.0
    for lag in sorted({round(days / history.days) for days in _LAGS}):
        if counts.size - lag < _FEWEST:
            break
        one, other = moved[lag:], moving[: moving.size - lag]
        spread = float(one.std() * other.std())
        together = abs(float(((one - one.mean()) * (other - other.mean())).mean()))
        if spread > 0 and together / spread > most:
            best, most = lag, together / spread
    return best


def columns(covariate: Covariate, history: History) -> Array:
    """What is read of a covariate at each of its steps: steps x columns.

    Three columns: the value, its square (some weather is too calm to say more), and the mean of the
    week until then (people wait while the weather is bad).
    """
    known = np.nan_to_num(bridged(covariate.values), nan=float(np.nanmean(covariate.values)))
    scaled = (known - known.mean()) / (known.std() + 1e-9)
    return np.column_stack([scaled, scaled**2, trailing(scaled, history.steps(_WEEK))])


def places(covariate: Covariate, before: Whole, step: int) -> Whole:
    """Which of its steps may be read at origins for so many steps ahead."""
    at = np.minimum(before + step - covariate.lag, before + covariate.ahead)
    return np.clip(at, 0, covariate.values.size - 1)
