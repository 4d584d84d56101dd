"""Learning one edit table from word pairs."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.resolve.names.train.lattice import Grid, Pair, Shape, Side, Units, grids

CROSS_SCRIPT: tuple[Shape, ...] = ((1, 0), (0, 1), (1, 1), (1, 2), (2, 1), (2, 2), (1, 3))


@dataclass(frozen=True)
class Settings:
    """How a table is learned.

    Attributes:
        shapes: Lengths of the two sides of a unit.
        rounds: Passes over the data.
        trim: Pairs below so many bits a letter are taken for wrong and not learned from.
        short: Units of one or two letters in all are kept above this expected count.
        long: Longer units are kept above this one.
    """

    shapes: tuple[Shape, ...] = CROSS_SCRIPT
    rounds: int = 6
    trim: float = -1e9
    short: float = 0.01
    long: float = 0.3


def learn(pairs: Sequence[Pair], settings: Settings = Settings()) -> Units:
    """P(a, b) of substring pairs, summing to 1 (names_and_text: joint memoryless transducer)."""
    sides = (
        Side([x for x, _, _ in pairs], {a for a, _ in settings.shapes}),
        Side([y for _, y, _ in pairs], {b for _, b in settings.shapes}),
    )
    cells = grids(pairs, sides, settings.shapes)
    p = _start(sides, settings.shapes)
    for number in range(settings.rounds):
        counts = np.zeros_like(p)
        for grid in cells:
            # The first rounds know too little to call a pair wrong.
            grid.expect(p, counts, settings.trim if number > 1 else -1e9)
        p = _renewed(counts, sides, settings)
    return _units(p, sides)


def _start(sides: tuple[Side, Side], shapes: Sequence[Shape]) -> NDArray[np.float64]:
    lengths = [np.array([len(t) for t in side.texts] + [-9]) for side in sides]
    p = np.zeros((len(lengths[0]), len(lengths[1])))
    for a, b in shapes:
        weight = 1e-2 if (a, b) == (1, 1) else 1e-3
        p[np.ix_(lengths[0] == a, lengths[1] == b)] = weight
    return p.ravel()


def _renewed(
    counts: NDArray[np.float64], sides: tuple[Side, Side], settings: Settings
) -> NDArray[np.float64]:
    lengths = [np.array([len(t) for t in side.texts] + [0]) for side in sides]
    total = np.add.outer(lengths[0], lengths[1]).ravel()
    least = np.where(total <= 2, settings.short, settings.long)
    kept = np.where(counts > least, counts, 0.0)
    return np.asarray(kept / kept.sum())


def _units(p: NDArray[np.float64], sides: tuple[Side, Side]) -> Units:
    width = len(sides[1].texts) + 1
    found: Units = {}
    for key in np.flatnonzero(p):
        a, b = divmod(int(key), width)
        found[sides[0].texts[a], sides[1].texts[b]] = float(p[key])
    return found


__all__ = ["CROSS_SCRIPT", "Grid", "Pair", "Settings", "Units", "learn"]
