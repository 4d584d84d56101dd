"""Reading single things back: a report, a statement, everything about one entity."""

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
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
from headwater.store.adding import KINDS, LABELS, Kind, label_of
from headwater.store.protocol import Allowed

_STATEMENT = """
SELECT s.item, s.n, e.name, s.kind, s.value, s.text, s.start, s.length, s.valid_from, s.valid_to,
    d.status, v.name
FROM {first} CROSS JOIN {then}
LEFT JOIN standing d ON d.statement = s.id
LEFT JOIN entity v ON v.id = iif(typeof(s.value) = 'integer', s.value, NULL)
WHERE {where} ORDER BY s.id
"""
_ITEM = """
SELECT urn, number, label, text FROM item JOIN report ON report.id = report WHERE item.id = ?
"""
_OF_ENTITY = _STATEMENT.format(
    first="entity e", then="statement s ON s.entity = e.id", where="e.name = ?"
)
_BY_ID = _STATEMENT.format(
    first="statement s",
    then="entity e ON e.id = s.entity",
    where="s.id IN (SELECT value FROM json_each(?))",
)
_BY_ITEM = _STATEMENT.format(
    first="item o CROSS JOIN statement s ON s.id >= o.first AND s.id < o.after",
    then="entity e ON e.id = s.entity",
    where="o.id IN (SELECT value FROM json_each(?))",
)
_STATEMENT_ID = """
SELECT s.id FROM report r JOIN item i ON i.report = r.id
JOIN statement s ON s.id >= i.first AND s.id < i.after AND s.n = ?
WHERE r.urn = ? AND i.number = ?
"""
_ITEMS = """
SELECT number, text, grade, label, graded_by_default, provenance, provenance_grade, language
FROM item WHERE report = ? ORDER BY number
"""
_REFUSALS = """
SELECT file, position, what, why, do, urn FROM refusal
WHERE label IN (SELECT value FROM json_each(?)) ORDER BY id
"""
_COUNTS = {
    "reports": "SELECT count(DISTINCT report) FROM item WHERE label IN ({})",
    "items": "SELECT count(*) FROM item WHERE label IN ({})",
    "statements": "SELECT count(*) FROM item CROSS JOIN statement "
    "ON statement.id >= first AND statement.id < after WHERE label IN ({})",
    "entities": "SELECT count(DISTINCT entity) FROM item CROSS JOIN statement "
    "ON statement.id >= first AND statement.id < after WHERE label IN ({})",
    "refusals": "SELECT count(*) FROM refusal WHERE label IN ({})",
}


class Reading:
    """Reads of one node, on the connection that is handed in; remembers only the kinds."""

    def __init__(self) -> None:
        self._kinds: dict[int, Kind] = {}

    def kinds(self, connection: sqlite3.Connection) -> dict[int, Kind]:
        """All kinds by id, read anew."""
        self._kinds = {row[9]: row[:9] for row in connection.execute(KINDS)}
        return self._kinds

    def labels(self, connection: sqlite3.Connection) -> dict[int, Label]:
        """All labels by id."""
        return {row[10]: label_of(row) for row in connection.execute(LABELS)}

    def statements_of(
        self, connection: sqlite3.Connection, entity: str, allowed: Allowed
    ) -> list[Statement]:
        """All allowed statements about an entity."""
        with suppress(UnicodeEncodeError):  # no entity is named by what is not text
            rows = connection.execute(_OF_ENTITY, (entity,)).fetchall()
            return list(self._statements(connection, rows, allowed))
        return []

    def statement(
        self, connection: sqlite3.Connection, statement: str, allowed: Allowed
    ) -> Statement | None:
        """One statement, if it is there and allowed."""
        found = statement_row_id(connection, statement)
        rows = connection.execute(_BY_ID, (as_json([found or 0]),)).fetchall()
        return next(self._statements(connection, rows, allowed), None)

    def everything_in(
        self, connection: sqlite3.Connection, items: Collection[int]
    ) -> list[Statement]:
        """All statements of items by their row ids, whatever their labels; for erasures."""
        rows = connection.execute(_BY_ITEM, (as_json(items),)).fetchall()
        return list(self._statements(connection, rows, frozenset(self.labels(connection))))

    def everything_of(
        self, connection: sqlite3.Connection, statements: Collection[int]
    ) -> list[Statement]:
        """The statements of these row ids, whatever their labels; for erasures."""
        rows = connection.execute(_BY_ID, (as_json(statements),)).fetchall()
        return list(self._statements(connection, rows, frozenset(self.labels(connection))))

    def _statements(
        self, connection: sqlite3.Connection, rows: list[Any], allowed: Allowed
    ) -> Iterator[Statement]:
        kinds = self._kinds
        items = {
            place: connection.execute(_ITEM, (place,)).fetchone()
            for place in {row[0] for row in rows}
        }
        for row in rows:
            (place, n, entity, kind, value, text, start, length, since, until, status,
             referred) = row  # fmt: skip
            urn, item, label, item_text = items[place]
            if label not in allowed:
                continue
            if kind not in kinds:
                kinds = self.kinds(connection)
            (schema, property, language, extractor, author, stated, basis, modality,
             attribution) = kinds[kind]  # fmt: skip
            if text is None:
                text = item_text[start : start + length]
            elif text == 0:
                text = value
            if referred is not None:
                value = referred
            elif value is None:
                value = text
            yield Statement(urn, item, n, entity, schema, property, value, text, language, start,
                            start + length, extractor, author, status or stated, basis, modality,
                            attribution, since or "", until or "")  # fmt: skip

    def report(self, connection: sqlite3.Connection, urn: str, allowed: Allowed) -> Report | None:
        """The report with its allowed items, or None."""
        cursor = connection.execute("SELECT * FROM report WHERE urn = ?", (urn,))
        row = cursor.fetchone()
        if row is None:
            return None
        found = dict(zip((column[0] for column in cursor.description), row, strict=True))
        items = self._items(connection, found["id"], allowed)
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
        self, connection: sqlite3.Connection, report: int, allowed: Allowed
    ) -> tuple[Item, ...]:
        labels = self.labels(connection)
        rows = connection.execute(_ITEMS, (report,))
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


def statement_row_id(connection: sqlite3.Connection, statement: str) -> int | None:
    """Row id of the statement with that id, or None."""
    with suppress(WrongUse):
        urn, item, n = parse_statement_id(statement)
        row = connection.execute(_STATEMENT_ID, (n, urn, item)).fetchone()
        return row[0] if row else None
    return None


def refusals(connection: sqlite3.Connection, allowed: Allowed) -> list[Refusal]:
    """Allowed refusals, oldest first."""
    return [Refusal(*row) for row in connection.execute(_REFUSALS, (as_json(allowed),))]


def counts(connection: sqlite3.Connection, allowed: Allowed) -> dict[str, int]:
    """How much of each there is under allowed labels."""
    marks = "SELECT value FROM json_each(?)"
    return {
        name: connection.execute(query.format(marks), (as_json(allowed),)).fetchone()[0]
        for name, query in _COUNTS.items()
    }


def as_json(ids: Collection[int]) -> str:
    """Ids as one parameter of a query, for `json_each`."""
    return json.dumps(sorted(ids))
