"""Joined: how one thing came to be made of several, and which joins can be taken back."""

from dataclasses import dataclass

from headwater.model import Judgement, Verdict, parse_statement_id
from headwater.node.node import Node
from headwater.node.things.columns import rows_at
from headwater.node.things.index import ThingIndex
from headwater.node.things.shield import Shield

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


def merged(node: Node, index: ThingIndex, row: int, shield: Shield) -> Merged:
    """How a thing was joined, as far as this viewer sees what each join rests on.

    Cost: by what is said of it, and by the judgements on its mentions.
    """
    from headwater.resolve import standing_judgements

    said = rows_at(index.picture.statements, index.said(row), ("mention", "property", "value"))
    members = {one["mention"] for one in said} | {index.ids[row].as_py()}
    around = node.store.judgements_on(members)
    inside = [one for one in around if one.undoes or {one.left, one.right} <= members]
    held = standing_judgements(inside)
    seen = [one for one in held if one.verdict is Verdict.SAME and _seen(index, one)]
    seen.sort(key=lambda one: (one.author.startswith("resolve/"), one.made, one.id))
    names = {one["mention"]: one["value"] for one in reversed(said) if one["property"] in _CALLED}
    joins = tuple(_join(one, names, shield) for one in seen[:_MOST])
    return Merged(len(members), joins, max(0, len(seen) - _MOST))


def _seen(index: ThingIndex, judgement: Judgement) -> bool:
    """Whether every item that a judgement rests on is among those that are seen."""
    places = (parse_statement_id(one)[:2] for one in judgement.evidence)
    return all(index.sentences.item(*place) >= 0 for place in places)


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
