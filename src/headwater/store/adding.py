"""Taking a batch in: what repeats is stored once, and what the item's text holds is not repeated.

A statement row is a few small integers and at most one text. Its schema, property, language,
extractor, author, status, basis, modality and attribution are one `kind`; entities are interned;
words that stand in the item's text are kept as their position there.
"""
# ruff: noqa: S608 - queries are put together from constants of the store; values are bound

import sqlite3
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import islice, pairwise
from json import dumps
from operator import itemgetter, lt

from headwater.model import (
    Handling,
    Item,
    Period,
    Refusal,
    Refused,
    Report,
    Statement,
    schemata,
)
from headwater.safeguard import Label
from headwater.store.protocol import Batch, Receipt

Kind = tuple[str, str, str, str, str, str, str, str, str]
Row = tuple[object, ...]

SAME_AS_VALUE = 0

_ENTITY, _SCHEMA, _PROPERTY, _VALUE = 3, 4, 5, 6
_KIND_COLUMNS = (
    "schema, property, language, extractor, author, status, basis, modality, attribution"
)
_LABEL_COLUMNS = (
    "owner, code, action_code, sanitisation_code, conditions, tlp, europol, marking, "
    "compartment, clearance"
)
LABELS = f"SELECT {_LABEL_COLUMNS}, id FROM label"
KINDS = f"SELECT {_KIND_COLUMNS}, id FROM kind"


def refers(schema: str, property: str) -> bool:
    """Whether a property's values are ids of entities; properties nobody knows hold text."""
    known = schemata().get(schema)
    found = known.properties.get(property) if known else None
    return found is not None and found.type == "entity"


def label_of(row: Sequence[str | int]) -> Label:
    """The label in a row of `LABELS`."""
    owner, code, action, sanitisation, conditions, tlp, europol, marking = map(str, row[:8])
    handling = Handling(code, action, sanitisation, conditions, tlp, europol, marking)
    return Label(owner, handling, str(row[8]), int(row[9]))


class Interning:
    """Ids of kinds and labels, remembered from one batch to the next.

    Another program may have written meanwhile; `refresh` looks, and reads anew if so.
    """

    def __init__(self) -> None:
        self.kinds: dict[Kind, tuple[int, bool]] = {}
        self._labels: dict[Label, int] = {}
        self._version = -1

    def refresh(self, connection: sqlite3.Connection) -> None:
        """Make sure that nothing remembered is out of date."""
        version = connection.execute("PRAGMA data_version").fetchone()[0]
        if version == self._version:
            return
        kinds = connection.execute(KINDS)
        self.kinds = {row[:9]: (row[9], refers(row[0], row[1])) for row in kinds}
        self._labels = {label_of(row): row[10] for row in connection.execute(LABELS)}
        self._version = version

    def forget(self) -> None:
        """Trust nothing remembered: a transaction was undone, or content was erased."""
        self._version = -1

    def kind(self, connection: sqlite3.Connection, key: Kind) -> tuple[int, bool]:
        """Id of a new kind, and whether its values are entities."""
        marks = "?, ?, ?, ?, ?, ?, ?, ?, ?"
        cursor = connection.execute(f"INSERT INTO kind ({_KIND_COLUMNS}) VALUES ({marks})", key)
        found = (cursor.lastrowid or 0, refers(key[0], key[1]))
        self.kinds[key] = found
        return found

    def label(self, connection: sqlite3.Connection, label: Label) -> int:
        """Id of a label, new or known."""
        found = self._labels.get(label)
        if found is not None:
            return found
        handling = label.handling
        cursor = connection.execute(
            f"INSERT INTO label ({_LABEL_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                label.owner,
                handling.code,
                handling.action_code,
                handling.sanitisation_code,
                handling.conditions,
                handling.tlp,
                handling.europol,
                handling.marking,
                label.compartment,
                label.clearance,
            ),
        )
        self._labels[label] = cursor.lastrowid or 0
        return self._labels[label]


def content_digest(report: Report) -> bytes:
    """What tells two reports under one URN apart: their original files and their items' words.

    Without an original file, the grading counts as content too.
    """
    items: list[list[object]] = [[item.number, item.text] for item in report.items]
    if not report.sha256:
        items += [[item.grade.text, item.handling.text, item.provenance] for item in report.items]
    content = dumps([report.sha256, items], ensure_ascii=True)
    return sha256(content.encode("ascii")).digest()


def _report_row(report: Report, recorded: str) -> tuple[object, ...]:
    return (
        report.urn,
        report.originator,
        report.title,
        *_period_row(report.information_date),
        *_period_row(report.record_date),
        int(report.dates_assumed),
        report.file,
        report.sha256,
        report.format,
        dumps(report.cites),
        int(report.origin_known),
        report.source_ref,
        recorded,
        content_digest(report),
    )


def _period_row(period: Period | None) -> tuple[str | None, str | None, int | None]:
    if period is None:
        return None, None, None
    return period.earliest.isoformat(), period.latest.isoformat(), int(period.exact)


def _item_row(item: Item, report: int, label: int, place: int, span: tuple[int, int]) -> Row:
    return (
        place,
        report,
        item.number,
        label,
        *span,
        int(item.graded_by_default),
        item.grade.text,
        item.language,
        item.provenance_grade.text if item.provenance_grade else None,
        item.provenance,
        item.text,
    )


class Adding:
    """One batch on its way into one transaction.

    Args:
        connection: The writer, in a transaction.
        interning: What is remembered between batches.
        agency: Whose node it is; its refusals are its own.
        recorded: ISO time of recording.
    """

    def __init__(
        self, connection: sqlite3.Connection, interning: Interning, agency: str, recorded: str
    ) -> None:
        self._connection = connection
        self._interning = interning
        self._agency = agency
        self._recorded = recorded
        self.new: list[Report] = []
        self._refusals: list[Refusal] = []
        self._already_here = 0

    def sort_out(self, reports: Sequence[Report]) -> None:
        """Find the new reports; the others are here already, or stand against what is here."""
        contents: dict[str, set[bytes]] = {}
        for report in reports:
            contents.setdefault(report.urn, set()).add(content_digest(report))
        seen: set[str] = set()
        for report in reports:
            if len(contents[report.urn]) > 1:
                self._refuse(report, "two reports of one batch have this URN and differ")
            elif report.urn in seen:
                self._already_here += 1
            else:
                self._compare(report, contents[report.urn])
            seen.add(report.urn)

    def _compare(self, report: Report, contents: set[bytes]) -> None:
        here = self._connection.execute(
            "SELECT content FROM report WHERE urn = ?", (report.urn,)
        ).fetchone()
        if here is None:
            self.new.append(report)
        elif here[0] in contents:
            self._already_here += 1
        else:
            self._refuse(report, "the node has another report under this URN")

    def _refuse(self, report: Report, why: str) -> None:
        self._refusals.append(
            Refusal(
                file=report.file,
                position="whole report",
                what="a report was not taken, and nothing was overwritten",
                why=why,
                do="give it a URN of its own, or erase the one that is here first",
                urn=report.urn,
            )
        )

    def write(self, batch: Batch) -> Receipt:
        """Write what `sort_out` found new, and the refusals.

        Raises:
            Refused: If a statement has no item, or two statements or items have one id.
        """
        places = self._places()
        statements = _in_order(batch, {report.urn: report for report in self.new})
        spans = self._write_statements(statements, places)
        self._write_reports(batch, places, spans)
        refusals = (*batch.refusals, *self._refusals)
        self._write_refusals(batch, refusals)
        return Receipt(
            reports=len(self.new),
            items=sum(len(report.items) for report in self.new),
            statements=len(statements),
            refusals=len(refusals),
            already_here=self._already_here,
            refused_urns=tuple(dict.fromkeys(refusal.urn for refusal in self._refusals)),
        )

    def _places(self) -> dict[str, dict[int, tuple[int, str]]]:
        """The row id that each new item will have, and its text, by URN and number."""
        place = self._next_id("item")
        places: dict[str, dict[int, tuple[int, str]]] = {}
        for report in self.new:
            own = places[report.urn] = {}
            for item in sorted(report.items, key=lambda item: item.number):
                own[item.number] = (place, item.text)
                place += 1
            if len(own) < len(report.items):
                raise Refused("two items of a report have one number", where=report.urn)
        return places

    def _next_id(self, table: str) -> int:
        found = self._connection.execute(f"SELECT max(id) FROM {table}").fetchone()[0]
        return (found or 0) + 1

    def _write_statements(
        self, statements: Sequence[Statement], places: dict[str, dict[int, tuple[int, str]]]
    ) -> dict[int, tuple[int, int]]:
        """Insert statements; for each item its first id and the one after its last."""
        entities = self._entities(statements)
        first = self._next_statement()
        begins: list[tuple[int, int]] = []
        rows = self._rows(statements, places, entities, (first, begins))
        self._connection.executemany(
            "INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows
        )
        begins.append((0, first + len(statements)))
        lengths = {place: following - begin for (place, begin), (_, following) in pairwise(begins)}
        spans = {}
        for own in places.values():
            for place, _ in own.values():
                spans[place] = (first, first + lengths.get(place, 0))
                first = spans[place][1]
        return spans

    def _next_statement(self) -> int:
        """Behind the stretch of the last item, even where an erasure has thinned it out."""
        last = self._connection.execute(
            "SELECT after FROM item ORDER BY id DESC LIMIT 1"
        ).fetchone()
        return last[0] if last else 1

    def _rows(
        self,
        statements: Sequence[Statement],
        places: dict[str, dict[int, tuple[int, str]]],
        entities: dict[str, int],
        ids: tuple[int, list[tuple[int, int]]],
    ) -> Iterator[Row]:
        """One row a statement; this loop is what the speed of writing hangs on."""
        kinds, (row_id, begins) = self._interning.kinds, ids
        last_urn, last_item, place, item_text = "", None, 0, ""
        for row_id, statement in enumerate(statements, row_id):  # noqa: B020 - counts on from it
            (urn, item, n, entity, schema, property, value, text, language, start, end, extractor,
             author, status, basis, modality, attribution, since, until) = statement  # fmt: skip
            if item != last_item or urn != last_urn:
                place, item_text = places[urn][item]
                last_urn, last_item = urn, item
                begins.append((place, row_id))
            key = (schema, property, language, extractor, author, status, basis, modality,
                   attribution)  # fmt: skip
            kind, is_entity = kinds.get(key) or self._interning.kind(self._connection, key)
            stored: str | int | None = value
            words: str | int | None = text
            if start >= 0 and item_text[start:end] == text:
                words = None
            if is_entity:
                stored = entities[value]
            elif value == text:
                stored, words = (None, None) if words is None else (value, SAME_AS_VALUE)
            yield (row_id, place, n, entities[entity], kind, stored, words, start, end - start,
                   since or None, until or None)  # fmt: skip

    def _entities(self, statements: Sequence[Statement]) -> dict[str, int]:
        """Ids of all entities that the statements name, new ones in order of appearance."""
        relations = {
            pair for pair in set(map(itemgetter(_SCHEMA, _PROPERTY), statements)) if refers(*pair)
        }
        names = dict.fromkeys(map(itemgetter(_ENTITY), statements))
        names |= {s[_VALUE]: None for s in statements if (s[_SCHEMA], s[_PROPERTY]) in relations}
        connection = self._connection
        connection.execute("CREATE TEMP TABLE IF NOT EXISTS wanted (name TEXT PRIMARY KEY)")
        connection.executemany("INSERT INTO wanted VALUES (?)", ((name,) for name in names))
        known = dict(connection.execute("SELECT name, id FROM wanted JOIN entity USING (name)"))
        connection.execute("DELETE FROM wanted")
        fresh = [name for name in names if name not in known]
        ids = range(self._next_id("entity"), self._next_id("entity") + len(fresh))
        connection.executemany("INSERT INTO entity VALUES (?, ?)", zip(ids, fresh, strict=True))
        known.update(zip(fresh, ids, strict=True))
        return known

    def _write_reports(
        self,
        batch: Batch,
        places: dict[str, dict[int, tuple[int, str]]],
        spans: dict[int, tuple[int, int]],
    ) -> None:
        for report in self.new:
            values = _report_row(report, self._recorded)
            marks = ", ".join("?" * len(values))
            cursor = self._connection.execute(f"INSERT INTO report VALUES (NULL, {marks})", values)
            self._write_items(report, cursor.lastrowid or 0, batch, (places[report.urn], spans))

    def _write_items(
        self,
        report: Report,
        report_id: int,
        batch: Batch,
        where: tuple[dict[int, tuple[int, str]], dict[int, tuple[int, int]]],
    ) -> None:
        places, spans = where
        rows = []
        for item in report.items:
            label = Label(report.originator, item.handling, batch.compartment, batch.clearance)
            label_id = self._interning.label(self._connection, label)
            place = places[item.number][0]
            rows.append(_item_row(item, report_id, label_id, place, spans[place]))
        self._connection.executemany(
            "INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows
        )

    def _write_refusals(self, batch: Batch, refusals: Sequence[Refusal]) -> None:
        if not refusals:
            return
        own = Label(self._agency, Handling(), batch.compartment, batch.clearance)
        label = self._interning.label(self._connection, own)
        self._connection.executemany(
            "INSERT INTO refusal VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (label, self._recorded, r.file, r.position, r.what, r.why, r.do, r.urn)
                for r in refusals
            ),
        )


def _in_order(batch: Batch, new: dict[str, Report]) -> Sequence[Statement]:
    """The statements of the new reports, in (report, item, n) order, each once.

    Raises:
        Refused: If a statement's report or item is not in the batch, or two have one id.
    """
    known = {report.urn for report in batch.reports}
    urns = set(map(itemgetter(0), batch.statements))
    if strange := sorted(urns - known):
        raise Refused("a statement has no report in its batch", where=strange[0])
    statements = batch.statements
    if not urns <= new.keys():
        statements = [s for s in statements if s[0] in new]
    items = {(urn, item.number) for urn, report in new.items() for item in report.items}
    if missing := set(map(itemgetter(0, 1), statements)) - items:
        urn, number = min(missing)
        raise Refused("a statement has no item in its report", where=f"{urn}#{number}")
    position = {urn: index for index, urn in enumerate(new)}
    keys = [(position[s[0]], s[1], s[2]) for s in statements]
    if all(map(lt, keys, islice(keys, 1, None))):
        return statements
    ordered = sorted(dict.fromkeys(statements), key=lambda s: (position[s[0]], s[1], s[2]))
    for one, other in pairwise(ordered):
        if one[:3] == other[:3]:
            raise Refused("two statements have one id", where=one.id)
    return ordered
