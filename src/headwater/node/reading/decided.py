"""Decided: decisions on statements as a list shows them: what was decided on, not its id."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from headwater.model import Review, Statement, parse_statement_id
from headwater.node.node import Node
from headwater.node.reading.report import Reader, statements_in
from headwater.node.reading.withheld import Cover, covers_of
from headwater.node.things import kind_word
from headwater.safeguard import NOT_NAMED, WITHHELD

if TYPE_CHECKING:
    from headwater.node.looking import Held

    Look = Callable[[], Held]


@dataclass(frozen=True, slots=True)
class DecidedOn:
    """A decision on a statement.

    Attributes:
        review: The decision.
        kind: What the statement is about, in the field's word.
        name: What that is called; empty where it has no name.
        says: The property, in words.
        value: The value: a name in place of an id.
    """

    review: Review
    kind: str
    name: str
    says: str
    value: str


def decided_on(node: Node, reviews: Sequence[Review], look: "Look") -> tuple[DecidedOn, ...]:
    """Decisions with what was decided on, as their reports are told; see `as_told`.

    Cost: by the items that they are on, and the first page of their reports.
    """
    items: dict[str, set[int]] = {}
    for one in reviews:
        urn, number, _ = parse_statement_id(one.statement)
        items.setdefault(urn, set()).add(number)
    covers, allowed = covers_of(node, items, look), node.allowed()
    said = {urn: statements_in(node, urn, sorted(some), allowed) for urn, some in items.items()}
    told = {
        id_: found
        for urn, some in said.items()
        for id_, found in _told(some, covers.get(urn)).items()
    }
    return tuple(DecidedOn(one, *told[one.statement]) for one in reviews if one.statement in told)


def _told(said: Sequence[Statement], cover: Cover | None) -> dict[str, tuple[str, str, str, str]]:
    """Kind, name, property and value of each statement of a report, by its id."""
    reader = Reader(said, {})
    withheld = cover.withholds(said) if cover else frozenset()
    told = {}
    for one in said:
        line, name = reader.line(one), reader.name(one.entity)
        hidden = one.id in withheld
        name = NOT_NAMED if hidden else cover.hide(name) if cover else name
        told[one.id] = kind_word(one.schema), name, line.says, WITHHELD if hidden else line.value
    return told
