"""Days: from the parts of a date to the period it means; None where no such day exists."""

from datetime import date, timedelta
from typing import NamedTuple

from headwater.intake.reading.grammar.dates.calendars import (
    LUNAR_YEARS,
    SOLAR_YEARS,
    lunar,
    solar,
    solar_length,
)
from headwater.model import Period

SOON = 62
"""Days ahead of the report in which a date without a year may lie as well as a year back."""

_THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_YEAR_PARTS = {
    "early": (1, 4), "mid": (5, 8), "late": (9, 12), "half1": (1, 6), "half2": (7, 12),
    "quarter1": (1, 3), "quarter2": (4, 6), "quarter3": (7, 9), "quarter4": (10, 12),
}  # fmt: skip
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9}


class Month(NamedTuple):
    """A month as its name is written: number 1 to 12 and calendar (empty, `s` or `h`)."""

    number: int
    calendar: str = ""

    @classmethod
    def of(cls, value: str) -> "Month":
        """Of a value of the word tables: `3`, `s3`, `h9`."""
        return cls(int(value.lstrip("sh")), value[0] if value[0] in "sh" else "")


def day_of(year: int, month: Month, day: int) -> Period | None:
    """One day; two neighbours more where the calendar leaves it uncertain."""
    try:
        if month.calendar == "s":
            found = solar(year, month.number, day)
        elif month.calendar == "h":
            found = lunar(year, month.number, day)
            one = timedelta(days=1)
            return Period(found - one, found + one, exact=False)
        else:
            found = date(year, month.number, day)
    except ValueError:
        return None
    return Period(found, found)


def month_of(year: int, month: Month, part: str = "") -> Period | None:
    """A month, or its first, middle or last third; it happened on some day of it."""
    if month.calendar == "h":
        first, last = day_of(year, month, 1), day_of(year, month, 29)
        return _around(first, last)
    length = 31 if month.calendar else _length(year, month.number)
    if month.calendar == "s" and year in SOLAR_YEARS:
        length = solar_length(year, month.number)
    begin, end = _THIRDS.get(part, (1, length))
    if part in ("half1", "half2"):
        begin, end = (1, 15) if part == "half1" else (16, length)
    return _around(day_of(year, month, begin), day_of(year, month, min(end, length)))


def year_of(year: int, part: str = "") -> Period | None:
    """A year, or a part of it: thirds for early, mid and late, halves."""
    if not part:
        return Period.of_year(year)
    first, last = _YEAR_PARTS[part]
    return Period(date(year, first, 1), date(year, last, _length(year, last)), exact=False)


def solar_year(year: int) -> Period | None:
    """A year of the solar Hijri calendar, from one Nowruz to the next."""
    first, last = month_of(year, Month(1, "s")), month_of(year, Month(12, "s"))
    return Period(first.earliest, last.latest) if first and last else None


def season_of(year: int, season: str, following: int = 0) -> Period | None:
    """Three whole months; a winter belongs to two years, so that one year does not say which."""
    if season == "winter" and following == year + 1:
        return Period(date(year, 12, 1), date(following, 2, _length(following, 2)), exact=False)
    first = _SEASONS.get(season)
    if first is None or following:
        return None
    last = first + 2
    return Period(date(year, first, 1), date(year, last, _length(year, last)), exact=False)


def from_to(first: Period | None, last: Period | None, *, exact: bool = True) -> Period | None:
    """From one to the other; None where it would end before it begins."""
    if first is None or last is None or last.earliest < first.earliest:
        return None
    return Period(first.earliest, max(first.latest, last.latest), exact)


def likely_year(
    month: Month, day: int, report: date | None, *, ahead: bool, weekday: int | None = None
) -> int:
    """The year of a date that names none; 0 where the report does not say.

    The latest that is not after the report. A day within the next two months may be meant as well
    where the text does not speak of plans, so that it is not read at all unless its weekday
    decides.

    Args:
        month: The month.
        day: The day; 1 for a whole month.
        report: Date of the report, or None.
        ahead: Whether the sentence speaks of what is to come.
        weekday: Day of the week that the text gives, Monday 0, or None.
    """
    if report is None or month.calendar == "h":
        return 0
    this = report.year - (621 if month.calendar == "s" else 0)
    days = {year: day_of(year, month, day) for year in (this - 1, this, this + 1)}
    known = {year: period.earliest for year, period in days.items() if period}
    if weekday is not None:
        fits = [year for year, found in known.items() if found.weekday() == weekday]
        return fits[0] if len(fits) == 1 else 0
    past = [year for year, found in known.items() if found <= report]
    soon = [year for year, found in known.items() if 0 < (found - report).days <= SOON]
    if soon and ahead:
        return soon[0]
    return 0 if soon or not past else max(past)


def short_year(year: int, report: date | None, *, birth: bool) -> int:
    """The year of two digits: of the last three years or the next, any past one for a birth."""
    if report is None:
        return 0
    full = 2000 + year
    if birth:
        return full if full <= report.year else full - 100
    return full if report.year - 3 <= full <= report.year + 1 else 0


def calendar_of(year: int, language: str) -> str:
    """The calendar of a year written in digits alone: empty, `s`, `h`, or ? where unclear."""
    if year in SOLAR_YEARS:
        return "s" if language in ("fa", "ps", "ku", "") else "?"
    if year in LUNAR_YEARS:
        return "h" if language in ("ar", "fa", "ps", "ku", "") else "?"
    return "" if year >= 1800 else "?"


def _length(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day


def _around(first: Period | None, last: Period | None) -> Period | None:
    if first is None or last is None:
        return None
    return Period(first.earliest, last.latest, exact=False)
