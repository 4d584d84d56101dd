"""Cards: findings in short, on the pages of a subject; one that is at work says so."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from headwater.analysis import METHODS
from headwater.desk.rooms.show.methods import method_name
from headwater.desk.visit import Visit
from headwater.node.looking import Run
from headwater.node.showing import Table, saying, table_of
from headwater.picture import Picture

_ROWS = 8
WAITED = 0.05
"""Seconds that a page of many findings waits for each of them."""
_QUICK = 2.0
_REST = 20
"""What took longer than `_QUICK` seconds is found anew after so many times what it took: pages that
show it cost a twentieth of a processor at most, however many reports come in."""


@dataclass(frozen=True, slots=True)
class Card:
    """A finding in short.

    Attributes:
        run: The run it is of.
        question: What its method asks.
        name: What its method is called.
        table: Its first rows, where it has no drawing.
        says: What it comes to, in a sentence or two.
        drawn: Whether its drawing shows more than that.
        older: Whether it is of an earlier picture than the page that it stands on.
        newer: The run that finds it anew, while that is at work.
    """

    run: Run
    question: str
    name: str
    table: Table | None
    says: tuple[str, ...] = ()
    drawn: bool = False
    older: bool = False
    newer: Run | None = None

    @property
    def pause(self) -> int:
        """Seconds until a page that waits for it asks again: the longer it takes, the more."""
        return min(20, 2 + (self.newer or self.run).seconds // 4)


def card(run: Run, *, rows: bool = False) -> Card:
    """A run as a card, made once; `rows` shows rows beside a drawing too."""
    name = f"card {rows}"
    made: Card = run.parts.get(name) or _made(run, rows=rows)
    if run.finding and (run.drawing or not run.drawable):  # nothing of it will change
        run.parts[name] = made
    return made


def asked(
    visit: Visit,
    picture: Picture,
    method: str,
    given: Mapping[str, object] | None = None,
    *,
    rows: bool = False,
) -> Card:
    """Ask a method for a page, which does not wait long for it; see `card`.

    Until a newer picture is answered for, the answer of the one before stands there and says so.
    """
    runs, node = visit.shelf.runs, visit.node
    before = runs.latest(node, picture, method, given or {})
    if before and before.fingerprint == picture.fingerprint:
        return card(before, rows=rows)
    took = before.finding.seconds if before and before.finding else 0.0
    if before and took > _QUICK and before.seconds < _REST * took:
        return replace(card(before, rows=rows), older=True)
    run = runs.ask(node, picture, method, given or {})
    if run.wait(WAITED) or not before:
        return card(run, rows=rows)
    return replace(card(before, rows=rows), older=True, newer=run)


def _made(run: Run, *, rows: bool) -> Card:
    method = METHODS[run.method].method
    finding = run.finding
    told = finding and (rows or not run.drawable) and finding.rows
    table = table_of(run, finding, method, most=_ROWS) if finding and told else None
    says = saying.sentences(finding) if finding else ()
    drawn = False
    if finding and finding.rows and run.drawable:
        drawn = not saying.only_words(finding)
    return Card(run, method.question, method_name(run.method), table, says, drawn)
