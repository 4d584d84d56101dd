"""People per boat: how the size of old counts is brought to that of today."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from headwater.analysis.outlook.arrivals.counts import Counts, gather
from headwater.picture import Picture

_HALF_LIFE = 60.0  # days
_FEWEST = 10


def people_per_boat(
    picture: Picture, counts: Counts, parameters: Mapping[str, Any]
) -> NDArray[np.float64] | None:
    """People per boat, known at the end of each step; None where no series counts boats.

    Raises:
        WrongUse: If the series of boats cannot be read.
    """
    if not parameters["boats"]:
        return None
    boats = gather(picture, parameters["boats"], {**parameters, "changed": ""})
    if boats is None or boats.step != counts.step:
        counts.caveats.append("The series of boats is of another step and was not used.")
        return None
    by_day = dict(zip(boats.ends, boats.values, strict=True))
    beside = np.array([by_day.get(day, np.nan) for day in counts.ends])
    both = np.isfinite(beside) & np.isfinite(counts.values) & (beside > 0)
    if both.sum() < _FEWEST:
        counts.caveats.append("Too few steps hold people and boats; boats were not used.")
        return None
    first = np.nonzero(both)[0][:_FEWEST]
    people, launches = float(counts.values[first].sum()), float(beside[first].sum())
    keep = 0.5 ** (counts.days / _HALF_LIFE)
    usual = np.empty(counts.values.size)
    for at in range(usual.size):
        people, launches = people * keep, launches * keep
        if both[at]:
            people += float(counts.values[at])
            launches += float(beside[at])
        usual[at] = people / max(launches, 1e-12)
    return usual
