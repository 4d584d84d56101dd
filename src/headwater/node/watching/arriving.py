"""Arriving: what came in is asked every watch, and what was found out about people too.

Everything a node holds is looked at, as in resolution: an alert is shown to a viewer only if all
that it rests on is seen by that viewer, and whether somebody may be watched is asked as the owner
of the watch sees it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from headwater.model import Judgement, Statement, Verdict
from headwater.node.node import Node
from headwater.node.settings import clock
from headwater.node.watching.naming import unnamed
from headwater.node.watching.subject import as_owner, still_watchable
from headwater.safeguard import Operation
from headwater.safeguard.watching import DANGER, Alert, Kind, Urgency, Watch

if TYPE_CHECKING:
    from headwater.analysis.watch import Answer, Found
    from headwater.store import Arrived

ITEMS_A_PART = 20_000
_EVERYBODY = "every user who may read the report"
_NOBODY: frozenset[str] = frozenset()


def ask_watches(node: Node) -> list[Alert]:
    """Ask every watch of this day about what came in since it was last done, by whomever.

    Returns:
        The alerts that are new. What says that a life is at risk is on record as told to everybody
        who may read it.

    Cost: linear in what is new.
    """
    raised: list[Alert] = []
    while arrived := node.store.watches.arrived(ITEMS_A_PART):
        today = clock()[:10]
        asked = _asked(node, today)
        given = answered(asked, arrived, today)
        lives = [one for one in given if one.urgency is Urgency.LIFE_AT_RISK]
        rest = [one for one in given if one.urgency is not Urgency.LIFE_AT_RISK]
        raised += _keep(node, asked, lives)  # before it is asked who may be watched
        raised += _keep(node, asked, rest, arrived.upto)
    return raised


def answered(asked: Sequence[Watch], arrived: "Arrived", today: str) -> "list[Answer]":
    """What some items answer.

    Args:
        asked: The watches that are asked.
        arrived: The items.
        today: ISO date.
    """
    from headwater.analysis.watch import answers

    items = unnamed(arrived) if _reads_words(asked) else arrived.items
    return answers(asked, items, arrived.scan, _found(arrived, asked, today), today)


def ask_about_matches(node: Node, judgements: Iterable[Judgement]) -> list[Alert]:
    """Tell who watches a person that somebody new may be that person.

    Args:
        node: The node.
        judgements: What resolution found in what is new.

    Cost: by the matches, and by what is joined with them.
    """
    asked = [watch for watch in _asked(node, clock()[:10]) if watch.subjects]
    if not asked:
        return []
    found = [j for j in judgements if not j.undoes and j.verdict is not Verdict.DIFFERENT]
    return _keep(node, asked, list(dict.fromkeys(_matches(node, asked, found))))


def ask_about_added(node: Node, said: Sequence[Statement]) -> list[Alert]:
    """Ask every watch about what a person put into an item that was here already.

    Its words were asked about when they came in; of what it says, all that holds of these things.

    Args:
        node: The node.
        said: What was put there, all of one item.

    Cost: by what the items that name these things say.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    from headwater.store import Arrived

    today = clock()[:10]
    asked = [one for one in _asked(node, today) if one.kind not in (Kind.DANGER, Kind.WORDS)]
    if not asked or not said:
        return []
    about = sorted({one.entity for one in said})
    scan = node.store.scan_around(about, frozenset(node.store.labels()))
    here = pc.and_(pc.equal(scan["urn"], said[0].urn), pc.equal(scan["item"], said[0].item))
    own = pc.is_in(pc.cast(scan["entity"], pa.string()), value_set=pa.array(about, pa.string()))
    arrived = Arrived((), scan.filter(pc.and_(here, own)), "")
    return _keep(node, asked, answered(asked, arrived, today))


def _asked(node: Node, today: str) -> list[Watch]:
    return [DANGER, *(watch for watch in node.store.watches.all() if watch.asks(today))]


def _reads_words(asked: Sequence[Watch]) -> bool:
    return any(watch.kind is Kind.WORDS for watch in asked)


def _found(arrived: "Arrived", asked: Sequence[Watch], today: str) -> "Found":
    """What the reader of texts and the matcher find in the new items."""
    from headwater.analysis.watch import Found, is_fresh
    from headwater.intake import dangers
    from headwater.resolve import Wanted, wanted_in

    items = arrived.items if any(watch.kind is Kind.DANGER for watch in asked) else ()
    fresh = (item for item in items if is_fresh(item.until, today))
    told = {(one.urn, one.item): [d.kind for d in dangers(one.text)] for one in fresh}
    wanted = [
        Wanted(watch.id, watch.question["name"], float(watch.question["chance"]))
        for watch in asked
        if watch.kind is Kind.PERSON
    ]
    people: dict[str, list[tuple[float, tuple[str, ...]]]] = {}
    for one in wanted_in(arrived.scan, wanted):
        people.setdefault(one.wanted, []).append((one.chance, one.evidence))
    return Found({place: kinds for place, kinds in told.items() if kinds}, people)


def _keep(
    node: Node, asked: Sequence[Watch], answers: "Sequence[Answer]", upto: str = ""
) -> list[Alert]:
    from headwater.analysis.watch import answer_id

    by_id = {watch.id: watch for watch in asked}
    open_ = {one.watch: by_id[one.watch] for one in answers}
    watchable = {id_ for id_, watch in open_.items() if still_watchable(node, watch)}
    made = clock()
    alerts = [
        Alert(answer_id(one), one.watch, made, *one[1:])
        for one in answers
        if one.watch in watchable
    ]
    new = node.store.watches.keep(alerts, upto)
    if urgent := [one for one in new if one.urgency is Urgency.LIFE_AT_RISK]:
        told = [*(one.id for one in urgent), *dict.fromkeys(one.urn for one in urgent)]
        node.log(Operation.DISCLOSURE, told, recipient=_EVERYBODY, reason="a life at risk")
    return new


def _matches(
    node: Node, asked: Sequence[Watch], judgements: Sequence[Judgement]
) -> "Iterator[Answer]":
    """An answer for each new end of a judgement whose other end is somebody who is watched."""
    from headwater.resolve import known_as

    ends = {end for one in judgements for end in (one.left, one.right)}
    watched = _watched(node, asked, ends)
    if not watched:
        return
    last = _last_spoken_of(node, ends)
    seen: dict[tuple[str, str], frozenset[str]] = {}  # joined with a subject, as an owner sees it
    for one in judgements:
        known, new = sorted((one.left, one.right), key=lambda end: last.get(end, -1))
        for subject, watch in watched.get(known, ()):
            if (subject, watch.id) not in seen:
                owner = as_owner(node, watch)
                seen[subject, watch.id] = (
                    known_as(owner.store, subject, owner.allowed()).members if owner else _NOBODY
                )
            # It counts for an owner who sees that the known end is the one who is watched.
            if known in seen[subject, watch.id]:
                yield from _match(node, watch, one, new)


def _watched(
    node: Node, asked: Sequence[Watch], entities: Collection[str]
) -> dict[str, list[tuple[str, Watch]]]:
    """By entity the subjects that it is joined with, each with a watch on it."""
    from headwater.resolve import joined_with

    joined = joined_with(node.store, entities)
    found: dict[str, list[tuple[str, Watch]]] = defaultdict(list)
    for watch in asked:
        for subject in watch.subjects:
            for entity in joined.get(subject, ()):
                found[entity].append((subject, watch))
    return found


def _last_spoken_of(node: Node, entities: Collection[str]) -> dict[str, int]:
    """By entity how late it was spoken of last."""
    scan = node.store.scan_around(entities, frozenset(node.store.labels()))
    return {entity: row for row, entity in enumerate(scan["entity"].to_pylist())}


def _match(node: Node, watch: Watch, judgement: Judgement, new: str) -> "Iterator[Answer]":
    from headwater.analysis.watch import Answer

    everything = frozenset(node.store.labels())
    told = (node.store.statement(one, everything) for one in judgement.evidence)
    own: list[Statement] = [one for one in told if one is not None and one.entity == new]
    if own:
        first = own[-1]
        why = "match" if judgement.verdict is Verdict.SAME else "likely match"
        yield Answer(watch.id, first.urn, first.item, Urgency.HIGH, why, judgement.evidence)
