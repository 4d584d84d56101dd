"""Bits: how much likelier two words are to be spellings of one name than two unrelated names.

log2 P(x, y) - log2 P(x) - log2 P(y) under a learned edit table: the joint sums over all ways to cut
both words into pieces, the other two are its exact marginals (a pointwise mutual information).
"""

import math
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from headwater.resolve.names.edit_table import LEAST, EditTable, edit_table
from headwater.resolve.names.letters import normal, plain_latin, plainer, sounded_latin
from headwater.resolve.names.name import Token
from headwater.resolve.names.scripts import ARABIC, CYRILLIC, LATIN

LONGEST = 40
"""Letters of a word that are compared: beyond them no name is told apart."""

_SINGLE_LEAST = 1e-6
_UNDERFLOW = -1074.0
_CACHED = 400_000

_Get = Callable[[str, float], float]


class Source(NamedTuple):
    """A word on the left of a table: its letters, what its pieces may become, its log2 marginal."""

    text: str
    pieces: tuple[tuple[float, _Get, _Get | None], ...]
    marginal: float


class Target(NamedTuple):
    """A word on the right: its letters, the pieces that end at each, and its log2 marginal."""

    text: str
    pieces: tuple[tuple[float, str, str, str], ...]
    marginal: float


def token_bits(left: Token, right: Token) -> float:
    """Bits for two words being one name; the order of the two does not matter.

    0 is no evidence, below 0 speaks against. Equal words in one script score by the same table.
    """
    one, other = _side(left), _side(right)
    return _bits(one, other) if one <= other else _bits(other, one)


def shown(token: Token) -> str:
    """The letters of a token that are compared: in Latin with the marks that carry sound."""
    return _side(token)[1]


def sides(left: Token, right: Token) -> tuple[EditTable, Source, Target, bool]:
    """What is compared for two tokens: table, both words, and whether they changed places."""
    one, other = _side(left), _side(right)
    swapped = other < one
    if swapped:
        one, other = other, one
    table = edit_table(one[0], other[0])
    return table, source(one[0], other[0], one[1]), target(one[0], other[0], other[1]), swapped


@lru_cache(maxsize=100_000)
def _side(token: Token) -> tuple[str, str]:
    if token.script in {ARABIC, CYRILLIC}:
        return token.script, normal(token.text, token.script)
    marked = sounded_latin(token.original)
    return LATIN, marked if plain_latin(marked) == token.text else sounded_latin(token.text)


@lru_cache(maxsize=_CACHED)
def _bits(one: tuple[str, str], other: tuple[str, str]) -> float:
    left = source(one[0], other[0], one[1])
    right = target(one[0], other[0], other[1])
    total = _joint(left, right)
    bits = math.log2(total) if total > 0.0 else _UNDERFLOW
    return bits - left.marginal - right.marginal


def _joint(left: Source, right: Target) -> float:
    """P(x, y): the sum over all ways to cut both words into pieces."""
    pieces = right.pieces
    before: list[float] = []
    row = [1.0]
    value = 1.0
    for inserted, _, _, _ in pieces:
        value *= inserted
        row.append(value)
    for dropped, single, double in left.pieces:
        older, before = before, row
        value = before[0] * dropped
        row = [value]
        last, second, third = before[0], 0.0, 0.0
        wide = older[0] if double else 0.0
        wider = 0.0
        for j, (inserted, one, two, three) in enumerate(pieces, 1):
            value = before[j] * dropped + value * inserted + last * single(one, LEAST)
            if second:
                value += second * single(two, 0.0)
                if third:
                    value += third * single(three, 0.0)
            if double:
                value += wide * double(one, 0.0)
                if wider:
                    value += wider * double(two, 0.0)
                wider, wide = wide, older[j]
            third, second, last = second, last, before[j]
            row.append(value)
    return row[-1]


@lru_cache(maxsize=100_000)
def source(left: str, right: str, text: str) -> Source:
    """A word as the left side of a table."""
    table = edit_table(left, right)
    word = _known(text, table.left, left)
    units = table.units
    empty: Mapping[str, float] = {}
    pieces: list[tuple[float, _Get, _Get | None]] = []
    for i, letter in enumerate(word):
        single = units.get(letter, empty)
        double = units.get(word[i - 1 : i + 1]) if i else None
        pieces.append((single.get("", LEAST), single.get, double.get if double else None))
    return Source(word, tuple(pieces), _marginal(word, table.left))


@lru_cache(maxsize=100_000)
def target(left: str, right: str, text: str) -> Target:
    """A word as the right side of a table."""
    table = edit_table(left, right)
    word = _known(text, table.right, right)
    inserted = table.units.get("", {})
    pieces = tuple(
        (
            inserted.get(word[j - 1], LEAST),
            word[j - 1],
            word[j - 2 : j] if j > 1 else "",
            word[j - 3 : j] if j > 2 else "",
        )
        for j in range(1, len(word) + 1)
    )
    return Target(word, pieces, _marginal(word, table.right))


def _known(text: str, singles: Mapping[str, float], script: str) -> str:
    """The letters, with plainer ones for those the table has never seen."""
    return "".join(c if c in singles else plainer(c, script) for c in text[:LONGEST])


def _marginal(word: str, q: Mapping[str, float]) -> float:
    """log2 P(word): over all cuts of this word, whatever stands on the other side."""
    kept = 1.0 - q.get("", 0.0)
    sums = [1.0 / kept]
    for i in range(1, len(word) + 1):
        value = sums[i - 1] * q.get(word[i - 1], _SINGLE_LEAST)
        if i > 1:
            value += sums[i - 2] * q.get(word[i - 2 : i], 0.0)
        if i > 2:
            value += sums[i - 3] * q.get(word[i - 3 : i], 0.0)
        sums.append(value / kept)
    return math.log2(sums[-1])
