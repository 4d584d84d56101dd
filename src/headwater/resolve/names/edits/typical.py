"""Typical bits: what a word is usually worth where it meets another spelling of its own name.

A long word says so much that a wrong letter in it is lost in the sum, and yet makes another name:
surnames share their endings. So a pair that reaches far less than is usual for these letters is
held down by what it lacks (a typicality, as in tests of fit), before anything is capped.
"""

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from headwater.resolve.names.edits.edit_table import LENGTHS, EditTable
from headwater.resolve.names.same_script import WORTH

_USUAL = 9.0  # bits that a true pair may lack: nine in ten lack less (development folds)
_STEEP = 3.0  # by how much what is lacking beyond that holds down
_SLIP = 0.3  # least that a pair is held down to: a slip of the hand may do it
_LEFT_OVER = 0.05  # share of the bits that is left then, so that better pairs stay better
_UNSEEN = 1e-6  # probability of a letter that a table has not seen


class _Means(NamedTuple):
    """One side of a table.

    Attributes:
        units: Piece -> its probability, and that times the mean bits of what stands for it.
        inserted: The same of any number of pieces that stand for nothing here.
    """

    units: Mapping[str, tuple[float, float]]
    inserted: tuple[float, float]


def held_down(table: EditTable, left: str, right: str, bits: float) -> float:
    """Bits of two bounded words, held down by what they lack; unchanged where nothing is lacking.

    Args:
        table: The table they were compared by.
        left: Word on its left.
        right: Word on its right.
        bits: What the table says of them.
    """
    if bits <= 0.0:
        return bits
    usual = min(typical_bits(table, left, right=False), typical_bits(table, right, right=True))
    lacking = usual - _USUAL - bits
    if lacking <= 0.0:
        return bits
    return min(bits, max(WORTH - _STEEP * lacking, _SLIP + _LEFT_OVER * bits))


@lru_cache(maxsize=100_000)
def typical_bits(table: EditTable, word: str, *, right: bool) -> float:
    """Mean bits over all words that may stand for a bounded word, each as likely as it does."""
    units, (chance, bits) = _means(table, right)
    sums = [(1.0, 0.0)]
    for end in range(1, len(word) + 1):
        p = mean = 0.0
        for length in LENGTHS[:end]:
            piece = word[end - length : end]
            unit = units.get(piece, (_UNSEEN, 0.0) if length == 1 else None)
            if unit:
                before = sums[end - length]
                p += before[0] * unit[0]
                mean += before[1] * unit[0] + before[0] * unit[1]
        if end < len(word):  # nothing is inserted after the end
            p, mean = p * chance, mean * chance + p * bits
        sums.append((p, mean))
    p, mean = sums[-1]
    return mean / p


@lru_cache(maxsize=16)
def _means(table: EditTable, right: bool) -> _Means:
    kept = 1.0 - table.left.get("", 0.0), 1.0 - table.right.get("", 0.0)
    units: dict[str, tuple[float, float]] = {}
    for a, row in table.units.items():
        for b, p in row.items():
            alone = (table.left[a] / kept[0] if a else 1.0) * (table.right[b] / kept[1] if b else 1)
            chance, bits = units.get(b if right else a, (0.0, 0.0))
            units[b if right else a] = chance + p, bits + p * math.log2(p / alone)
    chance, bits = units.pop("", (0.0, 0.0))
    # Any number of insertions in a row: a geometric series, and its mean.
    return _Means(units, (1 / (1 - chance), bits / (1 - chance) ** 2))
