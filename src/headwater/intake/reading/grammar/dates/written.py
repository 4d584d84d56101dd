"""Dates written out: with digits alone, with months by name, as years, in ranges.

Digits are read day first, as the region and the United Kingdom write; a date that is none that way
is left as text.
"""

from headwater.intake.reading.grammar.dates.days import (
    Month,
    calendar_of,
    day_of,
    from_to,
    month_of,
    season_of,
    solar_year,
    year_of,
)
from headwater.intake.reading.grammar.dates.reading import Dated, Found, Rule, rule
from headwater.model import Period

_MONTH = r"(?:\.(?=,?O?G?Y))?"
_YEAR = r"(?:,?O?G?(?P<y>Y)(?:\.?[GU])?)?"


_NO_DOTS = ("en", "fr", "ar", "fa")  # "4.2." is a chapter rather than a day there


def _day(found: Found) -> Dated | None:
    """ "15. mart 2026. godine", "Tuesday 5 May", "5 май"."""
    if found.match["m"] == "q" and not found.has("y"):
        return None
    month, day = found.month(), found.number("d")
    year = found.year("y", month, day, found.weekday)
    return found.dated(day_of(year, month, day) if year else None)


def _month_day(found: Found) -> Dated | None:
    """ "March 15, 2026", "March 3-5", as English has it."""
    bare = not (found.has("y") or found.has("o") or found.has("w") or found.has("d2"))
    within = found.items.text[: found.span[0]].rstrip().lower()
    if found.language not in ("en", "") or (bare and within.endswith(("in", "during", "since"))):
        return None
    month, day = found.month(), found.number("d")
    year = found.year("y", month, day, found.weekday)
    first = day_of(year, month, day) if year else None
    if found.has("d2"):
        last = day_of(year, month, found.number("d2")) if year else None
        return found.dated(from_to(first, last))
    return found.dated(first)


def _days(found: Found) -> Dated | None:
    """ "3-5 May", "between 3 and 5 May", "in the night of 3 to 4 May", "3/4. maja"."""
    month = found.month()
    first, last = found.number("d0" if found.has("d0") else "d1"), found.number("d2")
    if found.match["m"] == "q" and not found.has("y"):
        return None
    year = found.year("y", month, last)
    exact = found.match["j"] not in "&/" or not found.has("t")
    ends = (day_of(year, month, day) if year else None for day in (first, last))
    period = from_to(*ends, exact=exact and found.match["j"] != "/")
    return found.dated(period)


def _across(found: Found) -> Dated | None:
    """ "28 April to 3 May 2026", "between 28 April 2026 and 3 May 2026"."""
    if found.match["j"] == "&" and not found.has("t"):
        return None
    one, other = found.month("m1"), found.month("m2")
    year = found.year("y2", other, found.number("d2"))
    first_year = found.number("y1") if found.has("y1") else year
    if not found.has("y1") and one.number > other.number:
        first_year -= 1
    first = day_of(first_year, one, found.number("d1")) if year else None
    last = day_of(year, other, found.number("d2")) if year else None
    return found.dated(from_to(first, last, exact=found.match["j"] != "&"))


def _months(found: Found) -> Dated | None:
    """ "March to May 2026", "March-April", "in March and April 2026"."""
    if not found.has("y2") and (found.match["j"] == "&" or found.before not in "ITO"):
        return None
    one, other = found.month("m1"), found.month("m2")
    year = found.year("y2", other)
    first_year = found.number("y1") if found.has("y1") else year
    if not found.has("y1") and one.number > other.number:
        first_year -= 1
    if not year:
        return found.dated(None)
    first = month_of(first_year, one, found.value("p") if found.has("p") else "")
    return found.dated(from_to(first, month_of(year, other), exact=False))


def _month(found: Found) -> Dated | None:
    """ "March 2026", "early March", "in March"; a bare name of a month is none."""
    part = found.value("p") if found.has("p") else ""
    told = part or (found.before != "" and found.before in "ITO")
    if not found.has("y") and (found.match["m"] != "M" or not told):
        return None
    month = found.month()
    year = found.year("y", month)
    return found.dated(month_of(year, month, part) if year else None)


def _numeric(found: Found) -> Dated | None:
    """ "15.03.2026", "5/3/26", "۱۵/۰۳/۱۴۰۵": the day first."""
    if found.glued:
        return None
    year = found.number("y")
    if year < 100:
        two_digits = len(found.text("d")) == 2 or len(found.text("m")) == 2
        year = found.year("y", Month(1))
        if not year:
            return found.dated(None) if two_digits and found.born else None
    return _of_digits(found, year)


def _year_first(found: Found) -> Dated | None:
    """ "2026-03-15", "1405/03/15"."""
    if found.glued:
        return None
    return _of_digits(found, found.number("y"))


def _of_digits(found: Found, year: int) -> Dated | None:
    calendar = calendar_of(year, found.language)
    if calendar == "?":
        return found.dated(None)
    month, day = Month(found.number("m"), calendar), found.number("d")
    return found.dated(day_of(year, month, day))


def _day_month(found: Found) -> Dated | None:
    """ "15.3."; the year is the report's or the one before."""
    month, day = Month(found.number("m")), found.number("d")
    if found.glued or not 1 <= month.number <= 12 or not 1 <= day <= 31:
        return None
    if found.language in _NO_DOTS and found.before != "I":
        return None
    year = found.year("y", month, day, found.weekday) if day_of(2000, month, day) else 0
    return found.dated(day_of(year, month, day) if year else None)


def _numeric_range(found: Found) -> Dated | None:
    """ "3.-5.5.2026", "28.4-3.5.2026", "01.05.2026 - 03.05.2026"; a night: "3/4.5.2026"."""
    year = found.number("y") if found.has("y") else 0
    if year < 1800 or found.glued:
        return None
    last = Month(found.number("m"))
    first = Month(found.number("m1")) if found.has("m1") else last
    first_year = found.number("y1") if found.has("y1") else year
    ends = day_of(first_year, first, found.number("d1")), day_of(year, last, found.number("d"))
    return found.dated(from_to(*ends, exact=not found.has("night")))


def _year(found: Found) -> Dated | None:
    """ "in 2025", "2025. godine", "mid-2025", "summer 2025", "2024-2025", "1984. godište"."""
    year = found.number("y")
    calendar = calendar_of(year, found.language)
    if (
        found.glued
        or not found.told_year
        or calendar in ("?", "h")
        or (not calendar and year < 1900)
    ):
        return None
    return Dated(found.span, solar_year(year) if calendar else _years(found, year))


def _years(found: Found, year: int) -> Period | None:
    """A year, a part of it, or it and the one that is written with it."""
    following = found.number("y2") if found.has("y2") else 0
    if found.has("y3"):  # 2025/26
        following = year // 100 * 100 + found.number("y3")
        if following != year + 1:
            return None
    if found.has("s"):
        return season_of(year, found.value("s"), following)
    if found.has("p"):
        return year_of(year, found.value("p"))
    return from_to(year_of(year), year_of(following), exact=False) if following else year_of(year)


RULES: tuple[Rule, ...] = (
    rule(
        "Y",
        r"(?P<d1>D)(?:(?:[./](?P<m1>D)(?:[./](?P<y1>Y))?)?\.?[-~]|(?P<night>\.?/(?=D\.D\.Y)))"
        r"(?P<d>D)[./](?P<m>D)[./](?P<y>Y)",
        _numeric_range,
    ),
    rule(
        "Y",
        r"(?P<w>W,?)?(?P<d>D)(?P<sep>[./-])(?P<m>D)(?P=sep)(?P<y>Y)(?:\.?[GU]|(?<=\.Y)\.)?",
        _numeric,
    ),
    rule("Y", r"(?P<w>W,?)?(?P<y>Y)(?P<sep>[./-])(?P<m>D)(?P=sep)(?P<d>D)", _year_first),
    rule(
        "Mm",
        r"(?P<t>T)?(?P<d1>D)(?:-?o)?\.?O?(?P<m1>[Mm])\.?(?:,?O?(?P<y1>Y)\.?G?)?(?P<j>[-~&])"
        rf"(?P<d2>D)(?:-?o)?\.?O?(?P<m2>[Mm]){_MONTH}{_YEAR.replace('<y>', '<y2>')}",
        _across,
    ),
    rule(
        "Mmq",
        r"(?P<t>T)?(?:(?P<d0>D)\.?,(?:D\.?,){0,4})?(?P<d1>D)(?:-?o)?\.?(?P<j>[-~&/])"
        rf"(?P<d2>D)(?:-?o)?\.?O?(?P<m>[Mmq]){_MONTH}{_YEAR}",
        _days,
    ),
    rule(
        "Mmq",
        rf"(?:(?P<w>[Ww])\.?,?[OI]?)?(?P<d>D)(?:-?o)?\.?O?(?P<m>[Mmq]){_MONTH}{_YEAR}",
        _day,
    ),
    rule("Mmq", r"(?P<w>[Ww],?)?(?P<d>D)[-/](?P<m>[Mmq])[-/](?P<y>Y)", _day),
    rule(
        "M",
        r"(?:(?P<w>W)\.?,?)?(?P<m>M)\.?O?(?P<d>D)(?P<o>o)?(?:[-~](?P<d2>D)o?)?"
        r"(?:,?(?P<y>Y))?(?![.:,]?[DE])",
        _month_day,
    ),
    rule(
        "Mm",
        rf"(?P<p>P)?-?O?(?P<m1>[Mm])\.?(?:,?O?(?P<y1>Y)\.?G?)?(?P<j>[-~&/])O?(?P<m2>[Mm]){_MONTH}"
        rf"{_YEAR.replace('<y>', '<y2>')}",
        _months,
    ),
    rule("Mm", r"(?P<p>P)?-?O?(?P<m>[Mm])(?:\.(?=Y))?(?:,?[OI]?G?(?P<y>Y)(?:\.?[GU])?)?", _month),
    rule(
        "D",
        r"(?P<w>W,?)?(?P<d>D)(?P<sep>[./-])(?P<m>D)(?P=sep)(?P<y>D)",
        _numeric,
    ),
    rule("D", r"(?P<w>W,?)?(?P<d>D)\.(?P<m>D)\.(?P<y>)(?![DEY])", _day_month),
    rule(
        "Y",
        r"(?:(?P<s>S)[OI]?|(?P<p>P)?-?[OI]?(?P<g>[GU])?O?)(?P<y>Y)(?:[-/~&](?P<y2>Y)|[-/](?P<y3>D)(?![.]?[DEMm]))?"
        r"(?:\.?(?P<g2>[GU]))?",
        _year,
    ),
)  # fmt: skip
"""The forms in the order in which they are looked for: what says more comes first."""
