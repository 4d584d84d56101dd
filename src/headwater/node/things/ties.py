"""Ties: who and what a thing is tied to, with how much stands behind each tie."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow.compute as pc

from headwater.model import schemata
from headwater.node.things.columns import Fields, by_id, rows_among, rows_with
from headwater.node.things.shield import Shield
from headwater.node.things.wording import in_words, kind_word

if TYPE_CHECKING:
    from headwater.picture import Picture

_MOST_ROWS = 5_000
_MOST_TIES = 40
_ENDS = ("from", "to", "place")
_TELLING = ("mode", "series", "amountLow", "currency", "article")


@dataclass(frozen=True, slots=True)
class Tie:
    """A thing that another is tied to.

    Attributes:
        other: Its id; empty where it is not named.
        name: What it is called.
        kind: What it is, in the field's word.
        how: Layer of the network, or how the one names the other.
        first: First day on which it is told, or empty.
        last: Last day, or empty.
        reports: How many reports tell of it.
        groups: How many independent groups of reports.
        grades: The grades under which it is told.
        status: `accepted` where somebody accepted it once, else `proposed`.
        statements: Ids of statements of it, a few.
    """

    other: str
    name: str
    kind: str
    how: str
    first: str
    last: str
    reports: int
    groups: int
    grades: tuple[str, ...]
    status: str
    statements: tuple[str, ...]


def ties_of(picture: "Picture", entity: str, shield: Shield) -> tuple[list[Tie], int]:
    """What a thing is tied to, most independent groups first, and how many ties beyond those.

    Everybody who is not named is one tie for each layer: how they are told, never which they are.
    Cost: some passes over the links and over the values of statements.
    """
    rows = [*_links(picture, entity), *_pointing(picture, entity)]
    known = by_id(picture.entities, "id", {row["other"] for row in rows})
    held: dict[tuple[str, str], list[Fields]] = {}
    for row in rows:
        other = "" if row["other"] in shield.hidden else row["other"]
        held.setdefault((other, row["how"]), []).append(row)
    ties = [_tie(other, how, some, known, shield) for (other, how), some in held.items()]
    ties.sort(key=lambda one: (-one.groups, -one.reports, one.name, one.how))
    return ties[:_MOST_TIES], max(0, len(ties) - _MOST_TIES)


def _links(picture: "Picture", entity: str) -> Iterable[Fields]:
    for end, other in (("source", "target"), ("target", "source")):
        for row in rows_with(picture.links, end, entity).slice(0, _MOST_ROWS).to_pylist():
            if row[other] != entity:
                how = row["layer"] if row["kind"] in ("", row["layer"]) else _layer(row)
                yield row | {"other": row[other], "how": how, "last": row["date"]}


def _layer(row: Fields) -> str:
    return f"{row['layer']}: {row['kind']}"


def _pointing(picture: "Picture", entity: str) -> Iterable[Fields]:
    """Statements of other things that name this one; links have rows of their own."""
    said = picture.statements
    naming = said.filter(pc.equal(said["value"], entity)).slice(0, _MOST_ROWS)
    edges = {name for name, schema in schemata().items() if schema.edge}
    rows = [row for row in naming.to_pylist() if _tells(row, edges)]
    told = _told(picture, {row["entity"] for row in rows})
    for row in rows:
        own = told.get(row["entity"], {})
        day = own.get("date") or own.get("startDate") or ""
        how = {"other": row["entity"], "how": in_words(row["property"]), "date": day, "last": day}
        tells = {"says": _says(own), "report": row["urn"], "statement": row["id"]}
        yield row | how | tells


def _tells(row: Fields, edges: set[str]) -> bool:
    return row["schema"] not in edges and row["schema"] != "CategoryDecision"


def _told(picture: "Picture", entities: set[str]) -> dict[str, dict[str, str]]:
    """What is said of some things that have no name: when, where, how much."""
    if not entities:
        return {}
    rows = rows_among(picture.statements, "entity", entities)
    chosen = rows_among(rows, "property", {"date", "startDate", *_ENDS, *_TELLING})
    found = chosen.select(["entity", "property", "value"]).to_pylist()
    called = by_id(picture.entities, "id", {r["value"] for r in found if r["property"] in _ENDS})
    told: dict[str, dict[str, str]] = {}
    for row in found:
        value = called[row["value"]]["caption"] if row["value"] in called else row["value"]
        told.setdefault(row["entity"], {}).setdefault(row["property"], value)
    return told


def told_of(picture: "Picture", entity: str) -> str:
    """What is told of a thing that has no name, as its ends and its amount."""
    return _says(_told(picture, {entity}).get(entity, {}))


def _says(own: dict[str, str]) -> str:
    way = " → ".join(own[name] for name in ("from", "to") if name in own)
    return ", ".join([way, *(own[name] for name in ("place", *_TELLING) if name in own)]).strip(
        ", "
    )


def _tie(other: str, how: str, rows: list[Fields], known: dict[str, Fields], shield: Shield) -> Tie:
    row = known.get(rows[0]["other"], {})
    days = sorted(row["date"][:10] for row in rows if row["date"])
    accepted = any(row["status"] == "accepted" for row in rows)
    first = {row["group"]: row["statement"] for row in reversed(rows)}
    return Tie(
        other=other,
        name=_name(rows[0], row, shield),
        kind=kind_word(row.get("schema", "")),
        how=how,
        first=days[0] if days else "",
        last=days[-1] if days else "",
        reports=len({row["report"] for row in rows}),
        groups=len(first),
        grades=tuple(sorted({row["grade"] for row in rows if row["grade"]})),
        status="accepted" if accepted else "proposed",
        statements=tuple(first.values())[:3],
    )


def _name(told: Fields, row: Fields, shield: Shield) -> str:
    """What the other is called; of a leg, a fee or a sighting, what is told of it."""
    caption = row.get("caption") or ""
    plain = caption if caption != told["other"] else ""
    says = told.get("says", "") or plain or kind_word(row.get("schema", ""))
    return shield.name(told["other"], says)
