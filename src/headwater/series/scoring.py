"""How good forecasts were: scores that reward saying what is likely, and no more than that.

Lower is better for every score here. The continuous ranked probability score (CRPS) is the pinball
loss averaged over all quantiles, doubled (Gneiting & Raftery 2007); its unit is that of the counts.
"""

from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]


def pinball(quantiles: Array, levels: Array, seen: Array) -> Array:
    """Pinball loss of each quantile.

    Args:
        quantiles: Forecasts x levels.
        levels: The level of each quantile, between 0 and 1.
        seen: What came, one a forecast.
    """
    miss = seen[..., None] - quantiles
    loss: Array = np.maximum(levels * miss, (levels - 1.0) * miss)
    return loss


def crps_of_quantiles(quantiles: Array, levels: Array, seen: Array) -> Array:
    """The score of each forecast, from its quantiles at evenly spread levels."""
    score: Array = 2.0 * pinball(quantiles, levels, seen).mean(axis=-1)
    return score


def crps_of_samples(samples: Array, seen: Array) -> Array:
    """The score of each forecast, from equally likely samples (forecasts x samples)."""
    ordered = np.sort(samples, axis=-1)
    count = ordered.shape[-1]
    rank = 2.0 * np.arange(1, count + 1) - count - 1.0
    apart = (ordered * rank).sum(axis=-1) / count**2
    score: Array = np.abs(ordered - seen[..., None]).mean(axis=-1) - apart
    return score


def ranks(quantiles: Array, levels: Array, seen: Array, chance: Array) -> Array:
    """Where what came lies in its forecast, from 0 to 1; even where forecasts are right.

    Where many quantiles are the same number (mostly zero) and that number came, the rank is drawn
    from the levels that it holds (Czado, Gneiting & Held 2009).

    Args:
        quantiles: Forecasts x levels, ascending.
        levels: The level of each quantile.
        seen: What came, one a forecast.
        chance: One number from 0 to 1 a forecast, for such draws.
    """
    edges = np.concatenate([[0.0], (levels[1:] + levels[:-1]) / 2.0, [1.0]])
    low = edges[(quantiles < seen[..., None]).sum(axis=-1)]
    high = edges[(quantiles <= seen[..., None]).sum(axis=-1)]
    at: Array = low + chance * (high - low)
    return at


def coverage(low: Array, high: Array, seen: Array) -> float:
    """The share of what came that lies between two bounds, both included."""
    return float(((seen >= low) & (seen <= high)).mean())


class Reliability(NamedTuple):
    """How often what was said to be below a level came below it.

    Attributes:
        said: The levels.
        came: The share of forecasts whose outcome had a rank up to the level.
        outcomes: How many forecasts there were.
    """

    said: Array
    came: Array
    outcomes: int


def reliability(at: Array, said: Array) -> Reliability:
    """Compare levels with the ranks of what came (see `ranks`)."""
    came = (at[:, None] <= said[None, :]).mean(axis=0) if at.size else np.full(said.size, np.nan)
    return Reliability(said, came, int(at.size))
