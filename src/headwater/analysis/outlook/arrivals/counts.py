"""The counts of one series up to the origin, on an even grid of days, weeks or months."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from headwater.analysis.caveats import (
    ADDED,
    LACKING,
    contradiction,
    count_some,
    lacks,
    name_some,
    names_of_places,
    sums,
)
from headwater.analysis.grades import is_weak
from headwater.analysis.parameters import ACCEPTED_ONLY, DROP_WEAK
from headwater.model import Parameter, Period, WrongUse, parse_period
from headwater.picture import UNNAMED, Picture
from headwater.series import Count, Known, Part, as_known, last_day, number_of
from headwater.series.forecasting import History

COUNTED = (
    Parameter("series", "text", "", "Name of the series; empty: the only one."),
    Parameter("origin", "date", "", "Last day that is known, later rows are never read; empty: "
              "the last of the series."),
    Parameter("release_as_of", "text", "", "Use releases up to this one; empty: the latest."),
    Parameter("changed", "date", "", "First day on which something else was counted than before "
              "(a changed definition); empty: none."),
    Parameter("changed_ratio", "float", 0.0, "Counts of the new definition for one of the old, "
              "where that is known; 0: not known, counts before are left out.", low=0.0, high=1e4),
    ACCEPTED_ONLY,
    DROP_WEAK,
)  # fmt: skip
"""Parameters: which counts are read."""

NOTHING = ("No series is counted here yet: hand in counts, a table with date, series and value.",)
"""What is said where there is nothing to forecast."""

_A_MONTH = 365.25 / 12
_MOST_SILENT = 400  # days between the last count and the origin
_MIXED = 0.1  # share of the dates at a second distance from which the distances are mixed
_FEWEST = 2
_A_WEEK = 7
_ROW_OF_WEEKS = 4
_LONGEST_DAY, _LONGEST_WEEK = 5, 10


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts of steps that follow each other.

    Attributes:
        name: The series.
        values: One a step; nan where nobody counted.
        ends: Last day of each step.
        step: day, week or month.
        statements: What stands behind the steps, in their order.
        caveats: What a reader must know.
    """

    name: str
    values: NDArray[np.float64]
    ends: list[date]
    step: str
    statements: list[str]
    caveats: list[str] = field(default_factory=list)

    @property
    def days(self) -> float:
        """Length of a step in days."""
        return {"day": 1.0, "week": 7.0}.get(self.step, _A_MONTH)

    def history(self, ahead: int) -> History:
        """The counts for a forecast of so many steps."""
        return History.of(self.values, self.ends[-1], self.days, ahead)

    def ends_ahead(self, ahead: int) -> list[date]:
        """Last days of the steps to come."""
        last = self.ends[-1]
        if self.step == "month":
            number = number_of(last, "month")
            return [last_day(number + at, "month") for at in range(1, ahead + 1)]
        return [last + timedelta(at * int(self.days)) for at in range(1, ahead + 1)]

    def in_weeks(self) -> "Counts":
        """Days as weeks that end on the weekday of the last day; a week with a gap is a gap."""
        first = len(self.values) % 7
        weeks = self.values[first:].reshape(-1, 7).sum(axis=1)
        return Counts(
            self.name, weeks, self.ends[first + 6 :: 7], "week", self.statements, self.caveats
        )


def gather(
    picture: Picture, name: str, parameters: Mapping[str, Any], *, weak: bool = True
) -> Counts | None:
    """The counts of one series up to the origin; None where the picture counts none.

    People counted in one report are no series; whoever asks for `UNNAMED` by name gets them.

    Args:
        picture: The picture.
        name: The series; empty: the only one.
        parameters: As settled.
        weak: Whether weak grades count.

    Raises:
        WrongUse: If there is no such series, it begins after the origin, it mixes days with longer
            periods, or it holds fewer than two counts.
    """
    table = usable(picture.series, parameters, weak=weak)
    names = sorted(set(table["series"].to_pylist()) - ({UNNAMED} - {name}))
    if not names:
        return None
    if name not in names:
        if name or len(names) > 1:
            raise WrongUse(
                f"the series {name!r} is not in the picture" if name else "no series is named",
                why=f"it has {len(names)}",
                do=f"set series to one of {', '.join(names[:8])}",
            )
        name = names[0]
    rows = table.filter(pc.equal(table["series"], name)).to_pylist()
    return _read(name, rows, parameters, names_of_places(picture))


def usable(table: pa.Table, parameters: Mapping[str, Any], *, weak: bool = True) -> pa.Table:
    """The dated counts of what was done, of the grades that count."""
    keep = pc.and_(pc.equal(table["modality"], "done"), pc.not_equal(table["date"], ""))
    if parameters["accepted_only"]:
        keep = pc.and_(keep, pc.equal(table["status"], "accepted"))
    if not weak or parameters["drop_weak"]:
        keep = pc.and_(keep, pc.invert(is_weak(table["grade"])))
    return table.filter(keep)


def _read(
    name: str,
    rows: Sequence[Mapping[str, Any]],
    parameters: Mapping[str, Any],
    called: Mapping[str, str],
) -> Counts:
    caveats: list[str] = []
    origin = date.fromisoformat(parameters["origin"]) if parameters["origin"] else None
    dated = [(parse_period(row["date"]), row) for row in rows]
    first = min(period.latest for period, _ in dated)
    if origin and first > origin:
        raise WrongUse(
            f"the origin {origin} is before the first count of {name}",
            why=f"it begins on {first}",
            do="set a later origin",
        )
    dated = [(period, row) for period, row in dated if not origin or period.latest <= origin]
    _refuse_several_units(name, {row["unit"] for _, row in dated})
    step = _step(name, [period.earliest for period, _ in dated], [p.days for p, _ in dated])
    counts = _counts(dated, step, caveats)
    known = as_known(counts, parameters["release_as_of"])
    _tell(known, parameters["release_as_of"], caveats)
    tell_gaps(known, called, caveats)
    days = {"day": 1, "week": 7, "month": 28}[step]
    held = _of_one_definition(known.counts, parameters, days, caveats)
    if len(held) < _FEWEST:
        raise WrongUse(f"{name} has fewer than {_FEWEST} counts up to the origin")
    if origin and any(_released_after(one.release, origin) for one in held):
        caveats.append("Some counts are of a release after the origin: set release_as_of to see "
                       "what was known then.")  # fmt: skip
    return _gridded(name, held, step, origin, caveats)


def _counts(
    dated: Sequence[tuple[Period, Mapping[str, Any]]], step: str, caveats: list[str]
) -> list[Count]:
    """Counts of the source with the longest record first; a part without a number stays told."""
    dates = {(row["report"], row["date"]) for _, row in dated}
    length = Counter(report for report, _ in dates)
    found = sorted(dated, key=lambda one: (-length[one[1]["report"]], one[1]["statement"]))
    counts, left = [], 0
    for period, row in found:
        good = row["value"] is not None and row["value"] >= 0
        left += not good
        if good or is_part(row):
            value = float(row["value"]) if good else np.nan
            counts.append(Count(_end(period.latest, step), value, *where(row)))
    count_some(caveats, left, "counts are missing or negative: gaps, not zeros.")
    return counts


def where(row: Mapping[str, Any]) -> tuple[str, str, str, Part]:
    """Where a row's count stands, and what part it is of."""
    return row["release"], row["statement"], row["report"], Part(row["place"], row["mode"])


def is_part(row: Mapping[str, Any]) -> bool:
    """Whether a row is of one place or mode."""
    return bool(row["place"] or row["mode"])


def _tell(known: Known, as_of: str, caveats: list[str]) -> None:
    """What a reader must know of counts that releases or sources tell differently."""
    count_some(caveats, known.later, f"counts were released after {as_of}.")
    count_some(caveats, len(known.revised), "counts were revised; the latest release counts.")
    said = "dates are counted differently by several sources; of them the longest record counts."
    count_some(caveats, len(known.double), said)


def tell_gaps(known: Known, called: Mapping[str, str], caveats: list[str], of: str = "") -> None:
    """What a reader must know of dates told in contradictions, or in parts.

    Args:
        known: The series.
        called: Names of places by id.
        caveats: Where it is added.
        of: What stands before a date, such as the series.
    """
    told = [
        f"{of}{day} ({contradiction(whole, called)})"
        for day, whole in known.wholes.items()
        if whole.contradicted
    ]
    said = "dates are counted differently by one source and are gaps, not one of its two numbers"
    name_some(caveats, told, said)
    wholes = {f"{day}": one for day, one in known.wholes.items()}
    if added := sums(wholes, called):
        caveats.append(f"{of or 'The series '}is {ADDED}: {added}.")
    name_some(caveats, [f"{of}{one}" for one in lacks(wholes, called)], LACKING)


def _refuse_several_units(name: str, units: set[str]) -> None:
    if len(units) > 1:
        raise WrongUse(
            f"{name} is counted in several units",
            why=f"they are {', '.join(unit or 'none' for unit in sorted(units))}",
            do="give each unit a series of its own",
        )


def _of_one_definition(
    counts: Sequence[Count], parameters: Mapping[str, Any], days: int, caveats: list[str]
) -> list[Count]:
    """Counts of the definition of today: those before it brought to it, or left out."""
    if not parameters["changed"]:
        return list(counts)
    changed, ratio = date.fromisoformat(parameters["changed"]), parameters["changed_ratio"]
    since = [one for one in counts if one.day - timedelta(days - 1) >= changed]
    before = [one for one in counts if one.day < changed]
    over = len(counts) - len(since) - len(before)
    said = f"counts of a period over {changed}, when the definition changed: gaps."
    count_some(caveats, over, said)
    if ratio:
        said = f"counts before {changed} are taken times {ratio:g}, as the definition changed then."
        count_some(caveats, len(before), said)
        return [*(one._replace(value=one.value * ratio) for one in before), *since]
    said = (
        f"counts before {changed} are left out: another definition, and no changed_ratio to bring "
        "them to that of today."
    )
    count_some(caveats, len(before), said)
    return since


def _released_after(release: str, origin: date) -> bool:
    try:
        return date.fromisoformat(release) > origin
    except ValueError:
        return False


def _step(name: str, days: Sequence[date], lengths: Sequence[int]) -> str:
    """What the counts are of; days mixed with longer periods are refused."""
    kinds = {_kind(length) for length in lengths}
    if kinds == {"day"} and len(set(days)) > 1:
        apart = np.diff([day.toordinal() for day in sorted(set(days))])
        usual = _kind(int(np.median(apart)))
        # One gap of a week in a daily series is a gap; several in a row are weekly counts.
        weeks = usual == "day" and _longest_run(apart == _A_WEEK) >= _ROW_OF_WEEKS
        single = usual != "day" and float((apart == 1).mean()) >= _MIXED
        kinds = {usual, "week"} if weeks else {usual, "day"} if single else {usual}
    if len(kinds) > 1:
        raise WrongUse(
            f"{name} mixes counts of different lengths",
            why=f"it holds counts of a {' and of a '.join(sorted(kinds))}",
            do="give each length a series of its own",
        )
    return next(iter(kinds))


def _longest_run(flags: NDArray[np.bool_]) -> int:
    longest = run = 0
    for flag in flags.tolist():
        run = run + 1 if flag else 0
        longest = max(longest, run)
    return longest


def _kind(days: int) -> str:
    if days <= _LONGEST_DAY:
        return "day"
    return "week" if days <= _LONGEST_WEEK else "month"


def _end(day: date, step: str) -> date:
    return last_day(number_of(day, "month"), "month") if step == "month" else day


def _gridded(
    name: str, counts: Sequence[Count], step: str, origin: date | None, caveats: list[str]
) -> Counts:
    """Every step from the first count to the origin."""
    last = counts[-1].day
    if origin and (origin - last).days > _MOST_SILENT:
        raise WrongUse(
            f"the origin {origin} is long after the last count of {name}",
            why=f"it ends on {last}",
            do="set an earlier origin",
        )
    end = origin if origin and step == "day" else last
    ends = _ends(counts[0].day, end, step)
    if step == "week":
        ends = [day for day in ends if day <= end]
    place = {day: at for at, day in enumerate(ends)}
    values, statements = np.full(len(ends), np.nan), list[str]()
    lost = 0
    for count in counts:
        at = place.get(count.day)
        if at is None:
            lost += 1
        else:
            values[at] = count.value
            statements.extend(count.sources)
    count_some(caveats, lost, "weeks end on another weekday than the last one and were left out.")
    count_some(caveats, int(np.isnan(values).sum()), f"{step}s have no count: gaps, not zeros.")
    return Counts(name, values, ends, step, statements, caveats)


def _ends(first: date, last: date, step: str) -> list[date]:
    if step == "month":
        numbers = range(number_of(first, "month"), number_of(last, "month") + 1)
        return [last_day(number, "month") for number in numbers]
    every = 1 if step == "day" else 7
    count = (last - first).days // every
    return [last - timedelta(every * at) for at in range(count, -1, -1)]
