"""Reading: what a pattern over the items of a passage is given to make a date of."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from headwater.intake.reading.grammar.dates.days import Month, likely_year, short_year
from headwater.intake.reading.grammar.vocabulary import Terms, family_of
from headwater.intake.reading.passage import Passage, Span
from headwater.model import Period

_GOES_ON_BEFORE = re.compile(r"[\w+]$|\d[.,/:-]$")
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


class Rule(NamedTuple):
    """One form of date.

    Attributes:
        needs: Letters of which one must be in the code of a passage for the form to stand there.
        shape: Pattern over the code.
        read: Makes a date of a match, or gives None where the match is no date.
    """

    needs: str
    shape: re.Pattern[str]
    read: "Callable[[Found], Dated | None]"


class Found:
    """A match of a rule, with the values of its items."""

    def __init__(self, passage: Passage, items: Terms, match: re.Match[str]) -> None:
        self.passage = passage
        self.items = items
        self.match = match

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
        first, last = self.match.span(name)
        return self.items.text[self.items.spans[first][0] : self.items.spans[last - 1][1]]

    def value(self, name: str) -> str:
        """What a part stands for in the word tables."""
        return self.items.values[self.match.start(name)]

    def means(self, name: str, kind: str, value: str) -> bool:
        """Whether a part is also a word of another kind."""
        return (kind, value) in self.items.senses[self.match.start(name)]

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
        first, last = self.match.span()
        return self.items.spans[first][0], self.items.spans[last - 1][1]

    @property
    def before(self) -> str:
        """The letter of the item before the match."""
        return self.items.code[self.match.start() - 1] if self.match.start() else ""

    @property
    def told_year(self) -> bool:
        """Whether a word before or behind says that four figures are a year."""
        if any(self.has(name) for name in ("s", "p")) or self.before in ("I", "O", "T", "K", "k"):
            return True
        code, (first, last) = self.items.code, self.match.span()
        if code[first] in "IO" or code[last : last + 2].lstrip(".").startswith("k"):
            return True
        years = [self.match.start(name) for name in ("g", "g2") if self.has(name)]
        return any(("year_mark", "") in self.items.senses[index] for index in years)

    @property
    def glued(self) -> bool:
        """Whether figures go on before or behind, so that it is part of something longer."""
        (start, end), text = self.span, self.items.text
        before, after = text[max(0, start - 2) : start], text[end : end + 2]
        return bool(_GOES_ON_BEFORE.search(before) or _GOES_ON.match(after))

    @property
    def born(self) -> bool:
        """Whether a word for being born stands a few items before."""
        return "K" in self.items.code[max(0, self.match.start() - 6) : self.match.start()]

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
    code = items.code
    for rule in rules:
        if not any(letter in code for letter in rule.needs):
            continue
        for match in rule.shape.finditer(code):
            found = Found(passage, items, match)
            if not passage.free(*found.span):
                continue
            dated = rule.read(found)
            if dated:
                passage.take(dated.span)
                yield dated
