"""What a reader must know before using the route map."""

from collections.abc import Iterable, Iterator, Sequence

import pyarrow.compute as pc

from headwater.analysis.routes.route_map.sightings import FARTHEST_BY_BOAT_KM, Sightings
from headwater.analysis.routes.route_map.tallies import Row

_MOST_NAMED = 10
_INEXACT_KM = 20.0


def caveats(found: Sightings, legs: Sequence[Row]) -> Iterator[str]:
    """The caveats, in full sentences."""
    if not legs:
        yield "No leg of a journey is known in this picture."
        return
    yield "Legs are seen where somebody looks; a leg that is not here may still be in use."
    for count, words in _counts(found, legs):
        if count:
            yield f"{count} {words}"
    yield from _of_boats(found)
    yield from _of_places(found, legs)
    yield from _of_fees(found)


def _counts(found: Sightings, legs: Sequence[Row]) -> tuple[tuple[int, str], ...]:
    undated = sum(row["undated"] for row in legs)
    return (
        (sum(row["groups"] == 1 for row in legs), "legs rest on one independent group of reports."),
        (
            sum(not row["times_seen"] for row in legs),
            "legs are only planned, attempted, alleged or denied, and were not seen.",
        ),
        (
            sum(not (row["from"] and row["to"]) for row in legs),
            "legs lack their beginning or their end.",
        ),
        (undated, "times a leg was seen without a date; they are in no month."),
        (found.below_zero, "numbers of persons or amounts of fees are below zero: left out."),
    )


def _of_boats(found: Sightings) -> Iterator[str]:
    if found.whole:
        named = _named(f"{start} to {end}" for start, end in found.whole)
        yield (
            f"{len(found.whole)} stretches are told by boat though their ends lie more than "
            f"{FARTHEST_BY_BOAT_KM:g} km apart. Only a part of such a journey was by boat, or a "
            "place is wrong: they are shown without a means, and their line is not the way taken: "
            f"{named}."
        )


def _of_places(found: Sightings, legs: Sequence[Row]) -> Iterator[str]:
    unknown = found.places.unknown
    if unknown:
        named = _named([f"{name} ({count})" for name, count in unknown.most_common()])
        yield f"{len(unknown)} places have no known position (ends of legs in brackets): {named}."
    if found.places.shared:
        named = _named(
            f"{name} ({', '.join(countries)})"
            for name, countries in sorted(found.places.shared.items())
        )
        yield f"Names that several known places bear were not given to one of them: {named}."
    vague = {
        row[f"{side}_name"]: row[f"{side}_within_km"]
        for row in legs
        for side in ("from", "to")
        if (row[f"{side}_within_km"] or 0) >= _INEXACT_KM
    }
    if vague:
        named = _named(f"{name} ({within:g} km)" for name, within in sorted(vague.items()))
        yield f"Ends of legs that are known only to within 20 km or more: {named}."


def _of_fees(found: Sightings) -> Iterator[str]:
    """Which fees lack which column, each with its leg and statement."""
    fees = found.fees
    lacking = pc.or_(pc.equal(fees["currency"], ""), pc.equal(fees["fee_basis"], ""))
    loose = fees.filter(lacking)
    loose = loose.sort_by([("fee_statement", "ascending"), ("id", "ascending")])
    if not loose.num_rows:
        return
    named = []
    for fee in loose.slice(0, _MOST_NAMED).to_pylist():
        missing = " and ".join(f"`{name}`" for name in ("currency", "fee_basis") if not fee[name])
        ends = " to ".join(fee[end] or "?" for end in ("from_name", "to_name"))
        named.append(f"{ends} ({fee['fee_statement']}) lacks {missing}")
    rest = [f"{loose.num_rows - len(named)} more"] if loose.num_rows > len(named) else []
    count = f"{loose.num_rows} fees lack a currency or a basis and cannot be compared"
    yield f"{count}: {'; '.join([*named, *rest])}."


def _named(names: Iterable[str]) -> str:
    every = list(names)
    rest = len(every) - _MOST_NAMED
    return ", ".join([*every[:_MOST_NAMED], *([f"{rest} more"] if rest > 0 else [])])
