"""One report as it is read: its items, and in their words what was taken from them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from headwater.model import (
    Item,
    Period,
    Refusal,
    Report,
    Review,
    Statement,
    Status,
    WrongUse,
    parse_statement_id,
    schemata,
)
from headwater.node.node import Node
from headwater.node.reading.grades import grade_means, handling_means
from headwater.node.things import in_words, kind_word
from headwater.safeguard import NOT_NAMED, WITHHELD, Operation

A_PAGE = 12
"""Items of one report on a page; a table has many more."""

NAMED_BY = ("name", "registrationNumber", "number", "iban", "accountNumber", "username", "phone")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an item's text.

    Attributes:
        text: Its words.
        statements: Numbers, within the item, of the statements that were taken from it.
        status: `proposed` where any of these waits, else `accepted` or `rejected`; or empty.
    """

    text: str
    statements: tuple[int, ...] = ()
    status: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One statement, for somebody who decides on it.

    Attributes:
        id: Its id.
        n: Its number within the item.
        says: The property, in words.
        value: The value: a name in place of an id.
        raw: The value as it is kept, for whoever corrects it.
        leads: Id of the entity that the value is, or empty.
        words: The words of the item that it was taken from.
        status: `proposed`, `accepted` or `rejected`.
        modality: How the text puts it; empty where it is plainly told as done.
        attribution: Who says so, in the text's words.
        taken_by: What took it, and who stands behind it.
        decided: The last decision on it, or None.
        withheld: Whether what it says is left out for this purpose.
    """

    id: str
    n: int
    says: str
    value: str
    raw: str
    leads: str
    words: str
    status: str
    modality: str
    attribution: str
    taken_by: str
    decided: Review | None = None
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Thing:
    """What an item says of one entity.

    Attributes:
        entity: Its id.
        kind: Its schema in the field's word.
        name: What to call it; empty where it has no name of its own.
        lines: The statements about it.
    """

    entity: str
    kind: str
    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ItemRead:
    """One item as it is read.

    Attributes:
        item: The item.
        pieces: Its text, cut where something was taken.
        things: What was taken, by what it is about.
        grade: Grade and handling, as `2D-P`.
        grade_says: The grade in words.
        handling_says: The handling in words.
        waiting: How many statements wait for a decision.
        open: Whether this viewer may decide here; not on what only a broken glass shows.
        withheld: Whether some of it is left out for this purpose.
    """

    item: Item
    pieces: tuple[Piece, ...]
    things: tuple[Thing, ...]
    grade: str
    grade_says: str
    handling_says: str
    waiting: int
    open: bool
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class ReportRead:
    """A report as it is read, as far as this viewer sees it.

    Attributes:
        report: The report with the items of this page.
        information: When the thing was known or seen, in words.
        record: When the report was written, in words.
        items: The items of this page.
        start: Number of items before them.
        whole: How many of its items this viewer sees.
        refusals: What of it could not be taken.
        glass: Whether some of it is seen only because the glass was broken.
        said: The statements taken from the items of this page.
        withheld: Whether some of it is left out for this purpose.
    """

    report: Report
    information: str
    record: str
    items: tuple[ItemRead, ...]
    start: int
    whole: int
    refusals: tuple[Refusal, ...]
    glass: bool
    said: tuple[Statement, ...] = ()
    withheld: bool = False

    @property
    def waiting(self) -> int:
        """Statements on this page that wait for a decision."""
        return sum(one.waiting for one in self.items)

    def next_after(self, statement: str) -> str:
        """Id of the first statement behind this one that waits; of the first of all behind none."""
        lines = [line for item in self.items for thing in item.things for line in thing.lines]
        ids = [line.id for line in lines]
        begin = ids.index(statement) + 1 if statement in ids else 0
        waiting = (line.id for line in lines[begin:] if line.status == Status.PROPOSED)
        return next(waiting, "")

    def leads_to(self, statement: str) -> str:
        """Schema of the things that a statement on this page leads to; empty where to none."""
        return next((range_of(one) for one in self.said if one.id == statement), "")

    def names_for(self, statement: str) -> tuple[str, ...]:
        """What of this page a statement could lead to, by name; empty where it leads to no thing.

        Only what is told is offered: see `as_told`.
        """
        return self.names_of(self.leads_to(statement))

    def names_of(self, wanted: str) -> tuple[str, ...]:
        """What of this page is of a schema, by name, as far as it is told."""
        fitting = {one.entity for one in self.said if wanted and fits(one.schema, wanted)}
        things = (thing for item in self.items for thing in item.things if thing.entity in fitting)
        names = dict.fromkeys(thing.name for thing in things if thing.name not in ("", NOT_NAMED))
        return tuple(name for name in names if WITHHELD not in name)


def read_report(node: Node, urn: str, start: int = 0, holding: str = "") -> ReportRead | None:
    """One report, for this viewer and purpose; a consultation.

    None where there is no such report, or none for this viewer: the two are not told apart.

    Args:
        node: Where it is.
        urn: Which.
        start: Number of items before the first one wanted.
        holding: Id of a statement whose item must be among them; it goes before `start`.

    Cost: by the items of the page.
    """
    allowed, usual = node.allowed(urn), node.allowed()
    labels = node.store.parts.items(urn, allowed)
    start = start_of(list(labels), start, holding)
    shown = list(labels)[start : start + A_PAGE]
    report = node.store.parts.report(urn, allowed, shown)
    node.log(Operation.CONSULTATION, [urn])
    if report is None:
        return None
    said = statements_in(node, urn, shown, allowed)
    reader = Reader(said, decisions_on(node, said))
    open_ = {number: label in usual for number, label in labels.items()}
    return ReportRead(
        report=report,
        information=days(report.information_date),
        record=days(report.record_date),
        items=tuple(reader.read(item, open_=open_[item.number]) for item in report.items),
        start=start,
        whole=len(labels),
        refusals=tuple(node.store.recent.refusals_of(urn, allowed)),
        glass=not all(open_.values()),
        said=tuple(said),
    )


def start_of(numbers: Sequence[int], start: int, holding: str) -> int:
    """Number of items before the page; see `read_report`."""
    with suppress(WrongUse):
        number = parse_statement_id(holding)[1]
        at = numbers.index(number) if number in numbers else 0
        start = at - at % A_PAGE
    return max(0, min(start, len(numbers) - 1))


def statements_in(
    node: Node, urn: str, items: Collection[int], allowed: frozenset[int]
) -> list[Statement]:
    """The statements of some items of a report, in order."""
    return node.store.parts.said_in(urn, allowed, items)


def decisions_on(node: Node, said: Sequence[Statement]) -> dict[str, Review]:
    """The last decision on each statement that somebody decided on.

    A value that took the place of another stands by the decision on that other.
    """
    reviews = node.store.recent.reviews_on([one.id for one in said])
    last = {one.statement: one for one in reviews}
    return {one.instead: one for one in last.values() if one.instead} | last


def days(period: Period | None) -> str:
    """A period in words; empty where it is not known."""
    if period is None:
        return ""
    ends: tuple[date, date] = (period.earliest, period.latest)
    return ends[0].isoformat() if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"


class Reader:
    """Reads items, all of whose statements it knows.

    Args:
        said: The statements.
        decided: The last decision on each that somebody decided on.
    """

    def __init__(self, said: Sequence[Statement], decided: Mapping[str, Review]) -> None:
        self._said = said
        self._decided = decided
        self._names: dict[str, str] = {}
        for name in reversed(NAMED_BY):
            own = {s.entity: s.value for s in reversed(said) if s.property == name}
            self._names.update(own)

    def read(self, item: Item, *, open_: bool) -> ItemRead:
        """One item."""
        said = [one for one in self._said if one.item == item.number]
        return ItemRead(
            item=item,
            pieces=tuple(pieces(item.text, said)),
            things=tuple(self._things(said)),
            grade=f"{item.grade.text}-{item.handling.text}",
            grade_says=grade_means(item.grade),
            handling_says=handling_means(item.handling),
            waiting=sum(one.status == Status.PROPOSED for one in said),
            open=open_,
        )

    def _things(self, said: Sequence[Statement]) -> Iterator[Thing]:
        about: dict[str, list[Statement]] = {}
        for one in said:
            about.setdefault(one.entity, []).append(one)
        for entity, held in about.items():
            yield Thing(
                entity=entity,
                kind=kind_word(held[0].schema),
                name=self.name(entity),
                lines=tuple(map(self.line, held)),
            )

    def name(self, entity: str) -> str:
        """What an entity is called; empty where these statements give it no name."""
        return self._names.get(entity, "")

    def line(self, one: Statement) -> Line:
        """One statement."""
        leads = one.value if is_entity(one) else ""
        behind = one.extractor if not one.author else f"{one.extractor}, {one.author}"
        return Line(
            id=one.id,
            n=one.n,
            says=in_words(one.property),
            value=self.called(one) if leads else one.value,
            raw=one.value,
            leads=leads,
            words=one.text,
            status=one.status,
            modality="" if one.modality == "done" else one.modality,
            attribution=one.attribution,
            taken_by=behind,
            decided=self._decided.get(one.id),
        )

    def called(self, one: Statement) -> str:
        """What the entity that a statement names is called."""
        from headwater.intake import place

        known = place(one.value)
        return self.name(one.value) or (known.name if known else "") or one.text or one.value


def is_entity(one: Statement) -> bool:
    """Whether the value of a statement is the id of another thing."""
    return bool(range_of(one))


def range_of(one: Statement) -> str:
    """Schema of the thing whose id the value of a statement is; empty where it is no id."""
    schema = schemata().get(one.schema)
    known = schema.properties.get(one.property) if schema else None
    return (known.range or "Thing") if known and known.type == "entity" else ""


def fits(schema: str, wanted: str) -> bool:
    """Whether things of a schema may stand where those of another are wanted."""
    known = schemata().get(schema)
    return known is not None and known.is_a(wanted)


def pieces(text: str, said: Sequence[Statement]) -> Iterator[Piece]:
    """A text cut at the edges of what was taken from it; together the pieces are the text."""
    spans = [one for one in said if 0 <= one.start < one.end <= len(text)]
    edges = sorted({0, len(text), *(at for one in spans for at in (one.start, one.end))})
    for begin, end in pairwise(edges):
        over = [one for one in spans if one.start <= begin and end <= one.end]
        yield Piece(text[begin:end], tuple(one.n for one in over), _status(over))


def _status(over: Sequence[Statement]) -> str:
    """The status that a reader must know first."""
    held = {one.status for one in over}
    order = (Status.PROPOSED, Status.ACCEPTED, Status.REJECTED)
    return next((str(status) for status in order if status in held), "")


def gists_of(read: ReportRead) -> dict[int, tuple[str, str]]:
    """What a machine makes of each item in English, and a note on what it could not; by number."""
    from headwater.intake import gists

    found = {one.item.number: gists(one.item.text) for one in read.items}
    return {n: (" ".join(g.text for g in one.sentences), one.note) for n, one in found.items()}
