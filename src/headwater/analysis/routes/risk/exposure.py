"""Exposure: how many crossings there were where people died, where a series tells it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

import numpy as np

from headwater.analysis.routes.risk.incidents import Incident
from headwater.analysis.routes.route_map import folded
from headwater.analysis.routes.shift import gather
from headwater.picture import Picture
from headwater.series import first_day

Seasons: TypeAlias = Literal["quarter", "month", "year"]

_QUARTERS = ("Dec-Feb", "Mar-May", "Jun-Aug", "Sep-Nov")
_ON_ROADS = frozenset({"drowning"})
_NOT_BY = {"boat": frozenset({"vehicle"})} | dict.fromkeys(
    ("bus", "car", "lorry", "taxi", "train", "truck", "van"), _ON_ROADS
)
"""Causes of which nobody dies who crosses by a mode."""
WHOLE_YEAR = "whole year"


def season_of(month: int, seasons: Seasons) -> str:
    """The season of a month of the year (1 to 12)."""
    if seasons == "year":
        return WHOLE_YEAR
    return f"{month:02d}" if seasons == "month" else _QUARTERS[month % 12 // 3]


def seasons_of_year(seasons: Seasons) -> tuple[str, ...]:
    """All seasons, in order; none where the year is not parted."""
    if seasons == "year":
        return ()
    return _QUARTERS if seasons == "quarter" else tuple(f"{n:02d}" for n in range(1, 13))


@dataclass(frozen=True, slots=True)
class Crossings:
    """Crossings counted where a unit is.

    Attributes:
        months: Crossings of each month, as `2025-03`.
        statements: What stands behind them.
        modes: Modes that were counted; empty: not told, or all together.
    """

    months: dict[str, float]
    statements: tuple[str, ...]
    modes: frozenset[str] = frozenset()

    def over(self, season: str, seasons: Seasons) -> float:
        """Crossings of all months of a season, over all years."""
        return sum(self.months[month] for month in self._of(season, seasons))

    def span(self, season: str, seasons: Seasons) -> str:
        """The first and last month of a season of which crossings were counted."""
        months = self._of(season, seasons)
        return f"{min(months)} to {max(months)}" if months else ""

    def fits(self, cause: str) -> bool:
        """Whether who died of it may have crossed by a mode that was counted."""
        return not self.modes or any(cause not in _NOT_BY.get(one, ()) for one in self.modes)

    @property
    def words(self) -> str:
        """What was counted, in words."""
        if not self.modes:
            return "counted crossings"
        unfit = sorted({cause for one in self.modes for cause in _NOT_BY.get(one, ())})
        unfit = [cause for cause in unfit if not self.fits(cause)]
        apart = f"; deaths by {' and '.join(unfit)} are not in the rate" if unfit else ""
        return f"counted crossings by {', '.join(sorted(self.modes))}{apart}"

    def _of(self, season: str, seasons: Seasons) -> list[str]:
        return [
            month
            for month in self.months
            if season in (WHOLE_YEAR, season_of(int(month[5:7]), seasons))
        ]


def crossings(
    picture: Picture, parameters: Mapping[str, Any], caveats: list[str]
) -> dict[str, Crossings]:
    """The crossings of each unit that a series is called like, by its folded name.

    Series of one leg by several modes are added, and left out where one counts them together.
    """
    alone = Picture.of({"series": picture.series})
    wanted = {**parameters, "step": "month", "by": "leg", "measure": "people", "release_as_of": ""}
    counts = gather(alone, wanted)
    caveats += counts.caveats
    months = [first_day(counts.start + n, "month").isoformat()[:7] for n in range(_width(counts))]
    named: dict[str, list[int]] = {}
    for at, name in enumerate(counts.names):
        named.setdefault(folded(name.split(" (")[0]), []).append(at)
    found = {}
    for name, rows in named.items():
        whole = [at for at in rows if folded(counts.names[at]) == name] or rows
        total: dict[str, float] = {}
        for at in whole:
            for n in np.flatnonzero(np.isfinite(counts.values[at])).tolist():
                total[months[n]] = total.get(months[n], 0.0) + float(counts.values[at, n])
        behind = {one for at in whole for said in counts.statements[at].values() for one in said}
        modes = frozenset(_mode_of(counts.names[at]) for at in whole)
        known = frozenset() if "" in modes else modes
        found[name] = Crossings(total, tuple(sorted(behind)), known)
    return found


def _mode_of(name: str) -> str:
    """The mode in the brackets behind a leg; empty where none is told."""
    return name.rpartition(" (")[2].rstrip(")").casefold() if " (" in name else ""


def _width(counts: Any) -> int:  # noqa: ANN401 - counts of series, periods in the second place
    return int(counts.values.shape[1])


def months_of(every: Sequence[Incident]) -> tuple[str, str] | None:
    """The first and the last month in which an incident is known; None where none is dated."""
    months = [one.day[:7] for one in every if len(one.day) >= len("2025-01")]
    return (min(months), max(months)) if months else None


def within(
    counted: Mapping[str, Crossings], months: tuple[str, str] | None
) -> dict[str, Crossings]:
    """The crossings of the months in which incidents were recorded as well; all where no month is.

    Crossings of years from which no incident was recorded would make the rate too low.
    """
    if months is None:
        return dict(counted)
    first, last = months
    kept = {
        name: replace(known, months={m: n for m, n in known.months.items() if first <= m <= last})
        for name, known in counted.items()
    }
    return {name: known for name, known in kept.items() if known.months}


def years_of(every: Sequence[Incident]) -> float:
    """Years from the first incident's to the last's, both whole; at least one."""
    days = [one.day for one in every if one.day]
    return float(int(max(days)[:4]) - int(min(days)[:4]) + 1) if days else 1.0
