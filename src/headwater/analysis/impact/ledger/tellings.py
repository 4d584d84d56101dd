"""Tellings: what an agency says of a disruption, from statements or from a file of operations."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from headwater.analysis.grades import is_weak
from headwater.model import Period, Refused, parse_period
from headwater.picture import Picture

_STATED = {
    "kind": "kind",
    "name": "kind",
    "level": "level",
    "network": "group",
    "agency": "agency",
    "place": "place",
    "case": "case",
    "series": "series",
}
"""Properties of a disruption, with the part of a telling that each gives."""

_PARTS = ("kind", "level", "group", "agency", "place", "case", "series")


class Telling(NamedTuple):
    """What was told of one disruption under one id; each part a tuple of words, mostly one.

    Attributes:
        id: The id it was told under.
        date: When.
        kind: What was done.
        level: major, moderate or minor, as told.
        group: The groups that it struck.
        agency: Who took part.
        place: Where.
        case: Cases that it belongs to.
        series: Series that it was to change.
        statements: What stands behind it.
    """

    id: str
    date: Period
    kind: tuple[str, ...]
    level: tuple[str, ...]
    group: tuple[str, ...]
    agency: tuple[str, ...]
    place: tuple[str, ...]
    case: tuple[str, ...]
    series: tuple[str, ...]
    statements: tuple[str, ...]


def tellings(
    picture: Picture, parameters: Mapping[str, Any], caveats: list[str], *, weak: bool = True
) -> list[Telling]:
    """All disruptions told, in the order of dates; those without one are named.

    Args:
        picture: The picture.
        parameters: As settled: accepted_only, drop_weak.
        caveats: What could not be used is added here.
        weak: Whether weak grades count.
    """
    strong = parameters["drop_weak"] or not weak
    bad: list[str] = []
    found = [
        one
        for key, date, parts, behind in (
            *_stated(picture, strong, accepted=parameters["accepted_only"]),
            *_listed(picture, strong),
        )
        if (one := _telling(key, date, parts, behind, bad))
    ]
    if bad:
        caveats.append(f"{len(bad):,} disruptions have no date and are left out: {', '.join(bad)}.")
    return sorted(found, key=lambda one: (one.date, one.id, one.statements))


_Raw = tuple[str, str, dict[str, list[str]], list[str]]


def _telling(
    key: str, date: str, parts: Mapping[str, Iterable[str]], behind: list[str], bad: list[str]
) -> Telling | None:
    try:
        period = parse_period(date)
    except Refused:
        bad.append(key)
        return None
    told = {part: tuple(dict.fromkeys(filter(None, parts.get(part, ())))) for part in _PARTS}
    return Telling(key, period, statements=tuple(behind), **told)


def _stated(picture: Picture, strong: bool, *, accepted: bool) -> list[_Raw]:
    """Disruptions from statements; groups, agencies and places by the names of their entities."""
    table = picture.statements
    keep = pc.and_(pc.equal(table["schema"], "Disruption"), pc.equal(table["modality"], "done"))
    if accepted:
        keep = pc.and_(keep, pc.equal(table["status"], "accepted"))
    if strong:
        keep = pc.and_(keep, pc.invert(is_weak(table["grade"])))
    rows = table.select(["id", "entity", "property", "value"]).filter(keep).to_pylist()
    called = _called(picture, {row["value"] for row in rows})
    held: dict[str, _Raw] = {}
    for row in rows:
        key = row["entity"]
        date, parts, behind = held.get(key, (key, "", defaultdict(list), []))[1:]
        if row["property"] in ("date", "startDate"):
            date = date or row["value"]
        elif part := _STATED.get(row["property"]):
            parts[part].append(called.get(row["value"], row["value"]))
        behind.append(row["id"])
        held[key] = (key, date, parts, behind)
    return list(held.values())


def _called(picture: Picture, ids: set[str]) -> dict[str, str]:
    """Names of entities by their ids; empty for whoever is protected."""
    entities = picture.entities
    found = entities.filter(pc.is_in(entities["id"], value_set=pa.array(sorted(ids), pa.string())))
    names = pc.if_else(found["protected"], "", found["caption"])
    return dict(zip(found["id"].to_pylist(), names.to_pylist(), strict=True))


def _listed(picture: Picture, strong: bool) -> list[_Raw]:
    """Disruptions from a plain file of operations, whose further columns may say more."""
    table = picture.tables.get("given_operations")
    if table is None:
        return []
    if strong and "grade" in table.column_names:
        weak = is_weak(table["grade"]).to_pylist()
    else:
        weak = [False] * table.num_rows
    named = pc.equal(picture.reports["title"], "plain file of operations")
    file = (picture.reports.filter(named)["urn"].to_pylist() or ["operations"])[0]
    found = []
    for number, (row, dropped) in enumerate(zip(table.to_pylist(), weak, strict=True), 1):
        if not dropped and any(row.values()):
            parts = {part: row.get(part, "").split("|") for part in _PARTS}
            stripped = {part: [one.strip() for one in held] for part, held in parts.items()}
            date = row["date"] or row["end"]
            found.append((row["id"] or f"{file}#{number}", date, stripped, [f"{file}#{number}.1"]))
    return found
