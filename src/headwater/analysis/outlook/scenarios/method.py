"""The method: the year as it goes on, under each assumption alone, and under all together."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow.compute as pc

from headwater.analysis.grades import is_weak
from headwater.analysis.outlook.arrivals import (
    COUNTED,
    NOTHING,
    PATHS,
    THRESHOLD,
    Counts,
    Year,
    drawn_year,
    gather,
    told_total,
)
from headwater.analysis.outlook.scenarios.assumptions import (
    ASSUMED,
    DANGER,
    NAMES,
    Assumed,
    assumed,
)
from headwater.analysis.outlook.scenarios.shares import shapley
from headwater.analysis.parameters import seed
from headwater.model import Finding, Method, Output, WrongUse
from headwater.picture import Picture

_QUANTILES = ("q05", "q10", "q25", "q50", "q75", "q90", "q95")
_EVIDENCE = 60
_AS_NOW = "as it goes on"
_ALL = "all together"

METHOD = Method(
    id="outlook.scenarios",
    version="3",
    question="What would the year bring under these assumptions, and which of them makes the "
    "difference?",
    parameters=(
        *COUNTED,
        THRESHOLD,
        *ASSUMED,
        PATHS,
        seed("the futures and of what is assumed"),
    ),
    outputs=(
        Output("scenario", "text", "What is assumed."),
        Output("assumed", "text", "The range of the factor, 1 being as now."),
        Output("mean", "number", "Mean of the total of the year."),
        *(Output(name, "number", f"{int(name[1:])}% of futures are at most this.")
          for name in _QUANTILES),
        Output("p_above", "number", "Chance that the year passes the threshold."),
        Output("difference", "number", "Of the mean, against the year as it goes on."),
        Output("share", "number", "What it adds to the difference of all together (Shapley)."),
        Output("share_of_p", "number", "What it adds to the chance under all together (Shapley)."),
        Output("danger", "text", "What is known of it and danger to life."),
        Output("id", "text", "Key of the row."),
    ),
    inputs=("series",),
    cost="as the year of outlook.arrivals; doubles with each assumption, of which there are four",
    not_for="Saying how likely an assumption is, or what a measure does: that is assumed here; see "
    "impact.effect for what one did.",
    reference="Shapley 1953",
)  # fmt: skip


def run(picture: Picture, parameters: Mapping[str, Any]) -> Finding:
    """Draw the year under what is assumed.

    Raises:
        WrongUse: If the series cannot be read, or an assumption not.
    """
    counts = gather(picture, parameters["series"], parameters)
    if counts is None:
        return METHOD.found(picture.fingerprint, parameters, (), caveats=NOTHING)
    year = drawn_year(counts, parameters)
    made = _assumed(counts, year, parameters)
    rows = _rows(counts, year, made, float(parameters["threshold"]))
    behind = tuple(one for one in counts.statements if one)[-_EVIDENCE:]
    return METHOD.found(
        picture.fingerprint,
        parameters,
        rows,
        certificate=_certificate(counts, year, rows, parameters),
        sensitivity=_sensitivity(picture, parameters, rows[-1]["mean"]),
        caveats=tuple(_caveats(counts, made)),
        evidence={row["id"]: behind for row in rows},
    )


def _assumed(counts: Counts, year: Year, parameters: Mapping[str, Any]) -> Assumed:
    # Apart from the futures, so that an assumption more does not change what the others drew.
    rng = np.random.default_rng([parameters["seed"], 1])
    known = {**parameters, "origin": counts.ends[-1].isoformat()}
    return assumed(known, year.ends, rng)


def _rows(counts: Counts, year: Year, made: Assumed, threshold: float) -> list[dict[str, Any]]:
    names = list(made.factors)
    sets = [(_AS_NOW, ()), *((NAMES[name], (name,)) for name in names)]
    if len(names) > 1:
        sets.append((_ALL, tuple(names)))
    totals = {one: year.so_far + made.on(year.futures, one) for _, one in sets}

    def mean(some: frozenset[str]) -> float:
        return float((year.so_far + made.on(year.futures, some)).mean())

    def above(some: frozenset[str]) -> float:
        return float((year.so_far + made.on(year.futures, some) > threshold).mean())

    shares = shapley(names, mean)
    of_chance = shapley(names, above) if threshold else {}
    rows = []
    for scenario, some in sets:
        told = told_total(totals[some])
        chance = float((totals[some] > threshold).mean()) if threshold else None
        alone = some[0] if len(some) == 1 else ""
        rows.append({
            "scenario": scenario,
            "assumed": _told(some, made),
            **told,
            "p_above": chance,
            "difference": round(told["mean"] - float(totals[()].mean()), 1),
            "share": round(shares[alone], 1) if alone else None,
            "share_of_p": round(of_chance[alone], 4) if alone and threshold else None,
            "danger": " ".join(DANGER[name] for name in some if name in DANGER),
            "id": f"{counts.name}|{scenario}",
        })  # fmt: skip
    return rows


def _told(some: Sequence[str], made: Assumed) -> str:
    if len(some) == 1:
        return made.ranges[some[0]]
    return ", ".join(f"{NAMES[name]} {made.ranges[name]}" for name in some)


def _certificate(
    counts: Counts, year: Year, rows: Sequence[Mapping[str, Any]], parameters: Mapping[str, Any]
) -> dict[str, Any]:
    """The year, and what the assumptions do together beyond what each does alone."""
    alone = sum(row["difference"] for row in rows if row["share"] is not None)
    return {
        "series": counts.name,
        "origin": counts.ends[-1].isoformat(),
        "year": year.year,
        "so_far": round(year.so_far, 1),
        "threshold": parameters["threshold"] or None,
        "difference": rows[-1]["difference"],
        "interaction": round(rows[-1]["difference"] - alone, 1),
    }


def _caveats(counts: Counts, made: Assumed) -> list[str]:
    caveats = [
        *counts.caveats,
        "The assumptions are the user's. Nothing here says how likely they are; between their "
        "bounds every value counts as likely, or as a triangle where the likeliest is given.",
        "Each future draws its assumptions by itself and they are taken to be independent: if "
        "boats grow because fewer days allow a crossing, say both.",
    ]
    if not made.factors:
        caveats.append("Nothing is assumed: set boat_size, upstream, crossing_days or measure.")
    return caveats + [f"{NAMES[name]}: {DANGER[name]}" for name in made.factors if name in DANGER]


def _sensitivity(picture: Picture, parameters: Mapping[str, Any], mean: float) -> dict[str, Any]:
    """How the mean under all assumptions moves without weak grades."""
    reading = "weak grades dropped"
    if parameters["drop_weak"] or not pc.any(is_weak(picture.series["grade"])).as_py():
        return {reading: {"change_of_mean": 0.0}}
    try:
        strong = gather(picture, parameters["series"], parameters, weak=False)
    except WrongUse as refused:
        return {reading: f"no outlook: {refused}"}
    if strong is None:
        return {reading: "nothing is left"}
    year = drawn_year(strong, parameters)
    made = _assumed(strong, year, parameters)
    under = year.so_far + made.on(year.futures, list(made.factors))
    return {reading: {"change_of_mean": round(float(under.mean()) - mean, 1)}}
