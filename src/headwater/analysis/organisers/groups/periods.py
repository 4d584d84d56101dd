"""In which periods each tie is known to hold."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from headwater.analysis.organisers.evidence import Codes, Flags, Lines
from headwater.picture import Picture

MONTHS = {"month": 1, "quarter": 3, "year": 12}
"""Months of each kind of period."""

MOST = 120
"""The latest so many periods are looked at."""


@dataclass(frozen=True, slots=True, eq=False)
class Periods:
    """Periods, and the ties that hold in them.

    Attributes:
        names: Name of each period, oldest first; one empty name where time is not looked at.
        first: Number of the first period of each tie.
        last: Number of the last period that its date falls into.
        undated: Ties without a date, which hold in every period.
        older: Ties dated before the first period looked at.
    """

    names: list[str]
    first: Codes
    last: Codes
    undated: Flags
    older: int

    def holding(self, at: int, window: int) -> Flags:
        """The ties that hold in a period: dated in it or in one of the `window` - 1 before it."""
        return self.undated | ((self.first <= at) & (at < self.last + window))


def periods_of(picture: Picture, ties: Lines, step: str) -> Periods:
    """The periods from the first dated tie to the last; `step` is of `MONTHS` or `whole`."""
    n = ties.statement.size
    begin, end = _months(_dates(picture, ties)) if step != "whole" else (np.full(n, -1),) * 2
    dated = begin >= 0
    if not dated.any():
        return Periods([""], begin, end, np.ones(n, dtype=np.bool_), 0)
    size = MONTHS[step]
    first, last = begin // size, end // size
    newest = int(last[dated].max())
    oldest = max(int(first[dated].min()), newest - MOST + 1)
    names = [_name(number, step) for number in range(oldest, newest + 1)]
    older = int(np.sum(dated & (last < oldest)))
    return Periods(names, first - oldest, last - oldest, ~dated, older)


def _dates(picture: Picture, ties: Lines) -> list[str]:
    links = picture.links
    at = pc.index_in(pa.array(ties.statement, pa.string()), value_set=links["statement"])
    dates: list[str] = pc.fill_null(links["date"].take(at), "").to_pylist()
    return dates


def _months(dates: Iterable[str]) -> tuple[Codes, Codes]:
    """First and last month that each date may mean, counted from year 0; -1 without a date."""
    known: dict[str, tuple[int, int]] = {}
    for text in dates:
        if text not in known:
            known[text] = _range(text)
    both = np.array([known[text] for text in dates], dtype=np.int64).reshape(-1, 2)
    return both[:, 0], both[:, 1]


def _range(text: str) -> tuple[int, int]:
    year, month = text[:4], text[5:7]
    if not year.isdigit():
        return -1, -1
    start = int(year) * 12
    if not (month.isdigit() and 1 <= int(month) <= 12):
        return start, start + 11
    return start + int(month) - 1, start + int(month) - 1


def _name(number: int, step: str) -> str:
    if step == "year":
        return f"{number:04d}"
    if step == "quarter":
        return f"{number // 4:04d}-Q{number % 4 + 1}"
    return f"{number // 12:04d}-{number % 12 + 1:02d}"
