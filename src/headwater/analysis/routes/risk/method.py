"""The method: its declaration, and the danger of each leg, place and region by season."""

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow.compute as pc

from headwater.analysis.grades import is_weak
from headwater.analysis.parameters import ACCEPTED_ONLY, DROP_WEAK, seed
from headwater.analysis.routes.risk.exposure import (
    WHOLE_YEAR,
    crossings,
    months_of,
    within,
    years_of,
)
from headwater.analysis.routes.risk.incidents import Incidents, incidents
from headwater.analysis.routes.risk.rows import Row, Table, withheld
from headwater.analysis.routes.risk.snapping import Unit, units
from headwater.analysis.routes.route_map import sightings
from headwater.model import Finding, Method, Output, Parameter
from headwater.picture import Picture
from headwater.safeguard import SMALLEST_CELL

METHOD = Method(
    id="routes.risk",
    version="1",
    question="Where, when and of what do people die or go missing on these legs, and how many of "
    "a thousand who cross?",
    parameters=(
        Parameter(
            "seasons",
            "choice",
            "quarter",
            "How the year is parted.",
            choices=("quarter", "month", "year"),
        ),
        Parameter("within_km", "float", 25.0, "Farthest from a leg or place, km.", 0.0, 500.0),
        Parameter("since", "text", "", "First day of incidents, ISO; empty: all."),
        Parameter(
            "leaving",
            "flag",
            False,
            f"For what leaves the node: numbers from 1 to {SMALLEST_CELL - 1} are withheld.",
        ),
        ACCEPTED_ONLY,
        DROP_WEAK,
        seed("the draws"),
    ),
    outputs=(
        Output("kind", "text", "leg, place, or region for what lies on neither."),
        Output("name", "text", "The leg's stretch, the place, or the region as the source has it."),
        Output("season", "text", "The season, or the whole year."),
        Output("deaths", "number", "Dead and missing; null where withheld."),
        Output("incidents", "count", "Incidents; null where withheld."),
        Output("largest", "number", "Dead and missing of the worst of them; null where withheld."),
        Output("crossings", "number", "Crossings counted; null where no exposure is known."),
        Output("per_1000_low", "number", "Deaths a thousand crossings, low end of 90 %."),
        Output("per_1000", "number", "Deaths a thousand crossings, mean; null: no exposure."),
        Output("per_1000_high", "number", "High end of it."),
        Output("a_season_low", "number", "Deaths to expect in one such season, low end of 90 %."),
        Output("a_season", "number", "Mean of it; null where no incident is known at all."),
        Output("a_season_high", "number", "High end of it."),
        Output("causes", "list", "Causes with their deaths, the most first."),
        Output("together", "number", "Deaths in records of several incidents; in no rate."),
        Output("exposure", "text", "What the crossings rest on, or that no exposure is known."),
        Output("first", "text", "Day of the first incident; empty where there is none."),
        Output("last", "text", "Day of the last."),
        Output("from_lat", "number", "Degrees north of the beginning, or of the place."),
        Output("from_lon", "number", "Degrees east of it."),
        Output("to_lat", "number", "Degrees north of the end; null for a place or region."),
        Output("to_lon", "number", "Degrees east of it."),
        Output("id", "text", "Kind, name and season with | between."),
    ),
    inputs=("incidents", "legs", "series", "people"),
    cost="incidents x legs; draws x incidents of a unit",
    not_for="Saying anything of a person. Calling a leg safe: most deaths on land are never "
    "recorded, and no incident known is not no danger.",
    reference="Gelman et al. 2013 (Poisson-gamma), Rubin 1981 (Bayesian bootstrap)",
)


def run(picture: Picture, parameters: Mapping[str, Any]) -> Finding:
    """Rows for each leg, place and region with its seasons; the deadliest first."""
    known = incidents(picture, parameters)
    known.found = [one for one in known.found if not one.day or one.day >= parameters["since"]]
    told = sightings(picture, parameters)
    parts = units(told, known.found, parameters["within_km"])
    said: list[str] = []
    counted = crossings(picture, parameters, said) if picture.series.num_rows else {}
    months = months_of(known.found)
    counted = within(counted, months)
    table = Table(parts, counted, years_of(known.found), parameters)
    order = sorted(parts, key=lambda unit: (-sum(x.dead for x in unit.incidents), unit.name))
    made = [(unit, row) for unit in order for row in table.rows_of(unit)]
    rows = [row for _, row in made]
    if any(row["crossings"] is not None for row in rows):
        known.caveats += [*_covered(months), *said]
    if parameters["leaving"]:
        rows = withheld(rows)
    return METHOD.found(
        picture.fingerprint,
        parameters,
        rows,
        certificate=_certificate(rows, known, leaving=parameters["leaving"]),
        sensitivity={"weak grades dropped": _sensitivity(picture, parameters, known)},
        caveats=(*_caveats(rows, parts, parameters), *known.caveats),
        evidence={row["id"]: table.evidence(unit) for unit, row in made},
    )


def _covered(months: tuple[str, str] | None) -> list[str]:
    """What crossings are counted of, in words."""
    if months is None:
        return []
    return [
        f"Crossings are those of {months[0]} to {months[1]}, the first and the last month of which "
        "an incident is known; others are in no rate."
    ]


def _certificate(rows: Sequence[Row], known: Incidents, *, leaving: bool) -> dict[str, Any]:
    """How much was read; what leaves says of no incident whether it has a date."""
    hidden = leaving and any(row["incidents"] is None for row in rows)
    whole = [row for row in rows if row["season"] == WHOLE_YEAR]
    return {
        "incidents": None if hidden else sum(one.counts for one in known.found),
        "years": years_of(known.found),
        "with_exposure": sum(row["crossings"] is not None for row in whole),
        "without_exposure": sum(row["crossings"] is None for row in whole),
        "undated": None if hidden else sum(not one.day for one in known.found),
    }


def _sensitivity(
    picture: Picture, parameters: Mapping[str, Any], known: Incidents
) -> dict[str, Any]:
    """How many deaths rest on weak grades alone."""
    said = picture.statements
    weak = pc.and_(pc.equal(said["schema"], "Incident"), is_weak(said["grade"]))
    if not pc.any(weak).as_py():
        return {"deaths_lost": 0.0}
    strong = incidents(picture, parameters, weak=False).found
    kept = [one for one in strong if not one.day or one.day >= parameters["since"]]
    return {"deaths_lost": sum(x.dead for x in known.found) - sum(x.dead for x in kept)}


def _caveats(
    rows: Sequence[Row], parts: Sequence[Unit], parameters: Mapping[str, Any]
) -> list[str]:
    if not rows:
        return ["No incident and no leg is known in this picture."]
    caveats = [
        "Deaths are those that somebody recorded; on land most are not, and no incident known is "
        "not no danger."
    ]
    bare = [unit for unit in parts if unit.kind == "leg" and not _placed(unit)]
    if bare:
        caveats.append(
            f"{len(bare)} legs have an end without a position, so that no incident by its "
            "position can be put on them."
        )
    if any(row["crossings"] is None for row in rows):
        caveats.append(
            "Where no exposure is known, deaths are counts: they rise with traffic, and must not "
            "be compared between legs as danger."
        )
    if any(row["crossings"] is not None for row in rows):
        caveats.append(
            "Crossings are as counted: detections, in which one person may be twice. Deaths of a "
            "leg are of all modes and causes; where crossings are of one mode, or only of those "
            "who arrived, the rate is too high."
        )
    if parameters["leaving"]:
        caveats.append(f"Numbers from 1 to {SMALLEST_CELL - 1} are withheld.")
    return caveats


def _placed(unit: Unit) -> bool:
    return bool(unit.start.placed and unit.end.placed)
