"""Bits: how much likelier two words are to be spellings of one name than two unrelated names.

log2 P(x, y) - log2 P(x) - log2 P(y) under a learned edit table: the joint sums over all ways to cut
both words into pieces, the other two are its exact marginals (a pointwise mutual information).
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from headwater.resolve.names.edits.edit_table import (
    END,
    LENGTHS,
    START,
    UNSEEN_ALONE,
    EditTable,
    bounded,
    edit_table,
)
from headwater.resolve.names.edits.typical import held_down
from headwater.resolve.names.letters import normal, plain_latin, plainer, sounded_latin
from headwater.resolve.names.name import Token
from headwater.resolve.names.scripts import ARABIC, CYRILLIC, LATIN

LONGEST = 40
"""Letters of a word that are compared: beyond them no name is told apart."""

UNSEEN_LETTER = 1e-6
"""Marginal of a letter that a table has not seen."""

UNDERFLOW = -1074.0
"""log2 of a joint probability too small to be told from zero."""

_Matches = tuple[tuple[int, int, float], ...]
_NOTHING: Mapping[str, float] = {}

Sounded = tuple[str, str]
"""Script and letters of a word as it is compared."""

_MOST_KEPT = 500_000
_FEW = 24  # pairs of words up to which one after the other takes less time than all at once
_kept: dict[tuple[Sounded, Sounded], float] = {}  # bits of pairs of words already compared


class Word(NamedTuple):
    """A word as one side of a table.

    Attributes:
        text: Its letters between bounds; those the table has never seen replaced by plainer ones.
        marginal: log2 of its probability, whatever stands on the other side.
    """

    text: str
    marginal: float


class Meeting(NamedTuple):
    """Two words and the table they are compared by.

    Attributes:
        table: The table of their scripts.
        left: The word on the left of the table.
        right: The word on its right.
        swapped: They were handed in the other way round.
    """

    table: EditTable
    left: Word
    right: Word
    swapped: bool


def token_bits(left: Token, right: Token) -> float:
    """Bits for two words of different scripts being one name; their order does not matter.

    0 is no evidence, below 0 speaks against. Words that lack much of what is usual are held down.

    Raises:
        HeadwaterError: Both are of one script: those are compared by their spelling.
    """
    one, other = sounded(left), sounded(right)
    return _bits(one, other) if one <= other else _bits(other, one)


def token_bits_ready(pairs: Iterable[tuple[Token, Token]]) -> None:
    """Work out the bits of many pairs of words at once, so that `token_bits` has them at hand.

    A few are left to `token_bits`, which takes less time for them.
    """
    wanted: dict[tuple[str, str], set[tuple[Sounded, Sounded]]] = {}
    for left, right in pairs:
        one, other = sorted((sounded(left), sounded(right)))
        if (one, other) not in _kept:
            wanted.setdefault((one[0], other[0]), set()).add((one, other))
    for scripts, found in wanted.items():
        if len(found) > _FEW:
            _keep(edit_table(*scripts), list(found))


def _keep(table: EditTable, pairs: Sequence[tuple[Sounded, Sounded]]) -> None:
    from headwater.resolve.names.edits.many import joint_many

    _make_room(len(pairs))
    lefts = [left_word(table, one[1]) for one, _ in pairs]
    rights = [right_word(table, other[1]) for _, other in pairs]
    joints = joint_many(table, [w.text for w in lefts], [w.text for w in rights])
    for pair, left, right, both in zip(pairs, lefts, rights, joints, strict=True):
        _kept[pair] = held_down(table, left.text, right.text, log_odds(table, left, right, both))


def meeting(left: Token, right: Token) -> Meeting:
    """What is compared for two tokens."""
    one, other = sounded(left), sounded(right)
    swapped = other < one
    if swapped:
        one, other = other, one
    table = edit_table(one[0], other[0])
    return Meeting(table, left_word(table, one[1]), right_word(table, other[1]), swapped)


@lru_cache(maxsize=100_000)
def sounded(token: Token) -> Sounded:
    """Script and letters of a token as they are compared: Latin with the marks that carry sound."""
    if token.script in {ARABIC, CYRILLIC}:
        return token.script, normal(token.text, token.script)
    marked = sounded_latin(token.original)
    return LATIN, marked if plain_latin(marked) == token.text else sounded_latin(token.text)


@lru_cache(maxsize=100_000)
def left_word(table: EditTable, text: str) -> Word:
    """A word as the left side of a table."""
    word = _known(text, table.left, table.scripts[0])
    return Word(word, _marginal(word, table.left))


@lru_cache(maxsize=100_000)
def right_word(table: EditTable, text: str) -> Word:
    """A word as the right side of a table."""
    word = _known(text, table.right, table.scripts[1])
    return Word(word, _marginal(word, table.right))


def joint(table: EditTable, left: str, right: str) -> float:
    """P(x, y) of two bounded words: the sum over all ways to cut both into pieces."""
    other = _pieces(table, right)
    alone = other.alone
    nothing = [0.0] * len(alone)
    row, before = other.begun, [1.0, *nothing[1:]]
    letters = _letters(table, left)
    for dropped, one, two in letters[1:-1]:
        older, before, row = before, row, nothing.copy()
        for start, end, p in other[one]:
            row[end] += before[start] * p
        for start, end, p in other[two]:
            row[end] += older[start] * p
        value = 0.0
        row = [
            value := held * dropped + value * p + found
            for held, p, found in zip(before, alone, row, strict=True)
        ]
    _, one, two = letters[-1]
    total = sum(row[start] * p for start, _, p in other[one])
    return total + sum(before[start] * p for start, _, p in other[two])


def log_odds(table: EditTable, left: Word, right: Word, both: float) -> float:
    """Bits from the joint probability of two words and their marginals."""
    bits = math.log2(both) if both > 0.0 else UNDERFLOW
    return bits + table.bounds - left.marginal - right.marginal


def _bits(one: Sounded, other: Sounded) -> float:
    found = _kept.get((one, other))
    if found is None:
        _make_room()
        table = edit_table(one[0], other[0])
        left, right = left_word(table, one[1]), right_word(table, other[1])
        bits = sounded_bits(table, one[1], other[1])
        found = _kept[one, other] = held_down(table, left.text, right.text, bits)
    return found


def _make_room(wanted: int = 1) -> None:
    if len(_kept) + wanted > _MOST_KEPT:
        _kept.clear()


class _Pieces(dict[str, _Matches]):
    """The right word of a table cut into pieces.

    Left piece -> beginning, end and probability of each piece here that it may stand for; filled
    as pieces are asked for.
    """

    def __init__(self, table: EditTable, right: str) -> None:
        super().__init__()
        units = table.units.get("", _NOTHING)
        # Nothing is inserted before the beginning.
        self.alone = (0.0, *(_alone(units, letter, letter) for letter in right))
        self._units = table.units
        self._pieces = [
            (start, start + length, piece)
            for length in LENGTHS
            for start in range(len(right) - length + 1)
            if (piece := right[start : start + length]) in table.right
        ]
        self.begun = [0.0] * len(self.alone)
        for _, end, p in self[START]:
            self.begun[end] += p
        for j, p in enumerate(self.alone[1:], 1):
            self.begun[j] += self.begun[j - 1] * p

    def __missing__(self, left: str) -> _Matches:
        row = self._units.get(left, _NOTHING) if left else _NOTHING
        matches = tuple((s, e, row[piece]) for s, e, piece in self._pieces if piece in row)
        self[left] = matches
        return matches


@lru_cache(maxsize=2_000)
def _pieces(table: EditTable, right: str) -> _Pieces:
    return _Pieces(table, right)


@lru_cache(maxsize=20_000)
def _letters(table: EditTable, left: str) -> tuple[tuple[float, str, str], ...]:
    """For each letter of a left word: it dropped, itself, and with the one before where known."""
    return tuple(
        (
            _alone(table.units.get(letter, _NOTHING), "", letter),
            letter,
            left[i - 1 : i + 1] if i and left[i - 1 : i + 1] in table.units else "",
        )
        for i, letter in enumerate(left)
    )


def _alone(pieces: Mapping[str, float], key: str, letter: str) -> float:
    """Probability of a letter to stand for nothing; a bound never does."""
    return 0.0 if letter in (START, END) else pieces.get(key, UNSEEN_ALONE)


def _known(text: str, pieces: Mapping[str, float], script: str) -> str:
    """The letters between bounds, with plainer ones for those the table has never seen."""
    return bounded("".join(c if c in pieces else plainer(c, script) for c in text[:LONGEST]))


def _marginal(word: str, q: Mapping[str, float]) -> float:
    """log2 P(word): over all cuts of this bounded word, whatever stands on the other side."""
    kept = 1.0 - q.get("", 0.0)
    sums = [1.0]
    for i in range(1, len(word) + 1):
        value = sums[i - 1] * q.get(word[i - 1], UNSEEN_LETTER)
        for length in LENGTHS[1:]:
            if i >= length:
                value += sums[i - length] * q.get(word[i - length : i], 0.0)
        sums.append(value / kept)
    # Nothing is inserted on the other side before the beginning or after the end.
    return math.log2(sums[-1] * kept)


def sounded_bits(table: EditTable, left: str, right: str) -> float:
    """Bits of two words that are sounded already, left and right as the table has them."""
    one, other = left_word(table, left), right_word(table, right)
    return log_odds(table, one, other, joint(table, one.text, other.text))
