"""Period: when something was, with the uncertainty that the text left in it.

A date that cannot be read is left as text by whoever reads it; it is never guessed.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from headwater.model.errors import Refused


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The span of days in which something happened, or a thing was so.

    Attributes:
        earliest: First day it can have been.
        latest: Last day it can have been.
        exact: True where the whole span is meant (a week, a year); False where it happened on
            some day within it.
    """

    earliest: date
    latest: date
    exact: bool = True

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.latest < self.earliest:
            raise Refused(
                f"a period cannot end ({self.latest}) before it begins ({self.earliest})",
                do="check the two dates",
            )

    @property
    def days(self) -> int:
        """Length in days; 1 for a single day."""
        return (self.latest - self.earliest).days + 1

    @property
    def text(self) -> str:
        """ISO 8601: a day, a month, a year, or `earliest/latest`."""
        if self.earliest == self.latest:
            return self.earliest.isoformat()
        if self == Period.of_month(self.earliest.year, self.earliest.month, exact=self.exact):
            return f"{self.earliest.year:04d}-{self.earliest.month:02d}"
        if self == Period.of_year(self.earliest.year, exact=self.exact):
            return f"{self.earliest.year:04d}"
        return f"{self.earliest.isoformat()}/{self.latest.isoformat()}"

    @classmethod
    def of_month(cls, year: int, month: int, *, exact: bool = True) -> "Period":
        """The whole calendar month."""
        last = calendar.monthrange(year, month)[1]
        return cls(date(year, month, 1), date(year, month, last), exact)

    @classmethod
    def of_year(cls, year: int, *, exact: bool = True) -> "Period":
        """The whole calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31), exact)


_QUARTER = re.compile(r"^(\d{4})-?Q([1-4])$")
_HALF = re.compile(r"^(\d{4})-?H([12])$")
_ISO = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")
_LOCAL = re.compile(r"^(\d{1,2})[./](\d{1,2})[./](\d{4})\.?$")


def parse_period(text: str) -> Period:
    """Read a written date or period.

    Forms: `2025`, `2025-03`, `2025-03-15`, `2025-03-15T10:00`, `2025Q1`, `2025-H1`, `15.3.2025.`,
    `15/03/2025` (day first, as all of the region and the UK write), `2025-03-01/2025-03-07`.

    Raises:
        Refused: If it is none of these, or names a day that does not exist (31.11.).
    """
    stripped = text.strip()
    if "/" in stripped and stripped.count("-") >= 2:
        first, _, second = stripped.partition("/")
        begin, end = parse_period(first), parse_period(second)
        return Period(begin.earliest, end.latest)
    try:
        found = _parse_single(stripped)
    except ValueError as bad:
        raise Refused(
            f"{text!r} is not a date", why=str(bad), do="check the day and month"
        ) from bad
    if found is None:
        raise Refused(
            f"{text!r} is not a date",
            do="write 2025-03-15, 2025-03, 2025 or 15.3.2025",
        )
    return found


def _parse_single(text: str) -> Period | None:
    day_part = (
        re.split(r"[T ]", text, maxsplit=1)[0] if re.match(r"\d{4}-\d\d-\d\d[T ]", text) else text
    )
    if match := _ISO.match(day_part):
        return _from_iso(*match.groups())
    if match := _LOCAL.match(re.sub(r"\s+", "", day_part)):
        day = date(int(match[3]), int(match[2]), int(match[1]))
        return Period(day, day)
    if match := _QUARTER.match(day_part):
        return _months(int(match[1]), 3 * int(match[2]) - 2, 3)
    if match := _HALF.match(day_part):
        return _months(int(match[1]), 6 * int(match[2]) - 5, 6)
    return None


def _from_iso(year: str, month: str | None, day: str | None) -> Period:
    if month is None:
        return Period.of_year(int(year))
    if day is None:
        return Period.of_month(int(year), int(month))
    exact = date(int(year), int(month), int(day))
    return Period(exact, exact)


def _months(year: int, first: int, count: int) -> Period:
    return Period(date(year, first, 1), Period.of_month(year, first + count - 1).latest)
