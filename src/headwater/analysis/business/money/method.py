"""business.money: who pays and who is paid, and what belongs together."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import numpy as np

from headwater.analysis.business.money.caveats import caveats
from headwater.analysis.business.money.chains import Chains, chains
from headwater.analysis.business.money.ends import CUSTOMERS, Ends, ends_of
from headwater.analysis.business.money.fans import fans
from headwater.analysis.business.money.flows import Flows, flows
from headwater.analysis.business.money.movements import Movements, movements_of
from headwater.analysis.business.money.offices import Matched, offices
from headwater.analysis.business.money.rows import Row, Rows, Told
from headwater.analysis.parameters import DROP_WEAK, INCLUDE_PROPOSED, top
from headwater.model import Finding, Method, Output, Parameter
from headwater.picture import Picture

PATTERNS = ("flow", "fan_in", "fan_out", "layering", "round_trip", "settlement")
"""What a row may be, in the order of the rows."""

METHOD = Method(
    id="business.money",
    version="3",
    question="Who pays, who is paid, how and how much, and which movements belong together?",
    parameters=(
        INCLUDE_PROPOSED,
        DROP_WEAK,
        Parameter("days", "int", 7, "Days of a fan, and between two steps of a chain.", 0, 365),
        Parameter("many", "int", 5, "Different ends that make a fan.", 5, 10_000),
        Parameter("share", "float", 0.8, "Least share of a fan's sum that went on.", 0.1, 1.0),
        Parameter("loss", "float", 0.1, "Most that a step of a chain may take off.", 0.0, 0.9),
        Parameter("shortest", "int", 3, "Fewest movements of a chain or round trip.", 2, 12),
        Parameter("longest", "int", 6, "Most movements of a chain or round trip.", 2, 12),
        Parameter("settle_days", "int", 30, "Days in which a payment out follows.", 0, 365),
        Parameter("change", "float", 0.15, "Most by which its amount may differ.", 0.01, 0.9),
        Parameter("least", "float", 0.5, "Least probability of a settlement.", 0.0, 1.0),
        top("rows of each pattern"),
    ),
    outputs=(
        Output("pattern", "text", f"What the row is: {', '.join(PATTERNS)}."),
        Output("from", "text", f"Id of who pays; {CUSTOMERS}: neither suspected nor a body."),
        Output("from_name", "text", "Name of who pays."),
        Output("to", "text", f"Id of who is paid; {CUSTOMERS} as above."),
        Output("to_name", "text", "Name of who is paid."),
        Output("kind", "text", "account, hawala or cash, of a flow; empty: not said."),
        Output("currency", "text", "ISO 4217 code; empty: not said. Never added to another."),
        Output("low", "number", "Least sum; of a chain its least amount; null: none, withheld."),
        Output("high", "number", "Largest sum; of a chain its largest amount; null: as above."),
        Output("count", "count", "Movements; of a settlement the pairs; null: withheld."),
        Output("parties", "count", "Different customers, or ends of a fan; null: under five."),
        Output("first", "text", "First date, ISO; empty where none is known."),
        Output("last", "text", "Last date, ISO; empty where none is known."),
        Output("days", "count", "Days that a pattern took; of settlements the median."),
        Output("passed_on", "number", "Share of the sum, or first amount, that came through."),
        Output("via", "list", "Ids of those in between; of a fan those on its narrow side."),
        Output("probability", "number", "Mean probability of the settlements; null otherwise."),
        Output("matched", "list", "Surest settlements: statements, probability and why."),
        Output("conflict", "flag", "Whether reports give a movement different amounts."),
        Output("why", "text", "What makes it a pattern."),
        Output("groups", "count", "Independent groups of reports behind it; null: withheld."),
        Output("id", "text", "Pattern, from, to and what else tells it apart, with | between."),
    ),
    inputs=("money", "people"),
    cost="movements times their logarithm; chains: three times as many at each step, one million "
    "at the most; settlements: fifty million pairs at the most",
    not_for="Saying that money is from smuggling, naming who pays for a journey, or adding up "
    "currencies. A pattern shows no crime.",
    reference="Fellegi and Sunter 1969, Winkler 1988 (weights without labels); Bayati, Shah and "
    "Sharma 2008 (one-to-one by messages); FATF 2013 (hawala and similar service providers)",
    about_people=True,
)


class _Seen(NamedTuple):
    movements: Movements
    ends: Ends
    followed: Chains
    matched: Matched
    flows: Flows
    told: list[Told]


def run(picture: Picture, parameters: Mapping[str, Any]) -> Finding:
    """Flows between ends, then what stands out in them, each pattern from the largest down."""
    seen = _seen(picture, parameters)
    rows = [row for row, _ in seen.told]
    moved, told = seen.movements, seen.flows.open
    return METHOD.found(
        picture.fingerprint,
        parameters,
        rows,
        certificate={
            "movements": int(np.count_nonzero(told)),
            "told_twice": moved.repeated(told),
            "conflicts": int(np.count_nonzero(moved.conflict & told)),
            "steps_of_chains": seen.followed.steps if told.all() else None,
            "every_chain_found": not seen.followed.cut,
            "settlements": seen.matched.told if told.all() else {},
        },
        sensitivity={"weak grades dropped": _without_weak(picture, parameters, moved, rows)},
        caveats=(
            *caveats(moved, told, seen.ends, seen.followed, seen.matched),
            *(_PROPOSED if parameters["include_proposed"] else ()),
        ),
        evidence={row["id"]: statements for row, statements in seen.told},
    )


_PROPOSED = ("Statements that nobody has accepted yet are included.",)


def _seen(picture: Picture, parameters: Mapping[str, Any]) -> _Seen:
    movements = movements_of(picture, parameters)
    ends = ends_of(picture, movements)
    followed = chains(movements, ends, parameters)
    matched = offices(movements, ends, parameters)
    flowing = flows(movements, ends, _usual(picture, parameters))
    made = Rows(movements, ends, flowing.tells)
    told = [
        *flowing.told,
        *(
            made.fan(fan)
            for into in (True, False)
            for fan in fans(movements, ends, parameters, into=into)
        ),
        *made.chains(followed),
        *made.offices(matched.offices),
    ]
    rows = list(_listed(told, parameters["top"]))
    return _Seen(movements, ends, followed, matched, flowing, rows)


def _usual(picture: Picture, parameters: Mapping[str, Any]) -> dict[str, int]:
    """How many movements each flow has as usually read; empty where this is the usual reading."""
    usual = {**parameters, "include_proposed": False, "drop_weak": False}
    if usual == parameters:
        return {}
    movements = movements_of(picture, usual)
    rows = flows(movements, ends_of(picture, movements), {}).told
    return {row["id"]: row["count"] or 0 for row, _ in rows}


def _listed(told: list[Told], most: int) -> Iterator[Told]:
    """Each pattern from the largest row down, `most` of each; equal ids are told apart."""
    used: dict[str, int] = {}
    for pattern in PATTERNS:
        some = [one for one in told if one[0]["pattern"] == pattern]
        some.sort(key=lambda one: _size(one[0]))
        for row, statements in some[: most or len(some)]:
            again = used[row["id"]] = used.get(row["id"], 0) + 1
            name = row["id"] if again == 1 else f"{row['id']}|{again}"
            yield row | {"id": name}, statements


def _size(row: Row) -> tuple[str, float, int, str]:
    """Amounts of one currency are compared among themselves."""
    return row["currency"], -(row["high"] or 0.0), -(row["count"] or 0), row["id"]


def _without_weak(
    picture: Picture, parameters: Mapping[str, Any], movements: Movements, rows: list[Row]
) -> dict[str, Any]:
    """The rows that would be gone without weak grades, and the sums that would be others."""
    if not movements.weak.any():
        return {"no_longer_seen": [], "other_sums": {}}
    firm = {row["id"]: row for row, _ in _seen(picture, {**parameters, "drop_weak": True}).told}
    others = {
        row["id"]: [row["high"], firm[row["id"]]["high"]]
        for row in rows
        if row["id"] in firm and firm[row["id"]]["high"] != row["high"]
    }
    gone = [row["id"] for row in rows if row["id"] not in firm]
    return {"no_longer_seen": gone, "other_sums": others}
