"""Thing: everything that a picture holds of one person, group, vehicle, account, phone or place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import parse_marking
from headwater.node.node import Node
from headwater.node.settings import today
from headwater.node.things.columns import Fields, places, rows_at, rows_with
from headwater.node.things.index import Codes, ThingIndex
from headwater.node.things.joined import Merged, merged
from headwater.node.things.said import Property, said_of
from headwater.node.things.shield import Shield, may_categorise
from headwater.node.things.ties import Tie, says, ties_of, told_of
from headwater.node.things.wording import kind_word
from headwater.safeguard import NOT_NAMED, RANKABLE, governing, retention

_MOST_REPORTS = 40
_NONE_REVIEWED: Mapping[str, date] = MappingProxyType({})
_NAMELESS = ("Leg", "Fee", "Sighting", "Seizure", "Launch", "PriceAdvert", "EquipmentSupply")


@dataclass(frozen=True, slots=True)
class Standing:
    """What a thing is, before anything that is stated of it.

    Attributes:
        id: Its id.
        kind: What it is, in the field's word.
        name: What it is called, or that it is not named here.
        by_number: Whether that is the number of somebody of whom no name is told.
        person: Whether people decide what it is in a case.
        category: What was decided; `undecided` where nothing was. Empty where it is no person.
        rankable: Whether it may be ranked.
        newer: Whether that was decided since the picture was made, which names and ranks by
            what it knew.
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
    by_number: bool
    person: bool
    category: str
    rankable: bool
    newer: bool
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
    ties: tuple[Tie, ...] = ()
    more_ties: int = 0
    merged: Merged | None = None
    reports: tuple[Fields, ...] = ()
    retention: Retention | None = None
    categorise: bool = False


def _standing(index: ThingIndex, at: int, shield: Shield) -> Standing:
    """What a thing is."""
    entities = index.picture.entities
    (row,) = rows_at(entities, [at], entities.column_names)
    hidden = shield.hides(row["id"])
    called = row["caption"] if row["caption"] not in ("", row["id"]) else ""
    if row["schema"] in _NAMELESS:
        called = says(told_of(index, [at])[0]) or called
    counts = {name: row[name] or 0 for name in ("statements", "reports", "groups")}
    decided = rows_with(index.picture.categories, "entity", row["id"])
    newer = bool(row["category"]) and any(_is_newer(index, one) for one in decided)
    category = str(governing(one["category"] for one in decided)) if newer else row["category"]
    return Standing(
        id=row["id"],
        kind=kind_word(row["schema"]),
        name=NOT_NAMED if hidden else called,
        by_number=bool(row["category"]) and not hidden and _is_number(index, at, called),
        person=bool(row["category"]),
        category=category,
        rankable=row["rankable"] and (not newer or category in RANKABLE),
        newer=newer,
        hidden=hidden,
        first="" if hidden else row["first"],
        last="" if hidden else row["last"],
        **counts,
    )


def _is_newer(index: ThingIndex, decision: Fields) -> bool:
    """Whether the picture was made before this was decided: it holds no such statement."""
    statement = decision["statement"]
    return bool(statement) and index.sentences.statement(statement) < 0


def _is_number(index: ThingIndex, at: int, called: str) -> bool:
    """Whether what a thing is called is a number told of it, since no name is."""
    own = index.picture.statements.select(["property", "value"]).take(pa.array(index.said(at)))
    named = pc.is_in(own["property"], value_set=pa.array(_NAMING))
    told = pc.equal(own["value"], called)
    return bool(pc.any(told).as_py()) and not pc.any(named).as_py()


def see_thing(
    node: Node,
    index: ThingIndex,
    entity: str,
    shield: Shield,
    reviewed: Mapping[str, date] = _NONE_REVIEWED,
) -> Thing | None:
    """Everything that this viewer may see of a thing, which the look at the picture is logged with.

    None where there is none, or none for this viewer: the two are not told apart. Of somebody who
    is not named, only what was decided is shown, and in how many reports they stand.

    Args:
        node: Where it is.
        index: What the viewer may see, ready to be asked.
        entity: Id of the thing, or of a mention that was joined into it.
        shield: Who is not named to the viewer.
        reviewed: By URN the day on which a report was last found to be still needed.
    """
    at = index.row(entity)
    if at < 0:
        return None
    standing, reports = _standing(index, at, shield), index.reports(at)
    decisions = _decisions(index, standing, shield)
    kept_until = _retention(index, reports, standing, reviewed)
    if standing.hidden:
        return Thing(standing, decisions, retention=kept_until)
    every, (ties, more) = said_of(index, at, shield), ties_of(index, at, shield)
    return Thing(
        standing=standing,
        decisions=decisions,
        names=tuple(one for one in every if one.name in _NAMING),
        said=tuple(one for one in every if one.name not in _NAMING),
        ties=tuple(ties),
        more_ties=more,
        merged=merged(node, index, at, shield),
        reports=tuple(latest_reports(index, reports, shield)),
        retention=kept_until,
        categorise=standing.person and may_categorise(node),
    )


_NAMING = ("name", "alias", "weakAlias", "previousName", "abbreviation")


def _decisions(index: ThingIndex, standing: Standing, shield: Shield) -> tuple[Fields, ...]:
    rows = rows_with(index.picture.categories, "entity", standing.id)
    rows.sort(key=lambda row: (row["date"], row["case"]), reverse=True)
    if standing.hidden:
        return tuple(row | {"reason": "", "statement": ""} for row in rows)
    return tuple(row | {"reason": shield.words(row["reason"])} for row in rows)


def latest_reports(index: ThingIndex, rows: Codes, shield: Shield) -> list[Fields]:
    """The reports that tell of the latest days."""
    latest = rows[np.argsort(-index.day[rows], kind="stable")][:_MOST_REPORTS]
    shown = rows_at(index.picture.reports, latest, _OF_REPORT)
    return [row | {"title": shield.words(row["title"]) or row["urn"]} for row in shown]


_OF_REPORT = ("urn", "title", "originator", "information_from", "information_to", "record_date")


def _retention(
    index: ThingIndex, rows: Codes, standing: Standing, reviewed: Mapping[str, date]
) -> Retention | None:
    """The earliest review that any report about it asks for, by what this one is."""
    people = [(standing.category,)] if standing.person else []
    came, handling = index.recorded.codes[rows], index.handling.codes[rows]
    urns = index.picture.reports["urn"].take(pa.array(rows))
    review = places(urns, pa.array(reviewed, pa.string()))
    known = came >= 0
    dates = []
    for code, place in np.unique(np.stack([handling, review])[:, known], axis=1).T.tolist():
        alike = known & (handling == code) & (review == place)
        first = date.fromisoformat(index.recorded.words[came[alike].min()])
        marking = parse_marking(f"2D-{index.handling.words[code]}")[1]
        last = list(reviewed.values())[place] if place >= 0 else None
        dates.append(retention.review_due(first, people, marking, today(), reviewed=last))
    if not dates:
        return None
    soonest = min(dates, key=lambda one: one.on)
    return Retention(soonest.on.isoformat(), soonest.due, soonest.group, soonest.source)
