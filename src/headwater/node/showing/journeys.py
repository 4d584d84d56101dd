"""Journeys: legs that were seen, for a map, a timeline and a table."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

import pyarrow.compute as pc

from headwater.model import Finding
from headwater.node.showing.packing import packed
from headwater.picture import Picture

MOST_SEEN = 3_000
"""Sightings that a timeline shows, the latest."""

_SEEN = ["id", "from_name", "to_name", "mode", "modality", "date", "date_to", "statement"]


def legs_of(finding: Finding) -> list[dict[str, Any]]:
    """The legs among the rows of `routes.map`, most independent groups first."""
    legs = [row for row in finding.rows if row["kind"] == "leg"]
    return sorted(legs, key=lambda row: (-row["groups"], -row["times_seen"], row["id"]))


def map_of(finding: Finding, shifts: Iterable[Mapping[str, Any]], number: int) -> dict[str, Any]:
    """What a map shows, in the shape of `<hw-map>`.

    Args:
        finding: What `routes.map` found.
        shifts: Rows of `routes.shift`; they say which legs are used more or less.
        number: Number of the run that found it, where each leg leads.
    """
    change = {row["series"]: row["change"] for row in shifts if row.get("change")}
    legs = legs_of(finding)
    places: dict[str, dict[str, Any]] = {}
    for row in legs:
        for end in ("from", "to"):
            places.setdefault(row[end], _place(row, end))
    return {
        "places": list(places.values()),
        "legs": [_leg(row, change.get(_series(row)), number) for row in legs],
    }


def timeline_of(picture: Picture) -> dict[str, Any]:
    """When legs were seen, in the shape of `<hw-timeline>`: the latest `MOST_SEEN` sightings."""
    rows = picture.legs
    dated = rows.filter(pc.not_equal(rows["date"], "")).select(_SEEN)
    latest = dated.sort_by([("date", "descending"), ("id", "ascending")]).slice(0, MOST_SEEN)
    events: dict[str, dict[str, Any]] = {}
    for row in latest.to_pylist():  # a leg with several fees stands there several times
        events.setdefault(row["id"], _event(row))
    return {"events": list(events.values())}


def packed_timeline(picture: Picture) -> bytes:
    """The same, packed for a page."""
    return packed(timeline_of(picture))


def _event(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": row["id"],
        "date": row["date"][:10],
        "end": row["date_to"][:10] or None,
        "kind": row["modality"] or "done",
        "label": _series(row),
        "href": f"/statements?id={quote(row['statement'], safe='')}",
    }


def _place(row: Mapping[str, Any], end: str) -> dict[str, Any]:
    within = row[f"{end}_within_km"]
    return {
        "id": row[end],
        "name": row[f"{end}_name"] or "?",
        "lat": row[f"{end}_lat"],
        "lon": row[f"{end}_lon"],
        "certain": within is not None and within <= _CERTAIN_KM,
    }


_CERTAIN_KM = 25.0


def _leg(row: Mapping[str, Any], change: float | None, number: int) -> dict[str, Any]:
    return {
        "id": row["id"],
        "from": row["from"],
        "to": row["to"],
        "mode": row["mode"] or None,
        "persons": row["persons_max"],
        "groups": row["groups"],
        "first": row["first"] or None,
        "last": row["last"] or None,
        "change": change,
        "href": f"/findings/{number}/behind?row={quote(row['id'], safe='')}",
    }


def _series(row: Mapping[str, Any]) -> str:
    """The name of a leg as `routes.shift` counts it."""
    mode = f" ({row['mode']})" if row["mode"] else ""
    return f"{row['from_name'] or '?'} > {row['to_name'] or '?'}{mode}"
