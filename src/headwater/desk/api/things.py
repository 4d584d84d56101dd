"""Things for scripts: persons, groups, vehicles, numbers, places; nobody who is not named here."""

from dataclasses import dataclass

from litestar import get
from litestar.exceptions import NotFoundException
from litestar.params import FromQuery

from headwater.desk.api.answers import Id, refusals
from headwater.desk.visit import Here
from headwater.node import queue, things


@dataclass(frozen=True, slots=True)
class ValueTold:
    """A value that is stated, with the statements behind it; `leads` is the id that it names."""

    property: str
    text: str
    leads: str
    status: str
    grades: list[str]
    reports: int
    groups: int
    statements: list[str]


@dataclass(frozen=True, slots=True)
class TieTold:
    """What it is tied to, how, and the statements behind it."""

    other: str
    name: str
    kind: str
    how: str
    first: str
    last: str
    reports: int
    groups: int
    statements: list[str]


@dataclass(frozen=True, slots=True)
class ThingTold:
    """One thing.

    Attributes:
        id: Its id; another than was asked for where it was joined to it.
        kind: What it is.
        name: What it is called; says so where it is not named to you.
        category: What somebody decided that a person is; empty for all else.
        named: Whether it is named to you; if not, nothing else is told.
        reports: In how many reports it stands.
        groups: In how many independent groups of reports.
        said: What is stated of it.
        ties: What it is tied to.
    """

    id: str
    kind: str
    name: str
    category: str
    named: bool
    reports: int
    groups: int
    said: list[ValueTold]
    ties: list[TieTold]


@get("/things/one", sync_to_thread=True, responses=refusals(s404="There is none for you."))
def one(visit: Here, id: FromQuery[Id]) -> ThingTold:
    """One thing, with what is stated of it and what it is tied to."""
    held, node = visit.look(id), visit.node
    index, shield = things.index_of(node, held), things.shield_of(node, held)
    found = things.see_thing(node, index, id, shield, queue.retained(node))
    if found is None:
        raise NotFoundException
    standing = found.standing
    return ThingTold(
        id=standing.id,
        kind=standing.kind,
        name=standing.name,
        category=standing.category,
        named=not standing.hidden,
        reports=standing.reports,
        groups=standing.groups,
        said=[_value(each, value) for each in (*found.names, *found.said) for value in each.values],
        ties=[_tie(each) for each in found.ties],
    )


def _value(stated: things.Property, value: things.Value) -> ValueTold:
    return ValueTold(
        property=stated.name,
        text=value.text,
        leads=value.leads,
        status=value.status,
        grades=list(value.grades),
        reports=value.reports,
        groups=value.groups,
        statements=list(value.statements),
    )


def _tie(tie: things.Tie) -> TieTold:
    names = [name for name in TieTold.__slots__ if name != "statements"]
    own = {name: getattr(tie, name) for name in names}
    return TieTold(**own, statements=list(tie.statements))


ROUTES = (one,)
