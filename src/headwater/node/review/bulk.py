"""Bulk: one decision on everything of a report, an item, a file or an extractor.

It is meant for what a machine made: a table under a wrong mapping, an extractor that misreads. What
may protect somebody, and what is about somebody who is protected, is left for a person to decide on
by itself; what a person decided on already stays as decided.
"""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from headwater.model import Status, WrongUse, schema
from headwater.node.decisions import DECIDERS
from headwater.node.node import Node
from headwater.node.questions import beside_questions
from headwater.node.resolution import resolve_entities
from headwater.node.settings import clock
from headwater.node.waiting import item_meant, told_of, with_sources
from headwater.safeguard import Operation

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from headwater.resolve import review

MOST_AT_ONCE = 20_000
"""Statements that one step decides on; the rest waits for the next step."""

_SHOWN = 2
_BY_PEOPLE = ("person/", "decision/")


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which statements are meant; all that is given must hold.

    Attributes:
        report: URN of their report.
        item: Their item, as `URN#item`.
        file: Name of the file that they came from, with or without its container.
        extractor: What took them, with or without its version, as `text` or `mapping/1`.
    """

    report: str = ""
    item: str = ""
    file: str = ""
    extractor: str = ""

    def __bool__(self) -> bool:
        """Whether anything is given."""
        return bool(self.report or self.item or self.file or self.extractor)


@dataclass(frozen=True, slots=True)
class Step:
    """What a decision in bulk does.

    Attributes:
        decision: `accept` or `reject`.
        ids: The statements that it decides on.
        kinds: How many of them there are, by what they are about, in the field's words.
        reports: URNs of their reports.
        alone: How many are left to be decided on one by one.
        rest: How many are left for the next step.
        first: The first of them, with their sentences.
        told: What the first of them say, one short line each.
    """

    decision: str
    ids: tuple[str, ...]
    kinds: dict[str, int]
    reports: tuple[str, ...]
    alone: int
    rest: int
    first: "tuple[review.QueueEntry, ...]"
    told: tuple[str, ...] = ()


def look_ahead(node: Node, decision: str, chosen: Chosen) -> Step:
    """What accepting or rejecting all that is meant would do; nothing is changed.

    `accept` takes what is proposed. `reject` takes also what came in accepted, as a table does.

    Raises:
        NotPermitted: If the viewer may not decide.
        WrongUse: If nothing is meant, or nothing of it can be decided on.
    """
    import numpy as np

    from headwater.resolve import review

    node.may(*DECIDERS)
    scan = node.store.scan(node.allowed())
    open_ = _named(node, scan, chosen) & _open(node, scan, decision)
    protecting = review.to_decide_alone(scan, node.store.judgements())
    alone = open_ & (protecting | beside_questions(node, scan))
    numbers = np.flatnonzero(open_ & ~alone)
    if not len(numbers):
        raise WrongUse(
            f"there is nothing to {decision} here",
            why=f"{alone.sum()} statements may protect somebody" if alone.any() else "none waits",
            do="decide on each by itself" if alone.any() else "headwater review shows what waits",
        )
    taken = scan.take(numbers[:MOST_AT_ONCE])
    ids = review.ids_of(taken)
    reports = tuple(dict.fromkeys(taken["urn"].to_pylist()))
    node.log(Operation.CONSULTATION, ["bulk decision, looked ahead", *reports])
    return Step(
        decision=decision,
        ids=tuple(ids),
        kinds=dict(Counter(schema(one).label for one in taken["schema"].to_pylist()).most_common()),
        reports=reports,
        alone=int(alone.sum()),
        rest=len(numbers) - len(ids),
        first=tuple(with_sources(node, [_entry(one) for one in ids[:_SHOWN]])),
        told=told_of(node, ids),
    )


def decide_in_bulk(node: Node, decision: str, chosen: Chosen, reason: str) -> tuple[Step, str]:
    """Accept or reject all that is meant, in one stroke that one undo takes back.

    Returns:
        What was done, and the id to take it back by.

    Raises:
        NotPermitted: If the viewer may not decide.
        WrongUse: If nothing is meant, nothing of it can be decided on, or there is no reason.
    """
    from headwater.resolve import decide_statement

    step = look_ahead(node, decision, chosen)
    made = clock()
    status = Status.ACCEPTED if decision == "accept" else Status.REJECTED
    reviews = [decide_statement(one, status, node.viewer.name, made, reason) for one in step.ids]
    node.store.review(reviews)
    node.log(Operation.ALTERATION, [*step.reports, reviews[0].id], reason=reason)
    resolve_entities(node)
    return step, f"{reviews[0].id}+" if len(reviews) > 1 else reviews[0].id


def _named(node: Node, scan: "pa.Table", chosen: Chosen) -> "np.ndarray[Any, Any]":
    """For every row, whether it is among what is meant."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    if not chosen:
        raise WrongUse(
            "a decision in bulk needs to know on what",
            do="give --report, --item, --file or --extractor",
        )
    found = np.ones(scan.num_rows, dtype=bool)
    if chosen.item:
        urn, number = item_meant(chosen.item)
        found &= pc.and_(pc.equal(scan["urn"], urn), pc.equal(scan["item"], number)).to_numpy()
    if chosen.report:
        found &= pc.equal(scan["urn"], chosen.report).to_numpy()
    if chosen.file:
        urns = pa.array(_reports_of(node, chosen.file), pa.string())
        found &= pc.is_in(pc.cast(scan["urn"], pa.string()), value_set=urns).to_numpy()
    if chosen.extractor:
        name = pc.cast(scan["extractor"], pa.string())
        of_any_version = pc.starts_with(name, f"{chosen.extractor}/")
        found &= pc.or_(pc.equal(name, chosen.extractor), of_any_version).to_numpy()
    return found


def _reports_of(node: Node, file: str) -> list[str]:
    reports = node.store.reports(node.allowed()).select(["urn", "file"])
    pairs = zip(reports["urn"].to_pylist(), reports["file"].to_pylist(), strict=True)
    return [urn for urn, held in pairs if file in (held, held.rpartition(" > ")[2])]


def _open(node: Node, scan: "pa.Table", decision: str) -> "np.ndarray[Any, Any]":
    """For every row, whether this decision can be taken on it: no person decided on it before."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    open_: np.ndarray[Any, Any] = pc.equal(scan["status"], Status.PROPOSED).to_numpy()
    if decision == "accept":
        return open_
    from headwater.resolve import review

    machine = np.ones(scan.num_rows, dtype=bool)
    for prefix in _BY_PEOPLE:
        made = pc.starts_with(pc.cast(scan["extractor"], pa.string()), prefix)
        machine &= ~made.to_numpy()
    came_in: np.ndarray[Any, Any] = pc.equal(scan["status"], Status.ACCEPTED).to_numpy() & machine
    came_in &= ~review.among_ids(scan, {one.statement for one in node.store.reviews()})
    either: np.ndarray[Any, Any] = open_ | came_in
    return either


def _entry(one: str) -> "review.QueueEntry":
    from headwater.resolve import review

    return review.QueueEntry(id=one, kind="statement", about=(), what="", why="", evidence=(one,))
