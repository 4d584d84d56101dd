"""Dates: as written, day first; words like "yesterday" against the report's date.

A day that does not exist (31.11.) is left as text; nothing is guessed. What the text leaves open
("early March") becomes a span of days.
"""

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.passage import Passage, Span
from headwater.model import Period

_ISO = re.compile(r"(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])")
_NUMERIC = re.compile(
    r"(?<![\d./])(\d{1,2})([./])\s?(\d{1,2})(?:\2\s?(\d{4})|\.(?!\s?\d))(?:\.(?=\s|$|,))?(?!\d)"
)
_YEAR_ALONE = re.compile(
    r"\b(?:in|during|since|u|tokom|tijekom|у|током|во|през|në|gjatë)\s((?:19|20)\d\d)(?![\d.,:/-]?\d)",
    re.IGNORECASE,
)
_DAY_BEFORE = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|-ти|-и|-ви|\.)?\s(?:of\s)?$")
_RANGE_BEFORE = re.compile(r"(?<!\d)(\d{1,2})\.?\s?[-–]\s?(\d{1,2})\.?\s(?:of\s)?$")
_DAY_AFTER = re.compile(r"\s(\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s(\d{4}))?")
_YEAR_AFTER = re.compile(r",?\s(?:of\s)?(\d{4})(?!\d)")
_PART = re.compile(
    r"\b(early|mid|late|početkom|sredinom|krajem|почетком|средином|крајем|в началото на|в края на|"
    r"në fillim të|në fund të|почетокот на|крајот на)[\s-]$",
    re.IGNORECASE,
)
_EARLY = {"early", "početkom", "почетком", "в началото на", "në fillim të", "почетокот на"}
_LATE = {"late", "krajem", "крајем", "в края на", "në fund të", "крајот на"}
_LAST = re.compile(r"\b(last|on|prošl\w+|u)\s$", re.IGNORECASE)
_AMBIGUOUS = {"may", "march", "mart", "maj", "mars", "мај", "април", "marts", "mai", "jun"}


class Dated(NamedTuple):
    """A date in a text: where it stands and the days it can mean; no period where unreadable."""

    span: Span
    period: Period | None


def dates(passage: Passage) -> list[Dated]:
    """All dates of a passage, in order."""
    found: list[Dated] = []
    for dated in (
        *_written(passage),
        *_with_months(passage),
        *_relative(passage),
        *_years(passage),
    ):
        if passage.free(*dated.span):
            passage.take(dated.span)
            found.append(dated)
    return sorted(found, key=lambda dated: dated.span)


def _written(passage: Passage) -> Iterator[Dated]:
    for match in _ISO.finditer(passage.text):
        yield Dated(match.span(), _day(int(match[1]), int(match[2]), int(match[3])))
    for match in _NUMERIC.finditer(passage.text):
        day, month = int(match[1]), int(match[3])
        year = int(match[4]) if match[4] else _year_of(passage, month)
        if match[4] or (match[2] == "." and 1 <= month <= 12 and 1 <= day <= 31):
            yield Dated(match.span(), _day(year, month, day) if year else None)


def _years(passage: Passage) -> Iterator[Dated]:
    for match in _YEAR_ALONE.finditer(passage.text):
        yield Dated(match.span(1), Period.of_year(int(match[1])))


def _with_months(passage: Passage) -> Iterator[Dated]:
    for word in passage.hits("month"):
        dated = _around_month(passage, word)
        if dated:
            yield dated


def _around_month(passage: Passage, word: Hit) -> Dated | None:
    """The date around the name of a month: with days before it, a day after it, or none."""
    text, month = passage.text, int(word.value)
    year_match = _YEAR_AFTER.match(text, word.end)
    year = int(year_match[1]) if year_match else _year_of(passage, month)
    end = year_match.end() if year_match else word.end
    before = max(0, word.start - 16)
    if match := _RANGE_BEFORE.search(text, before, word.start):
        first, last = _day(year, month, int(match[1])), _day(year, month, int(match[2]))
        return Dated((match.start(), end), _from_to(first, last))
    if match := _DAY_BEFORE.search(text, before, word.start):
        return Dated((match.start(), end), _day(year, month, int(match[1])))
    english = passage.language == "en"
    if english and not text[word.start].isupper():  # may, march
        return None
    after = _DAY_AFTER.match(text, word.end) if english else None
    if after:
        year = int(after[2]) if after[2] else year
        return Dated((word.start, after.end()), _day(year, month, int(after[1])))
    return _whole_month(passage, word, year, end)


def _whole_month(passage: Passage, word: Hit, year: int, end: int) -> Dated | None:
    """A month without a day, where a year, a part of it or a preposition makes it a date."""
    text, month = passage.text, int(word.value)
    part = _PART.search(text, max(0, word.start - 20), word.start)
    if not part and end == word.end:
        ambiguous = text[word.start : word.end].lower() in _AMBIGUOUS
        if ambiguous or not _calls(text, word):
            return None
    start = part.start() if part else word.start
    return Dated((start, end), _month(year, month, part[1].lower() if part else ""))


def _calls(text: str, word: Hit) -> bool:
    """Whether the words before a bare month speak of time."""
    before = text[max(0, word.start - 10) : word.start].lower()
    return (
        re.search(r"\b(?:in|since|during|u|у|во|през|në|of|tokom|tijekom|od)\s$", before)
        is not None
    )


def _relative(passage: Passage) -> Iterator[Dated]:
    report = passage.report_date
    for word in passage.hits("day"):
        day = report + timedelta(days=int(word.value)) if report else None
        yield Dated((word.start, word.end), Period(day, day) if day else None)
    for word in passage.hits("year"):
        year = report.year + int(word.value) if report else None
        yield Dated((word.start, word.end), Period.of_year(year) if year else None)
    for word in passage.hits("weekday"):
        cue = _LAST.search(passage.text, max(0, word.start - 9), word.start)
        if cue and report:
            back = (report.weekday() - int(word.value)) % 7
            back = back or (0 if cue[1].lower() == "on" else 7)
            day = report - timedelta(days=back)
            yield Dated((cue.start(), word.end), Period(day, day))


def _day(year: int, month: int, day: int) -> Period | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Period(found, found)


def _month(year: int, month: int, part: str) -> Period | None:
    if not year:
        return None
    last = calendar.monthrange(year, month)[1]
    first_day, last_day = 1, last
    if part in _EARLY:
        last_day = 10
    elif part in _LATE:
        first_day = 21
    elif part:
        first_day, last_day = 11, 20
    begin, end = date(year, month, first_day), date(year, month, last_day)
    return Period(begin, end, exact=False)


def _from_to(first: Period | None, last: Period | None) -> Period | None:
    if first is None or last is None or last < first:
        return None
    return Period(first.earliest, last.latest)


def _year_of(passage: Passage, month: int) -> int:
    """The latest year in which that month was not after the report; 0 without a report date."""
    report = passage.report_date
    if report is None:
        return 0
    return report.year if month <= report.month else report.year - 1
