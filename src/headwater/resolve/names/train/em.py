"""Learning one edit table from word pairs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from headwater.resolve.names.edits import END, START, EditTable, bounded, sounded_bits
from headwater.resolve.names.letters import plain_latin
from headwater.resolve.names.train.lattice import Pair, Shape, Side, Units, grids

CROSS_SCRIPT: tuple[Shape, ...] = ((1, 0), (0, 1), (1, 1), (1, 2), (2, 1), (2, 2), (1, 3))


@dataclass(frozen=True)
class Settings:
    """How a table is learned.

    Attributes:
        shapes: Lengths of the two sides of a unit.
        rounds: Passes over the data.
        short: Units of one or two letters in all are kept above this expected count.
        long: Longer units are kept above this one.
        likely: What a likely pair counts beside a sure one.
        known: Units that count as seen so often before any word pair was.
    """

    shapes: tuple[Shape, ...] = CROSS_SCRIPT
    rounds: int = 5
    short: float = 0.01
    long: float = 0.3
    likely: float = 0.3
    known: Mapping[tuple[str, str], float] = field(default_factory=dict)


def twice(
    scripts: tuple[str, str],
    sure: list[tuple[str, str]],
    likely: list[tuple[str, str]],
    settings: Settings,
) -> tuple[Units, int]:
    """Learn from the sure pairs; then again from all pairs that are for one name by that table.

    Word lists that machines have aligned hold some pairs of different names.

    Returns:
        The units, and how many pairs they were learned from.
    """
    first = EditTable(scripts, learn(weighted(sure), settings))
    kept = [[p for p in pairs if sounded_bits(first, *p) > 0.0] for pairs in (sure, likely)]
    again = weighted(kept[0]) + weighted(kept[1], settings.likely)
    return learn(again, settings), len(kept[0]) + len(kept[1])


def weighted(pairs: Sequence[tuple[str, str]], weight: float = 1.0) -> list[Pair]:
    """Pairs with weights; marked Latin spellings are learned without their marks too.

    Police files and keyboards leave the marks out.
    """
    found = []
    for left, right in pairs:
        bare = plain_latin(right)
        if bare == right:
            found.append((left, right, weight))
        else:
            found += [(left, right, weight / 2), (left, bare, weight / 2)]
    return found


def learn(pairs: Sequence[Pair], settings: Settings = Settings()) -> Units:
    """P(a, b) of substring pairs, summing to 1 (names_and_text: joint memoryless transducer)."""
    pairs = [(bounded(x), bounded(y), weight) for x, y, weight in pairs]
    known = settings.known
    sides = (
        Side([x for x, _, _ in pairs], {a for a, _ in settings.shapes}, {a for a, _ in known}),
        Side([y for _, y, _ in pairs], {b for _, b in settings.shapes}, {b for _, b in known}),
    )
    shapes = sorted({*settings.shapes, *((len(a), len(b)) for a, b in known)})
    cells = grids(pairs, sides, shapes)
    p = _start(sides, shapes)
    before = np.zeros_like(p)
    for (a, b), count in known.items():
        before[sides[0].ids[a] * (len(sides[1].texts) + 1) + sides[1].ids[b]] = count
    for _ in range(settings.rounds):
        counts = before.copy()
        for grid in cells:
            grid.expect(p, counts)
        p = _renewed(counts, sides, settings)
    return _units(p, sides)


def _start(sides: tuple[Side, Side], shapes: Sequence[Shape]) -> NDArray[np.float64]:
    lengths = [np.array([len(t) for t in side.texts] + [-9]) for side in sides]
    p = np.zeros((len(lengths[0]), len(lengths[1])))
    for a, b in shapes:
        weight = 1e-2 if (a, b) == (1, 1) else 1e-3
        p[np.ix_(lengths[0] == a, lengths[1] == b)] = weight
    # A word begins where the other begins, and ends where it ends.
    bounds = [np.array([_bounds(t) for t in side.texts] + [-9]) for side in sides]
    p[np.not_equal.outer(bounds[0], bounds[1])] = 0.0
    return p.ravel()


def _bounds(text: str) -> int:
    return text.startswith(START) + 2 * text.endswith(END)


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
