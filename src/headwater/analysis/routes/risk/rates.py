"""Rates of death: incidents are Poisson, what one of them costs varies wildly.

The rate of incidents has a gamma posterior (Poisson-gamma), with a prior worth half an incident at
the rate of all units together. What one incident costs is drawn by the Bayesian bootstrap (Rubin
1981) from the unit's own incidents and, worth two of them, from those of all units: one
shipwreck weighs more than a hundred accidents, and a unit that had none yet may have one.
"""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
_DRAWS = 2000
_PRIOR = 0.5
_FROM_ALL = 2.0


class Rate(NamedTuple):
    """Expected deaths for one unit of exposure: mean and 90 % interval."""

    low: float
    mean: float
    high: float


def rate(
    dead: Sequence[float],
    exposure: float,
    everywhere: tuple[Sequence[float], float],
    rng: np.random.Generator,
) -> Rate:
    """Expected deaths for one unit of exposure.

    Args:
        dead: Dead of each incident.
        exposure: How much was exposed: crossings, or seasons; above 0.
        everywhere: The same of all units together.
        rng: Where the draws come from.
    """
    every, whole = everywhere
    usual = max(len(every), _PRIOR) / whole
    happen = rng.gamma(_PRIOR + len(dead), 1 / (_PRIOR / usual + exposure), _DRAWS)
    cost = _cost(dead, every, rng)
    low, high = np.quantile(happen * cost, [0.05, 0.95])
    return Rate(float(low), float((happen * cost).mean()), float(high))


def _cost(dead: Sequence[float], every: Sequence[float], rng: np.random.Generator) -> Array:
    """Draws of the mean number of dead of an incident."""
    pool = np.array(every if len(every) else [1.0])
    from_all = pool[rng.integers(0, pool.size, (_DRAWS, 20))].mean(axis=1)
    weights = rng.gamma(1.0, 1.0, (_DRAWS, len(dead)))
    lent = rng.gamma(_FROM_ALL, 1.0, _DRAWS)
    cost: Array = (weights @ np.array(dead, float) + lent * from_all) / (weights.sum(axis=1) + lent)
    return cost
