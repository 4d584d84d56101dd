"""Deciding at a page: what somebody wishes, unless somebody else decided since it was shown.

Two people may have one thing before them. Whoever comes second is told what the first decided; what
they wished is not done, and not lost either: they may wish it again, knowing that.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from headwater.model import Statement, Status, WrongUse
from headwater.node.decisions import DECIDERS, Correction, correct, decide
from headwater.node.node import Node
from headwater.node.reading.naming import as_meant
from headwater.node.reading.report import Reader, is_entity, statements_in
from headwater.node.reading.withheld import barred_from, left_out, refuse_withheld
from headwater.node.waiting import item_meant, statement_meant

if TYPE_CHECKING:
    from headwater.node.looking import Sight

    Look = Callable[[], Sight]

TURN = threading.Lock()
"""Nobody decides between somebody's look and their decision."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to be decided.

    Attributes:
        decision: `accept`, `reject`, `correct` or `undo`.
        about: Id of a statement, or `URN#item` for all that an item proposes.
        reason: Why.
        seen: Status of the statement as it was shown to them; empty for a whole item.
        value: Of a correction, the right value; of one that leads to a thing, its name or id.
        words: Of a correction, the words of the item that say so.
        modality: Of a correction, how the item puts it; empty where that was read rightly.
    """

    decision: str
    about: str
    reason: str
    seen: str = ""
    value: str = ""
    words: str = ""
    modality: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """What somebody else decided meanwhile.

    Attributes:
        about: What it is on.
        verdict: What was decided, in a word.
        by: Who.
        when: ISO time.
        reason: Why.
        value: What they put in its place; empty where nothing was corrected.
        put: Id of the statement that holds it; empty likewise.
    """

    about: str
    verdict: str
    by: str
    when: str
    reason: str
    value: str = ""
    put: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a wish.

    Attributes:
        made: Ids of the decisions that were made.
        instead: What somebody else had decided; the wish was not carried out then.
        note: What is odd about it now; empty where nothing is.
    """

    made: tuple[str, ...] = ()
    instead: Decided | None = None
    note: str = ""


def correct_openly(node: Node, wish: Wish, look: "Look") -> Correction:
    """As `correct`, by the name of a thing as well as by its id; see `as_meant`.

    Nobody corrects what is withheld from them; see `barred_from`.
    """
    node.may(*DECIDERS)
    refuse_withheld(node, wish.about, look)
    value, words = as_meant(node, wish.about, wish.value, wish.words, look)
    return correct(node, wish.about, value, words, wish.reason, wish.modality)


def settle(node: Node, wish: Wish, look: "Look") -> Outcome:
    """Carry out a wish, unless what it is about was decided on since it was shown.

    Args:
        node: Where it is decided.
        wish: What is wished.
        look: Gives the picture that tells who is protected; see `refuse_withheld`.

    Raises:
        NotPermitted: If the viewer may not decide.
        WrongUse: If there is no such statement here, or none for the purpose that was stated, or
            the correction does not fit.
    """
    node.may(*DECIDERS)
    with TURN:
        if wish.seen:
            refuse_withheld(node, wish.about, look)
        instead = _instead(node, wish)
        if instead:
            place = wish.about if wish.seen else f"{wish.about}.1"
            hide = left_out(node, [place], (), look)
            told = {"reason": hide(instead.reason), "value": hide(instead.value)}
            return Outcome(instead=replace(instead, **told))
        if wish.decision == "correct":
            put = correct_openly(node, wish, look)
            return Outcome((put.decision,), note=put.note)
        if wish.decision not in ("accept", "reject", "undo"):
            raise WrongUse(
                f"{wish.decision!r} is no decision", do="accept, reject, correct or undo"
            )
        barred = barred_from(node, look)
        return Outcome(tuple(decide(node, wish.decision, [wish.about], wish.reason, barred)))


def _instead(node: Node, wish: Wish) -> Decided | None:
    """What was decided since, where it stands in the way."""
    if not wish.seen:
        return _all_decided(node, wish.about)
    now = statement_meant(node, wish.about)
    if now.status == wish.seen:
        return None
    return _last(node, now.id, now.status)


def _all_decided(node: Node, about: str) -> Decided | None:
    """The last decision in an item of which nothing waits any more."""
    urn, number = item_meant(about)
    said = statements_in(node, urn, [number], node.allowed())
    if not said or any(one.status == Status.PROPOSED for one in said):
        return None
    reviews = node.store.recent.reviews_on([one.id for one in said])
    if not reviews:
        return None
    last = max(reviews, key=lambda one: one.made)
    return Decided(about, str(last.status), last.author, last.made, last.reason)


def _last(node: Node, statement: str, status: str) -> Decided:
    reviews = node.store.recent.reviews_on([statement])
    if not reviews:  # erased meanwhile, or put back by the store
        return Decided(statement, status, "", "", "")
    last = reviews[-1]
    if not last.instead:
        return Decided(statement, str(last.status), last.author, last.made, last.reason)
    put = node.store.statement(last.instead, node.allowed())
    value = _shown(node, put) if put else ""
    return Decided(statement, "corrected", last.author, last.made, last.reason, value, last.instead)


def _shown(node: Node, one: Statement) -> str:
    """The value of a statement as its page shows it: a name in place of an id."""
    said = statements_in(node, one.urn, [one.item], node.allowed())
    return Reader(said, {}).called(one) if is_entity(one) else one.value
