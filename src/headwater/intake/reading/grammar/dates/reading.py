"""Reading: what a pattern over the items of a passage is given to make a date of."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from headwater.intake.reading.grammar.dates.days import Month, likely_year, short_year
from headwater.intake.reading.grammar.vocabulary import Terms, family_of
from headwater.intake.reading.passage import Passage, Span
from headwater.model import Period

_OFTEN = 40  # a longer stretch of letters hardly comes twice
_COUNTED = {"currency", "measure", "times", "basis", "counted"}
# No date has anything of these in it, so that each stretch between them is read by itself.
_ISLAND = re.compile(r"[^x\n()']+")
_GOES_ON_BEFORE = re.compile(r"(?:[\w+]|\d[.,/:-])\Z")
_GOES_ON = re.compile(r"\d|[.,/:-]\d")


class Dated(NamedTuple):
    """A date in a text: where it stands and the days it can mean.

    Attributes:
        span: Where it stands.
        period: The days; None where it cannot be read or contradicts itself, and is left as text.
        role: `birth` for a date of birth, `document` for one of issue or expiry, else empty: when
            something happened.
    """

    span: Span
    period: Period | None
    role: str = ""


Reader = Callable[["Found"], Dated | None]


@dataclass(frozen=True, eq=False, slots=True)
class Rule:
    """One form of date; equal to nothing but itself, so that it is quickly known again.

    Attributes:
        needs: Letters of which one must be in the code of a passage for the form to stand there.
        shape: Pattern over the code.
        read: Makes a date of a match, or gives None where the match is no date.
    """

    needs: str
    shape: re.Pattern[str]
    read: Reader


def rule(needs: str, shape: str, read: Reader) -> Rule:
    """A rule with its pattern ready for use."""
    return Rule(needs, re.compile(shape), read)


class Found:
    """A match of a rule, with the values of its items."""

    def __init__(self, passage: Passage, items: Terms, match: re.Match[str], offset: int) -> None:
        self.passage = passage
        self.items = items
        self.match = match
        self._offset = offset

    def _place(self, name: str | int = 0) -> Span:
        """The items of a part, or of the whole match."""
        first, last = self.match.span(name)
        return first + self._offset, last + self._offset

    @property
    def report(self) -> date | None:
        """Date of the report."""
        return self.passage.report_date

    @property
    def language(self) -> str:
        """Family of the passage's language."""
        return family_of(self.passage.language)

    def has(self, name: str) -> bool:
        """Whether a part is there."""
        return name in self.match.re.groupindex and bool(self.match[name])

    def text(self, name: str) -> str:
        """A part as written."""
        first, last = self._place(name)
        return self.items.text[self.items.spans[first][0] : self.items.spans[last - 1][1]]

    def value(self, name: str) -> str:
        """What a part stands for in the word tables."""
        return self.items.values[self._place(name)[0]]

    def means(self, name: str, kind: str, value: str) -> bool:
        """Whether a part is also a word of another kind."""
        return (kind, value) in self.items.senses[self._place(name)[0]]

    def number(self, name: str) -> int:
        """A part as a number, written in digits of any script or as a word."""
        written = self.text(name)
        return int(written) if written[0].isdecimal() else int(float(self.value(name)))

    def month(self, name: str = "m") -> Month:
        """A part as a month."""
        if self.match[name] == "D":
            return Month(self.number(name))
        return Month.of(self.value(name))

    def year(self, name: str, month: Month, day: int = 1, weekday: int | None = None) -> int:
        """The year that is written, or the likely one; 0 where there is none."""
        if self.has(name):
            year = self.number(name)
            return short_year(year, self.report, birth=self.born) if year < 100 else year
        return likely_year(month, day, self.report, ahead=self.ahead, weekday=weekday)

    @property
    def weekday(self) -> int | None:
        """The day of the week written with the date, Monday 0."""
        return int(self.value("w")) if self.has("w") else None

    @property
    def span(self) -> Span:
        """Where the match stands."""
        first, last = self._place()
        return self.items.spans[first][0], self.items.spans[last - 1][1]

    @property
    def before(self) -> str:
        """The letter of the item before the match."""
        first = self._place()[0]
        return self.items.code[first - 1] if first else ""

    @property
    def told_year(self) -> bool:
        """Whether a word before or behind says that four figures are a year, not a number."""
        items, (first, last) = self.items, self._place()
        if any(self.has(name) for name in ("s", "p")) or self.before in ("K", "k"):
            return True
        if items.code[last : last + 2].lstrip(".").startswith("k"):
            return True
        lead = first if items.code[first] in "IO" else first - 1
        counted = last < len(items.senses) and any(k in _COUNTED for k, _ in items.senses[last])
        if lead >= 0 and not counted and ("year_in", "") in items.senses[lead]:
            return True
        return any(self.has(name) and self.means(name, "year_mark", "") for name in ("g", "g2"))

    @property
    def glued(self) -> bool:
        """Whether figures go on before or behind, so that it is part of something longer."""
        (start, end), text = self.span, self.items.text
        before, after = text[max(0, start - 2) : start], text[end : end + 2]
        return bool(_GOES_ON_BEFORE.search(before) or _GOES_ON.match(after))

    @property
    def born(self) -> bool:
        """Whether a word for being born stands a few items before."""
        first = self._place()[0]
        return "K" in self.items.code[max(0, first - 6) : first]

    @property
    def ahead(self) -> bool:
        """Whether the sentence speaks of what is planned."""
        sentence = self.passage.sentence_at(self.span[0])
        return any(cue.value == "planned" for cue in self.passage.hits("cue", sentence))

    def dated(self, period: Period | None) -> Dated:
        """The date; left as text where its day of the week is another one."""
        single = period is not None and period.days == 1
        if period and single and self.weekday not in (None, period.earliest.weekday()):
            return Dated(self.span, None)
        return Dated(self.span, period)


def read_rules(passage: Passage, items: Terms, rules: tuple[Rule, ...]) -> Iterator[Dated]:
    """What the rules find, each on what those before it have left."""
    for island in _ISLAND.finditer(items.code):
        letters = island[0]
        if len(letters) == 1 and letters not in "RW":
            continue
        known = _matches if len(letters) < _OFTEN else _matches.__wrapped__
        for read, match in known(letters, rules):
            found = Found(passage, items, match, island.start())
            if not passage.free(*found.span):
                continue
            dated = read(found)
            if dated:
                passage.take(dated.span)
                yield dated


@lru_cache(maxsize=8192)
def _matches(letters: str, rules: tuple[Rule, ...]) -> tuple[tuple[Reader, re.Match[str]], ...]:
    """Where each rule fits a stretch of letters; the same few stretches come again and again."""
    return tuple(
        (rule.read, match)
        for rule in rules
        if not set(rule.needs).isdisjoint(letters)
        for match in rule.shape.finditer(letters)
    )
