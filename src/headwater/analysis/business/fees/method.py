"""The method: its declaration, and a row for each unit of fees that may be compared."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from headwater.analysis.business.fees.claims import Claim, gather
from headwater.analysis.business.fees.rates import Rates
from headwater.analysis.business.fees.units import Row, row_of, told_apart
from headwater.analysis.parameters import ACCEPTED_ONLY, DROP_WEAK, POLITICAL
from headwater.model import Finding, Method, Output, Parameter, WrongUse
from headwater.picture import Picture

_SPLITS = ("mode", "service_model", "payment_mode", "group")
_MOST_NAMED = 10
_NOTHING_MOVED = 0.005

METHOD = Method(
    id="business.fees",
    version="1",
    question="What does each leg cost, in which unit and how paid, and where do sources "
    "contradict each other?",
    parameters=(
        Parameter(
            "by",
            "text",
            "mode, service_model",
            f"What else fees are told apart by: any of {', '.join(_SPLITS)}; empty: nothing.",
        ),
        Parameter(
            "season",
            "choice",
            "all",
            "What part of time they are told apart by; half: April to September, and the rest.",
            choices=("all", "half", "year", "quarter", "month"),
        ),
        Parameter(
            "apart",
            "float",
            1.5,
            "How many times the cheaper the dearer must be, with no range between, to contradict.",
            1.0,
            100.0,
        ),
        Parameter("adverts", "flag", False, "Count prices that are only advertised or alleged."),
        POLITICAL,
        Parameter("currency", "text", "", "Currency to convert to by --rates; empty: as stated."),
        Parameter("rate_days", "int", 92, "Most days by which a rate may be older.", 0, 3660),
        Parameter(
            "year", "int", 0, "Year whose money is told, by --prices; 0: as stated.", 0, 9999
        ),
        ACCEPTED_ONLY,
        DROP_WEAK,
    ),
    outputs=(
        Output("leg", "text", "Where from and where to, by name."),
        Output("origin", "text", "Id of the place it is paid from; empty where it is not said."),
        Output("destination", "text", "Id of the place it is paid to; empty: not said."),
        Output("mode", "text", "Means of transport; empty: not said, or not told apart."),
        Output("basis", "text", "What one fee is for (person, family, vehicle trip...)."),
        Output("service_model", "text", "full_package or per_leg; empty: not said or told apart."),
        Output("payment_mode", "text", "When it is paid; empty: not said, or not told apart."),
        Output("season", "text", "Part of time; empty: no date, or not told apart."),
        Output("group", "text", "Network that asks it; empty: not said, or not told apart."),
        Output("currency", "text", "ISO 4217 code of all amounts; empty: not said."),
        Output("low", "number", "Lowest amount named; null: only upper ends are."),
        Output("q05", "number", "5 in 100 fees are lower; null where it cannot be estimated."),
        Output("q25", "number", "A quarter is lower; null where it cannot be estimated."),
        Output("median", "number", "Half is lower; null where it cannot be estimated."),
        Output("q75", "number", "Three quarters are lower; null where it cannot be estimated."),
        Output("q95", "number", "95 in 100 are lower; null where it cannot be estimated."),
        Output("high", "number", "Highest amount named; null: only lower ends are."),
        Output("median_low", "number", "Lowest the median can be, inside the ranges; null: open."),
        Output("median_high", "number", "Highest the median can be; null: open."),
        Output("fees", "count", "Fees told."),
        Output("independent_groups", "count", "Independent groups of reports that tell them."),
        Output("reports", "count", "Reports that tell them."),
        Output("conflict", "flag", "Whether other fees of the same unit contradict these."),
        Output("against", "list", "Both statements of a contradiction: amounts and statement."),
        Output("why", "text", "Why it stands apart, or how it was converted."),
        Output("id", "text", "What is told apart, with | between, and the number of its camp."),
    ),
    inputs=("legs", "rates", "prices"),
    cost="fees, times different amounts of a unit",
    not_for="Comparing rows of another basis or currency, adding up the legs of a journey, or "
    "saying what one person paid. What is asked is not what is paid, and what is paid is not "
    "what the trade earns.",
    reference="Manski 2003 (what intervals say of a distribution, and what they leave open)",
)


def run(picture: Picture, parameters: Mapping[str, Any]) -> Finding:
    """One row for each unit, and for each camp of those that contradict each other.

    Raises:
        WrongUse: If fees cannot be told apart by what is asked.
    """
    by = _splits(parameters["by"])
    claims, left_out = gather(picture, parameters)
    rates = Rates(picture, parameters)
    brought, strayed = _brought(claims, rates)
    units = told_apart(brought, by, parameters)
    rows = [row_of(unit) for unit in units]
    return METHOD.found(
        picture.fingerprint,
        parameters,
        rows,
        sensitivity={"weak grades dropped": _without_weak(rows, brought, by, parameters)},
        caveats=tuple(_caveats(rows, left_out, strayed, rates.faults)),
        evidence={unit.id: unit.statements for unit in units},
    )


def _splits(text: str) -> tuple[str, ...]:
    words = [word.strip() for word in text.split(",") if word.strip()]
    strange = sorted(set(words) - set(_SPLITS))
    if strange:
        raise WrongUse(
            f"fees cannot be told apart by {strange[0]!r}", do=f"any of {', '.join(_SPLITS)}"
        )
    return tuple(name for name in _SPLITS if name in words)


def _brought(claims: Iterable[Claim], rates: Rates) -> tuple[list[Claim], Counter[str]]:
    """The claims in the money asked for; what cannot be brought there stays as it was told."""
    found, strayed = [], Counter[str]()
    for claim in claims:
        answer = rates.brought(claim)
        if isinstance(answer, str):
            strayed[answer] += 1
            answer = replace(claim, note=f"as stated: {answer}")
        found.append(answer)
    return found, strayed


def _without_weak(
    rows: Sequence[Row], claims: Iterable[Claim], by: Sequence[str], parameters: Mapping[str, Any]
) -> dict[str, Any]:
    """The rows that would be gone without weak grades, and the medians that would be others."""
    firm = told_apart([claim for claim in claims if not claim.weak], by, parameters)
    after = {unit.id: unit for unit in firm}
    moved = {}
    for row in rows:
        unit = after.get(row["id"])
        if unit and row["median"] is not None and len(unit.claims) < row["fees"]:
            median = row_of(unit)["median"]
            if median is None or abs(median - row["median"]) > _NOTHING_MOVED * row["median"]:
                moved[row["id"]] = [row["median"], median]
    return {
        "no_longer_told": [row["id"] for row in rows if row["id"] not in after],
        "other_medians": moved,
    }


def _caveats(
    rows: Sequence[Row], left_out: Counter[str], strayed: Counter[str], faults: Sequence[str]
) -> Iterator[str]:
    if not rows:
        yield "No fee is told in this picture."
    else:
        yield (
            "What is asked and what is paid differ, and reports tell of those who were caught; "
            "fees of other units must not be compared, nor those of a journey's legs added up."
        )
    for reason, count in sorted(left_out.items()):
        yield f"{count} fees {reason}: left out."
    lone = sum(row["independent_groups"] == 1 for row in rows)
    if lone:
        yield f"{lone} rows rest on one independent group of reports."
    loose = [row for row in rows if not (row["basis"] and row["currency"])]
    if loose:
        names = "; ".join(_lacking(row) for row in loose[:_MOST_NAMED])
        rest = f"; and {len(loose) - _MOST_NAMED} more rows" if len(loose) > _MOST_NAMED else ""
        count = sum(row["fees"] for row in loose)
        lack = f"{count} fees lack a currency or a basis and are compared with nothing"
        yield f"{lack}: {names}{rest}."
    for reason, count in sorted(strayed.items()):
        yield f"{count} fees stay as stated, because {reason}."
    for fault in faults[:_MOST_NAMED]:
        yield f"{fault}: not used."
    if len(faults) > _MOST_NAMED:
        yield f"{len(faults) - _MOST_NAMED} more rows of rates or prices could not be used."


def _lacking(row: Row) -> str:
    missing = " and ".join(name for name in ("currency", "basis") if not row[name])
    return f"{row['leg']} lacks {missing}"
