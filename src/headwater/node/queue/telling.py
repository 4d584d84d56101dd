"""Telling: entries of the queue without the names that are not told for the purpose at hand."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from headwater.node.node import Node
from headwater.node.reading import left_out

if TYPE_CHECKING:
    from headwater.node.looking import Sight
    from headwater.resolve import review

Hide = Callable[[str], str]


def hiding(node: Node, entries: "Sequence[review.QueueEntry]", look: "Callable[[], Sight]") -> Hide:
    """What leaves names out of the words of some entries; see `reading.left_out`."""
    evidence = {one for entry in entries for one in entry.evidence}
    about = {one for entry in entries for one in entry.about}
    return left_out(node, evidence, about, look)


def without(entry: "review.QueueEntry", hide: Hide) -> "review.QueueEntry":
    """An entry without the names that are left out."""
    sources = (
        source._replace(
            sentence=hide(source.sentence),
            report=hide(source.report),
            orders=hide(source.orders),
            gist=hide(source.gist),
        )
        for source in entry.sources
    )
    return replace(
        entry,
        what=hide(entry.what),
        why=hide(entry.why),
        sources=tuple(sources),
        explanation=tuple(map(hide, entry.explanation)),
    )
