"""Training: what people decided about readings, as data that a reader can be trained on.

Only on request. It is a disclosure. People who may not be named are masked whatever the purpose is,
for to train a reader is no reason to name anybody; reasons, authors and URNs stay in the node.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from headwater.model import (
    Item,
    Review,
    Statement,
    Status,
    WrongUse,
    parse_statement_id,
    schemata,
)
from headwater.node.decisions import DECIDERS, decisions_seen
from headwater.node.node import Node
from headwater.node.river import see_picture
from headwater.safeguard import Category, Operation, Purpose, Role, is_withheld

if TYPE_CHECKING:
    import pyarrow as pa

    from headwater.brief import View

_MARK = "[withheld]"
_ELSEWHERE = "[of another item]"
_OPEN = "open"
_FILE = "file "
_TRAINING = Purpose("training data", "general")
_PEOPLE = frozenset(
    name for name, one in schemata().items() if one.is_a("Person") or name == "LegalEntity"
)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Training:
    """What was written.

    Attributes:
        texts: Items with at least one decision.
        decisions: Decisions on what was read from them.
        masked: Stretches of text that were masked.
        reports: How many reports they come from.
    """

    texts: int
    decisions: int
    masked: int
    reports: int


def export_training(node: Node, out: Path) -> Training:
    """Write every item in which a person decided on a reading, one JSON document a line.

    `text` and `language`; `before`, what was read, each with `start`, `end`, `label` (schema and
    property), `value`, `about` (which readings of the item are of one thing), `modality` and
    `decision` (accepted, rejected, corrected, or open where nobody decided); `after`, what holds.
    Offsets are those of the text as it is written here.

    Raises:
        NotPermitted: If the viewer may not.
        WrongUse: If nobody decided on anything that this viewer may see.
    """
    from headwater.brief import View

    node.may(*DECIDERS)
    picture, scan = see_picture(node), node.store.scan(node.allowed())
    decided = {one.statement: one for one in decisions_seen(node, scan).in_force()}
    items = {parse_statement_id(one)[:2] for one in decided}
    view = View(picture)
    texts = (_Text(_item(node, *at), said, view) for at, said in _said(scan, items))
    documents = [document for text in texts if (document := text.document(decided))]
    if not documents:
        raise WrongUse("there is nothing to train on", why="nobody decided on a reading yet")
    lines = (json.dumps(one, ensure_ascii=False) for one in documents)
    out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    reports = sorted({urn for urn, _ in items})
    written_to = f"{_FILE}{out.resolve()}"
    node.log(Operation.DISCLOSURE, ["picture", picture.fingerprint, *reports], recipient=written_to)
    return Training(
        texts=len(documents),
        decisions=sum(s["decision"] != _OPEN for one in documents for s in one["before"]),
        masked=sum(one["text"].count(_MARK) for one in documents),
        reports=len(reports),
    )


def _said(
    scan: "pa.Table", items: Collection[tuple[str, int]]
) -> Iterator[tuple[tuple[str, int], list[Statement]]]:
    """The statements of each of the items."""
    import pyarrow as pa
    import pyarrow.compute as pc

    urns = pa.array({urn for urn, _ in items}, pa.string())
    near = scan.filter(pc.is_in(pc.cast(scan["urn"], pa.string()), value_set=urns))
    rows = map(
        Statement._make, zip(*(near[name].to_pylist() for name in Statement._fields), strict=True)
    )
    for at, said in groupby(rows, key=lambda one: (one.urn, one.item)):
        if at in items:
            yield at, list(said)


def _item(node: Node, urn: str, number: int) -> Item:
    report = node.store.report(urn, node.allowed())
    found = (one for one in report.items if one.number == number) if report else iter(())
    return next(found, Item(number, ""))


def copies_of(node: Node, target: str, within: frozenset[int] | None = None) -> list[str]:
    """Files outside the node that hold what a report, or reports naming an entity, say.

    To be asked before an erasure, which cannot reach them; `within` as there.

    Raises:
        NotPermitted: If the viewer may not erase.
    """
    node.may(Role.SUPERVISOR, Role.ADMIN)
    found = frozenset(node.store.labels()) if within is None else within
    if node.store.report(target, found) is not None:
        urns = [target]
    else:
        urns = list(dict.fromkeys(s.urn for s in node.store.statements_of(target, found)))
    written = (entry for urn in urns for entry in node.store.audit(about=urn))
    files = (
        f"{str(one['recipient']).removeprefix(_FILE)} (by {one['who']}, {one['when']})"
        for one in written
        if one["operation"] == Operation.DISCLOSURE and one["recipient"]
    )
    return list(dict.fromkeys(files))


class _Text:
    """One item as it may be told."""

    def __init__(self, item: Item, said: Sequence[Statement], view: "View") -> None:
        self._whole, self._language = item.text, item.language
        self._own = f"{said[0].urn}#{said[0].item}@"
        self._view = view
        self._said = said
        self._hidden = self._hide()

    def document(self, reviews: Mapping[str, Review]) -> dict[str, Any] | None:
        """What was read from it and what holds; None where nothing of either stands in the text."""
        from headwater.resolve import review

        placed = [one for one in self._said if 0 <= one.start < one.end]
        read = [one for one in placed if not one.author]
        before = [self._label(one) | {"decision": _decision(one, reviews)} for one in read]
        holds = [one for one in placed if one.status == Status.ACCEPTED]
        if not before and not any(one.extractor == review.BY_A_PERSON for one in holds):
            return None
        after = [self._label(one) for one in holds]
        text = "".join(self._pieces())
        return {"text": text, "language": self._language, "before": before, "after": after}

    def _hide(self) -> list[Span]:
        """What must not be read, in order and apart from each other."""
        from headwater.brief import apart

        own = [(one.start, one.end) for one in self._said if one.start >= 0 and self._secret(one)]
        return apart([*self._view.mask.spans(self._whole), *own])

    def _secret(self, one: Statement) -> bool:
        """Whether it tells who somebody is who may not be named."""
        if one.schema not in _PEOPLE or self._view.may_name(one.entity):
            return False
        return is_withheld(one.property, Category.UNDECIDED, _TRAINING)

    def _pieces(self) -> Iterator[str]:
        at = 0
        for start, end in self._hidden:
            yield self._whole[at:start]
            yield _MARK
            at = end
        yield self._whole[at:]

    def _place(self, place: int, *, end: bool) -> int:
        """Where a place of the whole text stands in the masked one."""
        moved = 0
        for first, last in self._hidden:
            if place >= last:
                moved += len(_MARK) - (last - first)
            elif first < place or (first == place and not end):
                return first + moved + (len(_MARK) if end else 0)
        return place + moved

    def _label(self, one: Statement) -> dict[str, Any]:
        hidden = any(start < one.end and one.start < end for start, end in self._hidden)
        return {
            "start": self._place(one.start, end=False),
            "end": self._place(one.end, end=True),
            "label": f"{one.schema}.{one.property}",
            "value": _MARK if hidden else self._value(one),
            "about": one.entity.removeprefix(self._own),
            "modality": str(one.modality),
        }

    def _value(self, one: Statement) -> str:
        """The value; of another thing of this item its short name, of any other only that it is."""
        from headwater.intake import place

        schema = schemata().get(one.schema)
        known = schema.properties.get(one.property) if schema else None
        if known is None or known.type != "entity":
            return self._view.mask.hide(one.value)
        mine = one.value.startswith(self._own) or place(one.value)
        return one.value.removeprefix(self._own) if mine else _ELSEWHERE


def _decision(one: Statement, reviews: Mapping[str, Review]) -> str:
    review = reviews.get(one.id)
    if review is None:
        return _OPEN
    return "corrected" if review.instead else str(review.status)
