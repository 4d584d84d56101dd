"""Cards: findings in short, on the pages of a subject; one that is at work says so."""

from collections.abc import Mapping
from dataclasses import dataclass

from headwater.analysis import METHODS
from headwater.desk.rooms.show.methods import method_name
from headwater.desk.visit import Visit
from headwater.node.looking import Run
from headwater.node.showing import Table, sentences, table_of
from headwater.picture import Picture

_ROWS = 8


@dataclass(frozen=True, slots=True)
class Card:
    """A finding in short.

    Attributes:
        run: The run it is of.
        question: What its method asks.
        name: What its method is called.
        table: Its first rows, where it has no drawing.
        says: What it comes to, in a sentence or two.
    """

    run: Run
    question: str
    name: str
    table: Table | None
    says: tuple[str, ...] = ()


def card(run: Run, *, rows: bool = False) -> Card:
    """A run as a card; `rows` shows rows beside a drawing too."""
    method = METHODS[run.method].method
    finding = run.finding
    told = finding and (rows or not run.drawable) and finding.rows
    table = table_of(run, finding, method, most=_ROWS) if finding and told else None
    says = sentences(finding) if finding else ()
    return Card(run, method.question, method_name(run.method), table, says)


def asked(
    visit: Visit, picture: Picture, method: str, given: Mapping[str, object] | None = None
) -> Card:
    """Ask a method for a page, which does not wait long for it."""
    run = visit.shelf.runs.ask(visit.node, picture, method, given or {})
    run.wait(WAITED)
    return card(run)


WAITED = 0.05
"""Seconds that a page of many findings waits for each of them."""
