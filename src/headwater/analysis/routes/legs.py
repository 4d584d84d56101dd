"""routes.legs: which stretches were seen, how often, by how many independent sources."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pyarrow.compute as pc

from headwater.analysis.grades import WEAK, is_weak
from headwater.analysis.routes.fees import fee_conflicts, fee_ranges
from headwater.model import Finding, Method, Output, Parameter
from headwater.picture import Picture

METHOD = Method(
    id="routes.legs",
    version="1",
    question="Which legs of journeys were seen, by which means, at what fee, in which period?",
    parameters=(
        Parameter("accepted_only", "flag", False, "Leave out legs that nobody has accepted."),
        Parameter("drop_weak", "flag", False, f"Leave out weak grades: {WEAK}."),
        Parameter("top", "int", 0, "Number of rows; 0 gives all.", low=0, high=10_000_000),
    ),
    outputs=(
        Output("id", "text", "The leg: from, to and mode with | between."),
        Output("from", "text", "Id of the place it begins at; empty where it is not said."),
        Output("to", "text", "Id of the place it ends at; empty where it is not said."),
        Output("from_name", "text", "Name of the place it begins at."),
        Output("to_name", "text", "Name of the place it ends at."),
        Output("mode", "text", "Means of transport; empty where it is not said."),
        Output("times_seen", "count", "Times that an item tells it as done."),
        Output("groups", "count", "Independent groups of reports that tell it as done."),
        Output("attempted", "count", "Times told as attempted; not counted as seen."),
        Output("planned", "count", "Times told as planned or projected; not counted as seen."),
        Output("alleged", "count", "Times told as alleged; not counted as seen."),
        Output("denied", "count", "Times denied; not counted as seen."),
        Output("accepted", "count", "Statements of it that a person stands behind."),
        Output("proposed", "count", "Statements of it that nobody has accepted yet."),
        Output("persons_min", "number", "Fewest people seen moved at once; null where not said."),
        Output("persons_max", "number", "Most people seen moved at once; null where not said."),
        Output("first", "text", "First date seen, ISO; empty where no date is given."),
        Output("last", "text", "Last date seen, ISO; empty where no date is given."),
        Output("networks", "list", "Names of the networks said to run it."),
        Output("fees", "list", "Range of fees, one for each currency and basis, never mixed."),
        Output("conflicts", "list", "Fees in one currency and basis whose ranges do not meet."),
    ),
    inputs=("legs",),
    cost="legs",
    not_for="Saying where nobody goes: a leg that nobody looked at is not here. Fees with another "
    "basis or currency must not be compared.",
)

_MOST_NAMED = 10
_COUNTED = {
    "done": "times_seen",
    "attempted": "attempted",
    "planned": "planned",
    "projected": "planned",
    "alleged": "alleged",
    "denied": "denied",
}


def run(picture: Picture, parameters: Mapping[str, Any]) -> Finding:
    """One row for each stretch and mode."""
    told = _told(picture, parameters)
    names = _network_names(picture)
    rows = {key: _row(key, said, names) for key, said in told.items()}
    order = sorted(rows, key=lambda key: (-rows[key]["times_seen"], -rows[key]["groups"], key))
    chosen = order[: parameters["top"] or len(order)]
    return Finding(
        method=METHOD.id,
        version=METHOD.version,
        parameters=dict(parameters),
        picture=picture.fingerprint,
        rows=tuple(rows[key] for key in chosen),
        sensitivity=_sensitivity(told, rows),
        caveats=tuple(_caveats(rows, told)),
        evidence={rows[key]["id"]: _evidence(told[key]) for key in chosen},
    )


Key = tuple[str, str, str]
Said = list[dict[str, Any]]


def _told(picture: Picture, parameters: Mapping[str, Any]) -> dict[Key, Said]:
    """What is said of each leg; a leg with several fees has a row for each of them."""
    legs = picture.legs.append_column("weak", is_weak(picture.legs["grade"]))
    if parameters["accepted_only"]:
        legs = legs.filter(pc.equal(legs["status"], "accepted"))
    if parameters["drop_weak"]:
        legs = legs.filter(pc.invert(legs["weak"]))
    people = picture.entities.filter(pc.not_equal(picture.entities["category"], ""))["id"]
    for end in ("from", "to"):  # somebody's name is not a place
        legs = legs.filter(pc.invert(pc.is_in(legs[end], value_set=people.combine_chunks())))
    told: dict[Key, Said] = defaultdict(list)
    for row in legs.to_pylist():
        told[(row["from"], row["to"], row["mode"])].append(row)
    return dict(told)


def _network_names(picture: Picture) -> dict[str, str]:
    """Names of networks by id; people are not networks, whatever a report makes of them."""
    wanted = pc.is_in(picture.entities["id"], value_set=pc.unique(picture.legs["network"]))
    known = picture.entities.filter(wanted).select(["id", "caption", "category"]).to_pylist()
    return {row["id"]: "" if row["category"] else row["caption"] for row in known}


def _row(key: Key, said: Said, names: Mapping[str, str]) -> dict[str, Any]:
    once = _once(said)
    seen = [row for row in once if row["modality"] == "done"]
    told_as = Counter(_COUNTED[row["modality"]] for row in once)
    status = Counter(row["status"] for row in once)
    persons = [row["persons"] for row in seen if row["persons"] is not None]
    networks = {names.get(row["network"], row["network"]) for row in once} - {""}
    fees = [row for row in said if row["fee_statement"] and row["modality"] == "done"]
    return {
        "id": "|".join(key),
        **dict(zip(("from", "to", "mode"), key, strict=True)),
        **{end: min(row[end] for row in said) for end in ("from_name", "to_name")},
        **{name: told_as[name] for name in dict.fromkeys(_COUNTED.values())},
        "groups": len({row["group"] for row in seen}),
        "accepted": status["accepted"],
        "proposed": status["proposed"],
        "persons_min": min(persons, default=None),
        "persons_max": max(persons, default=None),
        "first": min(_dates(seen, "date"), default=""),
        "last": max((*_dates(seen, "date"), *_dates(seen, "date_to")), default=""),
        "networks": sorted(networks),
        "fees": fee_ranges(fees),
        "conflicts": fee_conflicts(fees),
    }


def _once(said: Said) -> Said:
    """Each statement of the leg once, however many fees belong to it."""
    return list({(row["id"], row["statement"]): row for row in said}.values())


def _dates(rows: Iterable[Mapping[str, Any]], column: str) -> Sequence[str]:
    return [row[column] for row in rows if row[column]]


def _evidence(said: Said) -> tuple[str, ...]:
    ids = {row[name] for row in said for name in ("statement", "fee_statement")}
    return tuple(sorted(ids - {""}))


def _sensitivity(told: Mapping[Key, Said], rows: Mapping[Key, dict[str, Any]]) -> dict[str, Any]:
    """The legs that nobody would have seen without weak grades."""
    weak_only = [
        rows[key]["id"]
        for key, said in told.items()
        if rows[key]["times_seen"] and all(row["weak"] for row in said if row["modality"] == "done")
    ]
    return {"weak grades dropped": {"no_longer_seen": sorted(weak_only)}}


def _caveats(rows: Mapping[Key, dict[str, Any]], told: Mapping[Key, Said]) -> list[str]:
    if not rows:
        return ["No leg of a journey is known in this picture."]
    found = list(rows.values())
    lone = sum(row["groups"] == 1 for row in found)
    unseen = sum(not row["times_seen"] for row in found)
    half = sum(not (row["from"] and row["to"]) for row in found)
    loose = [
        row
        for said in told.values()
        for row in said
        if row["fee_statement"] and not (row["currency"] and row["fee_basis"])
    ]
    caveats = ["Legs are seen where somebody looks; a leg that is not here may still be in use."]
    for count, words in (
        (lone, "legs rest on one independent group of reports."),
        (unseen, "legs are only planned, attempted, alleged or denied, and were not seen."),
        (half, "legs lack their beginning or their end."),
        (len(loose), f"fees lack a currency or a basis and cannot be compared: {_lacking(loose)}."),
    ):
        if count:
            caveats.append(f"{count} {words}")
    return caveats


def _lacking(fees: Said) -> str:
    """Which fees lack which column, each with its leg and statement."""
    named = []
    for fee in sorted(fees, key=lambda row: (row["fee_statement"], row["id"]))[:_MOST_NAMED]:
        missing = " and ".join(f"`{name}`" for name in ("currency", "fee_basis") if not fee[name])
        ends = " to ".join(fee[end] or "?" for end in ("from_name", "to_name"))
        named.append(f"{ends} ({fee['fee_statement']}) lacks {missing}")
    rest = len(fees) - len(named)
    return "; ".join([*named, f"{rest} more"] if rest else named)
