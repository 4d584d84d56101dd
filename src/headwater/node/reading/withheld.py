"""Withheld: reports as they are read for a purpose that does not lift the protection of people.

For a named case or safeguarding purpose a report is read word by word. For any other purpose the
names, documents and phones of people being moved, victims and witnesses are left out of it, as they
are on every other page; those of the undecided too, except before those whose work it is to decide.
Left out is what was read as theirs, wherever its words stand. Nobody decides on what is left out.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from headwater.model import Statement, Status, parse_statement_id, schemata
from headwater.node.decisions import NOTHING, Barred
from headwater.node.node import Node
from headwater.node.reading.originals import WHOLE
from headwater.node.reading.report import (
    A_PAGE,
    ItemRead,
    Line,
    Piece,
    Reader,
    ReportRead,
    Thing,
    is_entity,
    start_of,
    statements_in,
)
from headwater.node.reading.sentence import Sentence
from headwater.node.things import index_of, may_categorise, shield_of
from headwater.node.waiting import no_statement, statements_meant
from headwater.safeguard import (
    HELD_BY,
    NOT_NAMED,
    WITHHELD,
    Category,
    Purpose,
    hidden_in,
    is_withheld,
)

if TYPE_CHECKING:
    from headwater.model import Item, Report
    from headwater.node.looking import Sight

    Look = Callable[[], Sight]

Told = TypeVar("Told", ReportRead, Sentence)

_ANYTHING = Purpose("reading", "general")
_PEOPLE = frozenset(
    name for name, known in schemata().items() if known.is_a("Person") or name == "LegalEntity"
)
NAMING = frozenset({"name", "phone", "email", "identifier"})
"""Types of properties whose words tell who somebody is wherever else they stand."""


class Cover:
    """What of one report is left out.

    Args:
        hidden: Ids of those who are not named, and of what they hold.
        said: The statements about which that was asked.
    """

    def __init__(self, hidden: frozenset[str], said: Sequence[Statement]) -> None:
        from headwater.brief import Mask

        self._hidden = hidden
        self._telling = {one.id: one for one in said if self._tells(one)}
        naming = [one for one in self._telling.values() if _type(one) in NAMING]
        told = (words for one in naming for words in (one.value, one.text))
        self._words = frozenset(word for each in told for word in re.findall(r"\w{2,}", each))
        called = (one for one in naming if _type(one) == "name")
        # A name as grammar bends it further down, where no reader took it for one.
        self._bent = Mask(name for one in called for name in (one.value, one.text))

    def _tells(self, one: Statement) -> bool:
        """Whether a statement tells who somebody is who is not named, or leads to them."""
        if is_entity(one) and one.value in self._hidden:
            return True
        theirs = one.entity in self._hidden
        return theirs and is_withheld(one.property, Category.UNDECIDED, _ANYTHING)

    def report(self, read: ReportRead) -> ReportRead:
        """A report without it."""
        items = tuple(map(self._item_read, read.items))
        shown = {one.item.number: one.item for one in items}
        whole = tuple(shown.get(one.number, one) for one in read.report.items)
        return replace(
            read,
            report=self._head(read.report, whole),
            items=items,
            refusals=tuple(replace(one, why=self.hide(one.why)) for one in read.refusals),
            said=tuple(self._statements(read.said)),
            withheld=True,
        )

    def sentence(self, found: Sentence) -> Sentence:
        """A sentence without it."""
        item = self._item(found.item)
        return replace(
            found,
            statement=next(self._statements([found.statement]), _emptied(found.statement)),
            line=self._line(found.line, found.statement.entity),
            name=self._name(found.statement.entity, found.name),
            item=item,
            pieces=tuple(self._cut(found.item, found.pieces)),
            report=self._head(found.report, (item,)),
            history=tuple(replace(one, reason=self.hide(one.reason)) for one in found.history),
            said=tuple(self._statements(found.said)),
            withheld=True,
        )

    def withholds(self, said: Sequence[Statement]) -> frozenset[str]:
        """Ids of those statements of which something is left out."""
        lines = Reader(said, {})
        return frozenset(one.id for one in said if self._line(lines.line(one), one.entity).withheld)

    def _head(self, report: "Report", items: "tuple[Item, ...]") -> "Report":
        return replace(report, title=self.hide(report.title), items=items)

    def _item_read(self, one: ItemRead) -> ItemRead:
        things = tuple(map(self._thing, one.things))
        lines = [line for thing in things for line in thing.lines]
        left_out = any(line.withheld for line in lines) or any(
            thing.entity in self._hidden for thing in things
        )
        waiting = sum(line.status == Status.PROPOSED and not line.withheld for line in lines)
        return replace(
            one,
            item=self._item(one.item),
            pieces=tuple(self._cut(one.item, one.pieces)),
            things=things,
            waiting=waiting,
            withheld=left_out,
        )

    def _thing(self, thing: Thing) -> Thing:
        if thing.entity in self._hidden:
            return replace(thing, name=NOT_NAMED, lines=())
        lines = tuple(self._line(line, thing.entity) for line in thing.lines)
        return replace(thing, name=self.hide(thing.name), lines=lines)

    def _line(self, line: Line, entity: str) -> Line:
        decided = line.decided and replace(line.decided, reason=self.hide(line.decided.reason))
        line = replace(line, decided=decided, attribution=self.hide(line.attribution))
        if line.id in self._telling or entity in self._hidden:
            value = NOT_NAMED if line.leads else WITHHELD
            return replace(line, value=value, raw="", leads="", words="", withheld=True)
        value, words = self.hide(line.value), self.hide(line.words)
        if (value, words) == (line.value, line.words):
            return line
        return replace(line, value=value, raw="", words=words, withheld=True)

    def _statements(self, said: Iterable[Statement]) -> Iterator[Statement]:
        for one in said:
            if one.id in self._telling:
                yield _emptied(one)
            elif one.entity not in self._hidden:
                yield one._replace(value=self.hide(one.value), text=self.hide(one.text))

    def _name(self, entity: str, name: str) -> str:
        return NOT_NAMED if entity in self._hidden else self.hide(name)

    def _item(self, item: "Item") -> "Item":
        text = "".join(piece.text for piece in self._cut(item, [Piece(item.text)]))
        return replace(item, text=text, provenance=self.hide(item.provenance))

    def hide(self, text: str) -> str:
        """Any other words without those that tell who somebody is."""
        return without(text, self._words, self._bent.spans(text))

    def hide_names(self, text: str) -> str:
        """As `hide`, and figures stay: how many people there are is not who they are."""
        words = [word for word in self._words if not word.isdecimal()]
        return without(text, words, self._bent.spans(text))

    def _cut(self, item: "Item", pieces: Iterable[Piece]) -> Iterator[Piece]:
        """An item's text without what is left out."""
        own = [(one.start, one.end) for one in self._telling.values() if one.item == item.number]
        return _cut(pieces, hidden_in(item.text, own + self._bent.spans(item.text), self._words))


def without(text: str, words: Collection[str], spans: Sequence[tuple[int, int]] = ()) -> str:
    """A text without some stretches, and without some words wherever they stand in it."""
    pieces = _cut([Piece(text)], hidden_in(text, spans, words))
    return "".join(piece.text for piece in pieces)


def _cut(pieces: Iterable[Piece], hidden: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    """Pieces of a text without its hidden spans; one mark stands for each."""
    begin = 0
    for piece in pieces:
        at, end = begin, begin + len(piece.text)
        for first, last in hidden:
            if at < end and first < end and last > at:
                yield from _part(piece, at - begin, first - begin)
                if first >= begin:
                    yield Piece(WITHHELD)
                at = min(last, end)
        yield from _part(piece, at - begin, end - begin)
        begin = end


def _part(piece: Piece, start: int, end: int) -> Iterator[Piece]:
    if start < end:
        yield replace(piece, text=piece.text[start:end])


def _emptied(one: Statement) -> Statement:
    """A statement without what it says; where it was taken from may be known."""
    return one._replace(value=WITHHELD, text=WITHHELD, attribution="")


def _type(one: Statement) -> str:
    schema = schemata().get(one.schema)
    known = schema.properties.get(one.property) if schema else None
    return known.type if known else ""


def as_told(node: Node, found: Told, look: "Look") -> Told:
    """A report, or a sentence of one, as it is told for the purpose that was stated.

    Args:
        node: Where it is.
        found: The report or sentence, word by word.
        look: Gives the picture that tells who is protected; not asked where the purpose lifts that.
    """
    cover = _cover(node, found.said, look)
    if not cover:
        return found
    return cover.report(found) if isinstance(found, ReportRead) else cover.sentence(found)


def holds_back(node: Node, urn: str, look: "Look") -> bool:
    """Whether anything is left out of a report, so that the file that it was read from is too."""
    allowed = node.allowed()
    report = node.store.report(urn, allowed) if asks(node) else None
    if report is None or report.format not in WHOLE:
        return False
    said = statements_in(node, urn, [item.number for item in report.items], allowed)
    return _cover(node, said, look) is not None


def barred_from(node: Node, look: "Look") -> Barred:
    """What of reports and entities nobody decides on for the purpose that was stated.

    Args:
        node: Where it is decided.
        look: Gives the picture that tells who is protected; not asked where the purpose lifts that.
    """
    if not asks(node):
        return NOTHING
    look = cache(look)  # one look for one decision, whatever it is about

    def entity(one: str) -> bool:
        said = node.store.statements_of(one, node.allowed())
        return bool(said and _hidden(node, look(), {one: said[0].schema}))

    return Barred(
        entity, lambda ids: any(_withholds(node, urn, some, look) for urn, some in _by_report(ids))
    )


def refuse_withheld(node: Node, about: str, look: "Look") -> None:
    """Refuse to decide on what is left out of the page that it would be read on.

    Args:
        node: Where it is.
        about: Id of a statement, or of several as the queue shows it; see `statements_meant`.
        look: Gives the picture that tells who is protected; not asked where the purpose lifts that.

    Raises:
        WrongUse: If something is left out of what is meant, or nothing is: the two are one answer.
    """
    if asks(node) and barred_from(node, look).statements(statements_meant(node, about)):
        raise no_statement(about)


def _by_report(ids: Iterable[str]) -> Iterable[tuple[str, set[str]]]:
    found: dict[str, set[str]] = {}
    for one in ids:
        found.setdefault(parse_statement_id(one)[0], set()).add(one)
    return found.items()


def _withholds(node: Node, urn: str, ids: set[str], look: "Look") -> bool:
    """Whether something is left out of any of these statements of one report, as it is read."""
    allowed = node.allowed()
    numbers = list(node.store.parts.items(urn, allowed))
    for start in sorted({start_of(numbers, 0, one) for one in ids}):
        said = statements_in(node, urn, numbers[start : start + A_PAGE], allowed)
        cover = _cover(node, said, look)
        if cover and not cover.withholds(said).isdisjoint(ids):
            return True
    return False


def covers_of(node: Node, about: Mapping[str, Collection[int]], look: "Look") -> dict[str, Cover]:
    """What is left out of some reports; those of which nothing is are not among them.

    Where there is no picture yet, everybody who was read in them is left out.

    Args:
        node: Where they are.
        about: Numbers of items by URN; they are looked at with the first page of each report.
        look: Gives the picture that tells who is protected; not asked where the purpose lifts that.

    Cost: by these items.
    """
    if not about or not asks(node):
        return {}
    sight, allowed, covers = _sight_or_none(look), node.allowed(), {}
    for urn, numbers in about.items():
        items = {*list(node.store.parts.items(urn, allowed))[:A_PAGE], *numbers}
        cover = _covering(node, statements_in(node, urn, sorted(items), allowed), sight)
        if cover:
            covers[urn] = cover
    return covers


def titles_told(node: Node, titles: Mapping[str, str], look: "Look") -> dict[str, str]:
    """Titles of reports by URN as the reports are told; see `as_told`."""
    covers = covers_of(node, {urn: () for urn, title in titles.items() if title}, look)
    return {
        urn: covers[urn].hide(title) if urn in covers else title for urn, title in titles.items()
    }


def left_out(
    node: Node, statements: Iterable[str], entities: Iterable[str], look: "Look"
) -> Callable[[str], str]:
    """What takes the names out of any words about some statements and entities; see `as_told`."""
    statements, entities = [*statements], [*entities]
    if not (statements or entities) or not asks(node):
        return str
    allowed, items = node.allowed(), dict[str, set[int]]()
    for one in statements:
        urn, number, _ = parse_statement_id(one)
        items.setdefault(urn, set()).add(number)
    said = [s for urn, some in items.items() for s in statements_in(node, urn, some, allowed)]
    said += [s for entity in entities for s in node.store.statements_of(entity, allowed)]
    cover = _cover(node, said, look)
    return cover.hide if cover else str


def asks(node: Node) -> bool:
    """Whether anybody might not be named for this purpose."""
    return is_withheld("name", Category.BEING_MOVED, node.purpose)


def _cover(node: Node, said: Sequence[Statement], look: "Look") -> Cover | None:
    """What is left out; None where nothing is."""
    return _covering(node, said, look()) if asks(node) else None


def _sight_or_none(look: "Look") -> "Sight | None":
    from headwater.node.looking import StillBuilding

    try:
        return look()
    except StillBuilding:
        return None


def _hidden(node: Node, sight: "Sight | None", schemas: Mapping[str, str]) -> set[str]:
    """Who is not named of some entities, given with what they are."""
    if sight is None:
        return {one for one, schema in schemas.items() if _may_be_somebody(one, schema)}
    held = sight.around(schemas)
    shield, index = shield_of(node, held), index_of(node, held)
    if not shield.stands and may_categorise(node):
        return set()

    def hides(entity: str, schema: str) -> bool:
        row = index.row(entity)
        if row < 0:  # not in the picture yet, so nobody can have decided
            return _may_be_somebody(entity, schema) and not may_categorise(node)
        return shield.hides(index.ids[row].as_py())

    return {one for one, schema in schemas.items() if hides(one, schema)}


def _may_be_somebody(entity: str, schema: str) -> bool:
    from headwater.intake import place

    return schema in _PEOPLE or (not schema and place(entity) is None)


def _covering(node: Node, said: Sequence[Statement], sight: "Sight | None") -> Cover | None:
    schemas = {one.value: "" for one in said if is_entity(one)}
    schemas |= {one.entity: one.schema for one in said}
    hidden = _hidden(node, sight, schemas)
    hidden |= {s.entity for s in said if s.property in HELD_BY and s.value in hidden}
    return Cover(frozenset(hidden), said) if hidden else None
