"""Waiting: what waits for a person at a node, and what the ids that the queue shows stand for."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from headwater.model import Judgement, Report, Statement, Status, WrongUse
from headwater.node.node import Node
from headwater.node.questions import asked_first, questions_in
from headwater.safeguard import Operation

if TYPE_CHECKING:
    from headwater.resolve import review

Kind = Literal["waiting", "people", "joined", "decided"]
"""All that waits; people without a category alone; joins and decisions that can be taken back."""

_ITEM = re.compile(r"^(.+)#(\d{1,18})$", re.DOTALL)
_AROUND = 200
_MOST_NAMED = 12
_MOST_SHOWN = 1_000_000  # entries; nobody reads as many, and no list counts beyond 2**63
_MOST_TOLD, _MOST_LOOKED_AT = 10, 100
_MOST_READ, _MOST_ORDERS = 200_000, 3  # characters of an item looked at for orders; orders shown
_LONGEST = 600  # characters: a sentence that is no longer is shown whole


def review_queue(
    node: Node,
    limit: int,
    find: str = "",
    kind: Kind = "waiting",
    *,
    after: str = "",
    only: str = "",
) -> "review.Page":
    """What waits for a person, most useful first, of what this viewer may see.

    Args:
        node: Where it waits.
        limit: How many entries at most.
        find: Words that an entry must hold, whatever their case, diacritics and script; empty for
            every entry.
        kind: What of it.
        after: Id of the entry before the first one wanted; empty for the beginning.
        only: Of what waits, `pair`, `statement` or `category` alone; empty for all.

    Raises:
        WrongUse: If the limit is below 1, or the entry to go on after is not there.
    """
    from headwater.resolve import review

    page = bare_queue(node, review.Asked(_checked(limit), find, after, only), kind)
    about = dict.fromkeys(entity for one in page.entries for entity in one.about)
    node.log(Operation.CONSULTATION, ["review queue", *about], reason=find)
    return page._replace(entries=in_full(node, page.entries))


def bare_queue(node: Node, asked: "review.Asked", kind: Kind) -> "review.Page":
    """As `review_queue`, the entries without their sentences and comparisons, and not logged."""
    return Seen(node).page(asked, kind)


class Seen:
    """All that a viewer sees, looked through once for whatever is asked of the queue.

    Cost: linear in all that this viewer sees, and in the judgements of the node.

    Args:
        node: The node as the viewer sees it.
    """

    def __init__(self, node: Node) -> None:
        self._node = node
        self._scan = node.store.scan(node.allowed())

    @cached_property
    def _judgements(self) -> list[Judgement]:
        return self._node.store.judgements()

    @cached_property
    def _waiting(self) -> "review.Waiting":
        from headwater.resolve import review

        return review.Waiting(self._scan, self._judgements, place_name=_place_name)

    def page(self, asked: "review.Asked", kind: Kind) -> "review.Page":
        """A page of the queue, the entries without their sentences and comparisons; not logged."""
        from headwater.resolve import review

        scan = self._scan
        if kind == "decided":
            reviews = self._node.store.reviews()
            return review.decided(scan, reviews, asked, place_name=_place_name)
        if kind == "joined":
            return review.joined(scan, self._judgements, asked, place_name=_place_name)
        if kind == "people":
            asked = asked._replace(kind="category")
        if asked.kind not in ("", "category"):
            return self._waiting.page(asked)
        questions = questions_in(self._node, scan, uncategorised=True)
        return asked_first(questions, asked, self._waiting.page)


def in_full(node: Node, entries: "Sequence[review.QueueEntry]") -> "list[review.QueueEntry]":
    """The entries with what a person needs to judge them, at the cost of these entries alone.

    Of a pair of persons that is how names and fields stand against each other, of each the
    sentences that its evidence stands in.
    """
    from headwater.resolve import review

    compared = {one for entry in entries if entry.kind == "pair" for one in entry.about}
    if compared:
        scan = node.store.scan_around(compared, node.allowed())
        entries = review.explained(scan, entries)
    return with_sources(node, entries)


def _checked(limit: int) -> int:
    if limit < 1:
        raise WrongUse(f"a limit of {limit} shows nothing", do="give a whole number from 1")
    return min(limit, _MOST_SHOWN)


def told_of(node: Node, ids: Sequence[str]) -> tuple[str, ...]:
    """What statements and decisions on statements say, one short line each, the first ten.

    Args:
        node: Where they are.
        ids: Ids of statements, or of decisions on them; any others are left out.
    """
    from headwater.resolve import review

    on = {one.id: one.statement for one in node.store.reviews()} if ids else {}
    meant = list(dict.fromkeys(on.get(one, one) for one in ids))[:_MOST_LOOKED_AT]
    known = [one for one in meant if node.store.statement(one, node.allowed()) is not None]
    if not known:
        return ()
    scan = node.store.scan(node.allowed())
    lines = review.statements_told(scan, known, place_name=_place_name)
    return tuple(lines[:_MOST_TOLD])


def _place_name(entity: str) -> str:
    from headwater.intake import place

    found = place(entity)
    return found.name if found else ""


def with_sources(node: Node, entries: "Sequence[review.QueueEntry]") -> "list[review.QueueEntry]":
    """The entries with the sentences that their evidence stands in."""
    evidence = {one for entry in entries for one in entry.evidence}
    known = node.store.parts.statements(evidence, node.allowed())
    reports = _reports_of(node, known.values())
    return [
        replace(
            entry,
            sources=_sources([known[one] for one in entry.evidence if one in known], reports),
        )
        for entry in entries
    ]


def _reports_of(node: Node, statements: Iterable[Statement]) -> dict[str, Report | None]:
    """The reports of statements, each with the items that they stand in."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for one in statements:
        numbers[one.urn].add(one.item)
    allowed = node.allowed()
    return {urn: node.store.parts.report(urn, allowed, some) for urn, some in numbers.items()}


def source_of(node: Node, statement: Statement) -> "review.Source | None":
    """Where a statement stands, of what this viewer may see."""
    return next(iter(_sources([statement], _reports_of(node, [statement]))), None)


def _sources(
    statements: Sequence[Statement], reports: dict[str, Report | None]
) -> "tuple[review.Source, ...]":
    """One for each item that the statements were taken from."""
    from headwater.intake import orders
    from headwater.resolve import review

    spans: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for one in statements:
        spans[one.urn, one.item].append((one.start, one.end))
    sources = []
    for (urn, number), marks in spans.items():
        report = reports[urn]
        item = next((i for i in report.items if i.number == number), None) if report else None
        if report and item:
            title = f"{urn}: {report.title}" if report.title else urn
            sentence = marked(item.text, [mark for mark in marks if mark[0] >= 0])
            grade = f"{item.grade.text}-{item.handling.text}"
            given = (item.text[start:end] for start, end in orders(item.text[:_MOST_READ]))
            said = " … ".join(list(dict.fromkeys(given))[:_MOST_ORDERS])
            sources.append(review.Source(sentence, grade, title, said))
    return tuple(sources)


def marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """A text on one line with the words in the spans between `>>` and `<<`.

    Spans that only one character parts are marked as one. Of a long text, what stands around the
    first of them is shown.
    """
    merged: list[tuple[int, int]] = []
    for start, end in sorted(set(spans)):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    begin, stop = 0, len(text)
    if len(text) > _LONGEST:
        first = merged[0] if merged else (0, 0)
        begin, stop = max(0, first[0] - _AROUND), min(stop, first[1] + 2 * _AROUND)
    shown, at = "…" if begin else "", begin
    for start, end in merged:
        if begin <= start and end <= stop:
            shown += f"{text[at:start]}>>{text[start:end]}<<"
            at = end
    return " ".join(f"{shown}{text[at:stop]}{'…' if stop < len(text) else ''}".split())


def statements_meant(node: Node, one: str) -> list[str]:
    """Ids of the statements that an id of the queue stands for.

    A statement stands for itself; with `+` behind it, for all that its item proposes of the same
    entity; `URN#item` for all that the item proposes.

    Raises:
        WrongUse: If the viewer sees no such thing, or nothing of it waits.
    """
    allowed = node.allowed()
    if node.store.statement(one, allowed) is not None:
        return [one]
    first = node.store.statement(one[:-1], allowed) if one.endswith("+") else None
    item = _ITEM.match(one)
    if first is not None:
        about = node.store.statements_of(first.entity, allowed)
        place = (first.urn, first.item)
        found = [s.id for s in about if s.status == Status.PROPOSED and (s.urn, s.item) == place]
    else:
        found = _proposed_by_item(node, item[1], int(item[2])) if item else []
    if not found:
        raise no_statement(one)
    return found


def no_statement(one: str) -> WrongUse:
    """What whoever decides is told of an id that stands for nothing that they see."""
    return WrongUse(f"there is no statement {one} here that waits", do="see headwater review")


def statement_meant(node: Node, one: str) -> Statement:
    """The one statement that an id stands for.

    Raises:
        WrongUse: If the viewer sees no such statement, or the id stands for several.
    """
    allowed = node.allowed()
    found = node.store.statement(one, allowed)
    if found is not None:
        return found
    several = [node.store.statement(each, allowed) for each in statements_meant(node, one)]
    lines = (f"{s.id} ({s.property} {s.value!r})" for s in several[:_MOST_NAMED] if s)
    raise WrongUse(
        f"{one} stands for {len(several)} statements, and one is corrected at a time",
        do=f"give the id of one of them: {'; '.join(lines)}",
    )


def item_meant(one: str) -> tuple[str, int]:
    """URN and number of an item written as `URN#item`.

    Raises:
        WrongUse: If it is not written so.
    """
    found = _ITEM.match(one)
    if found is None:
        raise WrongUse(f"{one!r} is no item", do="write it as URN#item, as in 'IR 004711#2'")
    return found[1], int(found[2])


def _proposed_by_item(node: Node, urn: str, number: int) -> list[str]:
    said = node.store.parts.said_in(urn, node.allowed(), [number])
    return [one.id for one in said if one.status == Status.PROPOSED]


def person_named(node: Node, name: str, hidden: Callable[[str], bool] = lambda _: False) -> str:
    """The entity id of the one person here who bears this name exactly.

    Args:
        node: Where.
        name: The name.
        hidden: Who is answered as somebody who is not here.

    Raises:
        WrongUse: If there is none, or several; the ids of several are listed.
    """
    from headwater.resolve import review

    scan, judgements = node.store.scan(node.allowed()), node.store.judgements()
    found = [one for one in review.persons_named(scan, judgements, name) if not hidden(one)]
    if not found:
        raise WrongUse(
            f"there is no entity {name} here", do="headwater review --people lists people"
        )
    if len(found) > 1:
        raise WrongUse(
            f"{len(found)} persons here are called {name}",
            why="a name alone never joins two persons",
            do=f"give the id of the one you mean: {', '.join(found[:20])}",
        )
    return found[0]
