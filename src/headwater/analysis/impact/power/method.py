"""The method: which change a comparison could see, how long it must run, what donors add."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from headwater.analysis.impact.design import COMPARED, Compared, Unanswerable, compare
from headwater.analysis.impact.effect import LEAST_PLACEBOS, MOST_FALSE
from headwater.analysis.impact.gathering import Told, tell
from headwater.analysis.impact.power.extras import extras
from headwater.analysis.impact.together import in_turn
from headwater.model import Finding, Method, Output, Parameter
from headwater.picture import Picture
from headwater.series.counterfactual import Power, most_left_out, power

METHOD = Method(
    id="impact.power",
    version="3",
    question="Before an operation: which change could this comparison see, and how long must it "
    "run?",
    parameters=(
        *COMPARED,
        Parameter("start", "text", "", "First period to be treated; empty: after the last known."),
        Parameter("change", "float", -0.3, "Change hoped for, as a share.", low=-0.99, high=10),
        Parameter(
            "periods",
            "int",
            0,
            "Length for which further series are tried; 0: 12 weeks, 3 months or 2 quarters.",
            low=0,
            high=520,
        ),
        Parameter("chance", "float", 0.8, "Chance with which to see it.", low=0.05, high=0.99),
    ),
    outputs=(
        Output("treated", "text", "The series."),
        Output("periods", "count", "Length of the operation's window."),
        Output("seen", "number", "Chance to see the change hoped for."),
        Output("seen_half", "number", "Chance to see a fall by half."),
        Output("least", "number", "Smallest fall seen with the chance wanted; null where none is."),
        Output("least_alone", "number", "The same without donors: the treated series' errors."),
        Output(
            "series", "text", "Further series, or a donor left out; empty: the design as it is."
        ),
        Output("kind", "text", "Whether that is a donor already, in the file, or not in it."),
        Output("gain", "number", "How much smaller the least fall seen is with it, as a share."),
        Output("placebos", "number", "Windows of this length in which nothing happened."),
        Output("rate", "number", "Share of placebos where the test calls an effect."),
        Output("why", "text", "What stands in the way; empty where nothing does."),
        Output("id", "text", "The series, the length and the further series with | between."),
    ),
    inputs=("series",),
    cost="periods x (donors + 1)^2",
    not_for="Promising an effect: it says what could be seen, not what will happen.",
    reference="Gelman and Carlin 2014 (design before data); Abadie, Diamond and Hainmueller 2010",
)

_LENGTHS = {"week": (4, 8, 12, 26, 52), "month": (3, 6, 9, 12), "quarter": (2, 4)}
_ASKED = {"week": 12, "month": 3, "quarter": 2}
_LEAST_PAST = 8
_NO_MARGIN = "no margin"


def run(picture: Picture, parameters: Mapping[str, Any]) -> Finding:
    """Say what windows of several lengths could show."""
    told = tell(picture, parameters)
    caveats = list(told.caveats)
    rows: list[dict[str, Any]] = []
    certificate: dict[str, Any] = {}
    if not told.cells:
        caveats.append("There are no series in this picture.")
    else:
        rows, certificate = _answer(told, parameters, caveats)
        caveats.append(
            "Chances are by the errors of the past: a time that is wilder than the past shows less."
        )
        caveats.append(
            "A series that the operation may move, or that may take its traffic, is no donor "
            "however much it would help."
        )
    behind = tuple(
        sorted({one for cells in told.cells.values() for cell in cells for one in cell.statements})
    )
    return METHOD.found(
        picture.fingerprint,
        parameters,
        rows,
        certificate=certificate,
        sensitivity=_sensitivity(picture, parameters) if rows else {},
        caveats=tuple(caveats),
        evidence={row["id"]: behind for row in rows},
    )


def _answer(
    told: Told, parameters: Mapping[str, Any], caveats: list[str]
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    try:
        told, asked = in_turn(told, parameters)
        parameters = asked[0]
        compared = compare(told, parameters, parameters["start"], "")
    except Unanswerable as stop:
        return [_nothing(parameters["treated"], f"{stop.why}; wanted: {stop.need}")], {}
    caveats += compared.caveats
    treated = compared.counts.names[0]
    if compared.design.start < _LEAST_PAST:
        why = f"{compared.design.start} periods of history; {_LEAST_PAST} are needed"
        return [_nothing(treated, why)], {}
    rows = _rows(told, parameters, compared)
    if any(row["why"].startswith(_NO_MARGIN) for row in rows):
        names = ", ".join(compared.counts.names[one] for one in compared.design.donors)
        caveats.append(
            f"Lengths without margin hang on every donor staying on its path: {names}. One that "
            "leaves it in the window is put beside, and its placebo windows with it."
        )
    if not rows:
        rows = [_nothing(treated, "the past holds no window to try the comparison on")]
    return rows, _certificate(compared, parameters, rows)


def _rows(told: Told, parameters: Mapping[str, Any], compared: Compared) -> list[dict[str, Any]]:
    """The design at several lengths, then what further series would add at one of them."""
    treated, step = compared.counts.names[0], compared.counts.step
    asked = parameters["periods"] or _ASKED[step]
    lengths = sorted({*_LENGTHS[step], asked})
    lone = {one.length: one for one in power(replace(compared.design, donors=()), lengths)}
    found, donors = power(compared.design, lengths), len(compared.design.donors)
    rows = [_row(treated, one, lone[one.length], parameters, donors) for one in found]
    base = next((one for one in found if one.length == asked), None)
    if base is None:
        return rows
    for one in extras(told, parameters, compared, base):
        row = _row(treated, one.found, lone[asked], parameters, donors)
        row |= {"series": one.name, "kind": one.kind, "gain": round(one.gain, 2)}
        rows.append(row | {"id": f"{row['id']}|{one.name}"})
    return rows


def _nothing(treated: str, why: str) -> dict[str, Any]:
    row: dict[str, Any] = {output.name: None for output in METHOD.outputs}
    return row | {"treated": treated, "why": why, "id": f"{treated}|0"}


def _margin(found: Power, donors: int) -> str:
    """What to know where donors that are put beside would leave too few placebos."""
    beside = most_left_out(donors)
    left = found.placebos * (1 + donors - beside) / (1 + donors)
    if left >= LEAST_PLACEBOS:
        return ""
    return (
        f"{_NO_MARGIN}: {found.placebos:.0f} placebo windows; {LEAST_PLACEBOS} are needed, and "
        f"{left:.0f} are left if {beside} of {donors} donors leave their path: a shorter window"
    )


def _row(
    treated: str, found: Power, alone: Power, parameters: Mapping[str, Any], donors: int
) -> dict[str, Any]:
    # one series alone has too few windows of its own: it is granted the threshold of all
    granted = alone._replace(limit=found.limit)
    few = found.placebos < LEAST_PLACEBOS
    why = f"only {found.placebos:.0f} placebo windows; {LEAST_PLACEBOS} are needed" if few else ""
    if not few and found.rate > MOST_FALSE:
        why = f"the test calls an effect at {found.rate:.0%} of placebos: none would be printed"
    why = why or _margin(found, donors)
    return {
        "treated": treated,
        "periods": found.length,
        "rate": round(found.rate, 4),
        "seen": round(found.at(parameters["change"]), 3),
        "seen_half": round(found.at(-0.5), 3),
        "least": _rounded(found.least(parameters["chance"])),
        "series": "",
        "kind": "",
        "gain": None,
        "least_alone": None if few else _rounded(granted.least(parameters["chance"])),
        "placebos": found.placebos,
        "why": why,
        "id": f"{treated}|{found.length}",
    }


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 2)


def _certificate(
    compared: Compared, parameters: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """The design in words, and its digest: what to sign before the operation begins."""
    names = compared.counts.names
    design = {
        "treated": names[0],
        "donors": [names[one] for one in compared.design.donors],
        "displacement": [names[one] for one in compared.design.routes],
        "covariates": parameters["covariates"],
        "step": compared.counts.step,
        "from": compared.period(compared.design.start),
        "periods": parameters["periods"] or _ASKED[compared.counts.step],
        "change": parameters["change"],
        "chance": parameters["chance"],
        "test": "impact.effect 3, placebo rank at 0.05",
    }
    return {"design": design, "sha256": digest(design, rows)}


def digest(design: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> str:
    """SHA-256 of a page: its design and what it says that this can show."""
    page = {"design": design, "rows": list(rows)}
    return hashlib.sha256(json.dumps(page, sort_keys=True).encode()).hexdigest()


def _sensitivity(picture: Picture, parameters: Mapping[str, Any]) -> dict[str, Any]:
    strong = tell(picture, parameters, weak=False)
    kept = {name: len(cells) for name, cells in strong.cells.items()}
    told = {name: len(cells) for name, cells in tell(picture, parameters).cells.items()}
    lost = sorted(name for name, count in told.items() if kept.get(name, 0) < count)
    return {"weak grades dropped": {"series with fewer counts": lost}}
