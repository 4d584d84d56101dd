"""Numbers as people write them: 3.500 = 3,500 = 3 500 = ٣٥٠٠ = 3.5k, and as words."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from headwater.intake.reading.grammar.vocabulary import Terms, family_of, terms
from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.passage import Passage

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_PARTING = ".,،٬’' \u00a0\u2009\u202f"
_NUMBER = re.compile(
    r"(?<![\d.,_])"
    rf"(?:\d{{1,3}}([{_PARTING}])\d{{3}}(?:\1\d{{3}}){{0,3}}(?:[.,٫]\d{{1,2}})?"
    r"|\d{1,12}(?:[.,٫]\d{1,2})?)"
    r"(?!\d|[.,٫]\d)"
)
_FRACTION = re.compile(r"0[.,٫]\d+")  # 0.500 is a half
_CLOCK = re.compile(r"\d{0,2}:?\d{1,2}:\d\d(?!\d)|\d:\d\d(?!\d)")
_FIGURES = re.compile("[DEY]")
_THOUSANDS = re.compile(rf"[{_PARTING}](?=\d{{3}}(?:\D|$))")
_GLUED = {"times", "currency", "measure"}  # what may follow the last digit without a space
_BARE_TIMES = {"tr", "ar", "fa", "ku", "ps", "fr"}  # "bin avro": a thousand without a number
_JOINED = re.compile(r"\s?-?\s?|\s?\u200c\s?")


class Number(NamedTuple):
    """A number that stands in a text.

    Attributes:
        start: First character.
        end: One past the last.
        value: What it says, a multiplier included.
        times: The multiplier: 1000 in "3 thousand" and "3k", else 1.
    """

    start: int
    end: int
    value: float
    times: float = 1.0

    @property
    def text(self) -> str:
        """Plain decimal, without a decimal part where there is none."""
        return plain(self.value)


def plain(value: float) -> str:
    """A number as it is kept: `3500`, `2.5`."""
    return str(int(value)) if value == int(value) else f"{value:.2f}".rstrip("0")


def parse(written: str) -> float:
    """The value of a number as written; the last mark before three digits parts thousands."""
    digits = written.translate(_DIGITS)
    if _FRACTION.fullmatch(digits):
        return float(digits.replace(",", ".").replace("٫", "."))
    joined = _THOUSANDS.sub("", digits).replace("٫", ".").replace(",", ".")
    return float(joined)


def numbers(passage: Passage) -> list[Number]:
    """All numbers that no date, phone or plate has used up, those written as words included."""
    found = terms(passage)
    pieces = sorted((*_written(passage, found), *_spoken(found)), key=lambda piece: piece[0])
    bare = family_of(passage.language) in _BARE_TIMES
    return list(_composed(passage, found, pieces, bare))


_Piece = tuple[int, int, str, float]


def _written(passage: Passage, found: Terms) -> Iterator[_Piece]:
    text, end = passage.text, 0
    for item in _FIGURES.finditer(found.code):
        start = found.spans[item.start()][0]
        match = _NUMBER.match(text, start) if start >= end else None
        if match is None:
            continue
        end = match.end()
        if not passage.free(start, end) or _CLOCK.match(text, max(0, start - 3)):
            continue
        if end < len(text) and text[end].isalpha() and not _glued(found, end):
            continue
        if start and text[start - 1].isalpha() and not _currency_ends(found, start):
            continue
        yield start, end, "digits", parse(match[0])


def _glued(found: Terms, position: int) -> bool:
    index = found.at(position)
    word = found.text[slice(*found.spans[index])]
    return word in ("m", "mn") or any(kind in _GLUED for kind, _ in found.senses[index])


def _currency_ends(found: Terms, position: int) -> bool:
    index = found.at(position) - 1
    return index >= 0 and any(kind == "currency" for kind, _ in found.senses[index])


def _spoken(found: Terms) -> Iterator[_Piece]:
    for kind in ("number", "times", "half"):
        for hit in found.hits(kind):
            yield hit.start, hit.end, kind, float(hit.value)


def _composed(passage: Passage, found: Terms, pieces: list[_Piece], bare: bool) -> Iterator[Number]:
    """Numbers put together: "two thousand five hundred", "3,5 hiljade", "njëzet e pesë"."""
    index = 0
    while index < len(pieces):
        start, end, kind, value = pieces[index]
        index += 1
        sum_ = _Sum(value, kind, mixed=bare)
        if kind == "half" or (kind == "times" and (value > 1000 or not bare)):
            continue
        while index < len(pieces) and pieces[index][0] >= end:
            following = pieces[index]
            joined = _joins(found, end, following[0])
            if joined is None or not sum_.take(following, joined):
                break
            end, index = following[1], index + 1
        if passage.free(start, end):
            yield Number(start, end, sum_.value, sum_.times)


def _joins(found: Terms, end: int, start: int) -> str | None:
    """What joins two pieces: nothing, or a word for "and"; None where they stand apart."""
    between = found.text[end : min(start, end + 8)] if start - end <= 8 else "?"
    if _JOINED.fullmatch(between):
        return ""
    items = found.between(end, start)
    if len(items) == 1 and ("and", "") in found.senses[items[0]]:
        return "and"
    return None


class _Sum:
    """The value of a number as it is put together from its words."""

    def __init__(self, value: float, kind: str, *, mixed: bool) -> None:
        self.times = value if kind == "times" else 1.0
        self._whole, self._open, self._last = 0.0, value, value
        self._digits = kind == "digits"
        self._mixed = mixed

    @property
    def value(self) -> float:
        return self._whole + self._open

    def take(self, piece: _Piece, joined: str) -> bool:
        """Add a piece; False where it begins another number."""
        _, _, kind, value = piece
        if kind == "half":
            self._open += value * (self.times if self._open == 0 else 1)
            if self._open < 1 and self._whole:
                self._whole, self._open = self._whole + self._open * self.times, 0.0
            return not joined
        if kind == "times":
            return not joined and self._multiply(value)
        if kind == "digits" and self._mixed and self._whole and not self._open:  # "3 bin 500"
            self._open = value
            return value < self.times
        if kind != "number" or self._digits or not self._fits(value):
            return False
        self._open, self._last = self._open + value, value
        return True

    def _multiply(self, times: float) -> bool:
        if self._whole and times >= self.times:
            return False
        base = self._open or 1.0
        self.times, self._last = times, times
        if times >= 1000:
            self._whole, self._open = self._whole + base * times, 0.0
        else:
            self._open = base * times
        return True

    def _fits(self, value: float) -> bool:
        """ "Twenty" takes "five" but not "thirty"; "five" takes nothing."""
        room = 1.0
        while self._last and self._last % (room * 10) == 0:
            room *= 10
        return value < room


def bound(found: Terms, start: int, end: int) -> str:
    """What a word before or after a number makes of it: `about`, `most`, `least`, or nothing."""
    before = _nearest_bound(found.hits("bound", (max(0, start - 24), start + 1)), found, start)
    if before:
        return before
    for hit in found.hits("bound_after", (end, end + 3)):
        return hit.value
    return "least" if found.text[end : end + 1] == "+" else ""


def _nearest_bound(hits: list[Hit], found: Terms, start: int) -> str:
    """The word that bounds; only a currency may stand between it and the number."""
    for hit in reversed(hits):
        items = found.between(hit.end, start)
        if all(kind == "currency" for i in items for kind, _ in found.senses[i] or (("", ""),)):
            return hit.value
    return ""
