"""Comparison of two names: bits, and where they come from."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from headwater.resolve.names.assignment import (
    MISSING,
    SLIGHT,
    Pair,
    Span,
    assign,
    assign_many,
    compared,
)
from headwater.resolve.names.edits import Unit, align
from headwater.resolve.names.name import Name, read_name
from headwater.resolve.names.same_script import APART, OTHER_NAME, pieces
from headwater.resolve.names.word_bits import best_reading, doubtful, known_relation, one_script

STRONG = 10.0
"""Bits from which two texts are taken to be one name, where a pair was put side by side for a
reason: at even odds for a prior of one in a thousand."""

_SOME = 3.0  # bits, either way, below which a comparison says nothing
_SHOWN = 0.05  # bits below which a difference is not shown
_RELATIVES = "relatives share all but one word"
_OTHER_WORD = "another name"
_KNOWN = {"spelling": "two spellings of one name", "pet form": "an everyday form of one name"}
_SHARES = "A word can say only so much; letters that say more are shown by their shares."
_DIGITS = "digits, no part of a name"
_ASIDE = {"title": "a title", "particle": "a small word", "suffix": "an ending, no part of a name"}


class WordPair(NamedTuple):
    """Two words, or words written as one, and what they say.

    Attributes:
        left: As the left name writes it.
        right: As the right name writes it.
        bits: What they say in bits.
        units: The letters of one and what stands for them in the other, each with its share of
            the bits.
        note: What was left out to compare them; empty if nothing was.
        doubtful: They may be two names of like letters.
        letters: What the letters by themselves say, before the word was held in its bounds.
    """

    left: str
    right: str
    bits: float
    units: tuple[Unit, ...]
    note: str = ""
    doubtful: bool = False
    letters: float = 0.0


class Loose(NamedTuple):
    """A word without a counterpart.

    Attributes:
        word: As it was written.
        side: `left` or `right`.
        bits: What its absence on the other side says.
        why: Why it was left aside; empty if it is only missing.
    """

    word: str
    side: str
    bits: float
    why: str = ""


class Comparison(NamedTuple):
    """What speaks for two texts being one name, and what against it.

    Attributes:
        left: Left text.
        right: Right text.
        bits: Evidence altogether; 0 is none, below 0 speaks against.
        pairs: Words that stand for each other.
        against: Words that stand against each other.
        unmatched: Words that only one of the two has.
        aside: Words that were not compared, with the reason.
        limit: Bits by which the total was held down, because relatives share most of a name or
            because only one word is shared.
        problem: Why one of the two is no usable name; empty if both are.
    """

    left: str
    right: str
    bits: float
    pairs: tuple[WordPair, ...] = ()
    against: tuple[WordPair, ...] = ()
    unmatched: tuple[Loose, ...] = ()
    aside: tuple[Loose, ...] = ()
    limit: float = 0.0
    problem: str = ""

    @property
    def verdict(self) -> str:
        """One plain sentence. Two people may bear one name, so it speaks of names only."""
        if self.problem:
            return f"No comparison: {self.problem}."
        doubt = self._one_word or self.against or any(pair.doubtful for pair in self.pairs)
        if self.bits >= STRONG and not doubt:
            return "Strong evidence for one name."
        if self.bits >= _SOME:
            return "Some evidence for one name, not enough by itself."
        return "No evidence either way." if self.bits > -_SOME else "Speaks against one name."

    @property
    def _one_word(self) -> bool:
        """Whether one word is all that is shared, and one of the two has more."""
        return len(self.pairs) == 1 and any(word.bits for word in self.unmatched)

    def as_dict(self) -> dict[str, Any]:
        """The comparison as a document."""
        parts = ("pairs", "against", "unmatched", "aside")
        told = {part: [_as_dict(row) for row in getattr(self, part)] for part in parts}
        return self._asdict() | told | {"verdict": self.verdict}

    def lines(self) -> list[str]:
        """The comparison for a person to read: a line for each pair of words, then the verdict."""
        head = f"{_isolated(self.left)} ~ {_isolated(self.right)}"
        if self.problem:
            return [head, self.verdict]
        table = list(_table(list(_rows(self))))
        shares = [_SHARES] if any(map(_held, (*self.pairs, *self.against))) else []
        return [f"{head}   {self.bits:+.1f} bits", *table, *shares, self.verdict]


def name_bits(left: Name, right: Name) -> float:
    """Evidence in bits that two texts are one name; 0 where one of them is no usable name.

    Symmetric, and without regard to the order of the words. Positive from about 3 bits on,
    `STRONG` from 10; about -20 for names with nothing in common.
    """
    if left.problem or right.problem:
        return 0.0
    return assign(left, right).bits


def name_bits_many(pairs: Sequence[tuple[Name, Name]]) -> list[float]:
    """`name_bits` for each of many pairs of names, several times as fast across scripts."""
    return [
        0.0 if left.problem or right.problem else found.bits
        for (left, right), found in zip(pairs, assign_many(pairs), strict=True)
    ]


def compare(left: str, right: str) -> Comparison:
    """Compare two texts as names, with everything that the bits come from."""
    ours, theirs = read_name(left), read_name(right)
    problem = _problem(ours, theirs)
    if problem:
        return Comparison(left, right, 0.0, problem=problem)
    found = assign(ours, theirs)
    unmatched = (*_loose(found.left_only, "left"), *_loose(found.right_only, "right"))
    told = sum(pair.bits for pair in (*found.pairs, *found.against))
    return Comparison(
        left,
        right,
        found.bits,
        pairs=tuple(_word_pair(pair) for pair in found.pairs),
        against=tuple(_word_pair(pair) for pair in found.against),
        unmatched=unmatched,
        aside=(*_aside(ours, "left"), *_aside(theirs, "right")),
        limit=found.bits - told - sum(word.bits for word in unmatched),
    )


def _problem(left: Name, right: Name) -> str:
    sides = (("left", left), ("right", right))
    return "; ".join(f"the {side} one is {name.problem}" for side, name in sides if name.problem)


def _loose(spans: Sequence[Span], side: str) -> Iterator[Loose]:
    for span in spans:
        yield Loose(span.token.original, side, -MISSING[span.token.role])


def _aside(name: Name, side: str) -> Iterator[Loose]:
    """Words that were not compared at all."""
    for token in name.tokens:
        if not compared(token):
            yield Loose(token.original, side, 0.0, _ASIDE[token.role])
    yield from (Loose(number, side, 0.0, _DIGITS) for number in name.numbers)


def _word_pair(pair: Pair) -> WordPair:
    left, right = pair.left.token, pair.right.token
    units, note = _units(pair)
    share = sum(unit.bits for unit in units)
    if share * pair.bits > 0:  # all shares together are what the two words say
        units = tuple(unit._replace(bits=unit.bits * pair.bits / share) for unit in units)
    doubt = doubtful(left, right, pair.bits)
    return WordPair(left.original, right.original, pair.bits, units, note, doubt, share)


def _units(pair: Pair) -> tuple[tuple[Unit, ...], str]:
    left, right = pair.left.token, pair.right.token
    if "initial" in (left.role, right.role):
        return (), "an initial" if left.text[:1] == right.text[:1] else "another initial"
    read = best_reading(left, right)
    known = _KNOWN.get(known_relation(read.left, read.right), "")
    if not one_script(left, right):
        units = align(read.left, read.right)
        if known and sum(unit.bits for unit in units) < pair.bits:
            return (), read.note or known
        return units, read.note
    texts = read.left.text, read.right.text
    known = "the same word" if texts[0] == texts[1] else known
    if known:
        return (), read.note or known
    return tuple(Unit(*piece) for piece in pieces(*texts)), read.note


def _held(pair: WordPair) -> bool:
    """Whether letters are shown that by themselves say something else than their word."""
    known = pair.bits in (APART, OTHER_NAME)
    return bool(pair.units) and not known and abs(pair.letters - pair.bits) > _SHOWN


def _rows(comparison: Comparison) -> Iterator[tuple[str, str, str]]:
    """What stands in the three columns: words, bits, letters or reason."""
    for pair in comparison.pairs:
        yield (
            f"{_isolated(pair.left)} ~ {_isolated(pair.right)}",
            f"{pair.bits:+.1f}",
            _letters(pair),
        )
    for pair in comparison.against:
        words = f"{_isolated(pair.left)} against {_isolated(pair.right)}"
        known = pair.bits in (APART, OTHER_NAME)
        yield words, f"{pair.bits:+.1f}", _OTHER_WORD if known else _letters(pair)
    for word in comparison.unmatched:
        yield f"only {word.side}: {_isolated(word.word)}", f"{word.bits:+.1f}", ""
    if abs(comparison.limit) > _SHOWN:
        yield "held down", f"{comparison.limit:+.1f}", _why_held(comparison)
    for word in comparison.aside:
        yield f"left aside: {_isolated(word.word)}", "", word.why


def _why_held(comparison: Comparison) -> str:
    if comparison.against:
        return _RELATIVES
    if len(comparison.pairs) == 1:
        return "only one word is shared"
    slight = any(pair.bits < SLIGHT for pair in comparison.pairs)
    return f"{_RELATIVES}, and one is hardly alike" if slight else "a son is named after his father"


def _letters(pair: WordPair) -> str:
    told = " | ".join(
        f"{_isolated(unit.left) or '-'}:{_isolated(unit.right) or '-'} {unit.bits:+.1f}"
        for unit in pair.units
    )
    return f"{told} ({pair.note})" if told and pair.note else told or pair.note


def _as_dict(row: WordPair | Loose) -> dict[str, Any]:
    document = row._asdict()
    if isinstance(row, WordPair):
        document["units"] = [unit._asdict() for unit in row.units]
    return document


def _table(rows: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    wide = max((_width(words) for words, _, _ in rows), default=0)
    for words, bits, told in rows:
        yield f"  {words}{' ' * (wide - _width(words))}  {bits:>6}  {told}".rstrip()


def _isolated(text: str) -> str:
    """Text that runs from right to left between marks, so that a terminal keeps it in its place."""
    shown = (c for c in text if unicodedata.category(c) != "Cf")  # marks without a shape
    safe = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in shown)
    if any(unicodedata.bidirectional(c) in ("R", "AL") for c in safe):
        return f"\N{FIRST STRONG ISOLATE}{safe}\N{POP DIRECTIONAL ISOLATE}"
    return safe


def _width(text: str) -> int:
    """Columns of a terminal that a text takes up."""
    return sum(_columns(c) for c in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
