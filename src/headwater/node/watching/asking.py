"""Asking: a person puts a standing question, renews it, ends it, and sees what is asked."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from headwater.model import WrongUse
from headwater.node.node import Node
from headwater.node.settings import clock
from headwater.node.watching.question import place_name, read_kind, read_question
from headwater.node.watching.subject import Holders, holders_in_store, still_watchable, subjects_of
from headwater.safeguard import Operation, Viewer
from headwater.safeguard.watching import (
    DANGER,
    Watch,
    check_watch,
    expiry,
    is_for,
    may_end,
    refuse_subject,
)

USUAL_DAYS = 30


@dataclass(frozen=True, slots=True)
class WatchTold:
    """A watch, as its owner sees it.

    Attributes:
        id: Its id.
        kind: What it asks.
        asks: The question in words.
        owner: Who asks; empty for what every node asks by itself.
        purpose: What for.
        case: The case it is asked in, or empty.
        made: ISO time.
        expires: ISO date of its last day; empty where it has none.
        state: `asked`, `expired`, `ended`; or `resting`: somebody whom it is about may not be
            watched now, as its owner sees it, so it alerts nobody.
        told: For whom its alerts are: the owner, the safeguarding role, or whoever reads.
        yours: Whether its alerts are for this viewer, and what was here before is told to them.
        ends: Whether this viewer may end or renew it.
    """

    id: str
    kind: str
    asks: str
    owner: str
    purpose: str
    case: str
    made: str
    expires: str
    state: str
    told: str
    yours: bool
    ends: bool

    def as_dict(self) -> dict[str, Any]:
        """As JSON, under the names of its attributes."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a watch is put.

    Attributes:
        days: How long it is asked.
        case: The case it is asked in, or empty.
        safeguarding: Whether it is for somebody's own safety; its alerts are then for the
            safeguarding role alone.
    """

    days: int = USUAL_DAYS
    case: str = ""
    safeguarding: bool = False


_USUAL = Terms()


def watch_for(
    node: Node,
    kind: str,
    question: Mapping[str, str],
    terms: Terms = _USUAL,
    *,
    holders: Holders = holders_in_store,
) -> WatchTold:
    """Put a standing question to every report that comes in from now on.

    Args:
        node: Where it is asked; the viewer owns it, for the purpose that the viewer stated.
        kind: `leg`, `identifier`, `person`, `place`, `network`, `danger` or `words`.
        question: What it is about. leg: `place`, `other` (the leg is between both), `mode`;
            identifier: `sort` (phone, document, account, vehicle) and `number`; person: `name`
            (or an entity id) and `chance`; place, danger: `place`; network: `name`; words: `words`.
        terms: How long, in which case, and for whom.
        holders: Finds who holds a number; see `holders_beside`.

    Raises:
        WrongUse: If the question cannot be asked.
        NotPermitted: If the viewer may not ask it, or it is about people of whom not every one is
            suspect or convicted; what it says is the same whoever is in the node.
    """
    new = _new(node, kind, question, terms.days)
    watch = replace(new, case=terms.case.strip(), safeguarding=terms.safeguarding)
    check_watch(watch, node.viewer)
    people = subjects_of(node, watch, holders)
    told = watch_told(watch, node.viewer)
    node.log(Operation.CONSULTATION, [watch.id], reason=f"to watch for {told.asks}")
    refuse_subject(watch, people.values())
    node.store.watches.put(replace(watch, subjects=tuple(people)))
    node.log(Operation.ALTERATION, [watch.id, *people], reason="a watch was put")
    return told


def _new(node: Node, kind: str, question: Mapping[str, str], days: int) -> Watch:
    asked, made = read_kind(kind), clock()
    return Watch(
        id=secrets.token_hex(4),
        kind=asked,
        question=read_question(asked, question),
        owner=node.viewer.name,
        purpose=node.purpose.text,
        made=made,
        expires=expiry(made[:10], days),
    )


def watches(node: Node) -> list[WatchTold]:
    """What is asked here whose alerts are for this viewer, and what the viewer asks; oldest first.

    What every node asks by itself comes first.
    """
    here = [DANGER, *node.store.watches.all()]
    viewer = node.viewer
    seen = [watch for watch in here if is_for(watch, viewer) or watch.owner == viewer.name]
    node.log(Operation.CONSULTATION, ["watches"])
    told = (watch_told(watch, viewer) for watch in seen)
    return [
        replace(one, state="resting")
        if one.state == "asked" and not still_watchable(node, watch)
        else one
        for one, watch in zip(told, seen, strict=True)
    ]


def end_watch(node: Node, watch: str) -> WatchTold:
    """End a watch; its alerts stay.

    Raises:
        WrongUse: If there is none of this id that the viewer may end.
    """
    return _changed(node, replace(own_watch(node, watch), ended=clock()), "a watch was ended")


def renew_watch(
    node: Node, watch: str, *, days: int = USUAL_DAYS, holders: Holders = holders_in_store
) -> WatchTold:
    """Ask a watch for so many days from today, for the purpose stated now.

    Whom it is about is looked at anew: who may no longer be watched ends it.

    Raises:
        WrongUse: If there is none of this id that the viewer may renew, or the days are too many.
        NotPermitted: If the question may not be asked any more.
    """
    before, now = own_watch(node, watch), clock()
    purpose = node.purpose.text
    anew = replace(before, made=now, expires=expiry(now[:10], days), ended="", purpose=purpose)
    check_watch(anew, node.viewer)
    people = subjects_of(node, anew, holders)
    refuse_subject(anew, people.values())
    kept = replace(anew, made=before.made, subjects=tuple(people))
    return _changed(node, kept, "a watch was renewed")


def own_watch(node: Node, watch: str, own: Callable[[Watch, Viewer], bool] = may_end) -> Watch:
    """A watch of this viewer, by its id.

    Args:
        node: Where it is asked.
        watch: The id.
        own: Whether a watch is theirs.

    Raises:
        WrongUse: If there is none of this id, or none of theirs: the two are one answer.
    """
    found = (one for one in node.store.watches.all() if one.id == watch)
    theirs = next((one for one in found if own(one, node.viewer)), None)
    if theirs is None:
        raise WrongUse(f"you have no watch {watch}", do="headwater watch list shows yours")
    return theirs


def _changed(node: Node, watch: Watch, reason: str) -> WatchTold:
    node.store.watches.put(watch)
    node.log(Operation.ALTERATION, [watch.id], reason=reason)
    return watch_told(watch, node.viewer)


def watch_told(watch: Watch, viewer: Viewer) -> WatchTold:
    """A watch in words, for a viewer."""
    from headwater.analysis.watch import question_told

    state = "ended" if watch.ended else "asked" if watch.asks(clock()[:10]) else "expired"
    told = "whoever reads reports here" if not watch.owner else watch.owner
    if watch.safeguarding:
        told = "the safeguarding role"
    return WatchTold(
        id=watch.id,
        kind=str(watch.kind),
        asks=question_told(watch, place_name),
        owner=watch.owner,
        purpose=watch.purpose,
        case=watch.case,
        made=watch.made,
        expires=watch.expires,
        state=state,
        told=told,
        yours=is_for(watch, viewer),
        ends=may_end(watch, viewer),
    )
