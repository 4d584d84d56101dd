"""Taking a batch in: what repeats is stored once; what an item's text holds is not repeated."""
# ruff: noqa: S608 - queries are put together from constants of the store; values are bound

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from hashlib import sha256
from itertools import compress, count, islice, pairwise
from json import dumps
from operator import attrgetter, eq, lt, sub
from typing import Any

from headwater.model import Handling, Item, Period, Refusal, Refused, Report, Statement
from headwater.safeguard import Label
from headwater.store.packing import Interning, Kind, Row, pack
from headwater.store.protocol import Batch, Receipt

Places = dict[tuple[str, int], int]  # an item's row id, by URN and number

ENTITY = "SELECT id FROM entity WHERE name = ?"
NEW_ENTITY = "INSERT INTO entity (name) VALUES (?) RETURNING id"
_NO_STATEMENTS: list[tuple[Any, ...]] = [() for _ in Statement._fields]
_MARKS = attrgetter(*(field.name for field in fields(Handling)))


def content_digest(report: Report) -> bytes:
    """What tells two reports under one URN apart: their original files and their items' words.

    Without an original file, the grading counts as content too.
    """
    parts = [report.sha256]
    for item in report.items:
        parts += [str(item.number), item.text]
        if not report.sha256:
            parts += [item.grade.text, item.handling.text, item.provenance]
    content = "".join([f"{len(part)}:{part}" for part in parts])
    return sha256(content.encode("utf-8")).digest()


def _report_row(report: Report) -> tuple[object, ...]:
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
    )


def _period_row(period: Period | None) -> tuple[str | None, str | None, int | None]:
    if period:
        return period.earliest.isoformat(), period.latest.isoformat(), int(period.exact)
    return None, None, None


def _item_row(item: Item) -> tuple[object, ...]:
    return (
        item.number,
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
        self.new: list[tuple[Report, bytes]] = []
        self._refusals: list[Refusal] = []
        self._already_here = 0

    def sort_out(self, reports: Sequence[Report]) -> None:
        """Find the new reports; the others are here already, or stand against what is here."""
        contents = [(report, content_digest(report)) for report in reports]
        distinct = Counter(urn for urn, _ in {(report.urn, c) for report, c in contents})
        seen: set[str] = set()
        for report, content in contents:
            if distinct[report.urn] > 1:
                self._refuse(report, "two reports of one batch have this URN and differ")
            elif report.urn in seen:
                self._already_here += 1
            else:
                self._compare(report, content)
            seen.add(report.urn)

    def _compare(self, report: Report, content: bytes) -> None:
        here = self._connection.execute(
            "SELECT content FROM report WHERE urn = ?", (report.urn,)
        ).fetchone()
        if here is None:
            self.new.append((report, content))
        elif here[0] == content:
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
        columns, spots = _in_order(batch, places)
        self._write_reports(batch, places, self._packed(columns, spots, places))
        refusals = (*batch.refusals, *self._refusals)
        self._write_refusals(batch, refusals)
        return Receipt(
            reports=len(self.new),
            items=len(places),
            statements=len(spots),
            refusals=len(refusals),
            already_here=self._already_here,
            refused_urns=tuple(dict.fromkeys(refusal.urn for refusal in self._refusals)),
        )

    def _places(self) -> Places:
        """The row id that each new item will have, in report order."""
        keys = [
            (report.urn, number)
            for report, _ in self.new
            for number in sorted(item.number for item in report.items)
        ]
        places = dict(zip(keys, count(self._next_id("item"))))
        if len(places) < len(keys):
            raise Refused("two items of a report have one number", where=self.new[0][0].urn)
        return places

    def _next_id(self, table: str) -> int:
        query = f"SELECT coalesce(max(id), 0) + 1 FROM {table}"
        return int(self._connection.execute(query).fetchone()[0])

    def _packed(
        self, columns: Sequence[Sequence[Any]], spots: Sequence[int], places: Places
    ) -> dict[int, str]:
        """The packed statements of items by their row ids.

        Made column by column: the speed of writing hangs on this.
        """
        if not spots:
            return {}
        (_, _, n, entity, schema, property, value, text, language, start, end, extractor,
         author, status, basis, modality, attribution, since, until) = columns  # fmt: skip
        kinds, relation = self._kinds(
            list(zip(schema, property, language, extractor, author, status, basis, modality,
                     attribution, strict=True))
        )  # fmt: skip
        items = {places[r.urn, i.number]: (r.urn, i) for r, _ in self.new for i in r.items}
        wholes = {spot: item.text for spot, (_, item) in items.items()}
        own = {spot: f"{urn}#{item.number}@" for spot, (urn, item) in items.items()}
        words = [
            None if begin >= 0 and wholes[spot][begin:stop] == said else said
            for spot, begin, stop, said in zip(spots, start, end, text, strict=True)
        ]
        about = self._codes(entity, spots, own)
        referred = self._codes(
            list(compress(value, relation)), list(compress(spots, relation)), own
        )
        pointing = ([code] if isinstance(code, str) else code for code in referred)
        values = [
            next(pointing) if is_relation
            else None if word is None and given == said
            else given
            for given, said, word, is_relation in zip(value, text, words, relation, strict=True)
        ]  # fmt: skip
        texts, lengths = _texts(words, value, relation), map(sub, end, start)
        rows = zip(n, about, kinds, values, texts, start, lengths, since, until, strict=True)
        return _by_item(list(rows), spots)

    def _kinds(self, keys: Sequence[Kind]) -> tuple[Sequence[int], Sequence[bool]]:
        """Ids of kinds, new or known, and whether their values are entities."""
        known = self._interning.kinds
        for key in dict.fromkeys(keys):
            if key not in known:
                self._interning.kind(self._connection, key)
        ids, relation = zip(*map(known.__getitem__, keys), strict=True)
        return ids, relation

    def _codes(
        self, names: Sequence[str], spots: Sequence[int], own: Mapping[int, str]
    ) -> list[str | int]:
        """What entities are called in the packed statements of items."""
        shorts = list(map(str.removeprefix, names, map(own.__getitem__, spots)))
        strange = list(map(eq, shorts, names))
        ids = self._intern(set(compress(zip(names, spots, strict=True), strange)))
        return [
            ids[name] if is_strange else short
            for short, name, is_strange in zip(shorts, names, strange, strict=True)
        ]

    def _intern(self, named: set[tuple[str, int]]) -> dict[str, int]:
        """Ids of entities, new or known; that these items name them is kept."""
        ids: dict[str, int] = {}
        for name in sorted({name for name, _ in named}):
            row = self._connection.execute(ENTITY, (name,)).fetchone()
            if row is None:
                row = self._connection.execute(NEW_ENTITY, (name,)).fetchone()
            ids[name] = row[0]
        mentions = sorted((ids[name], spot) for name, spot in named)
        insert = "INSERT OR IGNORE INTO mention VALUES (?, ?)"  # about it, and pointing at it
        self._connection.executemany(insert, mentions)
        return ids

    def _write_reports(self, batch: Batch, places: Places, packed: Mapping[int, str]) -> None:
        labels: dict[tuple[str, ...], int] = {}
        reports, items = [], []
        for report_id, (report, content) in enumerate(self.new, self._next_id("report")):
            reports.append((report_id, *_report_row(report), self._recorded, content))
            for item in report.items:
                key = (report.originator, *_MARKS(item.handling))
                if key not in labels:
                    label = Label(
                        report.originator, item.handling, batch.compartment, batch.clearance
                    )
                    labels[key] = self._interning.label(self._connection, label)
                place = places[report.urn, item.number]
                statements = packed.get(place, "[]")
                items.append((place, report_id, labels[key], *_item_row(item), statements))
        self._insert("report", reports)
        self._insert("item", items)

    def _insert(self, table: str, rows: Sequence[tuple[object, ...]]) -> None:
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)

    def _write_refusals(self, batch: Batch, refusals: Sequence[Refusal]) -> None:
        if not refusals:
            return
        own = Label(self._agency, Handling(), batch.compartment, batch.clearance)
        label = self._interning.label(self._connection, own)
        into = (None, label, self._recorded)
        rows = [(*into, r.file, r.position, r.what, r.why, r.do, r.urn) for r in refusals]
        self._insert("refusal", rows)


def _texts(
    words: Sequence[str | None], values: Sequence[str], relation: Sequence[bool]
) -> Iterable[str | int | None]:
    """Texts as they are packed; words are None where the item's text has them."""
    return (
        0 if word == given and not is_relation else word
        for word, given, is_relation in zip(words, values, relation, strict=True)
    )


def _by_item(rows: Sequence[Row], spots: Iterable[int]) -> dict[int, str]:
    """Rows of an item in one text; rows of one item stand together."""
    packed, begin = {}, 0
    for spot, size in Counter(spots).items():
        packed[spot] = pack(rows[begin : begin + size])
        begin += size
    return packed


def _in_order(batch: Batch, places: Places) -> tuple[Sequence[Sequence[Any]], list[int]]:
    """The statements of new items by column, in (report, item, n) order; their items' row ids.

    Raises:
        Refused: If a statement's report or item is not in the batch, or two have one id.
    """
    columns = list(zip(*batch.statements, strict=True)) or _NO_STATEMENTS
    spots = list(map(places.get, zip(columns[0], columns[1], strict=True)))
    keys = list(zip(spots, columns[2], strict=True))
    if None not in spots and all(map(lt, keys, islice(keys, 1, None))):
        return columns, [spot for spot in spots if spot]
    kept = set(_of_new(batch, places))
    statements = sorted(kept, key=lambda s: (places[s[:2]], s.n))
    for one, other in pairwise(statements):
        if one[:3] == other[:3]:
            raise Refused("two statements have one id", where=one.id)
    columns = list(zip(*statements, strict=True)) or _NO_STATEMENTS
    return columns, [places[s[:2]] for s in statements]


def _of_new(batch: Batch, places: Places) -> list[Statement]:
    """The statements that are not about reports which are here already, or were not taken."""
    known = {report.urn for report in batch.reports}
    new = {urn for urn, _ in places}
    kept = []
    for statement in batch.statements:
        if statement.urn not in known:
            raise Refused("a statement has no report in its batch", where=statement.id)
        if statement[:2] in places:
            kept.append(statement)
        elif statement.urn in new:
            raise Refused("a statement has no item in its report", where=statement.id)
    return kept
