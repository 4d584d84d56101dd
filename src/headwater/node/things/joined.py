"""Joined: how one thing came to be made of several, and which joins can be taken back."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import Judgement, Verdict, parse_statement_id
from headwater.node.node import Node
from headwater.node.things.columns import rows_at, whole
from headwater.node.things.index import Codes, ThingIndex
from headwater.node.things.shield import Shield

_MOST = 30
_CALLED = ("name", "registrationNumber", "number", "username", "phone")


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
    said = index.said(row)
    mentions = whole(index.picture.statements["mention"])
    codes = mentions.indices.to_numpy()[said]
    used = np.unique(codes)
    members = mentions.dictionary.take(pa.array(used)).to_pylist()
    number = dict(zip(members, used.tolist(), strict=True))
    among = {index.ids[row].as_py(), *members}
    seen = _standing(node, index, among, said)
    shown = seen[:_MOST]
    ends = {number[end] for one in shown for end in (one.left, one.right) if end in number}
    names = _names(index, said[np.isin(codes, list(ends))])
    joins = tuple(_join(one, names, shield) for one in shown)
    return Merged(len(among), joins, max(0, len(seen) - _MOST))


def _standing(node: Node, index: ThingIndex, members: set[str], said: Codes) -> list[Judgement]:
    """The joins in force among some mentions that rest on what is seen; those of people first.

    Mostly they rest on what is said of these very mentions, which needs no search.
    """
    from headwater.resolve import standing_judgements

    rows = rows_at(index.picture.statements, said, ("urn", "item"))
    near = {(row["urn"], row["item"]) for row in rows}
    item = cache(index.sentences.item)

    def seen(one: Judgement) -> bool:
        places = (parse_statement_id(told)[:2] for told in one.evidence)
        return all(place in near or item(*place) >= 0 for place in places)

    around = node.store.judgements_on(members)
    inside = [one for one in around if one.undoes or {one.left, one.right} <= members]
    held = standing_judgements(inside)
    found = [one for one in held if one.verdict is Verdict.SAME and seen(one)]
    return sorted(found, key=lambda one: (one.author.startswith("resolve/"), one.made, one.id))


def _names(index: ThingIndex, said: Codes) -> dict[str, str]:
    """What mentions are called, each in its own report, by some statements about them."""
    table = index.picture.statements
    calling = pc.is_in(table["property"].take(pa.array(said)), value_set=pa.array(_CALLED))
    rows = rows_at(table, said[calling.to_numpy()], ("mention", "value"))
    return {row["mention"]: row["value"] for row in reversed(rows)}


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
