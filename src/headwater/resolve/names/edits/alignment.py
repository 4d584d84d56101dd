"""Alignment: which letters of one word answer to which of the other, and the bits of each piece."""

import math
from typing import NamedTuple

from headwater.resolve.names.edits.bits import UNSEEN_LETTER, meeting, token_bits
from headwater.resolve.names.edits.edit_table import END, START, UNSEEN_ALONE, EditTable
from headwater.resolve.names.name import Token

SHAPES = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (2, 2), (1, 3), (1, 4))


class Unit(NamedTuple):
    """A piece of a word and what stands for it in the other; one of the two may be empty.

    Attributes:
        left: Letters of the left word.
        right: Letters of the right word.
        bits: Its share of the bits of the two words. All shares add up to `token_bits`.
    """

    left: str
    right: str
    bits: float


def align(left: Token, right: Token) -> tuple[Unit, ...]:
    """The likeliest way to cut both words into pieces, from the first letters to the last.

    A piece counts log2 P(a, b) / (P(a) P(b)). The bits of two words sum over all cuts, so what
    the other cuts add is spread over the pieces by their letters.
    """
    table, one, other, swapped = meeting(left, right)
    cuts = _best_cuts(table, one.text, other.text)
    shares = [_share(table, a, b) for a, b in cuts]
    letters = sum(len(a) + len(b) for a, b in cuts)
    rest = (token_bits(left, right) - sum(shares)) / letters
    found = []
    for (a, b), share in zip(cuts, shares, strict=True):
        bits = share + rest * (len(a) + len(b))
        a, b = a.strip(START + END), b.strip(START + END)
        found.append(Unit(b, a, bits) if swapped else Unit(a, b, bits))
    return _without_bounds(found)


def _without_bounds(units: list[Unit]) -> tuple[Unit, ...]:
    """The units that have letters; what the bare beginning and end say goes to the nearest one."""
    kept: list[Unit] = []
    carried = 0.0
    for unit in units:
        if unit.left or unit.right:
            kept.append(unit._replace(bits=unit.bits + carried))
            carried = 0.0
        else:
            carried += unit.bits
    if kept:
        kept[-1] = kept[-1]._replace(bits=kept[-1].bits + carried)
    return tuple(kept)


def _best_cuts(table: EditTable, x: str, y: str) -> list[tuple[str, str]]:
    """Viterbi; of equally likely ways the one with the shorter last piece."""
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    cells = [(i, j) for i in range(len(x) + 1) for j in range(len(y) + 1)]
    for i, j in cells[1:]:
        ways = [
            (best[i - a, j - b][0] + math.log2(p), (i - a, j - b))
            for a, b in SHAPES
            if (i - a, j - b) in best and (p := _probability(table, x[i - a : i], y[j - b : j]))
        ]
        if ways:
            best[i, j] = max(ways, key=lambda way: way[0])
    cuts = []
    i, j = cells[-1]
    while i or j:
        k, q = best[i, j][1]
        cuts.append((x[k:i], y[q:j]))
        i, j = k, q
    return cuts[::-1]


def _probability(table: EditTable, a: str, b: str) -> float:
    letters = (a + b).strip(START + END)
    least = UNSEEN_ALONE if len(a + b) == len(letters) == 1 else 0.0
    return table.units.get(a, {}).get(b, least)


def _share(table: EditTable, a: str, b: str) -> float:
    bits = math.log2(_probability(table, a, b))
    for piece, q in ((a, table.left), (b, table.right)):
        if piece:
            bits -= math.log2(q.get(piece, UNSEEN_LETTER) / (1.0 - q.get("", 0.0)))
    return bits
