"""Rows of risk: counts, rates and causes of a unit, by season."""

from collections import Counter
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

    def evidence(self, unit: Unit) -> tuple[str, ...]:
        """The statements behind a unit's rows."""
        said = [name for one in unit.incidents for name in one.statements][:_MOST_BEHIND]
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
        """Those of months in which crossings were counted as well."""
        known = self._crossings(unit)
        return [one for one in self._of(unit, season) if known and one.day[:7] in known.months]

    def _row(self, unit: Unit, season: str) -> Row:
        found = self._of(unit, season)
        dead = [one.dead for one in found]
        over = self._over(unit, season)
        return {
            "kind": unit.kind,
            "name": unit.name,
            "season": season,
            "deaths": sum(dead),
            "incidents": len(found),
            "largest": max(dead, default=0.0),
            "crossings": over,
            **_named("per_1000", self._per_1000(unit, season, over)),
            **_named("a_season", self._a_season(dead, season)),
            "causes": _causes(found),
            "together": sum(x.dead for x in unit.incidents if not x.counts),
            "exposure": "counted crossings" if over is not None else "no exposure known",
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

    Nor are seasons from which such a number could be worked out, nor the days of incidents.
    """
    cells = [{name: row[name] for name in ("kind", "name", "id", "deaths")} for row in rows]
    whole = [cell for cell in cells if cell["id"].endswith(WHOLE_YEAR)]
    seasons = [cell for cell in cells if not cell["id"].endswith(WHOLE_YEAR)]
    told = [
        *suppress_small_cells(whole, "deaths", total_shown=False),
        *suppress_small_cells(seasons, "deaths", within=("kind", "name")),
    ]
    small = {cell["id"] for cell in told if cell["deaths"] is None}
    return [_withheld(row, whole=row["id"] in small) for row in rows]


def _small(count: float) -> bool:
    return 0 < count < SMALLEST_CELL


def _withheld(row: Row, *, whole: bool) -> Row:
    told = row | {"first": "", "last": ""}
    told["together"] = None if _small(row["together"]) else row["together"]
    if whole:
        numbers = [name for name in row if name.startswith(("per_1000", "a_season"))]
        return told | dict.fromkeys(["deaths", "incidents", "largest", *numbers]) | {"causes": []}
    for name in ("incidents", "largest"):
        told[name] = None if _small(row[name]) else row[name]
    few = [one for one in row["causes"] if _small(one["deaths"])]
    told["causes"] = [one for one in row["causes"] if one not in few] if len(few) != 1 else []
    return told
