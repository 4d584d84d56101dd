"""Quantities: a number and what it counts ("12 migrants", "three rubber boats")."""

import re
from typing import NamedTuple

from headwater.intake.reading.grammar.numbers import Number
from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.passage import Passage, Span

_COUNTED = ("article", "unit", "dead", "missing")
_LOOK = 45
# At most three words that only describe may stand between the number and what it counts.
_DESCRIBING = re.compile(r"\s(?:[^\W\d_][\w’'-]*\s){0,3}")
_UP_TO = re.compile(r"(?:up to|as many as|najviše|највише|deri në|до|најмногу)\s$", re.IGNORECASE)
_AT_LEAST = re.compile(
    r"(?:at least|more than|over|najmanje|više od|preko|најмање|више од|най-малко|над|повеќе од|"
    r"најмалку|të paktën|mbi|më shumë se)\s$",
    re.IGNORECASE,
)
_FOLLOWED_BY = re.compile(r"\s(?:(?:are|were|have|is|was|je|su|се|је|су|са|u|lost)\s){0,2}")
_RANGE = re.compile(r"\s?(?:-|–|to|do|до|deri)\s?")
_REACH = re.compile(r"(?:reach|exceed|hit|top|total|pass|surpass)\w*\s$", re.IGNORECASE)
_WEIGHT = re.compile(r"\s?(kg|kilograma|kilogram|kilograms|кг|килограма)\b", re.IGNORECASE)


class Quantity(NamedTuple):
    """A number with what it counts.

    Attributes:
        kind: `unit` (people), `article` (things), `dead`, `missing` or `weight`.
        counts: The word list's value: `persons`, `migrants`, `boats`, ...
        low: Lower end, or None.
        high: Upper end, or None.
        span: The number as written.
        words: What is counted, as written.
    """

    kind: str
    counts: str
    low: float | None
    high: float | None
    span: Span
    words: Span

    @property
    def exact(self) -> bool:
        """Whether one number was given."""
        return self.low is not None and self.low == self.high


def quantities(passage: Passage, numbers: list[Number]) -> list[Quantity]:
    """All counts in a passage; amounts of money must have been taken before."""
    free = [n for n in numbers if passage.free(n.start, n.end)]
    found: list[Quantity] = []
    skip = False
    for index, number in enumerate(free):
        if skip:
            skip = False
            continue
        following = free[index + 1] if index + 1 < len(free) else None
        last = number
        if following and _RANGE.fullmatch(passage.text, number.end, following.start):
            last, skip = following, True
        quantity = _quantity(passage, number, last)
        if quantity:
            found.append(quantity)
    return found


def _quantity(passage: Passage, first: Number, last: Number) -> Quantity | None:
    word = _counted_after(passage, last.end) or _counted_before(passage, first.start)
    if word is None:
        return None
    word = _lost(passage, first.start, word)
    low: float | None = first.value
    high: float | None = last.value
    before = passage.text[max(0, first.start - 16) : first.start]
    if first is last and _UP_TO.search(before):
        low = None
    elif first is last and _AT_LEAST.search(before):
        high = None
    if low is not None and high is not None and high < low:
        return None
    words = (word.start, word.end)
    return Quantity(word.kind, word.value, low, high, (first.start, last.end), words)


def _lost(passage: Passage, start: int, word: Hit) -> Hit:
    """ "Four people died", "utopile su se dvije osobe": what is counted is the dead."""
    for kind in ("dead", "missing") if word.kind == "unit" else ():
        for before in passage.hits(kind, (max(0, start - 25), start)):
            if not passage.text[before.end : start].strip():
                return Hit(word.start, word.end, kind, "")
        for after in passage.hits(kind, (word.end, word.end + 20)):
            if _FOLLOWED_BY.fullmatch(passage.text, word.end, after.start):
                return Hit(word.start, word.end, kind, "")
    return word


def _counted_after(passage: Passage, end: int) -> Hit | None:
    weight = _WEIGHT.match(passage.text, end)
    if weight:
        return Hit(weight.start(1), weight.end(1), "weight", "kg")
    sentence_end = passage.sentence_at(end - 1)[1]
    limit = min(sentence_end, end + _LOOK)
    best: Hit | None = None
    for kind in _COUNTED:
        for word in passage.hits(kind, (end, limit)):
            nearer = best is None or (word.start, -word.end) < (best.start, -best.end)
            if nearer and _DESCRIBING.fullmatch(passage.text, end, word.start):
                best = word
            break
    return best


def _counted_before(passage: Passage, start: int) -> Hit | None:
    """ "small boat arrivals potentially reaching 60,000": what is counted stands first."""
    if not _REACH.search(passage.text, max(0, start - 16), start):
        return None
    sentence = passage.sentence_at(start)
    words = [
        w
        for w in passage.hits("unit", (max(sentence[0], start - 60), start))
        if w.value in ("arrivals", "migrants", "persons")
    ]
    return words[-1] if words else None
