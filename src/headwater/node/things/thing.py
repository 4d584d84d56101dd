"""Thing: everything that a picture holds of one person, group, vehicle, account, phone or place."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import parse_marking
from headwater.node.node import Node
from headwater.node.settings import today
from headwater.node.things.columns import Fields, by_id, rows_among, rows_with
from headwater.node.things.joined import Merged, merged
from headwater.node.things.said import Property, said_of
from headwater.node.things.shield import Shield, may_categorise
from headwater.node.things.ties import Tie, ties_of, told_of
from headwater.node.things.wording import kind_word
from headwater.safeguard import Operation, review_due

if TYPE_CHECKING:
    from headwater.picture import Picture

_MOST_REPORTS = 40
_NAMELESS = ("Leg", "Fee", "Sighting", "Seizure", "Launch", "PriceAdvert", "EquipmentSupply")


@dataclass(frozen=True, slots=True)
class Standing:
    """What a thing is, before anything that is stated of it.

    Attributes:
        id: Its id.
        kind: What it is, in the field's word.
        name: What it is called, or that it is not named here.
        person: Whether people decide what it is in a case.
        category: What was decided; `undecided` where nothing was. Empty where it is no person.
        rankable: Whether it may be ranked.
        hidden: Whether nothing more may be shown.
        statements: How many statements speak of it.
        reports: How many reports.
        groups: How many independent groups of reports.
        first: First day that is told of it.
        last: Last day.
    """

    id: str
    kind: str
    name: str
    person: bool
    category: str
    rankable: bool
    hidden: bool
    statements: int
    reports: int
    groups: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Retention:
    """When a report about it asks for a review next.

    Attributes:
        on: The day.
        due: Whether that day has come.
        why: The retention group that sets it.
        source: Where the period comes from.
    """

    on: str
    due: bool
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing with everything that is shown of it.

    Attributes:
        standing: What it is.
        decisions: Who decided what it is, in which case and why.
        names: Its names, as `Property.values`.
        said: What is stated of it beside its names.
        unread: How many statements were not read, because there are so many.
        ties: Who and what it is tied to.
        more_ties: How many further ties there are.
        merged: How it was joined; None where it is not shown.
        reports: Reports it stands in, the latest first.
        retention: When it is to be looked at again; None where nothing tells.
        categorise: Whether this viewer may decide what it is.
    """

    standing: Standing
    decisions: tuple[Fields, ...]
    names: tuple[Property, ...] = ()
    said: tuple[Property, ...] = ()
    unread: int = 0
    ties: tuple[Tie, ...] = ()
    more_ties: int = 0
    merged: Merged | None = None
    reports: tuple[Fields, ...] = ()
    retention: Retention | None = None
    categorise: bool = False


def standing_of(picture: "Picture", entity: str, shield: Shield) -> Standing | None:
    """What a thing is; None where the picture holds none of this id.

    The id of a mention that was joined into another stands for that other.
    """
    row = by_id(picture.entities, "id", {entity}).get(entity) or _joined_into(picture, entity)
    if row is None:
        return None
    hidden = row["id"] in shield.hidden
    called = row["caption"] if row["caption"] not in ("", row["id"]) else ""
    if row["schema"] in _NAMELESS:
        called = told_of(picture, row["id"]) or called
    counts = {name: row[name] or 0 for name in ("statements", "reports", "groups")}
    return Standing(
        id=row["id"],
        kind=kind_word(row["schema"]),
        name=shield.name(row["id"], called),
        person=bool(row["category"]),
        category=row["category"],
        rankable=row["rankable"],
        hidden=hidden,
        first="" if hidden else row["first"],
        last="" if hidden else row["last"],
        **counts,
    )


def _joined_into(picture: "Picture", mention: str) -> Fields | None:
    own = rows_with(picture.statements, "mention", mention).slice(0, 1)["entity"].to_pylist()
    return by_id(picture.entities, "id", set(own)).get(own[0]) if own else None


def see_thing(
    node: Node, picture: "Picture", entity: str, shield: Shield, kept: pa.Table | None = None
) -> Thing | None:
    """Everything that this viewer may see of a thing; a consultation.

    None where there is none, or none for this viewer: the two are not told apart. Of somebody who
    is not named, only what was decided is shown, and in how many reports they stand.

    Args:
        node: Where it is.
        picture: What the viewer may see.
        entity: Id of the thing, or of a mention that was joined into it.
        shield: Who is not named to the viewer.
        kept: What `recorded` gives, where that is at hand.
    """
    node.log(Operation.CONSULTATION, [entity])
    standing = standing_of(picture, entity, shield)
    if standing is None:
        return None
    decisions = _decisions(picture, standing, shield)
    retention = _retention(picture, standing, recorded(node) if kept is None else kept)
    if standing.hidden:
        return Thing(standing, decisions, retention=retention)
    every, unread = said_of(picture, standing.id, shield)
    ties, more = ties_of(picture, standing.id, shield)
    named = [one for one in every if one.name in _NAMING]
    return Thing(
        standing=standing,
        decisions=decisions,
        names=tuple(named),
        said=tuple(one for one in every if one not in named),
        unread=unread,
        ties=tuple(ties),
        more_ties=more,
        merged=merged(node, picture, standing.id, shield),
        reports=tuple(_reports(picture, standing.id, shield)),
        retention=retention,
        categorise=standing.person and may_categorise(node),
    )


_NAMING = ("name", "alias", "weakAlias", "previousName", "abbreviation")


def _decisions(picture: "Picture", standing: Standing, shield: Shield) -> tuple[Fields, ...]:
    rows = rows_with(picture.categories, "entity", standing.id).to_pylist()
    rows.sort(key=lambda row: (row["date"], row["case"]), reverse=True)
    if standing.hidden:
        return tuple(row | {"reason": "", "statement": ""} for row in rows)
    return tuple(row | {"reason": shield.words(row["reason"])} for row in rows)


def _urns(picture: "Picture", entity: str) -> list[str]:
    own = rows_with(picture.statements, "entity", entity)
    found: list[str] = pc.unique(own["urn"]).to_pylist()
    return found


def _reports(picture: "Picture", entity: str, shield: Shield) -> list[Fields]:
    rows = rows_among(picture.reports, "urn", _urns(picture, entity))
    rows = rows.sort_by([("information_from", "descending"), ("urn", "ascending")])
    shown = rows.slice(0, _MOST_REPORTS).to_pylist()
    return [row | {"title": shield.words(row["title"]) or row["urn"]} for row in shown]


def _retention(picture: "Picture", standing: Standing, kept: pa.Table) -> Retention | None:
    """The earliest review that any report about it asks for, by what this one is."""
    if standing.person:
        people: list[tuple[str, ...]] = [(standing.category,)]
    else:
        people = []
    urns = pa.array(_urns(picture, standing.id), pa.string())
    least = kept.filter(pc.is_in(kept["urn"], value_set=urns)).group_by("handling")
    dates = [
        review_due(
            date.fromisoformat(row["recorded_min"][:10]),
            people,
            parse_marking(f"2D-{row['handling']}")[1],
            today(),
        )
        for row in least.aggregate([("recorded", "min")]).to_pylist()
    ]
    if not dates:
        return None
    first = min(dates, key=lambda one: one.on)
    return Retention(first.on.isoformat(), first.due, first.group, first.source)


def recorded(node: Node) -> pa.Table:
    """When each report that this viewer may see was recorded here, and its handling."""
    return node.store.reports(node.allowed()).select(["urn", "recorded", "handling"])
