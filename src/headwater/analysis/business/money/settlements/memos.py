"""Memos: how much of what is written on two movements agrees, and how rare it is.

A memo is read as its runs of three letters, each of which says as much as it is rare (in bits).
Names cut short, words put behind, other endings: what is left in common still counts.
"""

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from headwater.analysis.business.money.settlements.ledger import (
    Flags,
    Numbers,
    Whole,
)

Signs: TypeAlias = npt.NDArray[np.uint64]

_LETTERS = 40  # of a memo; what comes later is not read
_COMMON = 3.0  # bits: rarer runs of letters are looked at before all are compared
_PRIME = np.uint64(1_000_003)
_MARKS = 256
_CHUNK = 200_000


class Memos:
    """What is written on the movements of two ledgers, ready to be compared."""

    def __init__(self, left: pa.Array, right: pa.Array) -> None:
        """Read the memos, each different one once; cost grows with their letters."""
        both = pc.unique(pa.chunked_array([left, right]))
        self.left: Whole = pc.index_in(left, value_set=both).to_numpy().astype(np.int64)
        self.right: Whole = pc.index_in(right, value_set=both).to_numpy().astype(np.int64)
        row, gram, known = _runs(both)
        often = np.bincount(np.concatenate([self.left, self.right]), minlength=len(both))
        seen = np.bincount(gram, weights=often[row], minlength=known.size)
        bits = np.log2(max(1, often.sum()) / np.maximum(seen, 1))
        self._rows = _matrix(row, gram, np.sqrt(bits[gram]), (len(both), known.size))
        self.bits = np.bincount(row, weights=bits[gram], minlength=len(both))
        rare = bits[gram] >= min(_COMMON, float(bits.max(initial=0.0)))
        self._marks = _signatures(row[rare], known[gram[rare]], len(both))
        self._size = np.bitwise_count(self._marks).sum(axis=1, dtype=np.int64)

    def silent(self, i: Whole, j: Whole) -> Flags:
        """Whether one of the two memos says nothing."""
        quiet = self.bits == 0
        found: Flags = quiet[self.left[i]] | quiet[self.right[j]]
        return found

    def may_agree(self, i: Whole, j: Whole) -> Flags:
        """Whether about a third of the rare runs of letters may be the same; a quick look."""
        one, other = self._marks[self.left[i]], self._marks[self.right[j]]
        both = np.bitwise_count(one & other).sum(axis=1, dtype=np.int64)
        least = np.minimum(self._size[self.left[i]], self._size[self.right[j]])
        agrees: Flags = (both > 0) & (3 * both >= least)
        return agrees

    def shared(self, i: Whole, j: Whole) -> tuple[Numbers, Numbers]:
        """Bits that each pair shares, and which share of the shorter memo that is, 0 to 1."""
        a, b = self.left[i], self.right[j]
        found = np.zeros(a.size)
        for begin in range(0, a.size, _CHUNK):
            part = slice(begin, begin + _CHUNK)
            product = self._rows[a[part]].multiply(self._rows[b[part]])
            found[part] = np.asarray(product.sum(axis=1)).ravel()
        least = np.minimum(self.bits[a], self.bits[b])
        return found, np.divide(found, least, out=np.zeros_like(found), where=least > 0)


def _runs(memos: pa.Array) -> tuple[Whole, Whole, Signs]:
    """The different runs of three letters of each memo: its row, its number, and all runs."""
    # Two signs in front, so that how a memo begins is told apart from the same letters inside.
    spelt = pc.binary_join_element_wise("^^", pc.utf8_slice_codeunits(memos, 0, _LETTERS), "")
    words = np.array(spelt.to_pylist(), dtype=f"U{_LETTERS + 2}")
    letters = words.view(np.uint32).reshape(len(words), _LETTERS + 2).astype(np.uint64)
    codes = (letters[:, :-2] * _PRIME + letters[:, 1:-1]) * _PRIME + letters[:, 2:]
    row, column = np.nonzero(letters[:, 2:])
    known, number = np.unique(codes[row, column], return_inverse=True)
    pairs = np.unique(row * max(1, known.size) + number)
    return (*np.divmod(pairs, max(1, known.size)), known)


def _matrix(row: Whole, column: Whole, values: Numbers, shape: tuple[int, int]) -> Any:  # noqa: ANN401 - SciPy has no types
    from scipy.sparse import csr_matrix

    return csr_matrix((values, (row, column)), shape=shape)


def _signatures(row: Whole, gram: Signs, rows: int) -> Signs:
    """For each memo a mark in one of 256 places for each of its runs of letters."""
    mixed = gram * np.uint64(0x9E3779B97F4A7C15)
    place = (mixed >> np.uint64(56)).astype(np.int64) % _MARKS
    marks = np.zeros((rows, _MARKS // 64), dtype=np.uint64)
    bit = np.uint64(1) << (place % 64).astype(np.uint64)
    np.bitwise_or.at(marks, (row, place // 64), bit)
    return marks
