"""Invented worlds of counts with known truth, by noise models that no method was made from.

Every series has a level of its own (median 80 a month), a season of its own shape and noise.
"""

from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]

NOISES = ("poisson", "clustered", "unlike", "lasting", "heavy", "slips")
"""Poisson; people in parties (negative binomial, size 50); overdispersion unlike from series to
series (size 5 to 100); good and bad spells (autocorrelated intensity); heavy tails (Student's t,
4 degrees, on the logarithm); one count in a hundred, never
two in a row, lost or four times too high."""
PERIODS = 60


class World(NamedTuple):
    """Counts and where they truly shifted.

    Attributes:
        counts: Series x periods.
        since: First period of the shift of each series; -1 where there is none.
        falls: Whether the shift of each series is a fall.
    """

    counts: Array
    since: NDArray[np.int64]
    falls: NDArray[np.bool_]


def rates(rng: np.random.Generator, series: int) -> Array:
    """Expected counts without any shift."""
    at = np.arange(PERIODS)
    level = np.exp(rng.normal(np.log(80), 0.6, (series, 1)))
    size, phase = rng.uniform(0, 0.5, (series, 1)), rng.uniform(0, 12, (series, 1))
    summer = np.cos(2 * np.pi * (at - phase) / 12)
    sharp = np.where(rng.random((series, 1)) < 0.5, summer, np.maximum(summer, 0.0) ** 2)
    expected: Array = level * np.exp(size * sharp)
    return expected


def noisy(rng: np.random.Generator, expected: Array, noise: str) -> Array:
    """Counts with noise of one kind."""
    shape = expected.shape
    factor = np.ones(shape)
    if noise == "clustered":
        factor = rng.gamma(50.0, 1 / 50.0, shape)
    elif noise == "unlike":
        size = np.exp(rng.uniform(np.log(5), np.log(100), (shape[0], 1)))
        factor = rng.gamma(size, 1 / size, shape)
    elif noise == "lasting":
        spell = rng.normal(0, 0.12 / np.sqrt(1 - 0.25), shape)
        for at in range(1, shape[1]):
            spell[:, at] = 0.5 * spell[:, at - 1] + rng.normal(0, 0.12, shape[0])
        factor = np.exp(spell)
    elif noise == "heavy":
        factor = np.exp(0.12 * rng.standard_t(4, shape))
    elif noise == "slips":
        slip = rng.random(shape) < 0.01
        slip[:, 1:] &= ~slip[:, :-1]
        factor = np.where(slip, rng.choice([0.0, 4.0], shape), 1.0)
    return rng.poisson(np.maximum(expected * factor, 0.0)).astype(np.float64)


def quiet(seed: int, noise: str, series: int = 200) -> World:
    """A world in which nothing shifts."""
    rng = np.random.default_rng([seed, NOISES.index(noise), 1])
    nothing = np.full(series, -1)
    return World(noisy(rng, rates(rng, series), noise), nothing, nothing > 0)


def shifted(seed: int, noise: str, series: int = 200) -> World:
    """A world in which one series of five falls by half, or rises by half, for good."""
    rng = np.random.default_rng([seed, NOISES.index(noise), 2])
    expected = rates(rng, series)
    since = np.where(rng.random(series) < 0.2, rng.integers(24, 54, series), -1)
    falls = rng.random(series) < 0.5
    for one in np.flatnonzero(since >= 0).tolist():
        expected[one, since[one] :] *= 0.5 if falls[one] else 1.5
    return World(noisy(rng, expected, noise), since, falls)
