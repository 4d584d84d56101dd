"""Series of a picture as counts of periods of one length, side by side."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import pyarrow.compute as pc

from headwater.analysis.caveats import (
    ADDED,
    LACKING,
    contradiction,
    lacks,
    name_some,
    names_of_places,
    sums,
)
from headwater.analysis.grades import is_weak
from headwater.model import Period, Refused, parse_period
from headwater.picture import Picture
from headwater.series import (
    Count,
    Part,
    Step,
    Whole,
    first_day,
    last_day,
    number_of,
    usual_parts,
    whole_of,
)

_LENGTHS: tuple[tuple[int, str], ...] = ((3, "day"), (19, "week"), (59, "month"), (200, "quarter"))
_RUN = 4
_ORDER = ("day", "week", "month", "quarter")
Row = Mapping[str, Any]


class Cell(NamedTuple):
    """One count, with the period that it is of and the statement behind it.

    Attributes:
        period: What it is of.
        value: The count, or the sum over parts.
        statement: What stands behind it.
        others: What else does, where it is a sum.
        least: The smallest number in a sum; None where it is none.
    """

    period: Period
    value: float
    statement: str
    others: tuple[str, ...] = ()
    least: float | None = None

    @property
    def statements(self) -> tuple[str, ...]:
        """All that stands behind it."""
        return (self.statement, *self.others)

    @property
    def is_negative(self) -> bool:
        """Whether it, or a part of it, is below zero."""
        return (self.value if self.least is None else self.least) < 0


@dataclass(slots=True)
class Told:
    """The cells of each series as told, before they are cut into periods.

    Attributes:
        cells: By series, in the order of dates.
        changes: By series, the last day on which what is counted was defined anew.
        double: By series, the dates that one source counts twice in one release, differently.
        caveats: What a reader must know, in full sentences.
    """

    cells: dict[str, list[Cell]] = field(default_factory=dict)
    changes: dict[str, date] = field(default_factory=dict)
    double: dict[str, list[str]] = field(default_factory=dict)
    caveats: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Counts:
    """Series side by side: series x periods.

    Attributes:
        names: The series.
        values: Counts, or means for covariates; nan is a gap.
        statements: For each series and period, the statements behind it.
        step: What a period is.
        start: Number of the first period.
    """

    names: list[str]
    values: np.ndarray[Any, np.dtype[np.float64]]
    statements: list[dict[int, list[str]]]
    step: Step
    start: int


def tell(picture: Picture, parameters: Mapping[str, Any], *, weak: bool = True) -> Told:
    """Every series of the picture: the latest release of each count, what cannot be used named.

    Args:
        picture: The picture.
        parameters: As settled: accepted_only, drop_weak, release_as_of.
        weak: Whether weak grades count.
    """
    told = Told()
    table = picture.series
    keep = pc.equal(table["modality"], "done")
    if parameters["accepted_only"]:
        keep = pc.and_(keep, pc.equal(table["status"], "accepted"))
    if not weak or parameters["drop_weak"]:
        keep = pc.and_(keep, pc.invert(is_weak(table["grade"])))
    held: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    bad, as_of = [], parameters["release_as_of"]
    for row in table.filter(keep).to_pylist():
        name = f"{row['series']} ({row['unit']})" if row["unit"] else row["series"]
        lost = not row["date"] or row["value"] is None
        if lost:
            bad.append(f"{name} {row['date'] or 'without a date'}")
        known = not as_of or (row["release"] or row["date"]) <= as_of
        if known and (not lost or (row["date"] and (row["place"] or row["mode"]))):
            held[name][row["date"]].append(row)
    _take_latest(told, held, names_of_places(picture))
    name_some(told.caveats, bad, "counts have no number or no date and are gaps, not zeros")
    told.changes = _definitions(picture)
    return told


def _take_latest(
    told: Told, held: Mapping[str, Mapping[str, list[Row]]], called: Mapping[str, str]
) -> None:
    """Of each date the latest release, of several sources the one with the longest record."""
    revised, several, added, lacking = [], [], [], []
    for name, dates in sorted(held.items()):
        wholes = _wholes(dates)
        revised += [f"{name} {day}" for day, whole in wholes.items() if whole.revised]
        for day, whole in wholes.items():
            if whole.contradicted:
                numbers = f"{day} ({contradiction(whole, called)})"
                told.double.setdefault(name, []).append(numbers)
            elif whole.double:
                several.append(f"{name} {day} ({whole.value:g} kept)")
        cells = [_cell(day, whole) for day, whole in wholes.items() if not whole.lacking]
        if cells:
            told.cells[name] = sorted(cells, key=lambda cell: cell.period)
        added += [f"{name} ({one})" for one in [sums(wholes, called, 2)] if one]
        lacking += [f"{name} {one}" for one in lacks(wholes, called)]
    name_some(told.caveats, added, f"series are {ADDED}")
    name_some(told.caveats, lacking, LACKING)
    name_some(told.caveats, revised, "counts were revised; the latest release counts")
    name_some(
        told.caveats,
        several,
        "periods are counted by several sources with different numbers, never added; the one with "
        "the longest record of the series counts",
    )


def _wholes(dates: Mapping[str, list[Row]]) -> dict[str, Whole]:
    """What is told for each date of one series."""
    length = Counter(
        report for rows in dates.values() for report in {row["report"] for row in rows}
    )
    counts = {
        day: [
            _count(row)
            for row in sorted(
                rows, key=lambda row: (-length[row["report"]], row["report"], row["statement"])
            )
        ]
        for day, rows in sorted(dates.items())
    }
    usual = usual_parts(one for found in counts.values() for one in found)
    return {day: whole_of(found, usual) for day, found in counts.items()}


def _count(row: Row) -> Count:
    value = np.nan if row["value"] is None else row["value"]
    where = (row["release"], row["statement"], row["report"], Part(row["place"], row["mode"]))
    return Count(parse_period(row["date"]).latest, value, *where)


def _cell(day: str, whole: Whole) -> Cell:
    """A date as a cell, contradictions too: a series with one is refused where it is used."""
    first, *others = whole.counts
    return Cell(parse_period(day), whole.value, first.source, tuple(one.source for one in others),
                min(one.value for one in whole.counts))  # fmt: skip


def _definitions(picture: Picture) -> dict[str, date]:
    """The last day on which each series' column `definition`, if a file has one, changed."""
    table = picture.tables.get("given_series")
    if table is None or "definition" not in table.column_names:
        return {}
    held: dict[str, list[tuple[date, str]]] = defaultdict(list)
    for row in table.to_pylist():
        try:
            day = parse_period(row["date"]).earliest
        except Refused:
            continue
        held[row["series"]].append((day, row["definition"]))
    changes = {}
    for name, found in held.items():
        found.sort()
        moves = [b[0] for a, b in pairwise(found) if a[1] != b[1]]
        if moves:
            changes[name] = moves[-1]
    return changes


def length_of(cells: Sequence[Cell]) -> str:
    """What a cell of this series covers: day, week, month or quarter; `mixed` or `uneven`."""
    wide = float(np.median([cell.period.days for cell in cells]))
    if wide > 1:
        return _named(wide)
    gaps = np.diff([cell.period.earliest.toordinal() for cell in cells])
    if not gaps.size:
        return "day"
    if _longest(gaps == 1) >= _RUN and _longest(gaps == 7) >= _RUN:
        return "mixed"
    usual = float(np.median(gaps))
    like = np.abs(gaps - usual) <= max(0.15 * usual, 0.5)
    return _named(usual) if float(like.mean()) >= 0.6 else "uneven"


def _named(days: float) -> str:
    return next((word for most, word in _LENGTHS if days <= most), "uneven")


def _longest(flags: np.ndarray[Any, np.dtype[np.bool_]]) -> int:
    best = run = 0
    for flag in flags.tolist():
        run = run + 1 if flag else 0
        best = max(best, run)
    return best


def fits(length: str, step: Step) -> bool:
    """Whether cells of this length can be put into periods of this step."""
    if length not in _ORDER:
        return False
    straddles = length == "week" and step != "week"
    return not straddles and _ORDER.index(length) <= _ORDER.index(step)


def put(told: Told, names: Sequence[str], step: Step, means: Iterable[str] = ()) -> Counts:
    """Series as periods of a step; a daily series has a gap where days of a period are missing.

    Args:
        told: The series as told.
        names: Those wanted.
        step: What a period is.
        means: Series of which a period holds the mean, not the sum.
    """
    numbers = [number_of(c.period.earliest, step) for name in names for c in told.cells[name]]
    start, end = min(numbers), max(numbers) + 1
    values = np.full((len(names), end - start), np.nan)
    behind: list[dict[int, list[str]]] = []
    averaged = set(means)
    for at, name in enumerate(names):
        held: dict[int, list[Cell]] = defaultdict(list)
        for cell in told.cells[name]:
            held[number_of(cell.period.earliest, step) - start].append(cell)
        daily = length_of(told.cells[name]) == "day"
        for number, cells in held.items():
            mean = name in averaged
            whole = not daily or mean or len(cells) == _days(number + start, step)
            if whole and (mean or not any(cell.is_negative for cell in cells)):
                numbers_held = [cell.value for cell in cells]
                values[at, number] = np.mean(numbers_held) if mean else sum(numbers_held)
        behind.append(
            {n: [one for cell in cells for one in cell.statements] for n, cells in held.items()}
        )
    return Counts(list(names), values, behind, step, start)


def by_day(
    told: Told, names: Sequence[str], counts: Counts
) -> np.ndarray[Any, np.dtype[np.float64]]:
    """The days of these series in the periods of these counts: series x days.

    What is not counted by day is a gap.
    """
    first = first_day(counts.start, counts.step).toordinal()
    last = last_day(counts.start + counts.values.shape[1] - 1, counts.step).toordinal()
    days = np.full((len(names), last - first + 1), np.nan)
    for at, name in enumerate(names):
        if length_of(told.cells[name]) == "day":
            for cell in told.cells[name]:
                days[at, cell.period.earliest.toordinal() - first] = cell.value
    return days


def period_of_days(counts: Counts) -> np.ndarray[Any, np.dtype[np.int64]]:
    """The period of each day of these counts, from 0."""
    numbers = range(counts.start, counts.start + counts.values.shape[1])
    return np.repeat(np.arange(len(numbers)), [_days(number, counts.step) for number in numbers])


def _days(number: int, step: Step) -> int:
    return (last_day(number, step) - first_day(number, step)).days + 1
