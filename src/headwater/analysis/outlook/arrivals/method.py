"""The method: its declaration, the steps to come, the year, and what is said of them."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pyarrow.compute as pc

from headwater.analysis.grades import is_weak
from headwater.analysis.outlook.arrivals.beside import COVARIATES, Beside, covariates_of
from headwater.analysis.outlook.arrivals.counts import COUNTED, NOTHING, Counts, gather
from headwater.analysis.outlook.arrivals.people import people_per_boat
from headwater.analysis.outlook.arrivals.telling import caveats_of, needed_told, scores_told
from headwater.analysis.outlook.arrivals.year import (
    PATHS,
    THRESHOLD,
    as_forecast,
    drawn_year,
    year_of,
)
from headwater.analysis.parameters import seed
from headwater.model import Finding, Method, Output, Parameter, WrongUse
from headwater.picture import Picture
from headwater.series.forecasting import LEVELS, Forecast, forecast

_QUANTILES = (0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95)
_EVIDENCE = 60  # latest counts that a row leads to

METHOD = Method(
    id="outlook.arrivals",
    version="5",
    question="How many are likely to come in the next days and weeks, and how likely is it that "
    "the year passes a threshold?",
    parameters=(
        *COUNTED,
        Parameter("horizon", "int", 28, "Days to forecast.", low=1, high=400),
        Parameter("step", "choice", "auto", "What a row is of; auto: as the series is counted.",
                  choices=("auto", "day", "week")),
        THRESHOLD,
        Parameter("boats", "text", "", "Series that counts the boats of the same days; old counts "
                  "are then brought to the present number of people per boat."),
        *COVARIATES,
        PATHS,
        seed("the futures"),
    ),
    outputs=(
        Output("date", "date", "Last day of the step."),
        Output("mean", "number", "Mean of what may come."),
        *(
            Output(f"q{round(100 * at):02d}", "number", f"{at:.0%} of futures are at most this.")
            for at in _QUANTILES
        ),
        Output("id", "text", "Key of the row."),
    ),
    inputs=("series",),
    cost="grows with the horizon and with the past of six years; about 3 s for a daily series, "
    "twice that with covariates",
    not_for="Forecasting a person or a household, or a decision on anybody's claim; saying what an "
    "operation did.",
    reference="Gneiting & Raftery 2007; Berrisch & Ziel 2023 (CRPS learning); Czado, Gneiting & "
    "Held 2009",
)  # fmt: skip


def run(picture: Picture, parameters: Mapping[str, Any]) -> Finding:
    """Forecast a series from its origin.

    Raises:
        WrongUse: If the series is not there, cannot be read, or begins after the origin.
    """
    counts = gather(picture, parameters["series"], parameters)
    if counts is None:
        return METHOD.found(picture.fingerprint, parameters, (), caveats=NOTHING)
    stepped = _stepped(counts, parameters["step"])
    beside = covariates_of(picture, stepped, parameters)
    made, rows = _forecast(picture, counts, parameters, beside)
    drawn = drawn_year(counts, parameters)
    if beside.covariates and stepped is counts and counts.step == "day":
        drawn = as_forecast(drawn, made.quantiles, parameters["seed"])
    year = year_of(counts, parameters, drawn)
    behind = (*_latest(counts), *beside.statements)
    certificate = {
        **year,
        "needed": needed_told(year),
        "series": counts.name,
        "origin": counts.ends[-1].isoformat(),
        "step": stepped.step,
        "recent": _recent(stepped),
        "covariates": beside.told,
        **scores_told(made),
        "reliability": _reliability(made),
        "views": {name: round(share, 3) for name, share in made.weights.items()},
    }
    return METHOD.found(
        picture.fingerprint,
        parameters,
        rows,
        certificate=certificate,
        sensitivity=_sensitivity(picture, parameters, rows),
        caveats=tuple(caveats_of(counts, made, year, beside.told)),
        evidence={row["id"]: behind for row in rows},
    )


def _latest(counts: Counts) -> list[str]:
    """Statements behind the latest counts."""
    latest = sorted({one for one in counts.statements[-_EVIDENCE:] if one})
    return latest or [one for one in counts.statements if one][-_EVIDENCE:]


def _forecast(
    picture: Picture, counts: Counts, parameters: Mapping[str, Any], beside: Beside
) -> tuple[Forecast, list[dict[str, Any]]]:
    size = people_per_boat(picture, counts, parameters)
    stepped = _stepped(counts, parameters["step"])
    if stepped is not counts:
        size = None if size is None else size[len(counts.values) % 7 + 6 :: 7]
    ahead = max(1, round(parameters["horizon"] / stepped.days))
    made = forecast(stepped.history(ahead), ahead, size, beside.covariates)
    told = np.array([np.interp(_QUANTILES, LEVELS, one) for one in made.quantiles])
    rows = []
    for end, mean, quantiles in zip(stepped.ends_ahead(ahead), made.mean, told, strict=True):
        names = (f"q{round(100 * at):02d}" for at in _QUANTILES)
        row: dict[str, Any] = {"date": end.isoformat(), "mean": round(float(mean), 2)}
        row |= {name: round(float(q), 2) for name, q in zip(names, quantiles, strict=True)}
        rows.append(row | {"id": f"{counts.name}|{end.isoformat()}"})
    return made, rows


def _stepped(counts: Counts, step: str) -> Counts:
    if step == "week" and counts.step == "day":
        weeks = counts.in_weeks()
        if np.isfinite(weeks.values).sum() < 2:
            raise WrongUse(f"{counts.name} has fewer than two whole weeks", do="set step to day")
        return weeks
    if step not in ("auto", counts.step):
        raise WrongUse(
            f"{counts.name} cannot be told by the {step}",
            why=f"it is counted by the {counts.step}",
            do="set step to auto",
        )
    return counts


def _recent(counts: Counts) -> list[dict[str, Any]]:
    """The last counts before the origin, for the drawing."""
    shown = list(zip(counts.ends, counts.values.tolist(), strict=True))[-_EVIDENCE:]
    return [
        {"date": end.isoformat(), "count": None if value != value else round(value, 2)}
        for end, value in shown
    ]


def _reliability(made: Forecast) -> list[dict[str, float]]:
    if made.scores is None:
        return []
    said = np.arange(0.1, 1.0, 0.1)
    came = (made.scores.ranks[:, None] <= said[None, :]).mean(axis=0)
    return [
        {"said": round(float(one), 2), "came": round(float(share), 3)}
        for one, share in zip(said, came, strict=True)
    ]


def _sensitivity(
    picture: Picture, parameters: Mapping[str, Any], rows: list[dict[str, Any]]
) -> dict[str, Any]:
    """How the sum of the steps moves without weak grades."""
    reading = "weak grades dropped"
    if parameters["drop_weak"] or not pc.any(is_weak(picture.series["grade"])).as_py():
        return {reading: {"change_of_sum": 0.0}}
    try:
        strong = gather(picture, parameters["series"], parameters, weak=False)
        if strong is None:
            return {reading: "nothing is left"}
        without = {**parameters, "boats": "", "drop_weak": True}
        beside = covariates_of(picture, _stepped(strong, parameters["step"]), without)
        _, others = _forecast(picture, strong, without, beside)
    except WrongUse as refused:
        return {reading: f"no forecast: {refused}"}
    change = sum(row["mean"] for row in others) - sum(row["mean"] for row in rows)
    return {reading: {"change_of_sum": round(change, 2)}}
