"""Snapping: which leg, else which place, else which region an incident belongs to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from headwater.analysis.routes.risk.incidents import Incident
from headwater.analysis.routes.route_map import Sightings, Spot, folded

Array: TypeAlias = NDArray[np.float64]
_EARTH_KM = 6371.0
_CELL = 5  # degrees
_SAME_WAY_KM = 2.0  # legs no farther apart than this from an incident are equally near


@dataclass(slots=True)
class Unit:
    """What a rate is told of.

    Attributes:
        kind: leg, place or region.
        name: Its name; a leg's is its stretch, whatever the mode.
        start: Where a leg begins, or the place.
        end: Where a leg ends.
        statements: What tells of it.
        incidents: What happened there.
    """

    kind: str
    name: str
    start: Spot
    end: Spot
    statements: list[str] = field(default_factory=list)
    incidents: list[Incident] = field(default_factory=list)


def units(found: Sightings, happened: Sequence[Incident], within_km: float) -> list[Unit]:
    """All legs, and the places and regions of incidents that lie on none.

    An incident belongs to the nearest leg, if it is no farther from the great circle between the
    leg's ends than `within_km` and what the ends may lie off; else to the place that is told, else
    to the nearest place no farther than that; else to its region.
    """
    legs = _legs(found)
    ways = [unit for unit in legs if unit.start.placed and unit.end.placed]
    nearest = _nearest(happened, ways, within_km)
    spots = {spot.id: spot for unit in legs for spot in (unit.start, unit.end) if spot.id}
    other: dict[tuple[str, str], Unit] = {}
    for at, one in enumerate(happened):
        if at in nearest:
            ways[nearest[at]].incidents.append(one)
            continue
        unit = _elsewhere(one, spots, within_km)
        other.setdefault((unit.kind, folded(unit.name)), unit).incidents.append(one)
    return [*legs, *(other[key] for key in sorted(other))]


def _legs(found: Sightings) -> list[Unit]:
    """One unit for each stretch that was told of."""
    nowhere = Spot("", "")
    told: dict[int, list[str]] = defaultdict(list)
    for leg, name in zip(
        found.told["leg"].to_pylist(), found.told["statement"].to_pylist(), strict=True
    ):
        told[leg].append(name)
    legs: dict[tuple[str, str], Unit] = {}
    for at, (start, end, _) in enumerate(found.legs):
        first, last = (found.spots.get(one, nowhere) for one in (start, end))
        name = f"{first.name or '?'} > {last.name or '?'}"
        unit = legs.setdefault((start, end), Unit("leg", name, first, last))
        unit.statements += told[at]
    return list(legs.values())


def _elsewhere(one: Incident, spots: Mapping[str, Spot], within_km: float) -> Unit:
    """The place or region of an incident that lies on no leg."""
    nowhere = Spot("", "")
    if one.place in spots:
        spot = spots[one.place]
        return Unit("place", spot.name, spot, nowhere)
    placed = [spot for spot in spots.values() if spot.placed]
    if one.placed and placed:
        away = _km(_vector([_point(one)]), _vector([_point(spot) for spot in placed]))[0]
        at = int(np.argmin(away))
        if away[at] <= within_km + (placed[at].within_km or 0.0):
            return Unit("place", placed[at].name, placed[at], nowhere)
    if one.region or not one.placed:
        return Unit("region", one.region or "place not told", nowhere, nowhere)
    south, west = (int(np.floor(degrees / _CELL)) * _CELL for degrees in _point(one))
    name = f"{south} to {south + _CELL} north, {west} to {west + _CELL} east"
    return Unit("region", name, nowhere, nowhere)


def _nearest(
    happened: Sequence[Incident], ways: Sequence[Unit], within_km: float
) -> dict[int, int]:
    """For each incident near a leg the number of that leg.

    One that begins or ends at the place told comes first, then the nearest; of equally near ones
    the more told, then the shorter.
    """
    placed = [at for at, one in enumerate(happened) if one.placed]
    if not (placed and ways):
        return {}
    points = _vector([_point(happened[at]) for at in placed])
    starts, ends = (_vector([_point(spot) for spot in side]) for side in _sides(ways))
    slack = [max(u.start.within_km or 0.0, u.end.within_km or 0.0) for u in ways]
    limit = within_km + np.array(slack)
    best = np.full(len(placed), np.inf)
    chosen = np.full(len(placed), -1)
    told = np.array([len(unit.statements) for unit in ways])
    length = np.arccos(np.clip(np.sum(starts * ends, axis=1), -1, 1))
    named = np.full(len(placed), False)
    for way in np.lexsort((length, -told)).tolist():
        away = segment_km(points, starts[way], ends[way])
        at_end = np.array([_ends_at(ways[way], happened[at].place) for at in placed])
        nearer = (at_end & ~named) | ((at_end == named) & (away < best - _SAME_WAY_KM))
        nearer &= away <= limit[way]
        best[nearer], chosen[nearer], named[nearer] = away[nearer], way, at_end[nearer]
    return {placed[at]: int(way) for at, way in enumerate(chosen) if way >= 0}


def _ends_at(way: Unit, place: str) -> bool:
    """Whether a leg begins or ends at the place that the report of an incident names."""
    return bool(place) and place in (way.start.id, way.end.id)


def _sides(ways: Sequence[Unit]) -> tuple[list[Spot], list[Spot]]:
    return [unit.start for unit in ways], [unit.end for unit in ways]


def _point(one: Any) -> tuple[float, float]:  # noqa: ANN401 - an incident or a place
    return float(one.latitude or 0.0), float(one.longitude or 0.0)


def _vector(points: Iterable[tuple[float, float]]) -> Array:
    """Points of the earth, in degrees, as vectors of length one."""
    north, east = np.radians(np.array(list(points))).T
    flat = np.cos(north)
    return np.stack([flat * np.cos(east), flat * np.sin(east), np.sin(north)], axis=1)


def _km(points: Array, others: Array) -> Array:
    away: Array = _EARTH_KM * np.arccos(np.clip(points @ others.T, -1, 1))
    return away


def segment_km(points: Array, start: Array, end: Array) -> Array:
    """Distance of points from the shortest way between two points on the globe, in km.

    All as vectors of length one. Beyond an end of the way it is the distance from that end.
    """
    ends = np.minimum(_km(points, start[None])[:, 0], _km(points, end[None])[:, 0])
    pole = np.cross(start, end)
    length = float(np.linalg.norm(pole))
    if length < 1e-9:
        return ends
    pole = pole / length
    across = points @ pole
    foot = points - across[:, None] * pole
    beside = (np.cross(start, foot) @ pole >= 0) & (np.cross(foot, end) @ pole >= 0)
    return np.where(beside, _EARTH_KM * np.abs(np.arcsin(np.clip(across, -1, 1))), ends)
