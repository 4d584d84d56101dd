"""The joint probabilities of many pairs of words at once.

The sums are those of `bits.joint`. Pairs of much the same lengths share one grid, so that each of
its steps is one operation on an array; what a shorter pair adds behind its end is never read.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.resolve.names.edits.edit_table import END, LENGTHS, START, UNSEEN_ALONE, EditTable

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]

_AT_ONCE = 1024  # pairs that share a grid, so that its rows stay in the processor's cache
_RIGHT = {1: 4, 2: 2}  # most letters on the right of a unit, by those on its left


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


class _Side:
    """One side of many pairs of words: the numbers of the pieces of each word."""

    def __init__(self, table: EditTable, words: Sequence[str], *, right: bool) -> None:
        known = {word: number for number, word in enumerate(dict.fromkeys(words))}
        codes = [_codes(table, word, right) for word in known]
        filled = np.zeros((len(codes), max(map(len, codes)), codes[0].shape[1]), dtype=np.int64)
        for number, each in enumerate(codes):
            filled[number, : len(each)] = each
        self._codes = filled.T
        self._which = np.array([known[word] for word in words])
        self.lengths = np.array([len(word) for word in words])

    def of(self, chosen: Codes) -> tuple[Codes, Codes]:
        """Codes of the words of some pairs, by length, place and pair; and their lengths."""
        lengths = self.lengths[chosen]
        return self._codes[:, : lengths.max(), self._which[chosen]], lengths


def joint_many(table: EditTable, lefts: Sequence[str], rights: Sequence[str]) -> list[float]:
    """P(x, y) of pairs of bounded words, as `joint` gives it for one pair."""
    if not lefts:
        return []
    dense = _dense(table)
    left, right = _Side(table, lefts, right=False), _Side(table, rights, right=True)
    by_size = np.lexsort((right.lengths, left.lengths))
    found = np.zeros(len(lefts))
    for start in range(0, len(by_size), _AT_ONCE):
        chosen = by_size[start : start + _AT_ONCE]
        found[chosen] = _grid(dense, *left.of(chosen), *right.of(chosen))
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


@lru_cache(maxsize=20_000)
def _codes(table: EditTable, word: str, right: bool) -> Codes:
    """Number of each piece of a word, by the place of its first letter and its length less one."""
    pieces = _dense(table).right if right else _dense(table).left
    lengths, unseen = LENGTHS if right else LENGTHS[: len(_RIGHT)], len(pieces)
    return np.array(
        [[pieces.get(word[i : i + length], unseen) for length in lengths] for i in range(len(word))]
    )


def _grid(dense: _Dense, lefts: Codes, left_lengths: Codes, rights: Codes, ends: Codes) -> Floats:
    """P(x, y) of pairs of words, sorted by the length of the left one, from their codes."""
    (_, n, size), m = lefts.shape, rights.shape[1]
    dropped, alone = dense.dropped[lefts[0]], dense.added[rights[0]]
    lefts = lefts * (len(dense.right) + 1)
    ready = np.searchsorted(left_lengths, np.arange(1, n + 2))
    found = np.zeros(size)
    older = np.zeros((m + 1, size))
    before = older.copy()
    before[0] = 1.0
    for i in range(n):
        row = before * dropped[i]
        for a, held in ((1, before), (2, older))[: i + 1]:
            p = dense.p[lefts[a - 1, i + 1 - a] + rights[: _RIGHT[a]]]
            for b in range(1, min(_RIGHT[a], m) + 1):
                row[b:] += held[: m + 1 - b] * p[b - 1, : m + 1 - b]
        for j in range(m):
            row[j + 1] += row[j] * alone[j]
        older, before = before, row
        done = np.arange(ready[i], ready[i + 1])
        found[done] = row[ends[done], done]
    return found
