"""Rows of risk: counts, rates and causes of a unit, by season."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from headwater.analysis.routes.risk.exposure import (
    WHOLE_YEAR,
    Crossings,
    season_of,
    seasons_of_year,
)
from headwater.analysis.routes.risk.incidents import Incident
from headwater.analysis.routes.risk.rates import Rate, rate
from headwater.analysis.routes.risk.snapping import Unit
from headwater.analysis.routes.route_map import folded
from headwater.safeguard import SMALLEST_CELL, suppress_small_cells

Row = dict[str, Any]

_MOST_BEHIND = 200


class Table:
    """Makes the rows of units, each compared with all of them."""

    def __init__(
        self,
        parts: Sequence[Unit],
        counted: Mapping[str, Crossings],
        years: float,
        parameters: Mapping[str, Any],
    ) -> None:
        """Take all units, the crossings by folded name, and how many years incidents span."""
        self._counted = counted
        self._years = years
        self._seasons = parameters["seasons"]
        self._rng = np.random.default_rng(parameters["seed"])
        every = [one for unit in parts for one in unit.incidents if one.counts]
        self._over_time = ([one.dead for one in every], max(len(parts), 1) * years)
        exposed = [unit for unit in parts if self._crossings(unit)]
        dead = [one.dead for unit in exposed for one in self._exposed(unit, WHOLE_YEAR)]
        whole = sum(self._over(unit, WHOLE_YEAR) or 0.0 for unit in exposed)
        self._over_crossings = (dead, max(whole / 1000, 1e-9))

    def rows_of(self, unit: Unit) -> Iterator[Row]:
        """The whole year, and each season in which something happened or was counted."""
        yield self._row(unit, WHOLE_YEAR)
        for season in seasons_of_year(self._seasons):
            if self._of(unit, season) or self._over(unit, season):
                yield self._row(unit, season)

    def evidence(self, unit: Unit, *, counts: bool = True) -> tuple[str, ...]:
        """The statements behind a unit's rows; those of incidents only where they count."""
        every = unit.incidents if counts else []
        said = [name for one in every for name in one.statements][:_MOST_BEHIND]
        known = self._crossings(unit)
        behind = {*said, *unit.statements[:_MOST_BEHIND], *(known.statements if known else ())}
        return tuple(sorted(behind))

    def _crossings(self, unit: Unit) -> Crossings | None:
        return self._counted.get(folded(unit.name))

    def _over(self, unit: Unit, season: str) -> float | None:
        known = self._crossings(unit)
        return known.over(season, self._seasons) if known else None

    def _of(self, unit: Unit, season: str) -> list[Incident]:
        return [
            one
            for one in unit.incidents
            if one.counts and (season == WHOLE_YEAR or self._season(one) == season)
        ]

    def _season(self, one: Incident) -> str:
        dated = len(one.day) >= len("2025-01")
        return season_of(int(one.day[5:7]), self._seasons) if dated else ""

    def _exposed(self, unit: Unit, season: str) -> list[Incident]:
        """Those of months in which crossings were counted as well, by a mode that fits."""
        known = self._crossings(unit)
        return [
            one
            for one in self._of(unit, season)
            if known and one.day[:7] in known.months and known.fits(one.cause)
        ]

    def _row(self, unit: Unit, season: str) -> Row:
        found = self._of(unit, season)
        dead = [one.dead for one in found]
        over = self._over(unit, season)
        known = self._crossings(unit)
        counted = sum(one.dead for one in self._exposed(unit, season))
        return {
            "kind": unit.kind,
            "name": unit.name,
            "season": season,
            "deaths": sum(dead),
            "incidents": len(found),
            "largest": max(dead, default=0.0),
            "crossings": over,
            "rate_deaths": counted if over else None,
            "rate_months": known.span(season, self._seasons) if known else "",
            **_named("per_1000", self._per_1000(unit, season, over)),
            **_named("a_season", self._a_season(dead, season)),
            "causes": _causes(found),
            "together": sum(x.dead for x in unit.incidents if not x.counts),
            "exposure": known.words if known else "no exposure known",
            "first": min((one.day for one in found if one.day), default=""),
            "last": max((one.day for one in found if one.day), default=""),
            "from_lat": unit.start.latitude,
            "from_lon": unit.start.longitude,
            "to_lat": unit.end.latitude,
            "to_lon": unit.end.longitude,
            "id": f"{unit.kind}|{unit.name}|{season}",
        }

    def _per_1000(self, unit: Unit, season: str, over: float | None) -> Rate | None:
        if not over:
            return None
        dead = [one.dead for one in self._exposed(unit, season)]
        return rate(dead, over / 1000, self._over_crossings, self._rng)

    def _a_season(self, dead: Sequence[float], season: str) -> Rate | None:
        """Expected deaths of one season; a year is parted into as many as there are."""
        every, years = self._over_time
        if not every:
            return None
        parts = 1 if season == WHOLE_YEAR else len(seasons_of_year(self._seasons))
        return rate(dead, self._years, (every, years * parts), self._rng)


def _named(name: str, found: Rate | None) -> Row:
    low, mean, high = found or (None, None, None)
    values = {f"{name}_low": low, name: mean, f"{name}_high": high}
    return {key: None if value is None else round(value, 3) for key, value in values.items()}


def _causes(found: Sequence[Incident]) -> list[dict[str, Any]]:
    deaths: Counter[str] = Counter()
    for one in found:
        deaths[one.cause] += int(one.dead)
    return [{"cause": cause, "deaths": count} for cause, count in deaths.most_common() if count]


def withheld(rows: Sequence[Row]) -> list[Row]:
    """The rows as they may leave the node: what counts fewer than five people is not told.

    Nor is anything from which such a number could be worked out: seasons, the deaths without a
    date, the worst incident, causes, and the days of incidents.
    """
    units: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        units[row["kind"], row["name"]].append(row)
    hidden = set().union(*(_hidden(of_unit) for of_unit in units.values()))
    parted = {unit: _parted(of_unit, hidden) for unit, of_unit in units.items()}
    return [
        _withheld(row, gone=row["id"] in hidden, parted=parted[row["kind"], row["name"]])
        for row in rows
    ]


def _seasons(rows: Sequence[Row]) -> list[Row]:
    """The seasons of a unit, and what happened on no day that is known."""
    seasons = [row for row in rows if row["season"] != WHOLE_YEAR]
    if not seasons:
        return []
    lost: Row = {"id": ""}
    for name in ("deaths", "incidents"):
        lost[name] = rows[0][name] - sum(row[name] for row in seasons)
    return [*seasons, *([lost] if lost["incidents"] else [])]


def _hidden(rows: Sequence[Row]) -> set[str]:
    """Ids of a unit's rows whose deaths are not told; empty for those without a date."""
    whole = {rows[0]["id"]} if rows[0]["deaths"] < SMALLEST_CELL else set()
    cells = [{"id": row["id"], "deaths": row["deaths"]} for row in _seasons(rows)]
    told = suppress_small_cells(cells, "deaths")
    return whole | {cell["id"] for cell in told if cell["deaths"] is None}


def _parted(rows: Sequence[Row], hidden: set[str]) -> bool:
    """Whether a part of a unit's year is not told, so that nothing may be taken from the whole."""
    return any(row["id"] in hidden or _small(row["incidents"]) for row in _seasons(rows))


def _small(count: float) -> bool:
    return 0 < count < SMALLEST_CELL


def _withheld(row: Row, *, gone: bool, parted: bool) -> Row:
    told = row | {"first": "", "last": "", "causes": []}
    told["together"] = None if _small(row["together"]) else row["together"]
    if gone:
        numbers = [name for name in row if name.startswith(("per_1000", "a_season"))]
        return told | dict.fromkeys(["deaths", "incidents", "largest", "rate_deaths", *numbers])
    whole = row["season"] == WHOLE_YEAR
    if _small(row["incidents"]) or (parted and not whole):
        told["incidents"] = None
    rest = row["deaths"] - row["largest"]
    # The worst beside the sum tells whether there was one incident.
    if told["incidents"] is None or parted or _small(row["largest"]) or _small(rest):
        told["largest"] = None
    of_rate = row["rate_deaths"] or 0.0
    if _small(of_rate) or _small(row["deaths"] - of_rate) or (parted and of_rate != row["deaths"]):
        told |= dict.fromkeys(["rate_deaths", "per_1000_low", "per_1000", "per_1000_high"])
    if whole:  # causes by season beside those of the year would give small ones away
        cells = suppress_small_cells(row["causes"], "deaths")
        told["causes"] = [one for one in cells if one["deaths"] is not None]
    return told
