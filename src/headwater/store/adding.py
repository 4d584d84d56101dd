"""Taking a batch in: what repeats is stored once, and what the item's text holds is not repeated.

All statements of an item lie packed in its row, each as

    [n, entity, kind, value, text, start, length, valid_from, valid_to]

Schema, property, language, extractor, author, status, basis, modality and attribution are one
`kind`. entity: what stands behind `urn#item@` where the entity is a mention in this very item, else
the number of an interned entity. value: text; null, the same as the text; or an entity, as [what
stands behind the `@`] or as the number. text: itself; 0, the same as the value; or null, the item's
text from start on for length.
"""
# ruff: noqa: S608 - queries are put together from constants of the store; values are bound

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple
from hashlib import sha256
from itertools import chain, compress, count, islice, pairwise
from json import JSONEncoder, dumps, loads
from operator import itemgetter, lt, sub
from typing import Any

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

Row = Sequence[Any]  # a packed statement
Kind = tuple[str, str, str, str, str, str, str, str, str]
Places = dict[tuple[str, int], int]  # an item's row id, by URN and number

SAME_AS_VALUE = 0

_ITEM, _N = itemgetter(0, 1), itemgetter(2)
_KIND_COLUMNS = (
    "schema, property, language, extractor, author, status, basis, modality, attribution"
)
_LABEL_COLUMNS = (
    "owner, code, action_code, sanitisation_code, conditions, tlp, europol, marking, "
    "compartment, clearance"
)
LABELS = f"SELECT {_LABEL_COLUMNS}, id FROM label"
ENTITY = "SELECT id FROM entity WHERE name = ?"
KINDS = f"SELECT {_KIND_COLUMNS}, id FROM kind"


pack: Callable[[Sequence[Row]], str] = JSONEncoder(
    ensure_ascii=False, check_circular=False, separators=(",", ":")
).encode


def unpack(packed: str) -> list[Row]:
    """The statements of an item."""
    rows: list[Row] = loads(packed)
    return rows


def interned(rows: Iterable[Row]) -> set[int]:
    """The interned entities that statements are about or refer to."""
    named = (code for row in rows for code in (row[1], row[3]))
    return {code for code in named if isinstance(code, int)}


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
        rows = connection.execute(KINDS)
        self.kinds = {row[:9]: (row[9], refers(row[0], row[1])) for row in rows}
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
        cursor = connection.execute(
            f"INSERT INTO label ({_LABEL_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (label.owner, *astuple(label.handling), label.compartment, label.clearance),
        )
        self._labels[label] = cursor.lastrowid or 0
        return self._labels[label]


def content_digest(report: Report) -> bytes:
    """What tells two reports under one URN apart: their original files and their items' words.

    Without an original file, the grading counts as content too.
    """
    parts = [report.sha256]
    for item in report.items:
        parts += [str(item.number), item.text]
        if not report.sha256:
            parts += [item.grade.text, item.handling.text, item.provenance]
    content = "".join(f"{len(part)}:{part}" for part in parts)
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
        statements, spots = _in_order(batch, places)
        counts = Counter(spots)
        self._write_reports(batch, places, counts, self._rows(statements, spots, places))
        refusals = (*batch.refusals, *self._refusals)
        self._write_refusals(batch, refusals)
        return Receipt(
            reports=len(self.new),
            items=len(places),
            statements=len(statements),
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

    def _rows(
        self, statements: Sequence[Statement], spots: Sequence[int], places: Places
    ) -> list[Row]:
        """Packed statements, made column by column: the speed of writing hangs on this."""
        if not statements:
            return []
        (_, _, n, entity, schema, property, value, text, language, start, end, extractor,
         author, status, basis, modality, attribution, since, until) = zip(
             *statements, strict=True)  # fmt: skip
        kinds, relation = self._kinds(
            zip(schema, property, language, extractor, author, status, basis, modality,
                attribution, strict=True)
        )  # fmt: skip
        items = {places[r.urn, i.number]: (r.urn, i) for r, _ in self.new for i in r.items}
        wholes = {spot: item.text for spot, (_, item) in items.items()}
        prefix = {spot: f"{urn}#{item.number}@" for spot, (urn, item) in items.items()}
        prefixes = list(map(prefix.__getitem__, spots))
        words = [
            None if begin >= 0 and wholes[spot][begin:stop] == said else said
            for spot, begin, stop, said in zip(spots, start, end, text, strict=True)
        ]
        named = zip(
            chain(entity, compress(value, relation)),
            chain(spots, compress(spots, relation)),
            chain(prefixes, compress(prefixes, relation)),
            strict=True,
        )
        ids = self._intern({(name, spot) for name, spot, own in named if not name.startswith(own)})
        about = (
            name[len(own) :] if name.startswith(own) else ids[name]
            for name, own in zip(entity, prefixes, strict=True)
        )
        values = (
            (None if word is None and given == said else given) if not is_relation
            else [given[len(own) :]] if given.startswith(own)
            else ids[given]
            for given, said, word, is_relation, own in zip(
                value, text, words, relation, prefixes, strict=True)
        )  # fmt: skip
        texts = (
            SAME_AS_VALUE if word == given and not is_relation else word
            for word, given, is_relation in zip(words, value, relation, strict=True)
        )
        lengths = map(sub, end, start)
        return list(zip(n, about, kinds, values, texts, start, lengths, since, until, strict=True))

    def _kinds(self, keys: Iterable[Kind]) -> tuple[Sequence[int], Sequence[bool]]:
        """Ids of kinds, new or known, and whether their values are entities."""
        listed = list(keys)
        known = self._interning.kinds
        for key in set(listed) - known.keys():
            self._interning.kind(self._connection, key)
        ids, relation = zip(*map(known.__getitem__, listed), strict=True)
        return ids, relation

    def _intern(self, named: set[tuple[str, int]]) -> dict[str, int]:
        """Ids of entities, new or known; that these items name them is kept."""
        ids: dict[str, int] = {}
        for name in sorted({name for name, _ in named}):
            row = self._connection.execute(ENTITY, (name,)).fetchone()
            if row is None:
                insert = "INSERT INTO entity (name) VALUES (?) RETURNING id"
                row = self._connection.execute(insert, (name,)).fetchone()
            ids[name] = row[0]
        self._insert("mention", sorted((ids[name], spot) for name, spot in named))
        return ids

    def _write_reports(
        self, batch: Batch, places: Places, counts: Counter[int], rows: Sequence[Row]
    ) -> None:
        packed, end = {}, 0
        for place in places.values():
            begin, end = end, end + counts[place]
            packed[place] = pack(rows[begin:end])
        reports, items = [], []
        for report_id, (report, content) in enumerate(self.new, self._next_id("report")):
            reports.append((report_id, *_report_row(report), self._recorded, content))
            for item in report.items:
                label = Label(report.originator, item.handling, batch.compartment, batch.clearance)
                place = places[report.urn, item.number]
                label_id = self._interning.label(self._connection, label)
                items.append((place, report_id, label_id, *_item_row(item), packed[place]))
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


def _in_order(batch: Batch, places: Places) -> tuple[Sequence[Statement], list[int]]:
    """The statements of new items, in (report, item, n) order, each once; their items' row ids.

    Raises:
        Refused: If a statement's report or item is not in the batch, or two have one id.
    """
    statements = batch.statements
    if not places.keys() >= set(map(_ITEM, statements)):
        statements = _of_new(batch, places)
    spots = list(map(places.__getitem__, map(_ITEM, statements)))
    keys = list(zip(spots, map(_N, statements), strict=True))
    if all(map(lt, keys, islice(keys, 1, None))):
        return statements, spots
    statements = sorted(dict.fromkeys(statements), key=lambda s: (places[s[:2]], s.n))
    for one, other in pairwise(statements):
        if one[:3] == other[:3]:
            raise Refused("two statements have one id", where=one.id)
    return statements, [places[s[:2]] for s in statements]


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
