"""Dates told from the day of the report: "yesterday", "last Tuesday", "three weeks ago".

Without the report's date they are left as text.
"""

from datetime import date, timedelta

from headwater.intake.reading.grammar.dates.days import Month, month_of
from headwater.intake.reading.grammar.dates.reading import Dated, Found, Rule, rule
from headwater.model import Period

_MOST_YEARS = 200
_POST = ("sq", "tr", "ar")  # their day of the week needs no word before it
_AFTER = ("sq", "ar", "fa", "ku", "fr", "el")  # "last" stands behind


def _named_day(found: Found) -> Dated | None:
    """ "yesterday"; a night belongs to two days."""
    first, _, last = found.value("r").partition("..")
    return _days(found, int(first), int(last or first))


def _weekday(found: Found) -> Dated | None:
    """ "last Tuesday", "on Tuesday", "të martën e kaluar"."""
    turn = next((found.value(name) for name in ("l", "l2") if found.has(name)), None)
    turn = turn.rstrip("+") if turn else None
    if turn is not None and found.means("w", "unit", "week"):  # Macedonian: Sunday and week
        return _of_unit(found, "week", int(turn))
    if turn is None and not _told(found):
        return None
    report = found.report
    if report is None:
        return Dated(found.span, None)
    back = (report.weekday() - int(found.value("w"))) % 7
    if turn == "0":  # "this Friday" is the one of this week
        days = int(found.value("w")) - report.weekday()
        return _days(found, days, days)
    ahead = turn == "1" or (turn is None and found.ahead)
    days = 7 - back if ahead else -(back or (7 if turn is not None else 0))
    return _days(found, days, days)


def _told(found: Found) -> bool:
    return (found.has("i") and found.match["i"] in "IO") or found.language in _POST


def _unit(found: Found) -> Dated | None:
    """ "last week", "this month", "prošle godine", "javën e kaluar"; "recent years" say nothing."""
    turn = found.value("l" if found.has("l") else "l2")
    vague = turn.endswith("+") or found.value("u") == "day"  # "the next day" is one of a story
    if vague or (found.has("l2") and found.language not in _AFTER):
        return None
    return _of_unit(found, found.value("u"), int(turn))


def _of_unit(found: Found, unit: str, turn: int) -> Dated:
    report = found.report
    if report is None:
        return Dated(found.span, None)
    return Dated(found.span, _turned(unit, turn, report))


def _turned(unit: str, turn: int, report: date) -> Period | None:
    if unit == "year":
        return Period.of_year(report.year + turn)
    if unit == "month":
        return _month(report, turn)
    monday = report - timedelta(days=report.weekday())
    if unit == "weekend":
        saturday = monday + timedelta(days=5 + 7 * turn)
        return Period(saturday, saturday + timedelta(days=1), exact=False)
    first = monday + timedelta(days=7 * turn)
    return Period(first, first + timedelta(days=6), exact=False)


def _month(report: date, turn: int) -> Period | None:
    months = report.year * 12 + report.month - 1 + turn
    return month_of(months // 12, Month(months % 12 + 1))


def _within(found: Found) -> Dated | None:
    """ "in the last three days": from then to the report."""
    if found.value("l").rstrip("+") != "-1":
        return None
    days = {"day": 1, "week": 7, "month": 30}.get(found.value("u"), 0) * found.number("n")
    if not 0 < days < 366:
        return None
    if found.report is None:
        return Dated(found.span, None)
    first = found.report - timedelta(days=days)
    return Dated(found.span, Period(first, found.report, exact=False))


def _ago(found: Found) -> Dated | None:
    """ "three days ago" is a day, "two weeks ago" a week, "two months ago" a month."""
    count = found.number("n") if found.has("n") else 1
    unit, report = found.value("u"), found.report
    if unit == "weekend" or not 0 < count < _MOST_YEARS or (unit == "day" and not found.has("n")):
        return None
    if report is None:
        return Dated(found.span, None)
    if unit in ("day", "week"):
        reach = 3 if unit == "week" else 0
        days = -count * (7 if unit == "week" else 1)
        return _days(found, days - reach, days + reach)
    whole = _month(report, -count) if unit == "month" else Period.of_year(report.year - count)
    return Dated(found.span, whole)


def _days(found: Found, first: int, last: int) -> Dated:
    if found.report is None:
        return Dated(found.span, None)
    begin, end = (found.report + timedelta(days=days) for days in (first, last))
    return Dated(found.span, Period(begin, end, exact=first == last))


RULES: tuple[Rule, ...] = (
    rule("R", r"(?P<r>R)", _named_day),
    rule("L", r"(?P<l>L)(?P<n>[CD])(?P<u>U)", _within),
    rule("L", r"(?P<n>[CD])(?P<u>U)(?P<l>L)", _within),
    rule("W", r"(?:(?P<l>L)|(?P<i>[IOU]))?(?P<w>W)(?P<l2>L)?", _weekday),
    rule("A", r"(?P<n>[CD])(?P<u>U)(?P<a>A)", _ago),
    rule("B", r"(?P<b>B)(?P<n>[CD])?(?P<u>U)", _ago),
    rule("L", r"(?P<l>L)O?(?P<u>U)", _unit),
    rule("L", r"(?P<u>U)[OI]?(?P<l2>L)", _unit),
)
"""The forms in the order in which they are looked for."""
