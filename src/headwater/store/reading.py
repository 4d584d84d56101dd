"""Reading single things back: a report, a statement, everything about one entity."""
# ruff: noqa: S608 - queries are put together from constants of the store; values are bound

import json
import re
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from headwater.model import (
    Item,
    Period,
    Refusal,
    Report,
    Statement,
    WrongUse,
    parse_grade,
    parse_statement_id,
)
from headwater.safeguard import Label
from headwater.store.packing import (
    KINDS,
    LABELS,
    Allowed,
    Kind,
    Names,
    Row,
    label_of,
    spoken,
    unpack,
)

Held = tuple[int, str, int, int, str, str, int]
"""Of an item: row id, URN, number, label, text, packed statements, whether any was reviewed."""

_HELD = """
SELECT i.id, urn, number, label, text, statements,
    EXISTS (SELECT 1 FROM standing WHERE item = i.id)
FROM report r JOIN item i ON i.report = r.id
"""
_OWN = f"{_HELD} WHERE urn = ? AND number = ?"
_LISTED = f"{_HELD} WHERE i.id IN (SELECT value FROM json_each(?))"
_NAMING = """
SELECT e.id, item FROM entity e JOIN mention ON entity = e.id WHERE name = ? ORDER BY item
"""
_NAMING_ANY = """
SELECT DISTINCT item FROM entity JOIN mention ON entity = entity.id
WHERE name IN (SELECT value FROM json_each(?))
"""
_PLACE = "SELECT i.id FROM report r JOIN item i ON i.report = r.id WHERE urn = ? AND number = ?"
_OWNER = re.compile(r"#(0|-?[1-9][0-9]{0,17})@")  # an item number that SQLite can hold
_ITEMS = """
SELECT number, text, grade, label, graded_by_default, provenance, provenance_grade, language
FROM item WHERE report = ? AND (? IS NULL OR number IN (SELECT value FROM json_each(?)))
ORDER BY number
"""
_REFUSALS = """
SELECT file, position, what, why, do, urn FROM refusal
WHERE label IN (SELECT value FROM json_each(?)) ORDER BY id
"""
_COUNTS = {
    "reports": "SELECT count(DISTINCT report) FROM item WHERE label IN ({})",
    "items": "SELECT count(*) FROM item WHERE label IN ({})",
    "statements": "SELECT coalesce(sum(json_array_length(statements)), 0) FROM item "
    "WHERE label IN ({})",
    "refusals": "SELECT count(*) FROM refusal WHERE label IN ({})",
}


Known = tuple[int, dict[int, Any]]  # erasures there were, and rows by id as they were then


def _grown(
    connection: sqlite3.Connection, known: Known, query: str, read: Callable[[Any], Any]
) -> Known:
    """What is known with the rows that came since; read anew where something was erased."""
    row = connection.execute("SELECT value FROM node WHERE key = 'erasures'").fetchone()
    erasures = int(row[0]) if row else 0
    rows = known[1] if known[0] == erasures else {}
    new = connection.execute(f"{query} WHERE id > ?", (max(rows, default=0),))
    return erasures, rows | {one[-1]: read(one) for one in new}


class Reading:
    """Reads of one node, on the connection that is handed in; remembers kinds and labels.

    Their ids are never given twice, and nothing but an erasure changes them.
    """

    def __init__(self) -> None:
        self._kinds: Known = (0, {})
        self._labels: Known = (0, {})

    def kinds(self, connection: sqlite3.Connection) -> dict[int, Kind]:
        """All kinds by id."""
        self._kinds = _grown(connection, self._kinds, KINDS, lambda row: row[:9])
        return self._kinds[1]

    def labels(self, connection: sqlite3.Connection) -> dict[int, Label]:
        """All labels by id."""
        self._labels = _grown(connection, self._labels, LABELS, label_of)
        return dict(self._labels[1])

    def statements_of(
        self, connection: sqlite3.Connection, entity: str, allowed: Allowed
    ) -> list[Statement]:
        """All allowed statements about an entity."""
        with suppress(UnicodeEncodeError):  # no entity is named by what is not text
            return [
                statement
                for code, held in naming(connection, entity)
                if held[3] in allowed
                for statement in self._statements(
                    connection, held, [row for row in unpack(held[5]) if row[1] == code]
                )
            ]
        return []

    def statement(
        self, connection: sqlite3.Connection, statement: str, allowed: Allowed
    ) -> Statement | None:
        """One statement, if it is there and allowed."""
        item, n = statement_place(connection, statement) or (0, 0)
        found = self.everything_in(connection, [item])
        return next((s for label, s in found if s.n == n and label in allowed), None)

    def everything_in(
        self, connection: sqlite3.Connection, items: Collection[int]
    ) -> list[tuple[int, Statement]]:
        """All statements of items by their row ids, with the items' labels."""
        return [
            (held[3], statement)
            for held in connection.execute(_LISTED, (as_json(items),)).fetchall()
            for statement in self._statements(connection, held, unpack(held[5]))
        ]

    def _statements(
        self, connection: sqlite3.Connection, held: Held, rows: Sequence[Row]
    ) -> Iterator[Statement]:
        """The statements in some rows of an item."""
        place, urn, item, _, item_text, _, reviewed = held
        own = f"{urn}#{item}@"
        standing: dict[int, str] = {}
        if reviewed:
            query = "SELECT n, status FROM standing WHERE item = ?"
            standing = dict(connection.execute(query, (place,)))
        names = Names(connection)
        kinds = self._kinds[1]
        for row in rows:
            n, _, kind, _, _, start, length, since, until = row
            if kind not in kinds:
                kinds = self.kinds(connection)
            (schema, property, language, extractor, author, stated, basis, modality,
             attribution) = kinds[kind]  # fmt: skip
            entity, value, text = spoken(row, item_text, own, names)
            fields = (urn, item, n, entity, schema, property, value, text, language, start,
                      start + length, extractor, author, standing.get(n, stated), basis, modality,
                      attribution, since, until)  # fmt: skip
            yield tuple.__new__(Statement, fields)  # twice as fast as naming the fields

    def report(
        self,
        connection: sqlite3.Connection,
        urn: str,
        allowed: Allowed,
        numbers: Collection[int] | None = None,
    ) -> Report | None:
        """The report with its allowed items, those of some numbers alone where these are given."""
        cursor = connection.execute("SELECT * FROM report WHERE urn = ?", (urn,))
        row = cursor.fetchone()
        if row is None:
            return None
        found = dict(zip((column[0] for column in cursor.description), row, strict=True))
        items = self._items(connection, found["id"], allowed, numbers)
        if not items:
            return None
        return Report(
            urn=urn,
            originator=found["originator"],
            items=items,
            title=found["title"],
            information_date=period_of(found, "information"),
            record_date=period_of(found, "record"),
            dates_assumed=bool(found["dates_assumed"]),
            file=found["file"],
            sha256=found["sha256"],
            format=found["format"],
            cites=tuple(json.loads(found["cites"])),
            origin_known=bool(found["origin_known"]),
            source_ref=found["source_ref"],
        )

    def _items(
        self,
        connection: sqlite3.Connection,
        report: int,
        allowed: Allowed,
        numbers: Collection[int] | None,
    ) -> tuple[Item, ...]:
        labels = self.labels(connection)
        some = None if numbers is None else as_json(numbers)
        rows = connection.execute(_ITEMS, (report, some, some))
        return tuple(
            Item(
                number=number,
                text=text,
                grade=parse_grade(grade),
                handling=labels[label].handling,
                graded_by_default=bool(by_default),
                provenance=provenance,
                provenance_grade=parse_grade(its_grade) if its_grade else None,
                language=language,
            )
            for number, text, grade, label, by_default, provenance, its_grade, language in rows
            if label in allowed
        )


def period_of(row: Mapping[str, object], name: str) -> Period | None:
    """The period in the three columns of that name, or None."""
    if row[f"{name}_from"] is None:
        return None
    earliest, latest = (date.fromisoformat(str(row[f"{name}_{end}"])) for end in ("from", "to"))
    return Period(earliest, latest, bool(row[f"{name}_exact"]))


def label_of_item(connection: sqlite3.Connection, urn: str, item: int) -> int | None:
    """Id of the item's label, or None."""
    row = connection.execute(
        "SELECT label FROM item JOIN report ON report.id = report WHERE urn = ? AND number = ?",
        (urn, item),
    ).fetchone()
    return row[0] if row else None


def naming(connection: sqlite3.Connection, entity: str) -> list[tuple[int | str, Held]]:
    """The items that may name an entity, oldest first, each with the code it has there."""
    found: list[tuple[int | str, Held]] = [
        (id_, connection.execute(_LISTED, (as_json([item]),)).fetchone())
        for id_, item in connection.execute(_NAMING, (entity,)).fetchall()
    ]
    for owner in _OWNER.finditer(entity):
        key = entity[: owner.start()], int(owner[1])
        found += [(entity[owner.end() :], held) for held in connection.execute(_OWN, key)]
    return sorted(found, key=lambda one: one[1][0]) if len(found) > 1 else found


def items_naming(connection: sqlite3.Connection, entities: Collection[str]) -> set[int]:
    """Row ids of the items that name any of these entities, or whose own mention one of them is."""
    rows = connection.execute(_NAMING_ANY, (json.dumps(sorted(entities)),))
    found = {row[0] for row in rows}
    own = {
        (entity[: owner.start()], int(owner[1]))
        for entity in entities
        for owner in _OWNER.finditer(entity)
    }
    for place in own:
        found.update(row[0] for row in connection.execute(_PLACE, place))
    return found


def statement_place(connection: sqlite3.Connection, statement: str) -> tuple[int, int] | None:
    """Row id of the item and position in it of the statement with that id, or None."""
    with suppress(WrongUse):
        urn, item, n = parse_statement_id(statement)
        held = connection.execute(_OWN, (urn, item)).fetchone()
        if held and any(row[0] == n for row in unpack(held[5])):
            return held[0], n
    return None


def refusals(connection: sqlite3.Connection, allowed: Allowed) -> list[Refusal]:
    """Allowed refusals, oldest first."""
    return [Refusal(*row) for row in connection.execute(_REFUSALS, (as_json(allowed),))]


def agency(connection: sqlite3.Connection) -> str:
    """The agency whose node this is."""
    query = "SELECT value FROM node WHERE key = 'agency'"
    return str(connection.execute(query).fetchone()[0])


@dataclass(frozen=True, slots=True)
class Tide:
    """How far a store has risen, in numbers that only ever grow.

    It tells that something came in, though nothing of what: never show it to a viewer.

    Attributes:
        items: Items that came in.
        decisions: Reviews, judgements and regroupings that were given.
        erasures: Erasures that were done.
    """

    items: int
    decisions: int
    erasures: int


ONE_MORE_ERASURE = (
    "INSERT INTO node VALUES ('erasures', '1')"
    " ON CONFLICT (key) DO UPDATE SET value = CAST(value + 1 AS TEXT)"
)
_TIDE = (
    "SELECT coalesce(max(id), 0) FROM item",
    "SELECT sum(seq) FROM (SELECT max(seq) AS seq FROM review UNION ALL"
    " SELECT max(seq) FROM judgement UNION ALL SELECT max(seq) FROM regrouping)",
    "SELECT max(CAST(value AS INTEGER)) FROM node WHERE key = 'erasures'",
)


def tide(connection: sqlite3.Connection) -> Tide:
    """How much came in, was decided and was erased; the newest row of each table tells it."""
    return Tide(*(connection.execute(query).fetchone()[0] or 0 for query in _TIDE))


def counts(connection: sqlite3.Connection, allowed: Allowed) -> dict[str, int]:
    """How much of each there is under allowed labels."""
    marks = "SELECT value FROM json_each(?)"
    found: dict[str, int] = {
        name: connection.execute(query.format(marks), (as_json(allowed),)).fetchone()[0]
        for name, query in _COUNTS.items()
    }
    return {**found, "entities": _count_entities(connection, allowed)}


def _count_entities(connection: sqlite3.Connection, allowed: Allowed) -> int:
    """Entities that allowed statements are about; one that is interned may be a mention too."""
    mentions, ids = 0, set[int]()
    query = "SELECT statements FROM item WHERE label IN (SELECT value FROM json_each(?))"
    for (packed,) in connection.execute(query, (as_json(allowed),)):
        codes = {row[1] for row in unpack(packed)}
        elsewhere = {code for code in codes if isinstance(code, int)}
        mentions += len(codes) - len(elsewhere)
        ids |= elsewhere
    names = connection.execute(
        "SELECT name FROM entity WHERE id IN (SELECT value FROM json_each(?))", (as_json(ids),)
    ).fetchall()
    return mentions + sum(
        not any(
            isinstance(code, str) and held[3] in allowed and code in {r[1] for r in unpack(held[5])}
            for code, held in naming(connection, name)
        )
        for (name,) in names
    )


def as_json(ids: Collection[int]) -> str:
    """Ids as one parameter of a query, for `json_each`."""
    return json.dumps(sorted(ids))
