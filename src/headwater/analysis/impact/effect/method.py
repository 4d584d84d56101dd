"""The method: its declaration, the comparison, its row."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import pyarrow.compute as pc

from headwater.analysis.grades import is_weak
from headwater.analysis.impact.design import (
    COMPARED,
    Compared,
    Unanswerable,
    compare,
    split_names,
    texts_of_names,
)
from headwater.analysis.impact.effect.verdict import LEAST_PLACEBOS, Verdict, verdict
from headwater.analysis.impact.gathering import Told, tell
from headwater.analysis.impact.together import in_turn
from headwater.analysis.parameters import seed
from headwater.model import Finding, Method, Output, Parameter
from headwater.picture import Picture
from headwater.series import last_day
from headwater.series.counterfactual import (
    Change,
    Counterfactual,
    counterfactual,
    longest_window,
    without_each,
)

METHOD = Method(
    id="impact.effect",
    version="3",
    question="What did a dated operation change in a series, against what would have been?",
    parameters=(
        *COMPARED,
        Parameter("start", "text", "", "First treated period, or a day in it."),
        Parameter("end", "text", "", "Last treated period; empty: the last known."),
        seed("the draws for routes together"),
    ),
    outputs=(
        Output("treated", "text", "The series."),
        Output("start", "text", "First treated period."),
        Output("end", "text", "Last treated period."),
        Output("verdict", "text", "fall, rise, unclear, fell_before or refused."),
        Output("effect", "number", "Mean change of a period; null where refused."),
        Output("low", "number", "Low end of its 95 % interval."),
        Output("high", "number", "High end of it."),
        Output("share", "number", "Effect as a share of what would have been."),
        Output("share_low", "number", "Low end of its 95 % interval."),
        Output("share_high", "number", "High end of it."),
        Output("displaced", "number", "Mean change of a period on all displacement routes."),
        Output("displaced_low", "number", "Low end of its 95 % interval."),
        Output("displaced_high", "number", "High end of it."),
        Output("p_placebo", "number", "Share of placebos with as large an error, this included."),
        Output("placebo_rate", "number", "Share of placebos where the test calls an effect."),
        Output("placebos", "number", "Placebo windows that do not overlap."),
        Output("why", "text", "Why so."),
        Output("need", "text", "What data would help; empty where nothing is lacking."),
        Output("before", "list", "Windows before the start: periods, share, p."),
        Output("routes", "list", "Displacement routes, each with its change."),
        Output("donors", "list", "Donors used, with the effect without each; null where refused."),
        Output("left_out", "list", "Donors that left their path then, and are not used."),
        Output("counts", "list", "Period, count, expected, and its 95 % limits while treated."),
        Output("id", "text", "The series and the start with | between."),
    ),
    inputs=("series",),
    cost="periods x (donors + 1)^2",
    not_for="Judging persons or units. Calling an effect where the row refuses one. Other dates "
    "and series tried until one shows an effect.",
    reference="Abadie, Diamond and Hainmueller 2010 (donors, placebos), Harvey 1989 (levels that "
    "wander), Chernozhukov, Wuethrich and Zhu 2021 (ranks)",
)

_TOGETHER = (
    "The first row holds the treated series together and is the test; the others are its parts, "
    "each one more chance to be wrong."
)
_DRAWS = 4000
_PAST = 104


class _Answer(NamedTuple):
    """What was compared and found; `found` is None where there is no comparison."""

    compared: Compared | None
    found: Counterfactual | None
    verdict: Verdict


def run(picture: Picture, parameters: Mapping[str, Any]) -> Finding:
    """Compare the treated series with what would have been."""
    told = tell(picture, parameters)
    if not told.cells:
        nothing = ("There are no series in this picture.",)
        return METHOD.found(picture.fingerprint, parameters, (), caveats=nothing)
    answers = _answers(told, parameters)
    rows = [_row(answer, parameters) for answer in answers]
    caveats = [line for answer in answers for line in _caveats(answer, parameters)]
    if len(answers) > 1:
        caveats.insert(0, _TOGETHER)
    behind = [_evidence(told, answer) for answer in answers]
    behind[0] = tuple(sorted({one for some in behind for one in some}))
    return METHOD.found(
        picture.fingerprint,
        parameters,
        tuple(rows),
        certificate=_certificate(answers[0]),
        sensitivity=_sensitivity(picture, parameters, rows[0]),
        caveats=(*dict.fromkeys(caveats), *told.caveats),
        evidence={row["id"]: some for row, some in zip(rows, behind, strict=True)},
    )


def _answers(told: Told, parameters: Mapping[str, Any]) -> list[_Answer]:
    """The answer on the treated series; of several, on all together first."""
    try:
        whole, asked = in_turn(told, parameters)
    except Unanswerable as stop:
        return [_Answer(None, None, Verdict("refused", stop.why, stop.need))]
    return [_answer(whole, one) for one in asked]


def _answer(told: Told, parameters: Mapping[str, Any]) -> _Answer:
    if not parameters["start"]:
        need = "the first treated period, as start=2016-03"
        return _Answer(None, None, Verdict("refused", "no start is given", need))
    try:
        compared = compare(told, parameters, parameters["start"], parameters["end"])
    except Unanswerable as stop:
        return _Answer(None, None, Verdict("refused", stop.why, stop.need))
    found = counterfactual(compared.design)
    if found is None:
        known = int(np.isfinite(compared.design.counts[0, : compared.design.start]).sum())
        why = f"{known} periods are known before the start; 8 are needed to foretell anything"
        return _Answer(compared, None, Verdict("refused", why, "a longer past of the series"))
    donors = len(_kept(compared, found))
    return _Answer(compared, found, verdict(found, donors, _shorter(compared, donors)))


def _shorter(compared: Compared, donors: int) -> str:
    """The longest window that has placebos enough, with margin, and how to ask for it."""
    design, step = compared.design, compared.counts.step
    length = longest_window(design, donors, LEAST_PLACEBOS)
    if not length:
        return ""
    end = last_day(compared.counts.start + design.start + length - 1, step)
    return f"a window of at most {length} {step}s (--set end={end.isoformat()})"


def _row(answer: _Answer, parameters: Mapping[str, Any]) -> dict[str, Any]:
    compared = answer.compared
    treated = compared.counts.names[0] if compared else parameters["treated"]
    start = compared.period(compared.design.start) if compared else parameters["start"]
    row: dict[str, Any] = {output.name: None for output in METHOD.outputs}
    row |= {"treated": treated, "start": start, "verdict": answer.verdict.word}
    row |= {"why": answer.verdict.why, "need": answer.verdict.need, "id": f"{treated}|{start}"}
    row |= {"end": compared.period(compared.design.end - 1) if compared else parameters["end"]}
    row |= {name: [] for name in ("before", "routes", "donors", "left_out", "counts")}
    if compared and answer.found:
        row |= _measured(compared, answer.found)
        row |= _printed(compared, answer.found, parameters["seed"]) if _may_print(answer) else {}
    row["counts"] = _counts(answer) if compared else []
    return row


def _may_print(answer: _Answer) -> bool:
    return answer.verdict.word != "refused"


def _measured(compared: Compared, found: Counterfactual) -> dict[str, Any]:
    """What stands in every row of a comparison that was made."""
    return {
        "placebo_rate": round(found.rate, 4),
        "placebos": found.placebos.worth,
        "donors": [
            {"series": compared.counts.names[one], "share_without": None}
            for one in _kept(compared, found)
        ],
        "left_out": [_told_change(compared, one) for one in found.left_out],
        "before": [
            {"periods": one.length, "share": _share(one.error), "p": round(one.p, 4)}
            for one in found.before
        ],
    }


def _kept(compared: Compared, found: Counterfactual) -> list[int]:
    """Donors that were used."""
    left = {one.series for one in found.left_out}
    return [one for one in compared.design.donors if one not in left]


def _printed(compared: Compared, found: Counterfactual, seed_of_draws: int) -> dict[str, Any]:
    """What stands only where an effect may be printed."""
    change = found.change
    effect, low, high = change.effect
    displaced = _displaced(found, seed_of_draws)
    kept = _kept(compared, found)
    without = without_each(compared.design, kept)
    return {
        "effect": round(effect, 2),
        "low": round(low, 2),
        "high": round(high, 2),
        "share": _share(np.log(max(change.held, 1e-9) / max(change.expected, 1e-9))),
        "share_low": round(low / max(change.held - low, 1e-9), 4),
        "share_high": round(high / max(change.held - high, 1e-9), 4),
        **dict(zip(("displaced", "displaced_low", "displaced_high"), displaced, strict=True)),
        "p_placebo": round(change.p, 4),
        "routes": [_told_change(compared, one) for one in found.routes],
        "donors": [
            {"series": compared.counts.names[one], "share_without": _share(without.get(one))}
            for one in kept
        ],
    }


def _share(error: float | None) -> float | None:
    return None if error is None or not np.isfinite(error) else round(float(np.expm1(error)), 4)


def _told_change(compared: Compared, one: Change) -> dict[str, Any]:
    if not np.isfinite(one.held):
        return {"series": compared.counts.names[one.series], "effect": None}
    effect, low, high = (round(number, 2) for number in one.effect)
    return {
        "series": compared.counts.names[one.series],
        "effect": effect,
        "low": low,
        "high": high,
        "p": round(one.p, 4),
    }


def _displaced(found: Counterfactual, seed_of_draws: int) -> tuple[float | None, ...]:
    """Change on all routes together: errors of each drawn from the placebos."""
    routes = [one for one in found.routes if np.isfinite(one.held) and np.isfinite(one.reach)]
    pool = found.placebos.errors[np.isfinite(found.placebos.errors)]
    if not routes:
        return (None, None, None)
    rng = np.random.default_rng(seed_of_draws)
    limit = found.placebos.limit(0.05)
    total = np.zeros(_DRAWS)
    for one in routes:
        drawn = rng.choice(np.concatenate([pool, -pool]), _DRAWS) * one.reach / limit
        total += one.held - one.expected * np.exp(drawn)
    low, high = np.quantile(total, [0.025, 0.975])
    middle = sum(one.held - one.expected for one in routes)
    return round(float(middle), 2), round(float(low), 2), round(float(high), 2)


def _counts(answer: _Answer) -> list[dict[str, Any]]:
    """What was counted before and since; expected with limits while treated, unless refused."""
    compared, found = answer.compared, answer.found
    if compared is None:
        return []
    design = compared.design
    told = []
    for at in range(max(0, design.start - _PAST), design.end):
        value = float(design.counts[0, at])
        one: dict[str, Any] = {"period": compared.period(at)}
        one |= {"count": value if np.isfinite(value) else None}
        if found is not None and _may_print(answer) and at >= design.start:
            middle = float(found.path[at - design.start])
            reach = np.exp([0.0, -found.reach, found.reach]) * middle
            names = ("expected", "expected_low", "expected_high")
            one |= {name: round(float(v), 2) for name, v in zip(names, reach, strict=True)}
        told.append(one)
    return told


def _evidence(told: Told, answer: _Answer) -> tuple[str, ...]:
    """The statements behind every series compared; where none is, behind all there are."""
    if answer.compared is None:
        return tuple(
            sorted(
                {one for cells in told.cells.values() for cell in cells for one in cell.statements}
            )
        )
    behind = answer.compared.counts.statements
    until = answer.compared.design.end
    return tuple(
        sorted({s for held in behind for at, some in held.items() if at < until for s in some})
    )


def _certificate(answer: _Answer) -> dict[str, Any]:
    if answer.compared is None:
        return {}
    design = answer.compared.design
    certificate: dict[str, Any] = {
        "step": answer.compared.counts.step,
        "periods_before": design.start,
        "periods_treated": design.end - design.start,
        "donors": len(design.donors),
        "level": 0.05,
    }
    if answer.found:
        certificate |= {
            "donors_believed": round(answer.found.believed, 3),
            "usual_error": round(answer.found.worse, 3),
        }
    return certificate


def _sensitivity(
    picture: Picture, parameters: Mapping[str, Any], row: Mapping[str, Any]
) -> dict[str, Any]:
    keys = ("verdict", "share")
    same = {key: row[key] for key in keys}
    if not pc.any(is_weak(picture.series["grade"])).as_py():
        return {"weak grades dropped": same}
    strong = tell(picture, parameters, weak=False)
    named = [name for text in texts_of_names(parameters).values() for name in split_names(text)]
    if not strong.cells or any(name not in strong.cells for name in named):
        return {"weak grades dropped": {"verdict": "refused", "share": None}}
    other = _row(_answers(strong, parameters)[0], parameters)
    return {"weak grades dropped": {key: other[key] for key in keys}}


def _caveats(answer: _Answer, parameters: Mapping[str, Any]) -> list[str]:
    caveats = list(answer.compared.caveats) if answer.compared else []
    if answer.found is None:
        return [*caveats, "No effect is printed: the row says why and what would help."]
    caveats.append(
        "The error rate is the one that placebos show: the same comparison at dates and donors "
        "where nothing is known to have happened. Something else that began on the same date is "
        "not told apart from the operation."
    )
    if not parameters["displacement"]:
        caveats.append("No displacement route was named: traffic that moved counts as gone.")
    if answer.found.left_out:
        caveats.append(
            "Donors that left their own path in these periods may have taken traffic or shared "
            "the measure; they stand under left_out and are not used."
        )
    if answer.compared and not answer.compared.design.donors:
        caveats.append("There are no donors: the series is held against its own past alone.")
    return caveats
