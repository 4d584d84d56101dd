"""Weeks, months and quarters as whole numbers, so that series can stand side by side."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal, TypeAlias

import numpy as np

Step: TypeAlias = Literal["week", "month", "quarter"]

A_YEAR: dict[Step, float] = {"week": 365.25 / 7, "month": 12.0, "quarter": 4.0}
"""Periods of a year."""


def number_of(day: date, step: Step) -> int:
    """The period that holds a day; the next period has the next number. Weeks begin on Monday."""
    if step == "week":
        return (day.toordinal() - 1) // 7
    months = day.year * 12 + day.month - 1
    return months if step == "month" else months // 3


def first_day(number: int, step: Step) -> date:
    """The first day of a period."""
    if step == "week":
        return date.fromordinal(number * 7 + 1)
    months = number if step == "month" else number * 3
    return date(months // 12, months % 12 + 1, 1)


def last_day(number: int, step: Step) -> date:
    """The last day of a period."""
    return first_day(number + 1, step) - timedelta(days=1)


def name_of(number: int, step: Step) -> str:
    """The period in ISO form: a month as `2015-03`, a week or quarter by its first day."""
    day = first_day(number, step).isoformat()
    return day[:7] if step == "month" else day


def step_of(days: Sequence[date]) -> Step:
    """The step that dated counts were taken in: by the usual distance between their dates."""
    known = sorted(set(days))
    if len(known) < 2:
        return "month"
    apart = float(np.median(np.diff([day.toordinal() for day in known])))
    if apart < 20:
        return "week"
    return "month" if apart < 60 else "quarter"
