"""Alignment: which letters of one word answer to which of the other, and the bits of each piece."""

import math
from typing import NamedTuple

from headwater.resolve.names.bits import Source, Target, sides, token_bits
from headwater.resolve.names.edit_table import LEAST, EditTable
from headwater.resolve.names.name import Token


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
    table, source, target, swapped = sides(left, right)
    cuts = _best_cuts(table, source, target)
    shares = [_share(table, a, b) for a, b in cuts]
    letters = sum(len(a) + len(b) for a, b in cuts)
    rest = (token_bits(left, right) - sum(shares)) / max(1, letters)
    return tuple(
        Unit(*((b, a) if swapped else (a, b)), bits=share + rest * (len(a) + len(b)))
        for (a, b), share in zip(cuts, shares, strict=True)
    )


def _best_cuts(table: EditTable, source: Source, target: Target) -> list[tuple[str, str]]:
    """Viterbi: ties go to the shorter piece."""
    x, y = source.text, target.text
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(x) + 1):
        for j in range(len(y) + 1):
            ways = [
                (best[i - a, j - b][0] + math.log2(p), (i - a, j - b))
                for a, b in SHAPES
                if a <= i and b <= j and (p := _probability(table, x[i - a : i], y[j - b : j]))
            ]
            if ways:
                best[i, j] = max(ways, key=lambda way: way[0])
    cuts = []
    i, j = len(x), len(y)
    while i or j:
        k, q = best[i, j][1]
        cuts.append((x[k:i], y[q:j]))
        i, j = k, q
    return cuts[::-1]


SHAPES = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (2, 2), (1, 3))


def _probability(table: EditTable, a: str, b: str) -> float:
    least = LEAST if len(a) <= 1 and len(b) <= 1 else 0.0
    return table.units.get(a, {}).get(b, least)


def _share(table: EditTable, a: str, b: str) -> float:
    bits = math.log2(_probability(table, a, b))
    for piece, q in ((a, table.left), (b, table.right)):
        if piece:
            bits -= math.log2(q.get(piece, LEAST) / (1.0 - q.get("", 0.0)))
    return bits
