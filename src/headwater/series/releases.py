"""Revised counts: every value knows the release it came from, and a series can be had as of one."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from headwater.series.parts import ALL, Count, Whole, usual_parts, whole_of


class Known(NamedTuple):
    """A series as it was known.

    Attributes:
        counts: One count a day, in the order of days; none where a report contradicts itself or
            tells fewer parts than usual.
        revised: Days whose count differs between the releases that were looked at.
        later: How many counts were left out because their release came later.
        double: Days that several reports count differently in one release; the first counts.
        wholes: Each day as its report tells it: parts, contradictions, parts that are lacking.
    """

    counts: list[Count]
    revised: list[date]
    later: int
    double: list[date]
    wholes: dict[date, Whole]


def as_known(counts: Iterable[Count], as_of: str = "") -> Known:
    """The latest count of each day, from releases up to one.

    Args:
        counts: All counts of one series; of equals the first counts.
        as_of: Last release that counts; empty: all. A count that knows no release came on its day.
    """
    held: dict[date, list[Count]] = {}
    later = 0
    for count in counts:
        if as_of and (count.release or count.day.isoformat()) > as_of:
            later += 1
        else:
            held.setdefault(count.day, []).append(count)
    usual = usual_parts(one for found in held.values() for one in found)
    known = Known([], [], later, [], {})
    for day in sorted(held):
        whole = known.wholes[day] = whole_of(held[day], usual)
        if whole.revised:
            known.revised.append(day)
        if whole.known:
            known.counts.append(_one(whole))
            if whole.double:
                known.double.append(day)
    return known


def _one(whole: Whole) -> Count:
    """The parts as one count, of the release of the latest of them."""
    latest = max(whole.counts, key=lambda one: one.release)
    behind = tuple(one.source for one in whole.counts)
    return latest._replace(value=whole.value, part=ALL, behind=behind)
