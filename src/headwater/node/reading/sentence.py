"""Sentence: what one statement rests on, for whoever followed a line back to it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow.compute as pc

from headwater.model import Item, Report, Review, Statement, WrongUse, parse_statement_id
from headwater.node.node import Node
from headwater.node.reading.grades import grade_means, handling_means
from headwater.node.reading.report import (
    Line,
    Piece,
    Reader,
    days,
    decisions_on,
    pieces,
    statements_in,
)
from headwater.node.things import kind_word
from headwater.safeguard import Operation

if TYPE_CHECKING:
    from headwater.picture import Picture


@dataclass(frozen=True, slots=True)
class Sentence:
    """A statement with what it rests on.

    Attributes:
        statement: The statement.
        line: The statement in words.
        kind: What it is about, in the field's word.
        name: What that is called; empty where it has no name.
        item: The item that it was taken from.
        pieces: The item's text, with the words of this statement marked.
        report: The report.
        information: When the thing was known or seen, in words.
        grade: Grade and handling, as `2D-P`.
        grade_says: The grade in words.
        handling_says: The handling in words.
        history: Every decision on it, the oldest first.
        said: All that was taken from the item.
        withheld: Whether some of it is left out for this purpose.
    """

    statement: Statement
    line: Line
    kind: str
    name: str
    item: Item
    pieces: tuple[Piece, ...]
    report: Report
    information: str
    grade: str
    grade_says: str
    handling_says: str
    history: tuple[Review, ...]
    said: tuple[Statement, ...] = ()
    withheld: bool = False


def sentence_behind(node: Node, statement: str) -> Sentence | None:
    """What a statement rests on; a consultation.

    None where there is no such statement, or none for this viewer: the two are not told apart.
    """
    try:
        urn, number, _ = parse_statement_id(statement)
    except WrongUse:
        return None
    allowed = node.allowed(urn)
    node.log(Operation.CONSULTATION, [statement])
    said = statements_in(node, urn, [number], allowed)
    found = next((one for one in said if one.id == statement), None)
    report = node.store.parts.report(urn, allowed, [number])
    if found is None or report is None:
        return None
    (item,) = report.items
    reader = Reader(said, decisions_on(node, [found]))
    return Sentence(
        statement=found,
        line=reader.line(found),
        kind=kind_word(found.schema),
        name=reader.name(found.entity),
        item=item,
        pieces=tuple(pieces(item.text, [found])),
        report=report,
        information=days(report.information_date),
        grade=f"{item.grade.text}-{item.handling.text}",
        grade_says=grade_means(item.grade),
        handling_says=handling_means(item.handling),
        history=tuple(node.store.recent.reviews_on([statement])),
        said=tuple(said),
    )


@dataclass(frozen=True, slots=True)
class Beside:
    """The independent group that a report counts in.

    Attributes:
        group: Id of the group.
        reports: How many reports are in it, this one among them.
        why: Why they are one; empty where the report stands alone.
    """

    group: str
    reports: int
    why: str


def beside(picture: "Picture", urn: str) -> Beside | None:
    """The group of a report; None where the picture does not hold the report yet."""
    reports = picture.reports
    own = reports.filter(pc.equal(reports["urn"], urn)).slice(0, 1).to_pylist()
    if not own:
        return None
    group = own[0]["group"]
    others = pc.sum(pc.equal(reports["group"], group)).as_py() or 1
    return Beside(str(group), int(others), str(own[0]["group_reason"] or ""))
