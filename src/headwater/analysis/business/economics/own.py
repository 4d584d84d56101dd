"""What the picture itself says of the trade: which units there are, their fees, people aboard."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from headwater.analysis.business.economics.parameters import Figure
from headwater.analysis.business.economics.supply import of_boats
from headwater.analysis.business.fees import Claim, gather, row_of, told_apart
from headwater.analysis.grades import is_weak
from headwater.picture import Picture

MODES = {"launch": ("boat", "taxi_boat"), "lorry": ("lorry", "van")}
"""Means of transport that make a unit."""
_EQUIPMENT = ("EquipmentSupply", "Seizure", "Launch")
_HOME = "GB"
_LANDINGS = frozenset(
    {
        "united kingdom",
        "uk",
        "great britain",
        "england",
        "kent",
        "dover",
        "dungeness",
        "folkestone",
        "ramsgate",
        "hythe",
        "deal",
        "greatstone",
        "kingsdown",
        "lydd",
    }
)
_READ = ["from", "to", "from_name", "to_name", "mode", "persons", "group", "statement"]
_RECKONED = frozenset({"EUR", "GBP"})
_MOST_CITED = 50
_APART = 1.5


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a trade.

    Attributes:
        units: For each unit that is told, some statements that tell of it.
        figures: Figures of its own, that go before the published ones.
        far: Whether the leg asked for is not known to lead to the United Kingdom.
        unread: Currencies of fees that are not reckoned with, for want of a rate.
    """

    units: dict[str, tuple[str, ...]]
    figures: tuple[Figure, ...]
    far: bool = False
    unread: tuple[str, ...] = ()


def told_of(picture: Picture, parameters: Mapping[str, Any]) -> Told:
    """The units that the picture tells of, and what it says of their fees and people.

    Args:
        picture: The picture.
        parameters: `leg`, `groups`, `accepted_only`, `drop_weak`, `political`.
    """
    legs = _legs(picture, parameters)
    units: dict[str, tuple[str, ...]] = {}
    figures: list[Figure] = []
    told, by = _fees(picture, parameters), _modes_by_stretch(picture)
    fees = [fee for fee in told if fee.currency in _RECKONED]
    for unit, modes in MODES.items():
        rows = [row for row in legs if row["mode"] in modes]
        cited = [row["statement"] for row in rows]
        cited += _of_boats(picture) if unit == "launch" and not parameters["leg"] else []
        paid = [fee for fee in fees if _is_by(fee, modes, by)]
        prices = _prices(unit, paid, parameters)
        if not cited or (parameters["leg"] and not prices):
            continue
        units[unit] = tuple(sorted(set(cited))[:_MOST_CITED])
        figures += [*prices, *_people(unit, _wanted(picture, rows, parameters), parameters)]
    if units:
        units["group"] = tuple(sorted({one for cited in units.values() for one in cited}))
    home = _home(picture)
    far = bool(parameters["leg"]) and not all(_leads_home(row, home) for row in legs)
    unread = {fee.currency or "no stated currency" for fee in told} - _RECKONED
    return Told(units, tuple(figures), far, tuple(sorted(unread)))


def _legs(picture: Picture, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Legs told as done, each telling once; of the leg that is asked for, if one is."""
    legs = picture.legs.append_column("weak", is_weak(picture.legs["grade"]))
    wanted = pa.array([mode for modes in MODES.values() for mode in modes])
    legs = legs.filter(pc.is_in(legs["mode"], value_set=wanted))
    legs = legs.filter(pc.equal(legs["modality"], "done"))
    if parameters["accepted_only"]:
        legs = legs.filter(pc.equal(legs["status"], "accepted"))
    if parameters["drop_weak"]:
        legs = legs.filter(pc.invert(legs["weak"]))
    once = {row["statement"]: row for row in legs.select(_READ).to_pylist()}
    asked = parameters["leg"].strip().casefold()
    return [row for row in once.values() if asked in _name(row).casefold()]


def _modes_by_stretch(picture: Picture) -> dict[tuple[str, str], set[str]]:
    """The means of transport that are told of each stretch, by whatever telling."""
    told = picture.legs.select(["from", "to", "mode"]).group_by(["from", "to", "mode"])
    found: dict[tuple[str, str], set[str]] = {}
    for row in told.aggregate([]).to_pylist():
        if row["mode"]:
            found.setdefault((row["from"], row["to"]), set()).add(row["mode"])
    return found


def _is_by(fee: Claim, modes: Iterable[str], by: Mapping[tuple[str, str], set[str]]) -> bool:
    """Whether a fee is for these means: it says so, or its stretch is told by no other."""
    told = {fee.mode} if fee.mode else by.get((fee.origin, fee.destination), set())
    return bool(told) and told <= set(modes)


def _name(row: Mapping[str, Any]) -> str:
    return " > ".join(row[f"{side}_name"] or row[side] or "?" for side in ("from", "to"))


def _fees(picture: Picture, parameters: Mapping[str, Any]) -> list[Claim]:
    """Fees for one person of the leg that is asked for; else of ways to the United Kingdom."""
    claims, _ = gather(picture, {**parameters, "adverts": False})
    asked = parameters["leg"].strip().casefold()
    home = _home(picture)
    return [
        claim
        for claim in claims
        if claim.basis == "person"
        and (asked in claim.leg.casefold() if asked else claim.destination in home)
    ]


def _home(picture: Picture) -> set[str]:
    places = picture.places.filter(pc.equal(picture.places["country"], _HOME))
    return set(places["id"].to_pylist())


def _leads_home(row: dict[str, Any], home: set[str]) -> bool:
    """Whether a leg ends in the United Kingdom; a plain file may name a coast and no country."""
    return row["to"] in home or str(row["to_name"]).casefold() in _LANDINGS


def _wanted(
    picture: Picture, rows: Sequence[dict[str, Any]], parameters: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """The legs whose people count: those asked for, else those to the United Kingdom."""
    home = _home(picture)
    return [row for row in rows if parameters["leg"] or _leads_home(row, home)]


def _prices(unit: str, fees: Iterable[Claim], parameters: Mapping[str, Any]) -> list[Figure]:
    """The fees of a unit, those that contradict each other as figures of their own."""
    found = []
    for part in told_apart(fees, (), {"season": "all", "apart": _APART}):
        row = row_of(part)
        groups = row["independent_groups"]
        if row["median"] is None or groups < parameters["groups"]:
            continue
        ends = (row["q05"], row["median"], row["q95"])
        source = f"{row['leg']}: {groups} independent groups of reports"
        found.append(_of_reports(unit, "fee", ends, row["currency"], (source, part.statements)))
    return found


def _people(
    unit: str, rows: Iterable[Mapping[str, Any]], parameters: Mapping[str, Any]
) -> list[Figure]:
    """People aboard: the middle half of what is told, each independent group once."""
    of_group: dict[str, list[float]] = {}
    cited = set()
    for row in rows:
        if row["persons"] is not None and row["persons"] > 0:
            of_group.setdefault(row["group"], []).append(row["persons"])
            cited.add(row["statement"])
    if len(of_group) < parameters["groups"]:
        return []
    counts = [float(np.mean(told)) for told in of_group.values()]
    low, middle, high = (float(q) for q in np.quantile(counts, (0.25, 0.5, 0.75)))
    source = f"{len(of_group)} independent groups of reports"
    return [_of_reports(unit, "persons", (low, middle, high), "", (source, tuple(sorted(cited))))]


def _of_reports(
    unit: str,
    parameter: str,
    ends: tuple[float, float, float],
    currency: str,
    behind: tuple[str, tuple[str, ...]],
) -> Figure:
    source, statements = behind
    return Figure(unit, parameter, *ends, currency, "reports", source, "this picture", statements)


def _of_boats(picture: Picture) -> list[str]:
    """Statements of launches, and of boats and engines bought, kept or taken."""
    said = picture.statements
    kinds = pc.is_in(pc.cast(said["schema"], pa.string()), value_set=pa.array(_EQUIPMENT))
    rows = said.filter(kinds).select(["id", "schema", "property", "value"]).to_pylist()
    return [
        row["id"]
        for row in rows
        if row["schema"] == "Launch" or (row["property"] == "article" and of_boats(row["value"]))
    ]
