"""The method: what may be said at each period since the start, however often anybody looks."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pyarrow.compute as pc

from headwater.analysis.grades import is_weak
from headwater.analysis.impact.design import COMPARED, Compared, Unanswerable, compare
from headwater.analysis.impact.gathering import Told, tell
from headwater.model import Finding, Method, Output, Parameter
from headwater.picture import Picture
from headwater.series.counterfactual import LEVEL
from headwater.series.sequential import ENOUGH, LEAST_ERRORS, Looks, looks

METHOD = Method(
    id="impact.sequential",
    version="3",
    question="While an operation runs: what may be said this week, however often anybody looked?",
    parameters=(
        *COMPARED,
        Parameter("start", "text", "", "First treated period, or a day in it."),
        Parameter("end", "text", "", "Last period looked at; empty: the last known."),
    ),
    outputs=(
        Output("treated", "text", "The series."),
        Output("date", "text", "The period looked at."),
        Output("actual", "number", "What was counted; null where nobody counted."),
        Output("expected", "number", "What was foretold at the start, for no effect."),
        Output(
            "effect",
            "number",
            "Mean change of a period since the start, were it constant; null where none fits.",
        ),
        Output("low", "number", "Low end of its interval, which holds at all looks together."),
        Output("high", "number", "High end of it; null where any rise is possible, or none fits."),
        Output("share", "number", "The effect as a share of what would have been."),
        Output("share_low", "number", "Low end of its interval."),
        Output("share_high", "number", "High end of it."),
        Output("e_value", "number", f"Evidence against no effect; {ENOUGH:.0f} is enough."),
        Output("said", "flag", "Whether it has been enough at this look or an earlier one."),
        Output("verdict", "text", "fall, rise, not_yet or refused."),
        Output("why", "text", "The same in words; what would help where refused."),
        Output("id", "text", "The series and the period with | between."),
    ),
    inputs=("series",),
    cost="periods x (donors + 30)",
    not_for="Judging persons or units. Ending an operation because nothing was said: it takes "
    "long. Other dates and series tried until one shows an effect.",
    reference="Ville 1939; Shafer and Vovk 2019; Howard, Ramdas, McAuliffe and Sekhon 2021",
)

_MOST = 1e12
_LEAST_TOLD = 0.01  # of evidence; a smaller number says no more


def run(picture: Picture, parameters: Mapping[str, Any]) -> Finding:
    """Say at each period since the start what may be said."""
    told = tell(picture, parameters)
    if not told.cells:
        nothing = ("There are no series in this picture.",)
        return METHOD.found(picture.fingerprint, parameters, (), caveats=nothing)
    try:
        compared, found = _look(told, parameters)
    except Unanswerable as stop:
        row = _refused(parameters, stop)
        behind = sorted(
            {one for cells in told.cells.values() for cell in cells for one in cell.statements}
        )
        return METHOD.found(
            picture.fingerprint,
            parameters,
            (row,),
            sensitivity=_sensitivity(picture, parameters, row),
            caveats=("Nothing is said: the row says why and what would help.", *told.caveats),
            evidence={row["id"]: tuple(behind)},
        )
    rows = _rows(compared, found)
    return METHOD.found(
        picture.fingerprint,
        parameters,
        rows,
        certificate=_certificate(compared, found, rows),
        sensitivity=_sensitivity(picture, parameters, rows[-1]),
        caveats=(*compared.caveats, *_caveats(compared), *told.caveats),
        evidence=_evidence(compared, rows),
    )


def _look(told: Told, parameters: Mapping[str, Any]) -> tuple[Compared, Looks]:
    if not parameters["start"]:
        raise Unanswerable("no start is given", "the first treated period, as start=2016-03")
    compared = compare(told, parameters, parameters["start"], parameters["end"])
    found = looks(compared.design)
    if found is None:
        raise Unanswerable(
            f"the past of {compared.counts.names[0]!r} and its donors holds fewer than "
            f"{LEAST_ERRORS} forecasts to rank others among",
            "a longer past, or more donors",
        )
    return compared, found


def _refused(parameters: Mapping[str, Any], stop: Unanswerable) -> dict[str, Any]:
    row: dict[str, Any] = {output.name: None for output in METHOD.outputs}
    named = {"treated": parameters["treated"], "date": parameters["start"], "said": False}
    why = f"{stop.why}; wanted: {stop.need}"
    return row | named | {"verdict": "refused", "why": why, "id": f"{parameters['treated']}|"}


def _rows(compared: Compared, found: Looks) -> list[dict[str, Any]]:
    """One row a period; once an effect is said, it stays said."""
    treated, first = compared.counts.names[0], compared.design.start
    mean = np.cumsum(found.expected) / np.arange(1, found.expected.size + 1)
    shares = np.expm1(np.stack([found.change, found.low, found.high]))
    rows = []
    word, since = "not_yet", ""
    for at, e_value in enumerate(found.e_value):
        date = compared.period(first + at)
        if word == "not_yet" and e_value >= ENOUGH:
            word, since = "fall" if found.leaning[at] > 0 else "rise", date
        if since and _turned(word, shares[1:, at]):
            shares[:, at] = np.nan
        share, low, high = (_rounded(one) for one in shares[:, at])
        rows.append(
            {
                "treated": treated,
                "date": date,
                "verdict": word,
                "actual": _rounded(found.actual[at]),
                "expected": _rounded(found.expected[at]),
                "effect": _rounded(shares[0, at] * mean[at]),
                "low": _rounded(shares[1, at] * mean[at]),
                "high": _rounded(shares[2, at] * mean[at]),
                "share": share,
                "share_low": low,
                "share_high": high,
                "e_value": float(f"{min(e_value, _MOST):.4g}"),
                "said": bool(since),
                "why": _why(word, since, float(e_value), _fitting(share, low, high)),
                "id": f"{treated}|{date}",
            }
        )
    return rows


def _rounded(number: float) -> float | None:
    """A number of a row; null where there is none, as where an interval has no end."""
    return round(float(number), 3) if np.isfinite(number) else None


def _turned(word: str, ends: np.ndarray[Any, np.dtype[np.float64]]) -> bool:
    """Whether only changes the other way would be left: the change began late, or turned."""
    return bool(ends[0] >= 0 if word == "fall" else ends[1] <= 0)


def _fitting(share: float | None, low: float | None, high: float | None) -> str:
    if share is None:
        return "no constant change fits: the change is not constant"
    until = "any rise" if high is None else f"{high:+.0%}"
    return f"a constant change between {low:+.0%} and {until} is not excluded"


def _why(word: str, since: str, e_value: float, fitting: str) -> str:
    if since:
        return f"a {word} may be said since {since}; by now {fitting}"
    evidence = f"{e_value:.2f}" if e_value >= _LEAST_TOLD else f"less than {_LEAST_TOLD}"
    return f"the evidence is {evidence}, and {ENOUGH:.0f} is enough to say something; {fitting}"


def _certificate(compared: Compared, found: Looks, rows: list[dict[str, Any]]) -> dict[str, Any]:
    names, design = compared.counts.names, compared.design
    said = [row["date"] for row in rows if row["said"]]
    return {
        "step": compared.counts.step,
        "periods_before": design.start,
        "looks": len(rows),
        "donors": [names[one] for one in design.donors],
        "errors": found.errors,
        "level": LEVEL,
        "enough": ENOUGH,
        "said_on": said[0] if said else None,
    }


def _evidence(compared: Compared, rows: list[dict[str, Any]]) -> dict[str, tuple[str, ...]]:
    """For each row the counts of its period, of all series; for the first those before it too."""
    start = compared.design.start
    held: list[set[str]] = [set() for _ in rows]
    for by_period in compared.counts.statements:
        for at, some in by_period.items():
            if at - start < len(rows):
                held[max(at - start, 0)].update(some)
    first = held[0]
    return {row["id"]: tuple(sorted(own or first)) for row, own in zip(rows, held, strict=True)}


def _sensitivity(
    picture: Picture, parameters: Mapping[str, Any], row: Mapping[str, Any]
) -> dict[str, Any]:
    """Verdict and evidence at the last look, without weak grades."""
    if pc.any(is_weak(picture.series["grade"])).as_py():
        try:
            strong = tell(picture, parameters, weak=False)
            known = parameters["treated"] in ("", *strong.cells)
            row = _rows(*_look(strong, parameters))[-1] if known and strong.cells else {}
        except Unanswerable:
            row = {}
    same = {"verdict": row.get("verdict", "refused"), "e_value": row.get("e_value")}
    return {"weak grades dropped": same}


def _caveats(compared: Compared) -> list[str]:
    caveats = [
        f"If nothing happened, an effect is said at any look with a chance of at most {LEVEL:.0%}, "
        "as far as the errors of the time before are like those since. Something else that began "
        "on the same date is not told apart from the operation.",
        "What is said early stays said, even if the series goes back to its path.",
        "The interval is that of one constant change since the start: where the change began later "
        "or grew, it is not the change of this period.",
    ]
    if not compared.design.donors:
        caveats.append("There are no donors: the series is held against its own past alone.")
    return caveats
