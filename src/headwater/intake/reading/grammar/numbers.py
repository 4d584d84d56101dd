"""Numbers as people write them: 3.500 = 3,500 = 3 500 = ٣٥٠٠, and the small ones as words."""

import re
from typing import NamedTuple

from headwater.intake.reading.passage import Passage

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_NUMBER = re.compile(
    r"(?<![\w.,])"
    r"(?:\d{1,3}(?:[.,  \u202f’'٬]\d{3}){1,4}(?:[.,٫]\d{1,2})?|\d{1,12}(?:[.,٫]\d{1,2})?)"
    r"(?=(?:k|m|mn|kg|cm)?\b)(?![.,]?\d)"
)
_THOUSANDS = re.compile(r"[.,  \u202f’'٬](?=\d{3}(?:\D|$))")


class Number(NamedTuple):
    """A number that stands in a text."""

    start: int
    end: int
    value: float

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
    joined = _THOUSANDS.sub("", digits).replace("٫", ".").replace(",", ".")
    return float(joined)


def numbers(passage: Passage) -> list[Number]:
    """All numbers that no date, phone or plate has used up, those written as words included."""
    found = [
        Number(match.start(), match.end(), parse(match[0]))
        for match in _NUMBER.finditer(passage.text)
        if passage.free(match.start(), match.end())
    ]
    words = [Number(h.start, h.end, float(h.value)) for h in passage.hits("number")]
    return sorted(found + words)
