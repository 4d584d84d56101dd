"""Conflicts: counts of one period that sources tell differently; never added, never averaged."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from headwater.analysis.grades import is_weak
from headwater.picture import Picture
from headwater.series import Step, number_of


def conflicts_of(
    picture: Picture, parameters: Mapping[str, Any]
) -> dict[str, dict[int, tuple[float, float]]]:
    """How far below and above the kept number of a period its sources go, by series.

    Of one date the source with the longest record of the series is kept, as in `gather`.
    """
    held: dict[tuple[str, str], dict[str, list[tuple[str, str, float]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    dates: Counter[tuple[str, str]] = Counter()
    for row in _usable(picture.series, parameters):
        name = f"{row['series']} ({row['unit']})" if row["unit"] else row["series"]
        told = (row["report"], row["statement"], row["value"])
        held[name, row["date"]][row["release"]].append(told)
        dates[name, row["report"]] += 1
    found: dict[str, dict[int, tuple[float, float]]] = defaultdict(dict)
    for (name, day), releases in held.items():
        latest = releases[max(releases)]
        values = [value for *_, value in latest]
        if len(set(values)) > 1:
            kept = min(latest, key=lambda one: (-dates[name, one[0]], one[1]))[2]
            number = period_of(day, parameters["step"])
            below, above = found[name].get(number, (0.0, 0.0))
            found[name][number] = (below + kept - min(values), above + max(values) - kept)
    return found


def _usable(table: pa.Table, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Counts that are told as done, dated, from 0 up, under the parameters."""
    keep = pc.and_(pc.equal(table["modality"], "done"), pc.not_equal(table["date"], ""))
    keep = pc.and_(keep, pc.fill_null(pc.greater_equal(table["value"], 0), False))
    if parameters["accepted_only"]:
        keep = pc.and_(keep, pc.equal(table["status"], "accepted"))
    if parameters["drop_weak"]:
        keep = pc.and_(keep, pc.invert(is_weak(table["grade"])))
    if parameters["release_as_of"]:
        keep = pc.and_(keep, pc.less_equal(table["release"], parameters["release_as_of"]))
    rows: list[dict[str, Any]] = table.filter(keep).to_pylist()
    return rows


def period_of(day: str, step: Step) -> int:
    """The period in which a date, or the first day of a month or year, lies."""
    whole = f"{day}-01-01"[:10] if len(day) == 4 else f"{day[:7]}-{day[8:10] or '01'}"
    return number_of(date.fromisoformat(whole), step)
