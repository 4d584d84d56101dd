"""Counts of each series and period, from series as given and from legs that were seen."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from headwater.analysis.caveats import count_some, name_some
from headwater.analysis.grades import is_weak
from headwater.analysis.routes.route_map import Spot, snap, without_people
from headwater.model import Period, parse_period
from headwater.picture import Picture
from headwater.series import A_YEAR, Step, first_day, last_day, number_of, step_of

_WEEKLY = 7
Row = Mapping[str, Any]


@dataclass(slots=True)
class Counts:
    """Counts side by side, one row a series, one column a period.

    Attributes:
        names: The series.
        places: For each series the places it is about; empty where it is not known.
        goals: For each series where it leads; empty where it is not known.
        values: Series x periods; nan where nobody counted.
        statements: For each series and period the statements behind its count.
        step: What a period is.
        start: Number of the first period.
        caveats: What a reader must know, in full sentences.
    """

    names: list[str]
    places: list[tuple[str, ...]]
    goals: list[str]
    values: np.ndarray[Any, np.dtype[np.float64]]
    statements: list[dict[int, list[str]]]
    step: Step
    start: int
    caveats: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Cell:
    series: str
    period: Period
    value: float
    statement: str
    places: tuple[str, ...] = ()
    goal: str = ""


@dataclass(frozen=True, slots=True)
class _Told:
    """Counts that a reader must know of.

    Attributes:
        bad: Missing or negative.
        revised: Told otherwise by an earlier release.
        double: Counted differently by several sources.
        contradicted: Counted differently by one and the same.
    """

    bad: list[str] = field(default_factory=list)
    revised: list[str] = field(default_factory=list)
    double: list[str] = field(default_factory=list)
    contradicted: list[str] = field(default_factory=list)


def gather(picture: Picture, parameters: Mapping[str, Any], *, weak: bool = True) -> Counts:
    """Every series of the picture, and one for each leg that was seen.

    Args:
        picture: The picture.
        parameters: As settled.
        weak: Whether weak grades count.
    """
    caveats: list[str] = []
    told = _series_cells(_rows(picture.series, parameters, weak=weak), parameters, caveats)
    legs = without_people(picture, picture.legs)
    called = _called(snap(picture, legs).spot)
    seen = _leg_cells(_rows(legs, parameters, weak=weak), called, parameters, caveats)
    dated = [cell.period for cell in (*told, *seen)]
    step = _step(dated, parameters["step"])
    numbered = [_numbered(cells, step, caveats) for cells in (told, seen)]
    everything = [number for cells in numbered for _, number in cells]
    if not everything:
        return Counts([], [], [], np.zeros((0, 0)), [], step, 0, caveats)
    start, end = min(everything), max(everything) + 1
    counts = Counts([], [], [], np.zeros((0, end - start)), [], step, start, caveats)
    _put(counts, numbered[0], lasting=False)
    _put(counts, numbered[1], lasting=True)
    return counts


def _rows(table: pa.Table, parameters: Mapping[str, Any], *, weak: bool) -> list[dict[str, Any]]:
    """What is told as done, under the parameters."""
    keep = pc.equal(table["modality"], "done")
    if parameters["accepted_only"]:
        keep = pc.and_(keep, pc.equal(table["status"], "accepted"))
    if not weak or parameters["drop_weak"]:
        keep = pc.and_(keep, pc.invert(is_weak(table["grade"])))
    rows: list[dict[str, Any]] = table.filter(keep).to_pylist()
    return rows


def _series_cells(
    rows: Iterable[Row], parameters: Mapping[str, Any], caveats: list[str]
) -> list[_Cell]:
    """One count for each series and date: the latest release, one source, nothing negative."""
    as_of = parameters["release_as_of"]
    held: dict[tuple[str, str], list[Row]] = defaultdict(list)
    undated, late = 0, 0
    for row in rows:
        if not row["date"]:
            undated += 1
        elif as_of and (row["release"] or row["date"]) > as_of:
            late += 1
        else:
            name = f"{row['series']} ({row['unit']})" if row["unit"] else row["series"]
            held[(name, row["date"])].append(row)
    count_some(caveats, undated, "counts have no date and were left out.")
    count_some(caveats, late, f"counts were released after {as_of} and were left out.")
    length, told = _lengths(held), _Told()
    cells = [_cell(key, found, length, told) for key, found in sorted(held.items())]
    name_some(caveats, told.bad, "counts are missing or negative and are gaps, not zeros")
    name_some(caveats, told.revised, "counts were revised; the latest release counts")
    name_some(
        caveats,
        told.double,
        "periods are counted twice with different numbers, which are not added; of the sources "
        "the one with the longest record of the series counts",
    )
    name_some(
        caveats,
        told.contradicted,
        "periods are counted differently by one source and are gaps, not one of its two numbers",
    )
    return [cell for cell in cells if cell is not None]


def _cell(
    key: tuple[str, str],
    found: Sequence[Row],
    length: Mapping[tuple[str, str], int],
    told: _Told,
) -> _Cell | None:
    """The count of one series and date, or None; what a reader must know of it is told."""
    name, day = key
    latest = max(row["release"] for row in found)
    current = [row for row in found if row["release"] == latest]
    good = [row for row in current if _is_count(row["value"])]
    if len(good) < len(current):
        told.bad.append(f"{name} {day}")
    if not good:
        return None
    chosen = min(good, key=lambda row: (-length[(name, row["report"])], row["statement"]))
    own = sorted({row["value"] for row in good if row["report"] == chosen["report"]})
    if len(own) > 1:
        told.contradicted.append(f"{name} {day} ({' and '.join(f'{one:g}' for one in own)})")
        return None
    earlier = [row for row in found if row["release"] < latest and _is_count(row["value"])]
    before = max(earlier, key=lambda row: (row["release"], row["statement"]), default=chosen)
    if before["value"] != chosen["value"]:
        told.revised.append(f"{name} {day} ({before['value']:g} → {chosen['value']:g})")
    if len({row["value"] for row in good}) > 1:
        told.double.append(f"{name} {day} ({chosen['value']:g} kept)")
    return _Cell(name, parse_period(day), chosen["value"], chosen["statement"])


def _is_count(value: float | None) -> bool:
    return value is not None and value >= 0


def _lengths(held: Mapping[tuple[str, str], Sequence[Row]]) -> dict[tuple[str, str], int]:
    """How many dates of each series each report counts."""
    dates: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (name, day), rows in held.items():
        for row in rows:
            if _is_count(row["value"]):
                dates[(name, row["report"])].add(day)
    return {key: len(days) for key, days in dates.items()}


def _called(spots: Mapping[str, Spot]) -> dict[str, str]:
    """One name for each place, however it was told; two places of one name are told apart."""
    bearers: dict[str, dict[str, str]] = defaultdict(dict)
    for spot in spots.values():
        bearers[spot.name][spot.id] = spot.country
    called = {}
    for one, spot in spots.items():
        countries = bearers[spot.name]
        apart = len(set(countries.values()) - {""}) == len(countries)
        mark = f" [{spot.country if apart else spot.id}]" if len(countries) > 1 else ""
        called[one] = f"{spot.name}{mark}"
    return called


def _leg_cells(
    rows: Iterable[Row],
    called: Mapping[str, str],
    parameters: Mapping[str, Any],
    caveats: list[str],
) -> list[_Cell]:
    """Sightings or people of each leg and date; of copies of one story the fullest counts."""
    once: dict[tuple[str, str], Row] = {
        (row["id"], row["statement"]): {
            **row,
            "from_name": called.get(row["from"], row["from_name"]),
            "to_name": called.get(row["to"], row["to_name"]),
        }
        for row in rows
    }
    undated = sum(not row["date"] for row in once.values())
    people = parameters["measure"] == "people"
    stories: dict[tuple[str, str, str], dict[str, list[Row]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for row in once.values():
        if row["date"] and (not people or row["persons"] is not None):
            key = (_leg_name(row, parameters["by"]), row["date"], row["group"])
            stories[key][row["report"]].append(row)
    cells, copies = [], 0
    for (name, day, _), reports in sorted(stories.items()):
        fullest = max(sorted(reports), key=lambda report: len(reports[report]))
        copies += sum(map(len, reports.values())) - len(reports[fullest])
        for row in reports[fullest]:
            value = float(row["persons"]) if people else 1.0
            ends = (row["from_name"], row["to_name"])
            cells.append(_Cell(name, parse_period(day), value, row["statement"], ends, ends[1]))
    count_some(caveats, undated, "legs have no date and were left out.")
    count_some(caveats, copies, "sightings repeat another report of the same story and count once.")
    if cells:
        caveats.append(
            "A leg counts as not seen in a period in which other legs were reported, and as "
            "unknown in a period without any report."
        )
    return cells


def _leg_name(row: Row, by: str) -> str:
    ends = [row["from_name"] or "?", row["to_name"] or "?"]
    if by in ("from", "to"):
        return f"{by} {ends[by == 'to']}"
    stretch = " > ".join(ends)
    return f"{stretch} ({row['mode']})" if by == "leg" and row["mode"] else stretch


def _step(periods: Sequence[Period], wanted: str) -> Step:
    for step in A_YEAR:
        if step == wanted:
            return step
    usual = float(np.median([period.days for period in periods])) if periods else 1.0
    if usual > 7:
        return "month" if usual <= 31 else "quarter"
    return step_of([period.earliest for period in periods])


def _numbered(cells: Sequence[_Cell], step: Step, caveats: list[str]) -> list[tuple[_Cell, int]]:
    """Counts with the number of their period; those that reach over its end have none."""
    numbered, wide = [], []
    for cell in cells:
        number = number_of(cell.period.earliest, step)
        if number == number_of(cell.period.latest, step):
            numbered.append((cell, number))
        else:
            wide.append(f"{cell.series} {cell.period.text}")
    name_some(caveats, wide, f"counts reach over the end of a {step} and were left out")
    return numbered


def _put(counts: Counts, cells: Sequence[tuple[_Cell, int]], *, lasting: bool) -> None:
    """Add the series of these counts.

    Args:
        counts: Where they are put.
        cells: The counts with the number of their period.
        lasting: Whether a period without a count of one series, but of another, holds none.
    """
    if not cells:
        return
    by_name: dict[str, list[tuple[_Cell, int]]] = defaultdict(list)
    for cell, number in cells:
        by_name[cell.series].append((cell, number - counts.start))
    width = counts.values.shape[1]
    looked = sorted({number - counts.start for _, number in cells})
    rows, part = [], 0
    for name, found in sorted(by_name.items()):
        row = np.full(width, np.nan)
        if lasting:
            row[looked] = 0.0
        behind: dict[int, list[str]] = defaultdict(list)
        for cell, at in found:
            row[at] = cell.value + (0.0 if np.isnan(row[at]) else row[at])
            behind[at].append(cell.statement)
        if not lasting:
            part += _blank_part_weeks(row, found, counts)
        rows.append(row)
        counts.names.append(name)
        counts.places.append(tuple(sorted({place for cell, _ in found for place in cell.places})))
        counts.goals.append(found[0][0].goal if len({c.goal for c, _ in found}) == 1 else "")
        counts.statements.append(dict(behind))
    counts.values = np.concatenate([counts.values, np.stack(rows)])
    count_some(counts.caveats, part, f"{counts.step}s have days without a count and are gaps.")


def _blank_part_weeks(
    row: np.ndarray[Any, np.dtype[np.float64]], found: Sequence[tuple[_Cell, int]], counts: Counts
) -> int:
    """Of a daily series, periods in which days are missing are not known; returns how many."""
    days: dict[int, set[date]] = defaultdict(set)
    for cell, at in found:
        if cell.period.days == 1:
            days[at].add(cell.period.earliest)
    if not days or float(np.median([len(held) for held in days.values()])) < _WEEKLY - 2:
        return 0
    part = [at for at, held in days.items() if len(held) < _days_of(at + counts.start, counts.step)]
    row[part] = np.nan
    return len(part)


def _days_of(number: int, step: Step) -> int:
    return (last_day(number, step) - first_day(number, step)).days + 1
