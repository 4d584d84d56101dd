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
from headwater.model import Finding, Method, Output, Parameter, WrongUse
from headwater.picture import Picture
from headwater.safeguard import SMALLEST_CELL

METHOD = Method(
    id="routes.risk",
    version="2",
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
        Output("rate_deaths", "number", "Deaths behind the rate; null: withheld or no rate."),
        Output("rate_months", "text", "First and last month of the rate's crossings and deaths."),
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
    """Rows for each leg, place and region with its seasons; the deadliest first.

    Raises:
        WrongUse: If what leaves the node is read otherwise than usual.
    """
    _refuse_readings(parameters)
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
        known.caveats += [*_covered(rows), *said]
    if parameters["leaving"]:
        rows = withheld(rows)
    return METHOD.found(
        picture.fingerprint,
        parameters,
        rows,
        certificate=_certificate(rows, known, leaving=parameters["leaving"]),
        sensitivity={"weak grades dropped": _sensitivity(picture, parameters, known, rows)},
        caveats=(*_caveats(rows, parts, parameters), *known.caveats),
        evidence=_evidence(table, [unit for unit, _ in made], rows),
    )


def _refuse_readings(parameters: Mapping[str, Any]) -> None:
    """One reading leaves the node: two would tell, by what lies between them, how few died.

    Raises:
        WrongUse: If what leaves is read otherwise than usual.
    """
    if not parameters["leaving"]:
        return
    usual = METHOD.settle({})
    fixed = ("since", "within_km", "accepted_only", "drop_weak")
    other = [name for name in fixed if parameters[name] != usual[name]]
    other += ["seasons"] if parameters["seasons"] == "month" else []
    if other:
        raise WrongUse(
            f"{other[0]} cannot be set together with leaving",
            why="two runs could be subtracted from each other: what is left is a number of deaths "
            "that each run by itself withholds",
            do=f"leave {' and '.join(other)} as usual, or ask without leaving inside the node",
        )


def _evidence(
    table: Table, parts: Sequence[Unit], rows: Sequence[Row]
) -> dict[str, tuple[str, ...]]:
    """What stands behind each row; nothing of what is withheld, nor of a part of it."""
    part = {row["id"]: (row["kind"], row["name"]) for row in rows}
    silent = {part[row["id"]] for row in rows if row["incidents"] is None}
    return {
        row["id"]: ()
        if row["deaths"] is None
        else table.evidence(unit, counts=part[row["id"]] not in silent)
        for unit, row in zip(parts, rows, strict=True)
    }


def _covered(rows: Sequence[Row]) -> list[str]:
    """Of which months crossings and deaths are in a rate, in words."""
    months = [month for row in rows for month in row["rate_months"].split(" to ") if month]
    if not months:
        return []
    return [
        f"Rates are of {min(months)} to {max(months)}, the months of which both crossings and "
        "incidents are known (rate_months has those of each row, rate_deaths the deaths in them); "
        "others are in no rate."
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
    picture: Picture, parameters: Mapping[str, Any], known: Incidents, rows: Sequence[Row]
) -> dict[str, Any]:
    """How many deaths rest on weak grades alone; withheld with any number of the rows."""
    said = picture.statements
    weak = pc.and_(pc.equal(said["schema"], "Incident"), is_weak(said["grade"]))
    if not pc.any(weak).as_py():
        return {"deaths_lost": 0.0}
    if parameters["leaving"] and any(row["incidents"] is None for row in rows):
        return {"deaths_lost": None}
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
            "Crossings are as counted: detections, in which one person may be twice. Where the "
            "mode of the crossings is told, deaths by a cause that does not fit it are in no rate; "
            "else deaths are of all modes. Where only those who arrived were counted, the rate is "
            "too high."
        )
    if parameters["leaving"]:
        caveats.append(f"Numbers from 1 to {SMALLEST_CELL - 1} are withheld.")
    return caveats


def _placed(unit: Unit) -> bool:
    return bool(unit.start.placed and unit.end.placed)
