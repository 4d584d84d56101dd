"""From parameters to a comparison: which series, which periods; what stands in its way."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from headwater.analysis.caveats import name_some
from headwater.analysis.impact.donors import MOST_GAPS, good_donors
from headwater.analysis.impact.gathering import (
    Counts,
    Told,
    by_day,
    fits,
    length_of,
    period_of_days,
    put,
)
from headwater.analysis.parameters import ACCEPTED_ONLY, DROP_WEAK
from headwater.model import Parameter, Refused, WrongUse, parse_period
from headwater.series import A_YEAR, Step, name_of, number_of
from headwater.series.counterfactual import Design, within_periods

COMPARED = (
    Parameter(
        "treated",
        "text",
        "",
        "Series the operation was to change, with | between; several are also held together; "
        "empty: the only one.",
    ),
    Parameter(
        "donors",
        "text",
        "auto",
        "Series that the operation left alone, with | between; auto: all others; none.",
    ),
    Parameter(
        "displacement",
        "text",
        "",
        "Series that may have taken what the treated one lost, with | between: never donors.",
    ),
    Parameter("covariates", "text", "", "Series such as weather, with | between: never donors."),
    Parameter("exclude", "text", "", "Series that serve for nothing, with | between."),
    Parameter(
        "step",
        "choice",
        "auto",
        "Length of a period; auto: as the treated series is dated, days as weeks.",
        choices=("auto", "week", "month", "quarter"),
    ),
    Parameter("release_as_of", "text", "", "Use releases up to this one; empty: the latest."),
    ACCEPTED_ONLY,
    DROP_WEAK,
)
"""What every method on effects takes."""

Array: TypeAlias = NDArray[np.float64]

_MOST_SHOWN = 5
_MONTHS, _LONGEST_MONTH = 12, 31
_NAMING = ("treated", "donors", "displacement", "covariates", "exclude")
_STEPS: tuple[Step, ...] = ("week", "month", "quarter")


class Unanswerable(Refused):
    """The question cannot be answered on these series: why, and what would help."""

    def __init__(self, why: str, need: str) -> None:
        super().__init__(why, do=need)
        self.why = why
        self.need = need


@dataclass(slots=True)
class Compared:
    """A design with the names of its series.

    Attributes:
        design: What is compared.
        counts: Names, counts and statements of all series used, covariates included.
        caveats: What a reader must know.
    """

    design: Design
    counts: Counts
    caveats: list[str] = field(default_factory=list)

    def period(self, at: int) -> str:
        """What a period is called."""
        return name_of(self.counts.start + at, self.counts.step)


def compare(told: Told, parameters: Mapping[str, Any], start: str, end: str) -> Compared:
    """Which series stand against which, from when to when.

    Args:
        told: The series.
        parameters: As settled: those of `COMPARED`.
        start: First treated period or a day in it; empty where nothing is treated yet.
        end: The last one; empty for the last that is known.

    Raises:
        WrongUse: If a name is unknown or stands in two places, or the end lies before the start.
        Unanswerable: If the series do not allow the comparison.
    """
    caveats: list[str] = []
    treated = (chosen := _chosen(told, parameters))["treated"][0]
    stated = [*chosen["displacement"], *chosen["covariates"]]
    refuse_double(told, [treated, *stated, *([] if chosen["auto"] else chosen["donors"])])
    step = _step(told, treated, parameters["step"])
    donors = _donors(told, chosen, step, caveats)
    others = _others(told, chosen, step)
    counts = put(told, [treated, *donors, *others], step, chosen["covariates"])
    _begin_anew(told, counts, caveats)
    _name_negative(told, counts, len(counts.names) - len(chosen["covariates"]), caveats)
    first, after = _window(counts, start, end, caveats)
    kept = good_donors(counts, len(donors), first, after, caveats)
    routes = range(1 + len(donors), 1 + len(donors) + len(chosen["displacement"]))
    _refuse_gaps(covariates := counts.values[routes.stop :, :after])
    design = Design(
        counts=counts.values[: routes.stop, :after],
        treated=0,
        donors=tuple(kept),
        routes=tuple(routes),
        covariates=covariates,
        start=first,
        end=after,
        a_year=A_YEAR[step],
        within=_within(told, counts, routes.stop, first)[:, :after],
    )
    return Compared(design, counts, caveats)


def _within(told: Told, counts: Counts, series: int, first: int) -> Array:
    """What the weather of its days did to each period, where series and weather are told by day."""
    none = np.zeros((series, counts.values.shape[1]))
    weather = by_day(told, counts.names[series:], counts)
    weather = weather[np.isfinite(weather).any(axis=1)]
    if not weather.size:
        return none
    days = by_day(told, counts.names[:series], counts)
    days[days < 0] = np.nan
    return within_periods(days, weather, period_of_days(counts), first, none.shape[1])


def refuse_double(told: Told, names: Sequence[str]) -> None:
    """Nothing is chosen between two numbers for one date.

    Raises:
        Unanswerable: If one source counts a date of one of these series twice in one release.
    """
    for name in names:
        if name in told.double:
            held = told.double[name]
            more = f" and {len(held) - _MOST_SHOWN} more" if len(held) > _MOST_SHOWN else ""
            raise Unanswerable(
                f"{name!r} has two numbers for one date: {', '.join(held[:_MOST_SHOWN])}{more}",
                "one number for each date, or a column release that says which came later",
            )


def _name_negative(told: Told, counts: Counts, series: int, caveats: list[str]) -> None:
    found = [
        f"{name} {cell.period.text} ({cell.value:g}, {cell.statement})"
        for name in counts.names[:series]
        for cell in told.cells[name]
        if cell.is_negative
    ]
    name_some(caveats, found, "counts are negative and are gaps, not zeros")


def _others(told: Told, chosen: Mapping[str, list[str]], step: Step) -> list[str]:
    """Displacement routes and covariates, which must be counted in the step."""
    others = [*chosen["displacement"], *chosen["covariates"]]
    for name in others:
        if not fits(length_of(told.cells[name]), step):
            raise Unanswerable(
                f"{name!r} is not counted in {step}s", f"{name!r} counted by {step} or by day"
            )
    return others


def _refuse_gaps(covariates: Array) -> None:
    if (np.isnan(covariates).mean(axis=1) > MOST_GAPS).any():
        raise Unanswerable(
            "a covariate has too many gaps", "the covariate for every period, treated ones included"
        )


def texts_of_names(parameters: Mapping[str, Any]) -> dict[str, str]:
    """By what they serve for, the parameters that name series."""
    return {part: parameters[part] for part in _NAMING if parameters[part] not in ("auto", "none")}


def _chosen(told: Told, parameters: Mapping[str, Any]) -> dict[str, list[str]]:
    """The series named for each part; each serves for one."""
    texts = texts_of_names(parameters)
    listed = {part: names_in(told, text, part) for part, text in texts.items()}
    for part in ("donors", "displacement", "covariates", "exclude"):
        listed.setdefault(part, [])
    if not listed["treated"]:
        free = [n for n in told.cells if not any(n in held for held in listed.values())]
        if len(free) != 1:
            raise Unanswerable(
                f"there are {len(told.cells)} series and none is named as the treated one",
                f"treated, one of {', '.join(sorted(told.cells)[:8])}",
            )
        listed["treated"] = free
    if len(listed["treated"]) > 1:
        raise WrongUse("one series is treated at a time", do="run the method for each of them")
    parts = _parts(listed)
    if parameters["donors"] == "auto":
        listed["donors"] = [name for name in sorted(told.cells) if name not in parts]
    listed["auto"] = listed["donors"] if parameters["donors"] == "auto" else []
    return listed


def _parts(listed: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """What each named series serves for."""
    parts: dict[str, str] = {}
    for part, names in listed.items():
        for name in names:
            if name in parts:
                raise WrongUse(
                    f"{name!r} cannot be both {parts[name]} and {part}",
                    do="let each series serve for one thing",
                )
            parts[name] = part
    return parts


def split_names(text: str) -> list[str]:
    """The names in a text with | between."""
    return [name.strip() for name in text.split("|") if name.strip()]


def names_in(told: Told, text: str, part: str) -> list[str]:
    """The series that a text names, with | between; one of one unit may be named without it.

    Raises:
        WrongUse: If there is none of that name.
    """
    names = [_with_unit(told, name) for name in split_names(text)]
    for name in names:
        if name not in told.cells:
            raise WrongUse(
                f"there is no series {name!r} for {part}",
                do=f"one of {', '.join(sorted(told.cells)[:12])}",
            )
    return names


def _with_unit(told: Told, name: str) -> str:
    fitting = [one for one in told.cells if one.startswith(f"{name} (") and one.endswith(")")]
    return fitting[0] if name not in told.cells and len(fitting) == 1 else name


def _step(told: Told, treated: str, wanted: str) -> Step:
    length = length_of(told.cells[treated])
    if length == "mixed":
        raise Unanswerable(
            f"{treated!r} is counted by day in one part and by week in another",
            "the two parts under two names, or the days of each week",
        )
    if length == "uneven":
        raise Unanswerable(
            f"the dates of {treated!r} follow no step",
            "a count for every day, week or month: 0 where nothing came, empty where nobody looked",
        )
    least: Step = next((step for step in _STEPS if fits(length, step)), "quarter")
    step = next((one for one in _STEPS if one == wanted), least)
    if not fits(length, step):
        raise WrongUse(f"{treated!r} is counted by {length}", do=f"set step={least}")
    return step


def _donors(
    told: Told, chosen: Mapping[str, list[str]], step: Step, caveats: list[str]
) -> list[str]:
    kept: list[str] = []
    other: list[str] = []
    double = [name for name in chosen["donors"] if name in told.double]
    name_some(caveats, double, "series have two numbers for one date and cannot be donors")
    for name in [one for one in chosen["donors"] if one not in double]:
        (kept if fits(length_of(told.cells[name]), step) else other).append(name)
    if other and not chosen["auto"]:
        raise Unanswerable(f"{other[0]!r} is not counted in {step}s", f"donors counted by {step}")
    name_some(caveats, other, f"series are not counted by {step} and cannot be donors")
    return kept


def _begin_anew(told: Told, counts: Counts, caveats: list[str]) -> None:
    """What was counted before a series was defined anew is another series."""
    for at, name in enumerate(counts.names):
        if name in told.changes:
            number = number_of(told.changes[name], counts.step) - counts.start
            counts.values[at, : max(number, 0)] = np.nan
            caveats.append(
                f"What {name!r} counts was defined anew on {told.changes[name]}: only what came "
                "after is used, which widens the answer."
            )


def _window(counts: Counts, start: str, end: str, caveats: list[str]) -> tuple[int, int]:
    """The first treated period, and the one after the last."""
    known = np.flatnonzero(np.isfinite(counts.values[0]))
    if not known.size:
        raise Unanswerable(
            f"no {counts.step} of {counts.names[0]!r} is counted whole",
            f"a count for each day of a {counts.step}: 0 where nothing came",
        )
    last = int(known[-1]) + 1
    if not start:
        return last, last
    first_day, last_day = _read(start, "start").earliest, _read(end or start, "end").latest
    if last_day < first_day:
        raise WrongUse(f"the end {end} lies before the start {start}", do="turn them round")
    first = number_of(first_day, counts.step) - counts.start
    after = number_of(last_day, counts.step) - counts.start + 1 if end else last
    if first < int(known[0]):
        raise Unanswerable(
            f"the start {start} lies before the first count of {counts.names[0]!r}",
            "counts of the time before the operation",
        )
    if first >= last:
        raise Unanswerable(
            f"there is no count of {counts.names[0]!r} since {start}", "counts since the start"
        )
    if after > last:
        caveats.append(f"Counts end before {end}: the window ends with the last known period.")
    if first_day != _first_day(counts, first):
        caveats.append(
            f"The period that holds {start} began before it; all of it counts as treated."
        )
    return first, min(after, last)


def _first_day(counts: Counts, at: int) -> date:
    return parse_period(name_of(counts.start + at, counts.step)).earliest


def _read(text: str, part: str) -> Any:  # noqa: ANN401 - a period
    turned = re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./](\d{4})\.?", text.strip())
    if turned:  # the third of April or the fourth of March: neither is guessed
        one, other, year = int(turned[1]), int(turned[2]), turned[3]
        days = dict.fromkeys([(other, one), (one, other)])
        told = [f"{year}-{m:02d}-{d:02d}" for m, d in days if m <= _MONTHS and d <= _LONGEST_MONTH]
        raise WrongUse(
            f"the {part} {text!r} is not written year first",
            do=f"write {' or '.join(told) or '2016-03-20 or 2016-03'}",
        )
    try:
        return parse_period(text)
    except Refused as bad:
        raise WrongUse(f"the {part} {text!r} is no date", do="write 2016-03-20 or 2016-03") from bad
