"""What to find out next: the share of the profit's spread that each parameter carries alone.

First-order shares (Sobol' 1993) from the draws as they are: the spread of the mean profit over
slices of the parameter, less what as many slices of pure chance would show.
"""

from collections.abc import Mapping

import numpy as np

from headwater.analysis.business.economics.parameters import Draws, Name

_SLICES = 40


def shares(profit: Draws, draws: Mapping[Name, Draws]) -> list[tuple[Name, float]]:
    """The parameters with their share of the variance, the largest first; none below 0.

    The shares need not add up to one: what parameters do together is in none of them.
    """
    found = [(name, _share(profit, values)) for name, values in draws.items()]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))


def _share(profit: Draws, values: Draws) -> float:
    """The correlation ratio of slices of equal size, corrected for chance (Kelley 1935)."""
    total = float(profit.var())
    if total == 0 or np.ptp(values) == 0:
        return 0.0
    order = np.argsort(values, kind="stable")
    slices = np.array_split(profit[order], _SLICES)
    within = sum(part.size * float(part.var()) for part in slices) / profit.size
    count = profit.size
    adjusted = 1 - (within / total) * (count - 1) / max(1, count - len(slices))
    return max(0.0, adjusted)
