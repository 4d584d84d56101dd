"""Dates of birth: how well two of them agree, whole or in part, with the slips that clerks make."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

LEVELS = (
    "same day",
    "day and month swapped",
    "one digit differs",
    "same month, as far as known",
    "same year, as far as known",
    "two digits differ",
    "days apart",
    "same year, another day",
    "a year apart",
    "some years apart",
    "other years",
)
"""Levels of agreement, the closest first."""

SAME, SWAPPED, ONE_DIGIT, SAME_MONTH, SAME_YEAR, TWO_DIGITS = range(6)
DAYS_APART, OTHER_DAY, YEAR_APART, YEARS_APART, OTHER = range(6, len(LEVELS))
_DAYS = 31
_YEARS = 10
_DIGITS = re.compile(r"[0-9]+")


class Dates(NamedTuple):
    """Columns of dates: year, month and day with 0 for what is not known, and all eight digits."""

    year: NDArray[np.int32]
    month: NDArray[np.int32]
    day: NDArray[np.int32]
    digits: list[str]


def normal_date(text: str) -> str:
    """A date as `YYYYMMDD`, `YYYYMM` or `YYYY`, from ISO text or digits; empty if it is none.

    A month of 86 stays as it stands: it is a slip of the keyboard that another record can explain.
    """
    digits = "".join(_DIGITS.findall(text.split("T", 1)[0]))
    digits = digits[:6] if len(digits) == 8 and digits.endswith("00") else digits
    digits = digits[:4] if len(digits) == 6 and digits.endswith("00") else digits
    return digits if len(digits) in (4, 6, 8) and not digits.startswith("0000") else ""


def is_placeholder(date: str) -> bool:
    """Whether a normal date may stand for "some day in that year": the first of January."""
    return len(date) == 8 and date.endswith("0101")


def date_levels(left: Sequence[str], right: Sequence[str]) -> NDArray[np.int8]:
    """The level of each pair of normal dates, as an index of `LEVELS`."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    one, two = _columns(left), _columns(right)
    whole = (one.day > 0) & (two.day > 0)
    stand_in = _placeholders(left) | _placeholders(right)
    firm = whole & ~stand_in
    same_year = one.year == two.year
    same_month = same_year & (one.month == two.month) & (one.month > 0)
    apart = np.abs(one.year - two.year)
    slips = np.asarray(process.cpdist(one.digits, two.digits, scorer=OSA.distance))
    swapped = same_year & (one.day == two.month) & (one.month == two.day)
    level = np.full(len(left), OTHER, dtype=np.int8)
    rules = [
        (apart <= _YEARS, YEARS_APART),
        (apart == 1, YEAR_APART),
        (same_year, OTHER_DAY),
        (same_year & ~firm, SAME_YEAR),
        (same_month & ~whole, SAME_MONTH),
        (firm & (_days_apart(one, two) <= _DAYS), DAYS_APART),
        (firm & (slips == 2), TWO_DIGITS),
        (firm & (slips == 1), ONE_DIGIT),
        (firm & swapped, SWAPPED),
        (np.asarray([a == b for a, b in zip(left, right, strict=True)]) & whole, SAME),
    ]
    for holds, index in rules:
        level[holds] = index
    return level


def _columns(dates: Sequence[str]) -> Dates:
    parts = [(int(d[:4]), int(d[4:6] or 0), int(d[6:8] or 0)) for d in dates]
    table = np.asarray(parts, dtype=np.int32).reshape(-1, 3)
    return Dates(table[:, 0], table[:, 1], table[:, 2], list(dates))


def _days_apart(one: Dates, two: Dates) -> NDArray[np.int32]:
    """About how many days lie between dates; months that do not exist count on."""
    year, month, day = one.year - two.year, one.month - two.month, one.day - two.day
    return np.asarray(np.abs(365 * year + 30 * month + day), dtype=np.int32)


def _placeholders(dates: Sequence[str]) -> NDArray[np.bool_]:
    return np.asarray([is_placeholder(date) for date in dates], dtype=bool)
