"""Covariates: what other series of the picture say of the steps to come, as far as it is known."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from headwater.analysis.caveats import names_of_places
from headwater.analysis.outlook.arrivals.counts import Counts, is_part, tell_gaps, usable, where
from headwater.model import Parameter, WrongUse, parse_period
from headwater.picture import Picture
from headwater.series import Count, Known, as_known
from headwater.series.forecasting import Covariate, found_lag

COVARIATES = (
    Parameter("covariates", "text", "", "Series that may tell of it, with | between: weather, a "
              "crossing rating, counts upstream."),
    Parameter("known_ahead", "text", "", "Days beyond the origin that covariates are known, as 10 "
              "or weather=10|rating=5; empty: to the origin only, later rows are not read."),
    Parameter("lags", "text", "", "Days by which covariates run before the counts, as 21 or "
              "upstream=21; empty: found in the past."),
)  # fmt: skip
"""Parameters of whatever reads covariates."""

_FEWEST = 30  # steps that hold both
_MOST_AHEAD = 400
_EVIDENCE = 10
_LEAST_LOOKED_AT = 365.0  # days of past that a lag is found on at least
_REHEARSED = 730.0


class Beside(NamedTuple):
    """Covariates on the steps of a series.

    Attributes:
        covariates: Those that are used.
        told: What is said of each, for the certificate.
        statements: The latest statements behind them.
    """

    covariates: list[Covariate]
    told: list[dict[str, Any]]
    statements: list[str]


def covariates_of(picture: Picture, counts: Counts, parameters: Mapping[str, Any]) -> Beside:
    """Covariates as they were known at the origin; what cannot be used is said in a caveat.

    Raises:
        WrongUse: If a name or a number of days makes no sense.
    """
    names = [name.strip() for name in parameters["covariates"].split("|") if name.strip()]
    table = usable(picture.series, parameters)
    _refuse_unknown(names, set(table["series"].to_pylist()), counts.name)
    ahead = _days_of(parameters["known_ahead"], names, "known_ahead")
    lags = _days_of(parameters["lags"], names, "lags")
    found, called = Beside([], [], []), names_of_places(picture)
    for name in names:
        until = counts.ends[-1] + timedelta(ahead.get(name, 0))
        known = _read(table, name, until, parameters["release_as_of"])
        tell_gaps(known, called, counts.caveats, f"{name} ")
        read = known.counts
        values = _stepped(counts, read, ahead.get(name, 0))
        if not _tells(counts, values):
            counts.caveats.append(
                f"The covariate {name} is not used: it holds fewer than {_FEWEST} steps of the "
                "past, or never changes."
            )
            continue
        last = int(np.nonzero(np.isfinite(values))[0][-1])
        lag = round(lags[name] / counts.days) if name in lags else _lag(counts, values)
        one = Covariate(name, values, last + 1 - len(counts.values), lag)
        found.covariates.append(one)
        found.told.append(_told(one, counts, found=name not in lags))
        found.statements.extend(one for held in read[-_EVIDENCE:] for one in held.sources)
    counts.caveats.extend(_caveats(found.told))
    return found


def _refuse_unknown(names: Sequence[str], held: set[str], own: str) -> None:
    for name in names:
        if name not in held or name == own:
            others = ", ".join(sorted(held - {own})[:8]) or "nothing else"
            raise WrongUse(
                f"{name!r} will not do as a covariate",
                why="it is the series itself" if name == own else "the picture does not hold it",
                do=f"name one of {others}",
            )


def _days_of(text: str, names: Sequence[str], parameter: str) -> dict[str, int]:
    """Days for each name: one number for all, or name=days with | between."""
    days: dict[str, int] = {}
    for part in filter(None, (part.strip() for part in text.split("|"))):
        name, _, number = part.rpartition("=")
        if not number.strip().isdigit() or (name and name.strip() not in names):
            raise WrongUse(
                f"{part!r} will not do for the parameter {parameter}",
                why="it wants days, or a covariate = days",
                do=f"give {parameter} as 10 or as {names[0] if names else 'weather'}=10",
            )
        chosen = [name.strip()] if name else names
        days |= dict.fromkeys(chosen, min(int(number), _MOST_AHEAD))
    return days


def _read(table: pa.Table, name: str, until: date, as_of: str) -> Known:
    """Its values as known, each at the last day of its period, none later than a day."""
    rows = table.filter(pc.equal(table["series"], name)).to_pylist()
    counts = [
        Count(parse_period(row["date"]).latest, _number(row["value"]), *where(row))
        for row in rows
        if row["value"] is not None or is_part(row)
    ]
    return as_known([one for one in counts if one.day <= until], as_of)


def _number(value: float | None) -> float:
    return np.nan if value is None else value


def _stepped(counts: Counts, read: Sequence[Count], ahead: int) -> NDArray[np.float64]:
    """The mean of what ended within each step, to the last whole step that is known."""
    ends = [*counts.ends, *counts.ends_ahead(int(ahead / counts.days))]
    edges = [day.toordinal() for day in ends]
    sums, held = np.zeros(len(ends)), np.zeros(len(ends))
    before = edges[0] - round(counts.days)
    for one in read:
        at = int(np.searchsorted(edges, one.day.toordinal()))
        if before < one.day.toordinal() and at < len(ends):
            sums[at] += one.value
            held[at] += 1
    return np.where(held > 0, sums / np.maximum(held, 1), np.nan)


def _tells(counts: Counts, values: NDArray[np.float64]) -> bool:
    past = values[: len(counts.values)]
    both = np.isfinite(past) & np.isfinite(counts.values)
    return bool(both.sum() >= _FEWEST and np.ptp(past[both]) > 0)


def _lag(counts: Counts, values: NDArray[np.float64]) -> int:
    """Found on what came before the rehearsal, where that is long enough."""
    size = len(counts.values)
    first = int(np.nonzero(np.isfinite(values))[0][0])
    before = size - int(_REHEARSED / counts.days)
    upto = before if (before - first) * counts.days >= _LEAST_LOOKED_AT else size
    past = counts.history(0).until(upto)
    return found_lag(past, values)


def _told(one: Covariate, counts: Counts, *, found: bool) -> dict[str, Any]:
    return {
        "name": one.name,
        "lag_days": round(one.lag * counts.days),
        "lag": "found" if found else "given",
        "known_until": (counts.ends[-1] + timedelta(round(one.ahead * counts.days))).isoformat(),
        "known_ahead_days": round(one.ahead * counts.days),
    }


def _caveats(told: Sequence[Mapping[str, Any]]) -> list[str]:
    ahead = [one["name"] for one in told if one["known_ahead_days"] > 0]
    said = []
    if ahead:
        said.append(
            f"What stands in the file of {', '.join(ahead)} for past days is taken as what was "
            "foretold then. Where it was measured afterwards, the scores of the past are too good."
        )
    if told:
        said.append(
            "Beyond these steps the year is drawn without covariates; told by the week or month, "
            "all of it."
        )
    return said
