"""Joins: those in force, and what an undo may take back.

A judgement is in force where it is the one that counts for its pair. A join is in force where the
two are together as well: "different" on other members of their clusters keeps them apart.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from headwater.model import Judgement, Verdict, WrongUse
from headwater.resolve.clusters import (
    by_person,
    clusters,
    governing_judgements,
    standing_judgements,
)
from headwater.resolve.columns import codes
from headwater.resolve.review.entry import QueueEntry
from headwater.resolve.review.queue import Asked, Page, no_place, page_of, with_grounds
from headwater.resolve.review.taking_back import LISTED, no_decision
from headwater.resolve.review.wording import Names

if TYPE_CHECKING:
    import pyarrow as pa


def joined(
    scan: "pa.Table",
    judgements: Sequence[Judgement],
    asked: Asked,
    *,
    place_name: Callable[[str], str] = no_place,
) -> Page:
    """Joins in force, the latest first; `headwater review undo` takes one back.

    Args:
        scan: The store's scan of statements for the viewer.
        judgements: All judgements.
        asked: Which entries are wanted.
        place_name: Name of a place that everybody knows, by its id.
    """
    names = Names(scan, place_name)
    seen = _seen(scan, judgements)
    one = clusters(seen)
    joins = [
        judgement
        for judgement in governing_judgements(seen)
        if judgement.verdict is Verdict.SAME and _together(judgement, one)
    ]
    joins.sort(key=lambda judgement: judgement.id)
    joins.sort(key=lambda judgement: judgement.made, reverse=True)
    entries = (_entry(judgement, names) for judgement in joins)
    return page_of(entries, asked, {"joined": len(joins)})


def to_take_back(scan: "pa.Table", judgements: Sequence[Judgement], one: str) -> Judgement:
    """The judgement of an id, if taking it back changes something.

    Args:
        scan: The store's scan of statements for the viewer.
        judgements: All judgements.
        one: The id; that of an undo takes the undo back.

    Raises:
        WrongUse: If the viewer sees no such judgement, or it is not in force; what is in force
            instead is named.
    """
    seen = _seen(scan, judgements)
    known = {judgement.id: judgement for judgement in seen}
    if one not in known:
        raise no_decision(one)
    meant = known[one]
    standing = {judgement.id for judgement in standing_judgements(seen)}
    if one in {judgement.undoes for judgement in seen} - standing:
        raise WrongUse(f"{one} is already undone", do=LISTED)
    if not meant.undoes:
        _refuse_without_force(meant, seen)
    return meant


def _refuse_without_force(meant: Judgement, seen: Sequence[Judgement]) -> None:
    pair = {meant.left, meant.right}
    (counts,) = governing_judgements(one for one in seen if {one.left, one.right} == pair)
    if counts.id != meant.id:
        raise WrongUse(
            f"{meant.id} is not in force, so there is nothing to undo",
            why=f"{counts.author} said {str(counts.verdict)!r} on these two, {counts.made}",
            do=f"to take that back: headwater review undo {counts.id} --reason TEXT",
        )
    if meant.verdict is Verdict.UNKNOWN and not by_person(meant):
        raise WrongUse(
            f"{meant.id} is a question, and joined nothing",
            why="nobody has answered it",
            do="give the id of the join: headwater review --joined",
        )
    if meant.verdict is Verdict.SAME and not _together(meant, clusters(seen)):
        raise WrongUse(
            f"{meant.id} joins nothing, so there is nothing to undo",
            why="the two are kept apart by what was said on others they are joined with",
            do="give the id of the join: headwater review --joined",
        )


def _seen(scan: "pa.Table", judgements: Sequence[Judgement]) -> list[Judgement]:
    """Judgements of which the scan holds both entities and everything that they rest on."""
    _, entities = codes(scan, "entity")
    here = set(entities)
    return [j for j in with_grounds(scan, judgements) if j.left in here and j.right in here]


def _together(judgement: Judgement, one: dict[str, str]) -> bool:
    left, right = judgement.left, judgement.right
    return one.get(left, left) == one.get(right, right)


def _entry(judgement: Judgement, names: Names) -> QueueEntry:
    """What a person joined rests on no statement; those that name the two are shown then."""
    both = judgement.left, judgement.right
    end = "" if judgement.reason.endswith((".", "!", "?")) else "."
    return QueueEntry(
        id=judgement.id,
        kind="joined",
        about=both,
        what=f"{names.called(judgement.left)} and {names.called(judgement.right)} are the same",
        why=f"{judgement.reason}{end} By {judgement.author}, {judgement.made}.",
        evidence=judgement.evidence or tuple(filter(None, map(names.statement, both))),
    )
