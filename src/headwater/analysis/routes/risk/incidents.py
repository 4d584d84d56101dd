"""Incidents in which people died or went missing: from a table, and from what reports tell.

A record of several days together (`cumulative`) is no incident, and the parts of one that was
split are one. What reports tell of one day and place is one incident, the largest number counts.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from headwater.analysis.grades import is_weak
from headwater.analysis.routes.risk.causes import UNKNOWN, cause_of
from headwater.model import Refused, parse_period
from headwater.picture import Picture

_SAME_KM = 25.0
_SAME_DAYS = 1
_KM_A_DEGREE = 111.2
_NO_REGION = ("", "undefined", "unknown", "other")
_COUNTED = ("deadAndMissing", "dead", "missing")
_READ = frozenset({*_COUNTED, "place", "latitude", "longitude", "date", "startDate", "cause"})


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident, in aggregate: never who.

    Attributes:
        day: Date, ISO; empty where none is given.
        latitude: Degrees north, or None.
        longitude: Degrees east, or None.
        place: Id of the place, where one is told.
        region: Route or country that the source gives.
        dead: People dead and missing.
        cause: One of a few words.
        statements: What stands behind it.
        counts: Whether it is an incident; False for a record of several together.
        own: Whether reports told it, and not a table.
    """

    day: str
    latitude: float | None
    longitude: float | None
    place: str
    region: str
    dead: float
    cause: str
    statements: tuple[str, ...]
    counts: bool = True
    own: bool = False

    @property
    def placed(self) -> bool:
        """Whether its position is known."""
        return self.latitude is not None and self.longitude is not None


@dataclass(slots=True)
class Incidents:
    """All incidents, and what could not be used of them."""

    found: list[Incident]
    caveats: list[str] = field(default_factory=list)


def incidents(picture: Picture, parameters: Mapping[str, Any], *, weak: bool = True) -> Incidents:
    """Gather the incidents of a picture.

    Args:
        picture: The picture.
        parameters: As settled.
        weak: Whether weak grades count.
    """
    known = Incidents([])
    tabled = _whole(_tabled(picture, known), known)
    told = _told(picture, parameters, weak=weak and not parameters["drop_weak"])
    known.found = _once([*tabled, *told], known)
    return known


def _tabled(picture: Picture, known: Incidents) -> list[tuple[Incident, bool]]:
    """The rows of a plain file that can be used, each with whether it is a part of one."""
    table = picture.tables.get("given_incidents")
    if table is None:
        return []
    file = _file_of(picture)
    rows, bad = [], 0
    for number, row in enumerate(table.to_pylist(), start=1):
        latitude, longitude, dead = (_number(row[n]) for n in ("lat", "lon", "dead_and_missing"))
        if dead is None or dead < 0 or not _on_earth(latitude, longitude):
            bad += 1
            continue
        kind = row.get("record_type", "").casefold()
        one = Incident(
            day=_day(row["date"]),
            latitude=latitude,
            longitude=longitude,
            place="",
            region=_region(row),
            dead=dead,
            cause=cause_of(row["cause"]),
            statements=(f"{file}#{number}.1",),
            counts="cumulative" not in kind,
        )
        rows.append((one, "split" in kind))
    if bad:
        known.caveats.append(
            f"{bad} incidents have no position on earth or no number of dead and missing from 0 "
            "up: left out."
        )
    return rows


def _region(row: Mapping[str, str]) -> str:
    """The route that a source gives, else the country."""
    given = (row.get(name, "").strip() for name in ("route", "region", "country"))
    return next((one for one in given if one.casefold() not in _NO_REGION), "")


def _file_of(picture: Picture) -> str:
    reports = picture.reports
    named = pc.equal(reports["title"], "plain file of incidents")
    files = reports.filter(named)["urn"].to_pylist()
    return str(files[0]) if files else "incidents"


def _whole(rows: Iterable[tuple[Incident, bool]], known: Incidents) -> list[Incident]:
    """The parts of an incident that was split, put together; they bear one date and cause."""
    whole, parts = [], defaultdict(list)
    for one, split in rows:
        if split:
            parts[one.day, one.cause, one.region].append(one)
        else:
            whole.append(one)
    for same in parts.values():
        largest = max(same, key=lambda one: one.dead)
        behind = tuple(name for one in same for name in one.statements)
        dead = sum(one.dead for one in same)
        whole.append(replace(largest, dead=dead, statements=behind))
    several = sum(not one.counts for one in whole)
    if several:
        known.caveats.append(
            f"{several} records tell of several incidents together (cumulative): they are in no "
            "rate and no season, and are told apart."
        )
    return whole


def _told(picture: Picture, parameters: Mapping[str, Any], *, weak: bool) -> list[Incident]:
    """The incidents that reports tell as done."""
    said = picture.statements
    keep = pc.and_(pc.equal(said["schema"], "Incident"), pc.equal(said["modality"], "done"))
    if parameters["accepted_only"]:
        keep = pc.and_(keep, pc.equal(said["status"], "accepted"))
    keep = pc.and_(keep, pc.is_in(said["property"], value_set=pa.array(sorted(_READ))))
    said = said.filter(keep)
    if not weak:
        said = said.filter(pc.invert(is_weak(said["grade"])))
    places = {row["id"]: row for row in picture.places.to_pylist()}
    grouped: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for row in said.select(["id", "entity", "property", "value"]).to_pylist():
        grouped[row["entity"]].setdefault(row["property"], (row["value"], row["id"]))
    found = (_own(told, places) for told in grouped.values())
    return [one for one in found if one is not None]


def _own(
    told: Mapping[str, tuple[str, str]], places: Mapping[str, Mapping[str, Any]]
) -> Incident | None:
    values = {name: value for name, (value, _) in told.items()}
    numbers = {name: _number(values.get(name, "")) for name in _COUNTED}
    both = [n for n in (numbers["dead"], numbers["missing"]) if n is not None]
    dead = numbers["deadAndMissing"] if numbers["deadAndMissing"] is not None else sum(both)
    if dead < 0 or (numbers["deadAndMissing"] is None and not both):
        return None
    place = values.get("place", "")
    where = places.get(place, {})
    latitude, longitude = (
        own if (own := _number(values.get(name, ""))) is not None else where.get(short)
        for name, short in (("latitude", "lat"), ("longitude", "lon"))
    )
    known = _on_earth(latitude, longitude)
    return Incident(
        day=_day(values.get("date") or values.get("startDate") or ""),
        latitude=latitude if known else None,
        longitude=longitude if known else None,
        place=place,
        region=str(where.get("country") or ""),
        dead=dead,
        cause=cause_of(values.get("cause", "")),
        statements=tuple(sorted(name for _, name in told.values())),
        own=True,
    )


def _once(every: Iterable[Incident], known: Incidents) -> list[Incident]:
    """What reports tell of one day and place, and what a table has of it, is one incident."""
    kept: list[Incident] = []
    by_day: dict[int, list[int]] = defaultdict(list)
    again = 0
    for one in sorted(every, key=lambda one: (one.own, -one.dead, one.day, one.statements)):
        day = _ordinal(one.day)
        near = range(day - _SAME_DAYS, day + _SAME_DAYS + 1) if one.own and day else ()
        same = next((at for d in near for at in by_day[d] if _same(one, kept[at])), None)
        if same is not None:
            again += 1
            behind = (*kept[same].statements, *one.statements)
            cause = one.cause if kept[same].cause == UNKNOWN else kept[same].cause
            kept[same] = replace(kept[same], statements=behind, cause=cause)
            continue
        by_day[day].append(len(kept))
        kept.append(one)
    if again:
        known.caveats.append(
            f"{again} reports of an incident agree in day and place with another: one incident, "
            "of which the table's or the largest number counts; nothing is added."
        )
    return kept


def _same(one: Incident, other: Incident) -> bool:
    if one.place and one.place == other.place:
        return True
    if not (one.placed and other.placed):
        return False
    north = (one.latitude or 0.0) - (other.latitude or 0.0)
    narrow = math.cos(math.radians(one.latitude or 0.0))
    east = ((one.longitude or 0.0) - (other.longitude or 0.0)) * narrow
    return math.hypot(north, east) * _KM_A_DEGREE <= _SAME_KM


def _ordinal(day: str) -> int:
    return parse_period(day).earliest.toordinal() if len(day) == len("2025-01-01") else 0


def _day(text: str) -> str:
    """A date in ISO form; empty where it is none."""
    try:
        return parse_period(text.strip()).text[:10]
    except Refused:
        return ""


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _on_earth(latitude: float | None, longitude: float | None) -> bool:
    if latitude is None or longitude is None:
        return False
    return abs(latitude) <= 90 and abs(longitude) <= 180
