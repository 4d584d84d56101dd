"""Quantities: a number and what it counts ("12 migrants", "three rubber boats")."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from headwater.intake.reading.grammar.money import joined
from headwater.intake.reading.grammar.numbers import Number, bound
from headwater.intake.reading.grammar.vocabulary import Terms, terms
from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.passage import Passage, Span

_COUNTED = ("article", "unit", "dead", "missing")
_LOOK = 45
# At most three words that only describe may stand between the number and what it counts.
_DESCRIBING = re.compile(
    r"\s{1,3}(?:\d{1,3}\s?(?:hp|HP|KS|КС|PS|m|м)\s)?(?:[^\W\d_][\w’'-]*\s){0,3}"
)
_FOLLOWED_BY = re.compile(r"\s(?:(?:are|were|have|is|was|je|su|се|је|су|са|u|lost)\s){0,2}")
_REACH = re.compile(r"(?:reach|exceed|hit|top|total|pass|surpass)\w*\s$", re.IGNORECASE)


class Quantity(NamedTuple):
    """A number with what it counts.

    Attributes:
        kind: `unit` (people), `article` (things), `dead`, `missing` or `weight`.
        counts: The word list's value: `persons`, `migrants`, `boats`, ...
        low: Lower end, or None.
        high: Upper end, or None.
        span: The number as written.
        words: What is counted, as written.
        about: Whether the text says "about" or "nearly".
        magnitude: "dozens" where no number is given, else empty.
    """

    kind: str
    counts: str
    low: float | None
    high: float | None
    span: Span
    words: Span
    about: bool = False
    magnitude: str = ""

    @property
    def exact(self) -> bool:
        """Whether one number was given."""
        return self.low is not None and self.low == self.high


def quantities(passage: Passage, numbers: list[Number]) -> list[Quantity]:
    """All counts in a passage; amounts of money must have been taken before."""
    words = terms(passage)
    free = [n for n in numbers if passage.free(n.start, n.end)]
    found: list[Quantity] = []
    skip = False
    for index, number in enumerate(free):
        if skip:
            skip = False
            continue
        last = number
        if index + 1 < len(free) and joined(words, number, free[index + 1]):
            last, skip = free[index + 1], True
        quantity = _quantity(passage, words, number, last)
        if quantity:
            found.append(quantity)
    taken = {number.start for number in numbers} | {number.end for number in numbers}
    sizes = [
        hit for hit in words.hits("magnitude") if hit.start not in taken and hit.end not in taken
    ]
    found += _uncounted(passage, words, sizes)
    return sorted(found, key=lambda quantity: quantity.span)


def _uncounted(passage: Passage, words: Terms, sizes: list[Hit]) -> Iterator[Quantity]:
    """ "Dozens of migrants": what is counted, and a size without a number."""
    for size in sizes:
        if not passage.free(size.start, size.end):
            continue
        end = size.end - 1 if words.text[size.end - 1].isspace() else size.end
        word = _counted_after(passage, words, end)
        if word:
            span, where = (size.start, size.end), (word.start, word.end)
            kind = (word.kind, word.value)
            yield Quantity(*kind, None, None, span, where, magnitude=size.value)


def _quantity(passage: Passage, words: Terms, first: Number, last: Number) -> Quantity | None:
    word = _counted_after(passage, words, last.end) or _counted_before(passage, first.start)
    if word is None:
        return None
    word = _lost(passage, first.start, word)
    low: float | None = first.value
    high: float | None = last.value
    if last.times > 1 and first.times == 1 and first.value * last.times <= last.value:
        low = first.value * last.times
    limit = bound(words, first.start, last.end)
    if first is last and limit == "most":
        low = None
    elif first is last and limit == "least":
        high = None
    if low is not None and high is not None and high < low:
        return None
    span, where = (first.start, last.end), (word.start, word.end)
    return Quantity(word.kind, word.value, low, high, span, where, limit == "about")


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


def _counted_after(passage: Passage, words: Terms, end: int) -> Hit | None:
    for unit in words.hits("measure", (end, end + 3)):
        return Hit(unit.start, unit.end, "weight", "kg") if unit.value == "weight kg" else None
    sentence_end = passage.sentence_at(end - 1)[1]
    span = (end, min(sentence_end, end + _LOOK))
    best: Hit | None = None
    for found in (*(passage.hits(kind, span) for kind in _COUNTED), _counted(words, span)):
        for word in found[:1]:
            nearer = best is None or (word.start, -word.end) < (best.start, -best.end)
            if nearer and _DESCRIBING.fullmatch(passage.text, end, word.start):
                best = word
    return best


def _counted(words: Terms, span: Span) -> list[Hit]:
    """What is counted in the languages that the lexicon has no words of."""
    found = []
    for hit in words.hits("counted", span):
        kind, _, value = hit.value.partition(" ")
        found.append(Hit(hit.start, hit.end, kind, value))
    return found


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
