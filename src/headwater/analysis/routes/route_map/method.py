"""routes.map: the legs that were told, on known places, and the journeys they make together."""

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow.compute as pc

from headwater.analysis.grades import WEAK
from headwater.analysis.routes.route_map.caveats import caveats
from headwater.analysis.routes.route_map.journeys import journeys
from headwater.analysis.routes.route_map.sightings import Sightings, sightings
from headwater.analysis.routes.route_map.stages import journey_rows
from headwater.analysis.routes.route_map.tallies import Row, evidence_of, tallies
from headwater.model import Finding, Method, Output, Parameter
from headwater.picture import Picture

METHOD = Method(
    id="routes.map",
    version="3",
    question="Which legs of journeys were seen, by which means, at what fee, when, and which of "
    "them are travelled one after the other?",
    parameters=(
        Parameter("accepted_only", "flag", False, "Leave out legs that nobody has accepted."),
        Parameter("drop_weak", "flag", False, f"Leave out weak grades: {WEAK}."),
        Parameter("top", "int", 0, "Number of legs, and of journeys; 0 gives all.", 0, 10_000_000),
        Parameter("support", "int", 2, "Independent groups a journey needs; 0: none.", 0, 1_000),
        Parameter("days", "int", 3, "Most days from one leg of a journey to the next.", 0, 365),
        Parameter("longest", "int", 5, "Most legs of a journey.", 2, 10),
    ),
    outputs=(
        Output("kind", "text", "leg, or journey: legs one after the other."),
        Output("id", "text", "The leg: from, to and mode with | between; a journey's with > ."),
        Output("from", "text", "Id of the place it begins at; empty where it is not said."),
        Output("to", "text", "Id of the place it ends at; empty where it is not said."),
        Output("mode", "text", "Means of transport; empty where not said; a journey's in order."),
        Output("from_name", "text", "Name of the place it begins at."),
        Output("from_lat", "number", "Degrees north of where it begins; null where not known."),
        Output("from_lon", "number", "Degrees east of where it begins; null where not known."),
        Output(
            "from_within_km",
            "number",
            "How far from there it may begin; null: not known. Of a border "
            "told without a point: how far from its line.",
        ),
        Output("to_name", "text", "Name of the place it ends at."),
        Output("to_lat", "number", "Degrees north of where it ends; null where not known."),
        Output("to_lon", "number", "Degrees east of where it ends; null where not known."),
        Output("to_within_km", "number", "How far from there it may end; null: not known."),
        Output("times_seen", "count", "Times told as done; of a journey, times put together."),
        Output("groups", "count", "Independent groups behind it; a journey's weakest leg's."),
        Output("reports", "count", "Reports that tell it as done."),
        Output("attempted", "count", "Times told as attempted; not counted as seen."),
        Output("planned", "count", "Times told as planned or projected; not counted as seen."),
        Output("alleged", "count", "Times told as alleged; not counted as seen."),
        Output("denied", "count", "Times denied; not counted as seen."),
        Output("accepted", "count", "Statements of it that a person stands behind."),
        Output("proposed", "count", "Statements of it that nobody has accepted yet."),
        Output("proposed_share", "number", "Share of its tellings that nobody has accepted."),
        Output("weak_share", "number", "Share of its tellings with a weak grade."),
        Output("persons_min", "number", "Fewest people seen moved at once; null where not said."),
        Output("persons_max", "number", "Most people seen moved at once; null where not said."),
        Output("hours_min", "number", "Shortest time on the way, hours; null where not said."),
        Output("hours_max", "number", "Longest time on the way, hours; null where not said."),
        Output("first", "text", "First date seen, ISO; empty where no date is given."),
        Output("last", "text", "Last date seen, ISO; empty where no date is given."),
        Output("undated", "count", "Times seen without a date."),
        Output(
            "months",
            "list",
            "Months in which it began: times, groups, persons; persons are "
            "the sum over days of the largest number told of each day.",
        ),
        Output("networks", "list", "Names of the networks said to run it."),
        Output(
            "fees",
            "list",
            "Range of fees, one for each currency and basis, never mixed; a "
            "journey has none of its own.",
        ),
        Output("conflicts", "list", "Fees in one currency and basis whose ranges do not meet."),
        Output("legs", "list", "Ids of a journey's legs, in order; empty for a leg."),
        Output("examples", "list", "Statements of a few times that a journey was put together."),
    ),
    inputs=("legs", "people"),
    cost="legs; places with a position squared; for journeys, legs that follow each other",
    not_for="Saying where nobody goes: a leg that nobody looked at is not here. Fees with another "
    "basis or currency must not be compared, nor the fees of a journey's legs added up.",
)


def run(picture: Picture, parameters: Mapping[str, Any]) -> Finding:
    """One row for each stretch and mode, then one for each journey of several legs."""
    found = sightings(picture, parameters, by_stretch=True)
    legs = tallies(found)
    order = sorted(range(len(legs)), key=lambda n: (*_rank(legs[n]), found.legs[n]))
    chosen = order[: parameters["top"] or len(order)]
    evidence = evidence_of(found, chosen)
    together = journeys(found, parameters)
    rows = journey_rows(found, together[: parameters["top"] or len(together)], legs)
    return METHOD.found(
        picture.fingerprint,
        parameters,
        (*(legs[n] for n in chosen), *(row for row, _ in rows)),
        sensitivity=_sensitivity(found, legs),
        caveats=tuple(caveats(found, legs)),
        evidence={legs[n]["id"]: evidence[n] for n in chosen}
        | {row["id"]: ids for row, ids in rows},
    )


def _rank(row: Mapping[str, Any]) -> tuple[int, int]:
    return -row["times_seen"], -row["groups"]


def _sensitivity(found: Sightings, legs: Sequence[Row]) -> dict[str, Any]:
    """The legs that nobody would have seen without weak grades."""
    seen = found.told.filter(pc.equal(found.told["modality"], "done"))
    firm = set(pc.unique(seen.filter(pc.invert(seen["weak"]))["leg"]).to_pylist())
    gone = [row["id"] for n, row in enumerate(legs) if row["times_seen"] and n not in firm]
    return {"weak grades dropped": {"no_longer_seen": sorted(gone)}}
