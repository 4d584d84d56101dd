"""Cells: from the words in a cell to the normalised value of a property, or a refusal."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache, lru_cache
from importlib.resources import files

from headwater.model import Property, Refused, parse_period

Read = Callable[[str], str]
"""From the words in a cell to the value; raises Refused."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a table writes its values, where that is not evident.

    Attributes:
        country: ISO code of two letters, for phone numbers without a country prefix.
        decimal: `,` where 1.250 means one thousand two hundred and fifty; `.` where it does not.
        date: Pattern for `strptime`, or empty for the forms of `parse_period`.
        serial_dates: True where a bare number in a date column is a spreadsheet's day count.
        words: What the table's own words stand for, in lower case.
    """

    country: str = ""
    decimal: str = "."
    date: str = ""
    serial_dates: bool = False
    words: Mapping[str, str] = field(default_factory=dict)


def cell_reader(prop: Property, form: Form) -> Read:
    """The function that reads cells of a property; its answers are remembered."""
    translated = {_word(key): value for key, value in form.words.items()}
    by_type: dict[str, Read] = {
        "date": lambda cell: read_date(cell, form),
        "number": lambda cell: read_number(cell, form.decimal),
        "phone": lambda cell: read_phone(cell, form.country),
        "country": read_country,
        "enum": lambda cell: _one_of(cell, prop),
        "flag": _flag,
        "email": lambda cell: _matching(cell, r"[^@\s]+@[^@\s]+\.[^@\s]+", "an e-mail address"),
        "url": lambda cell: _matching(cell, r"(?:https?|ftp)://\S+", "a web address"),
        "gender": lambda cell: _matching(cell.lower(), "male|female|other", "male, female, other"),
    }
    read = by_type.get(prop.type, _words)

    if not translated:
        return cache(read)

    @cache
    def remembered(cell: str) -> str:
        return read(translated.get(_word(cell), cell))

    return remembered


def _word(cell: str) -> str:
    return " ".join(cell.casefold().split())


def _words(cell: str) -> str:
    return " ".join(cell.split())


_TIME = re.compile(r"[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?\s*$")


def read_date(cell: str, form: Form) -> str:
    """ISO date, month, year, period, or a day with its time of day (`2025-03-01T14:05:00`).

    Raises:
        Refused: If it is no date.
    """
    text = cell.strip()
    if form.date:
        return _by_pattern(text, form.date)
    if form.serial_dates and re.fullmatch(r"[1-9]\d{4}(?:\.\d+)?", text):
        # Day 60 of the format is a day that never was (29 February 1900); later days count on it.
        day = datetime(1899, 12, 30) + timedelta(days=float(text))
        return day.date().isoformat()
    found = _TIME.search(text)
    if not found:
        return parse_period(text).text
    day_text = parse_period(text[: found.start()]).text
    hour, minute, second, zone = found.groups()
    if len(day_text) != 10 or int(hour) > 23 or int(minute) > 59 or int(second or 0) > 59:
        raise Refused("this is not a time of day", why="hours, minutes or day are out of range")
    return f"{day_text}T{int(hour):02d}:{minute}:{second or '00'}{zone or ''}"


def _by_pattern(text: str, pattern: str) -> str:
    try:
        day = datetime.strptime(text, pattern)
    except ValueError as bad:
        raise Refused("this is not a date of the mapping's format", why=str(bad)) from bad
    return day.isoformat() if "%H" in pattern else day.date().isoformat()


_GROUPED = {
    ".": re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?"),
    ",": re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?"),
}
_PLAIN = {".": re.compile(r"[+-]?\d+(?:\.\d+)?"), ",": re.compile(r"[+-]?\d+(?:,\d+)?")}


def read_number(cell: str, decimal: str = ".") -> str:
    """A plain decimal number; reads `1.250,00`, `1,250.00`, `1 250`, `12,5`.

    Args:
        cell: The words.
        decimal: Which mark cuts off the fraction where the cell itself leaves it open.

    Raises:
        Refused: If it is no number.
    """
    if cell.isascii() and cell.isdigit():
        return cell.lstrip("0") or "0"
    text = re.sub(r"(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(?!\d))", "", cell.strip())
    other = "," if decimal == "." else "."
    for mark in (decimal, other):
        for form in (_GROUPED[mark], _PLAIN[mark]):
            if form.fullmatch(text):
                return _decimal(text, mark)
    raise Refused(
        "this is not a number",
        why="it has other signs than digits",
        do="write digits, as in 1250.50",
    )


def _decimal(text: str, mark: str) -> str:
    bare = text.replace("," if mark == "." else ".", "").replace(mark, ".")
    sign = "-" if bare.startswith("-") else ""
    whole, _, fraction = bare.lstrip("+-").partition(".")
    fraction = fraction.rstrip("0")
    return sign + (whole.lstrip("0") or "0") + (f".{fraction}" if fraction else "")


@lru_cache(maxsize=16_384)  # a call record names the same phones over and over
def read_phone(cell: str, country: str = "") -> str:
    """A phone number in E.164, as `+447700900123`.

    Raises:
        Refused: If it cannot be one, or lacks its country prefix and `country` is not known.
    """
    import phonenumbers

    text = re.sub(r"^00(?=[1-9])", "+", re.sub(r"^\(?00\)?\s*", "00", cell.strip()))
    try:
        number = phonenumbers.parse(text, country.upper() or None)
    except phonenumbers.NumberParseException as bad:
        raise Refused(
            "this is not a phone number",
            why="it lacks its country prefix, or has letters or too few digits",
            do="write it as +44..., or name the table's country in the mapping",
        ) from bad
    if not phonenumbers.is_possible_number(number):
        raise Refused("this is not a phone number", why="no such number of digits there")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@cache
def _countries() -> dict[str, str]:
    text = files("headwater.intake.tables").joinpath("countries.csv").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            code, *names = line.split(",")
            spelled = (code, *names, *(name.replace("&", "and") for name in names))
            found |= {_word(name): code for name in spelled if name}
    return found


def read_country(cell: str) -> str:
    """ISO 3166 code of two letters, in lower case as FollowTheMoney writes it.

    Raises:
        Refused: If it is no country's code or name.
    """
    code = _countries().get(_word(cell))
    if code is None:
        raise Refused(
            "this is not a country",
            why="no list has it",
            do="write its ISO code or its English name",
        )
    return code


def _one_of(cell: str, prop: Property) -> str:
    word = re.sub(r"[\s-]+", "_", cell.strip().casefold())
    if word not in prop.words:
        raise Refused(
            f"this is not a word for {prop.name}",
            why=f"it is one of {', '.join(prop.words)}",
            do="translate the table's word in the mapping (words:)",
        )
    return word


_FLAGS = dict.fromkeys(("true", "yes", "1"), "true") | dict.fromkeys(("false", "no", "0"), "false")


def _flag(cell: str) -> str:
    word = cell.strip().casefold()
    if word not in _FLAGS:
        raise Refused("this is neither yes nor no", why="a flag is one or the other")
    return _FLAGS[word]


def _matching(cell: str, pattern: str, what: str) -> str:
    text = cell.strip()
    if not re.fullmatch(pattern, text):
        raise Refused(f"this is not {what}", why="it has not that form")
    return text
