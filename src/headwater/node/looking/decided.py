"""Decided: what somebody is in a case is on every page at once, however old its picture.

A large picture is behind for as long as the next one takes to build. Decisions on people that came
in meanwhile are put into the old one, which takes a moment: so nobody is named whom one protects.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from headwater.node.node import Node
from headwater.safeguard import PROTECTED, governing

if TYPE_CHECKING:
    import pyarrow as pa

    from headwater.model import Statement
    from headwater.picture import Picture

_COLUMN_OF = {"subject": "entity", "decidedBy": "decided_by"}


class Decision(NamedTuple):
    """What somebody was decided to be: a row of the table `categories`."""

    entity: str = ""
    category: str = ""
    case: str = ""
    decided_by: str = ""
    date: str = ""
    reason: str = ""
    statement: str = ""


def decided_since(node: Node, allowed: frozenset[int], item: int) -> list[Decision]:
    """Decisions on people that came in after an item.

    Args:
        node: Where it was decided.
        allowed: Labels of the decisions that the viewer may see.
        item: How many items are known.
    """
    told: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for one in node.store.recent.decisions(allowed, item):
        told[one.urn, one.entity].append(one)
    return [found for said in told.values() if (found := _decision(said)).category]


def _decision(said: "Sequence[Statement]") -> Decision:
    parts = {_COLUMN_OF.get(one.property, one.property): one.value for one in said}
    known = {name: parts[name] for name in Decision._fields if name in parts}
    return Decision(**known | {"statement": min(said, key=lambda one: one.n).id})


def with_decisions(picture: "Picture", decisions: Sequence[Decision]) -> "Picture":
    """The same picture with these decisions; whom they protect is named and ranked nowhere.

    Whom they do not protect stays as protected as they were, until the next picture is there.
    """
    import pyarrow as pa

    from headwater.picture import Picture, make_table

    stand_for = _joined(picture, [one.entity for one in decisions])
    rows = [one._replace(entity=stand_for.get(one.entity, one.entity)) for one in decisions]
    new = make_table("categories", pa.Table.from_pylist([one._asdict() for one in rows]))
    known = make_table("categories", pa.concat_tables([picture.categories, new]))
    entities = _judged(picture.entities, known, {one.entity for one in rows})
    tables = {**picture.tables, "entities": entities, "categories": known}
    seen = Picture.of(tables, viewer=picture.viewer, purpose=picture.purpose)
    return replace(seen, caveats=picture.caveats)


def _joined(picture: "Picture", mentions: Sequence[str]) -> dict[str, str]:
    """For each id under which people are decided on, the one that they have in the picture."""
    import pyarrow as pa
    import pyarrow.compute as pc

    said = picture.statements.select(["mention", "entity"])
    theirs = said.filter(pc.is_in(said["mention"], value_set=pa.array(mentions, pa.string())))
    distinct = theirs.group_by(["mention", "entity"]).aggregate([])
    return dict(zip(*(distinct[name].to_pylist() for name in ("mention", "entity")), strict=True))


def _judged(entities: "pa.Table", categories: "pa.Table", people: set[str]) -> "pa.Table":
    """The entities, with those of these people protected whom all that was decided protects."""
    import pyarrow as pa
    import pyarrow.compute as pc

    held: dict[str, list[str]] = {one: [] for one in people}
    theirs = pc.is_in(categories["entity"], value_set=pa.array(sorted(people), pa.string()))
    for row in categories.filter(theirs).to_pylist():
        held[row["entity"]].append(row["category"])
    is_now = {one: str(word) for one in people if (word := governing(held[one])) in PROTECTED}
    at = pc.index_in(entities["id"], value_set=pa.array(list(is_now), pa.string()))
    protected = pc.is_valid(at)
    words = pa.array(is_now.values(), pa.string()).take(at.combine_chunks())
    columns = {
        "category": pc.coalesce(words, entities["category"]),
        "protected": pc.or_(entities["protected"], protected),
        "rankable": pc.and_not(entities["rankable"], protected),
    }
    for name, column in columns.items():
        entities = entities.set_column(entities.schema.get_field_index(name), name, column)
    return entities
