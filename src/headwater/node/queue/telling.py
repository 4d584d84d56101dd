"""Telling: entries of the queue without the names that are not told for the purpose at hand."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from headwater.model import Judgement, Status
from headwater.node.node import Node
from headwater.node.reading import left_out
from headwater.node.reading.decided import decided_on
from headwater.node.reading.report import NAMED_BY, Reader
from headwater.safeguard import Operation

if TYPE_CHECKING:
    from headwater.node.looking import Held, Sight
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


class Noted(NamedTuple):
    """A decision that somebody just made.

    Attributes:
        kind: As what it is taken back: `joined` or `decided`.
        entry: Its id, to take it back by; empty where it takes something back itself.
        whom: What those are called whom it is about, as they are told to whoever made it.
    """

    kind: str
    entry: str
    whom: tuple[str, ...]


def noted(node: Node, made: str, look: "Callable[[], Held]") -> Noted | None:
    """A decision of this viewer's own; a consultation.

    Args:
        node: Where it was made.
        made: Its id, with `+` behind it where it is the first of several in one stroke.
        look: Gives the picture that tells who is not named for the purpose that was stated.

    Returns:
        None where there is no such decision of theirs, or they see no longer whom it is about.
    """
    one, me = made.removesuffix("+"), node.viewer.name
    judgement, review = node.store.recent.judgement(one), node.store.recent.review(one)
    if judgement and judgement.author == me:
        whom = _both(node, judgement, look)
        return Noted("joined", "" if judgement.undoes else one, whom) if whom else None
    if review is None or review.author != me:
        return None
    told = decided_on(node, [review], look)
    if not told:
        return None
    back = "" if review.status == Status.PROPOSED else made
    return Noted("decided", back, tuple(on.name or on.value for on in told))


def _both(node: Node, judgement: Judgement, look: "Callable[[], Held]") -> tuple[str, ...]:
    """What the two of a judgement are called; nothing where one of them is not seen."""
    both, allowed = (judgement.left, judgement.right), node.allowed()
    said = [s for one in both for s in node.store.statements_of(one, allowed)]
    if {s.entity for s in said} != set(both):
        return ()
    node.log(Operation.CONSULTATION, [*both])
    naming = [s for s in said if s.property in NAMED_BY and s.status != Status.REJECTED]
    hide, reader = left_out(node, [s.id for s in naming], both, look), Reader(naming, {})
    return tuple(hide(reader.name(one)) or one for one in both)
