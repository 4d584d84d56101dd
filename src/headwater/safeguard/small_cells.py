"""Small cells: tables of counts that leave the node must not point at single people.

Counts under five are suppressed, and further ones with them where a shown total would give them
back (complementary suppression); dates finer than a week become ISO weeks.

Source: UK Government Statistical Service, disclosure control for tables from administrative data.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

SMALLEST_CELL = 5
"""The least count that may leave."""

_DAY = re.compile(r"^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$")
_COARSE = re.compile(r"^\d{4}(?:-\d{2}|-?W\d{2}|-?Q[1-4]|-?H[12])?$")


def suppress_small_cells(
    rows: Sequence[Mapping[str, Any]],
    count: str,
    *,
    within: Sequence[str] = (),
    dates: Sequence[str] = (),
    total_shown: bool = True,
) -> list[dict[str, Any]]:
    """Make a table of counts fit to leave: coarse dates, no small cells, none to be worked out.

    Args:
        rows: One cell a row: columns that say which cell, and its count.
        count: Name of the column with the count; None or a negative number counts as small.
        within: Columns whose values name the group over which a total is shown; none: one group.
        dates: Columns with ISO dates. Rows that fall together in a week are added up.
        total_shown: Whether totals of the groups go out too. A total is a cell itself: send the
            table of totals through here as well.

    Returns:
        Rows in the order of their first part, with None for a suppressed count.
    """
    merged = _added_up([_coarsened(row, dates) for row in rows], count)
    groups: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for number, row in enumerate(merged):
        groups[tuple(row[column] for column in within)].append(number)
    for members in groups.values():
        hidden = _hidden([merged[n][count] for n in members], total_shown=total_shown)
        for position in hidden:
            merged[members[position]][count] = None
    return merged


def iso_week(text: str) -> str:
    """A date no finer than a week: `2026-03-15` gives `2026-W11`.

    Weeks, months, quarters and years stay; a span keeps the weeks of its ends; what cannot be read
    becomes empty, because it may be anything.
    """
    first, slash, last = text.strip().partition("/")
    if slash:
        ends = [iso_week(first), iso_week(last)]
        return "" if "" in ends else "/".join(dict.fromkeys(ends))
    if _COARSE.match(first):
        return first
    match = _DAY.match(first)
    try:
        year, week, _ = date.fromisoformat(match[1] if match else first).isocalendar()
    except ValueError:
        return ""
    return f"{year:04d}-W{week:02d}"


def _coarsened(row: Mapping[str, Any], dates: Sequence[str]) -> dict[str, Any]:
    return {k: iso_week(str(v or "")) if k in dates else v for k, v in row.items()}


def _added_up(rows: list[dict[str, Any]], count: str) -> list[dict[str, Any]]:
    sums: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in rows:
        key = tuple(sorted((k, repr(v)) for k, v in row.items() if k != count))
        known = sums.setdefault(key, row | {count: 0})
        known[count] += max(0, row[count] or 0)
    return list(sums.values())


def _hidden(counts: list[Any], *, total_shown: bool) -> list[int]:
    """Positions to suppress. With a total: never one alone, never a sum of under five."""
    order = sorted(range(len(counts)), key=lambda n: (counts[n], n))
    taken = sum(1 for n in order if counts[n] < SMALLEST_CELL)
    while total_shown and 0 < taken < len(order):
        if taken > 1 and sum(counts[n] for n in order[:taken]) >= SMALLEST_CELL:
            break
        taken += 1
    return order[:taken]
