"""Journeys as rows, in the same columns as legs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from headwater.analysis.routes.route_map.journeys import Chain, Journey, weakest
from headwater.analysis.routes.route_map.sightings import Sightings
from headwater.analysis.routes.route_map.tallies import Row, ends, nothing

_EXAMPLES = 3
_READ = ("date", "month", "persons", "network", "group", "report", "status", "weak", "statement")


def journey_rows(
    found: Sightings, told: Iterable[Journey], legs: Sequence[Row]
) -> list[tuple[Row, tuple[str, ...]]]:
    """Each journey as a row, with the statements behind it.

    Args:
        found: What is said of legs.
        told: The journeys, as rows of the sightings.
        legs: The rows of all legs, by number.
    """
    said = {name: found.told[name].to_pylist() for name in _READ}
    return [(_row(found, journey, legs, said), _statements(journey, said)) for journey in told]


Said = Mapping[str, Sequence[Any]]


def _row(
    found: Sightings,
    journey: Journey,
    legs: Sequence[Row],
    said: Said,
) -> Row:
    parts = [legs[leg] for leg in journey.legs]
    whole = (parts[0]["from"], parts[-1]["to"], ", ".join(part["mode"] or "?" for part in parts))
    ids = [part["id"] for part in parts]
    once = sorted({one for chain in journey.sightings for one in chain})
    statements = [[said["statement"][one] for one in chain] for chain in journey.sightings]
    return {
        **ends(found, "journey", " > ".join(ids), whole),
        **nothing(),
        "times_seen": len(journey.sightings),
        "groups": journey.support,
        "reports": len({said["report"][one] for one in once}),
        **_standing(once, said),
        **_span("persons", [said["persons"][one] for one in once]),
        **_dates(journey.sightings, said),
        "networks": sorted({said["network"][one] for one in once} - {""}),
        "legs": ids,
        "examples": statements[:_EXAMPLES],
    }


def _standing(once: Sequence[int], said: Said) -> Row:
    status = [said["status"][one] for one in once]
    return {
        "accepted": status.count("accepted"),
        "proposed": status.count("proposed"),
        "proposed_share": round(status.count("proposed") / len(once), 3),
        "weak_share": round(sum(said["weak"][one] for one in once) / len(once), 3),
    }


def _span(name: str, values: Iterable[float | None]) -> Row:
    given = [value for value in values if value is not None]
    return {f"{name}_min": min(given, default=None), f"{name}_max": max(given, default=None)}


def _dates(chains: Sequence[Chain], said: Said) -> Row:
    """When journeys began and ended, and how many in each month."""
    months: dict[str, list[Chain]] = defaultdict(list)
    for chain in chains:
        months[said["month"][chain[0]]].append(chain)
    undated = len(months.pop("", []))
    return {
        "first": min(filter(None, (said["date"][chain[0]] for chain in chains)), default=""),
        "last": max((said["date"][chain[-1]] for chain in chains), default=""),
        "undated": undated,
        "months": [
            {
                "month": month,
                "times_seen": len(begun),
                "groups": weakest(begun, said["group"]),
                "persons": None,
            }
            for month, begun in sorted(months.items())
        ],
    }


def _statements(journey: Journey, said: Said) -> tuple[str, ...]:
    ids = {said["statement"][one] for chain in journey.sightings for one in chain}
    return tuple(sorted(ids))
