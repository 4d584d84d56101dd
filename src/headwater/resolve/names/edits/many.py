"""The joint probabilities of many pairs of words at once.

The sums are those of `bits.joint`. Pairs of the same two lengths share one grid, so that each of
its steps is one operation on an array.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.resolve.names.edits.edit_table import END, LENGTHS, START, UNSEEN_ALONE, EditTable

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]

_AT_ONCE = 4096  # pairs that share a grid, so that its rows stay in the processor's cache
# Letters that a unit takes on either side.
_STEPS = ((1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 2))


class _Dense(NamedTuple):
    """A table as a matrix: rows are left pieces, columns right ones; the last stand for unseen.

    Attributes:
        p: Probability of each unit, row by row.
        left: Number of each left piece.
        right: Number of each right piece.
        dropped: Probability of each left letter to stand for nothing.
        added: Probability of nothing to stand for each right letter.
    """

    p: Floats
    left: Mapping[str, int]
    right: Mapping[str, int]
    dropped: Floats
    added: Floats


def joint_many(table: EditTable, lefts: Sequence[str], rights: Sequence[str]) -> list[float]:
    """P(x, y) of pairs of bounded words, as `joint` gives it for one pair."""
    dense = _dense(table)
    left = {word: _codes(word, dense.left) for word in set(lefts)}
    right = {word: _codes(word, dense.right) for word in set(rights)}
    by_size: dict[tuple[int, int], list[int]] = defaultdict(list)
    for place, (x, y) in enumerate(zip(lefts, rights, strict=True)):
        by_size[len(x), len(y)].append(place)
    found = np.zeros(len(lefts))
    for places in by_size.values():
        for start in range(0, len(places), _AT_ONCE):
            chosen = places[start : start + _AT_ONCE]
            starts = np.stack([left[lefts[i]] for i in chosen], axis=-1)
            ends = np.stack([right[rights[i]] for i in chosen], axis=-1)
            found[chosen] = _grid(dense, starts, ends)
    return [float(p) for p in found]


@lru_cache(maxsize=16)
def _dense(table: EditTable) -> _Dense:
    left = {piece: number for number, piece in enumerate(sorted(table.left))}
    right = {piece: number for number, piece in enumerate(sorted(table.right))}
    p = np.zeros((len(left) + 1, len(right) + 1))
    for a, row in table.units.items():
        for b, probability in row.items():
            p[left[a], right[b]] = probability
    dropped, added = p[:, right[""]].copy(), p[left[""]].copy()
    for alone, pieces in ((dropped, left), (added, right)):
        alone[alone == 0.0] = UNSEEN_ALONE
        alone[[pieces[START], pieces[END]]] = 0.0  # a bound never stands for nothing
    return _Dense(p.ravel(), left, right, dropped, added)


def _codes(word: str, pieces: Mapping[str, int]) -> Codes:
    """Number of each piece of a word, by its length less one and the place of its first letter."""
    return np.array(
        [
            [pieces.get(word[i : i + length], len(pieces)) for i in range(len(word))]
            for length in LENGTHS
        ]
    )


def _grid(dense: _Dense, lefts: Codes, rights: Codes) -> Floats:
    """P(x, y) of pairs of the same two lengths, from the numbers of their pieces."""
    n, m, size = lefts.shape[1], rights.shape[1], lefts.shape[2]
    dropped, alone = dense.dropped[lefts[0]], dense.added[rights[0]]
    lefts = lefts * (len(dense.right) + 1)
    older = np.zeros((m + 1, size))
    before = older.copy()
    before[0] = 1.0
    for i in range(n):
        row = before * dropped[i]
        for a, b in _STEPS:
            if a <= i + 1 and b <= m:
                held = before if a == 1 else older
                keys = lefts[a - 1, i + 1 - a] + rights[b - 1, : m + 1 - b]
                row[b:] += held[: m + 1 - b] * dense.p[keys]
        for j in range(m):
            row[j + 1] += row[j] * alone[j]
        older, before = before, row
    return before[m]
