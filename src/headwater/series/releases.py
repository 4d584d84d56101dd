"""Revised counts: every value knows the release it came from, and a series can be had as of one."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple


class Count(NamedTuple):
    """One count as one release had it.

    Attributes:
        day: Last day of what was counted.
        value: How many.
        release: Name or date of the release, ordered as text; empty where it is not known.
        source: Where it stands.
        report: Whose count it is.
    """

    day: date
    value: float
    release: str
    source: str
    report: str = ""


class Known(NamedTuple):
    """A series as it was known.

    Attributes:
        counts: One count a day, in the order of days; none where a report contradicts itself.
        revised: Days whose count differs between the releases that were looked at.
        later: How many counts were left out because their release came later.
        double: Days that several reports count differently in one release; the first counts.
        contradicted: The counts of days that one report counts differently in one release.
    """

    counts: list[Count]
    revised: list[date]
    later: int
    double: list[date]
    contradicted: dict[date, list[float]]


def as_known(counts: Iterable[Count], as_of: str = "") -> Known:
    """The latest count of each day, from releases up to one.

    Args:
        counts: All counts; of equals the first counts.
        as_of: Last release that counts; empty: all. A count that knows no release came on its day.
    """
    held: dict[date, list[Count]] = {}
    later = 0
    for count in counts:
        if as_of and (count.release or count.day.isoformat()) > as_of:
            later += 1
        else:
            held.setdefault(count.day, []).append(count)
    known = Known([], [], later, [], {})
    for day in sorted(held):
        latest = max(one.release for one in held[day])
        current = [one for one in held[day] if one.release == latest]
        values = {one.value for one in held[day]}
        now = {one.value for one in current}
        own = {one.value for one in current if one.report == current[0].report}
        if len(values) > len(now):
            known.revised.append(day)
        if len(own) > 1:
            known.contradicted[day] = sorted(own)
            continue
        known.counts.append(current[0])
        if len(now) > 1:
            known.double.append(day)
    return known
