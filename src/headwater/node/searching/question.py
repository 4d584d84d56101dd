"""Question: what somebody searches for, and what they narrow it to."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from headwater.model import WrongUse

KINDS = ("people", "groups", "vehicles", "numbers", "places", "reports")
"""Kinds of result, in the order in which they are shown."""

LONGEST = 200
"""Characters of a question."""

_DAY = "2026-01-31"


@dataclass(frozen=True, slots=True)
class Question:
    """A search.

    Attributes:
        words: What is looked for: a name, a number, words of a text.
        kind: One of `KINDS`; empty for all.
        begin: First day that is of interest, as ISO 8601 or a beginning of it; or empty.
        end: Last day; or empty.
        grade: Grade of what it rests on, as `2D`; empty for any.
    """

    words: str
    kind: str = ""
    begin: str = ""
    end: str = ""
    grade: str = ""

    def check(self) -> None:
        """Refuse what cannot be answered.

        Raises:
            WrongUse: If the question is too long, or a kind or day is none.
        """
        if len(self.words) > LONGEST:
            raise WrongUse(
                f"a search of {len(self.words)} characters is too long",
                do=f"search for at most {LONGEST}",
            )
        if self.kind and self.kind not in KINDS:
            raise WrongUse(f"{self.kind!r} is no kind of result", do=f"one of {', '.join(KINDS)}")
        for day in (self.begin, self.end):
            if day and not _is_day(day):
                raise WrongUse(f"{day!r} is no day", do=f"write {_DAY}, {_DAY[:7]} or {_DAY[:4]}")

    def address(self, **others: str) -> str:
        """The question as the query of an address, with some of it otherwise."""
        told = {"q": self.words, "kind": self.kind, "begin": self.begin, "end": self.end}
        told |= {"grade": self.grade, **others}
        return urlencode({name: value for name, value in told.items() if value}, quote_via=quote)


def _is_day(text: str) -> bool:
    parts = text.split("-")
    sizes = [len(part) for part in parts]
    return sizes == [4, 2, 2][: len(parts)] and all(p.isascii() and p.isdigit() for p in parts)
