"""Joined: how one thing came to be made of several, and which joins can be taken back."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow.compute as pc

from headwater.model import Judgement, Verdict
from headwater.node.node import Node
from headwater.node.things.columns import rows_among, rows_with
from headwater.node.things.shield import Shield

if TYPE_CHECKING:
    from headwater.picture import Picture

_MOST = 30
_CALLED = {"name", "registrationNumber", "number", "username", "phone"}


@dataclass(frozen=True, slots=True)
class Join:
    """One judgement that holds two mentions together.

    Attributes:
        id: Its id, to take it back by.
        left: What the one mention is called; empty where it has no name or number.
        right: What the other is called.
        same_name: Whether both are called the same.
        by: The person, or the rule with its version.
        made: When.
        reason: Why.
        explanation: What agreed and what did not.
        bits: Weight of the evidence in bits; None where nothing was weighed.
        statements: Ids of the statements it rests on.
    """

    id: str
    left: str
    right: str
    same_name: bool
    by: str
    made: str
    reason: str
    explanation: tuple[tuple[str, str], ...]
    bits: float | None
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """How a thing was joined.

    Attributes:
        mentions: How many mentions are one in it.
        joins: The judgements in force between them, what people decided first.
        more: How many further ones there are.
    """

    mentions: int
    joins: tuple[Join, ...]
    more: int


def merged(node: Node, picture: "Picture", entity: str, shield: Shield) -> Merged:
    """How a thing was joined, as far as this viewer sees what each join rests on.

    Cost: by the judgements on its mentions.
    """
    from headwater.resolve import standing_judgements

    own = rows_with(picture.statements, "entity", entity)
    members = set(pc.unique(own["mention"]).to_pylist()) | {entity}
    around = node.store.judgements_on(members)
    inside = [one for one in around if {one.left, one.right} <= members]
    undos = [one for one in around if one.undoes]
    held = standing_judgements([*inside, *(one for one in undos if one not in inside)])
    seen = [one for one in held if one.verdict is Verdict.SAME and _seen(node, one)]
    seen.sort(key=lambda one: (one.author.startswith("resolve/"), one.made, one.id))
    names = _names(picture, members)
    joins = tuple(_join(one, names, shield) for one in seen[:_MOST])
    return Merged(len(members), joins, max(0, len(seen) - _MOST))


def _seen(node: Node, judgement: Judgement) -> bool:
    allowed = node.allowed()
    return all(node.store.statement(one, allowed) for one in judgement.evidence)


def _names(picture: "Picture", members: set[str]) -> dict[str, str]:
    """What each mention is called in its own report."""
    said = rows_among(picture.statements, "mention", members)
    rows = rows_among(said, "property", _CALLED)
    return {row["mention"]: row["value"] for row in reversed(rows.to_pylist())}


def _join(one: Judgement, names: dict[str, str], shield: Shield) -> Join:
    left, right = names.get(one.left, ""), names.get(one.right, "")
    lines = (line.partition(":") for line in one.explanation.splitlines() if line.strip())
    return Join(
        id=one.id,
        left=left,
        right=right,
        same_name=left == right,
        by=one.author,
        made=one.made,
        reason=shield.words(one.reason),
        explanation=tuple((key.strip(), value.strip()) for key, _, value in lines),
        bits=one.score,
        statements=one.evidence[:4],
    )
