"""Keeping watches and alerts in the embedded store."""
# ruff: noqa: S608 - queries are put together from constants of the store; values are bound

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

from headwater.model import parse_statement_id, statement_id
from headwater.safeguard.watching import Alert, Kind, Urgency, Watch
from headwater.store.database import Database, plain_errors
from headwater.store.reading import as_json, items_naming
from headwater.store.watches import Arrived, NewItem, Reading

if TYPE_CHECKING:
    from headwater.store.columns import Columns

Open = Callable[[Collection[int]], AbstractContextManager["Columns"]]
"""Opens the columns of items under whatever label, by their row ids."""

_FARTHEST = 2**62
"""A page that is asked for from further on is empty; the database counts no further."""

_LISTED = "(SELECT value FROM json_each(?))"
_PLACE = "SELECT i.id FROM report r JOIN item i ON i.report = r.id WHERE urn = ? AND number = ?"
_NEW = """
SELECT i.id, urn, number, text, coalesce(information_to, '')
FROM item i JOIN report r ON r.id = i.report WHERE i.id > ? ORDER BY i.id LIMIT ?
"""
_LAST = """
SELECT i.id, urn, number, text, coalesce(information_to, '')
FROM item i JOIN report r ON r.id = i.report
WHERE i.label IN (SELECT value FROM json_each(:allowed))
    AND (:any OR i.id IN (SELECT value FROM json_each(:among)))
    AND (:text = '' OR instr(text, :text) OR instr(statements, :text))
ORDER BY i.id DESC LIMIT :most
"""
_URGENCY = " ".join(f"WHEN '{one}' THEN {place}" for place, one in enumerate(Urgency))
_ALERTS = f"""
WITH seen AS (
    SELECT a.seq, a.id, a.watch, a.made, i.report, i.number, a.urgency, a.why
    FROM alert a JOIN item i ON i.id = a.item
    WHERE a.watch IN (SELECT value FROM json_each(:watches)) AND a.seq > :after AND a.made >= :since
    AND i.label IN (SELECT value FROM json_each(:allowed))
    AND NOT EXISTS (SELECT 1 FROM alert_ground g JOIN item o ON o.id = g.item
        WHERE g.alert = a.seq AND o.label NOT IN (SELECT value FROM json_each(:allowed)))
    AND (:reader = '' OR (a.watch, i.report) IN (
        SELECT o.watch, k.report FROM alert o JOIN item k ON k.id = o.item
        WHERE NOT EXISTS (SELECT 1 FROM alert_read WHERE alert = o.seq AND who = :reader)))
), page AS (
    SELECT watch, report FROM seen GROUP BY watch, report
    HAVING :reader = ''
        OR max(NOT EXISTS (SELECT 1 FROM alert_read WHERE alert = seq AND who = :reader))
    ORDER BY min(CASE urgency {_URGENCY} END), max(made) DESC, min(seq) LIMIT :most OFFSET :start
)
SELECT seq, seen.id, seen.watch, made, urn, number, urgency, why
FROM seen JOIN page USING (watch, report) JOIN report r ON r.id = seen.report ORDER BY seq
"""
_GROUNDS = f"""
SELECT g.alert, r.urn, i.number, g.n FROM alert_ground g JOIN item i ON i.id = g.item
JOIN report r ON r.id = i.report WHERE g.n > 0 AND g.alert IN {_LISTED}
ORDER BY g.alert, i.id, g.n
"""
_READINGS = f"""
SELECT id, who, alert_read.made FROM alert_read JOIN alert ON seq = alert
WHERE id IN {_LISTED} ORDER BY alert_read.made, who
"""


class EmbeddedWatches:
    """See `Watches`.

    Args:
        database: The node's database.
        columns: Opens the columns of some items.
    """

    def __init__(self, database: Database, columns: Open) -> None:
        self._database = database
        self._columns = columns

    def put(self, watch: Watch) -> None:
        """Add a watch, or replace it."""
        row = (
            watch.id,
            str(watch.kind),
            json.dumps(dict(watch.question), ensure_ascii=False),
            watch.owner,
            watch.purpose,
            watch.made,
            watch.expires,
            watch.case,
            json.dumps(watch.subjects, ensure_ascii=False),
            int(watch.safeguarding),
            watch.ended,
        )
        with self._database.writing() as connection:
            connection.execute("DELETE FROM watch WHERE id = ?", (watch.id,))
            connection.execute("INSERT INTO watch VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)

    def all(self) -> list[Watch]:
        """All watches, the oldest first."""
        with plain_errors():
            rows = self._database.reader.execute("SELECT * FROM watch ORDER BY made, id")
            return [
                Watch(
                    id=id_,
                    kind=Kind(kind),
                    question=json.loads(question),
                    owner=owner,
                    purpose=purpose,
                    made=made,
                    expires=expires,
                    case=case,
                    subjects=tuple(json.loads(subjects)),
                    safeguarding=bool(safeguarding),
                    ended=ended,
                )
                for id_, kind, question, owner, purpose, made, expires, case, subjects,
                safeguarding, ended in rows
            ]  # fmt: skip

    def arrived(self, most: int) -> Arrived:
        """The next part that nobody asked yet."""
        with plain_errors():
            rows = self._database.reader.execute(_NEW, (self._mark(), most)).fetchall()
        return self._arrived(rows, upto=str(rows[-1][0]) if rows else "")

    def earlier(
        self, allowed: Collection[int], most: int, *, naming: Collection[str] = (), text: str = ""
    ) -> Arrived:
        """What came in last, of what is allowed."""
        asked = {"allowed": as_json(allowed), "most": most, "text": text, "any": not naming}
        with plain_errors():
            reader = self._database.reader
            asked["among"] = as_json(items_naming(reader, naming) if naming else ())
            rows = reader.execute(_LAST, asked).fetchall()
        return self._arrived(rows)

    def _arrived(self, rows: Sequence[Sequence[Any]], upto: str = "") -> Arrived:
        if not rows:
            return Arrived((), None, "")
        with self._columns([row[0] for row in rows]) as columns:
            return Arrived([NewItem(*row[1:]) for row in rows], columns.scan(), upto)

    def _mark(self) -> int:
        row = self._database.reader.execute(
            "SELECT value FROM node WHERE key = 'watched'"
        ).fetchone()
        return int(row[0]) if row else 0

    def keep(self, alerts: Sequence[Alert], upto: str = "") -> list[Alert]:
        """Write alerts, and how far was looked."""
        if not alerts and not upto:
            return []
        with self._database.writing() as connection:
            kept = [alert for alert in alerts if _keep(connection, alert)]
            if upto:
                connection.execute("INSERT OR REPLACE INTO node VALUES ('watched', ?)", (upto,))
        return kept

    def alerts(
        self,
        allowed: Collection[int],
        watches: Collection[str],
        *,
        after: int = 0,
        since: str = "",
        unread_by: str = "",
        page: tuple[int, int | None] = (0, None),
    ) -> list[Alert]:
        """Alerts that rest on nothing but allowed items."""
        asked: dict[str, str | int] = {"after": after, "since": since, "reader": unread_by}
        start, most = page
        last = -1 if most is None else min(most, _FARTHEST)
        asked |= {"start": min(start, _FARTHEST), "most": last}
        asked |= {"allowed": as_json(allowed), "watches": json.dumps(sorted(watches))}
        with plain_errors():
            rows = self._database.reader.execute(_ALERTS, asked).fetchall()
            grounds = self._grounds([row[0] for row in rows])
        return [
            Alert(id_, watch, made, urn, item, Urgency(urgency), why, tuple(grounds[seq]))
            for seq, id_, watch, made, urn, item, urgency, why in rows
        ]

    def _grounds(self, alerts: Collection[int]) -> dict[int, list[str]]:
        found: dict[int, list[str]] = defaultdict(list)
        for alert, urn, item, n in self._database.reader.execute(_GROUNDS, (as_json(alerts),)):
            found[alert].append(statement_id(urn, item, n))
        return found

    def last(self) -> int:
        """A number that grows with every new alert."""
        with plain_errors():
            row = self._database.reader.execute("SELECT max(seq) FROM alert").fetchone()
        return int(row[0] or 0)

    def read(self, alerts: Collection[str], who: str, when: str) -> None:
        """Note that somebody has read alerts."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO alert_read "
                f"SELECT seq, ?, ? FROM alert WHERE id IN {_LISTED}",
                (who, when, json.dumps(sorted(alerts))),
            )

    def readings(self, alerts: Collection[str]) -> dict[str, list[Reading]]:
        """Who has read each of these alerts."""
        found: dict[str, list[Reading]] = defaultdict(list)
        with plain_errors():
            asked = (json.dumps(sorted(alerts)),)
            for alert, who, when in self._database.reader.execute(_READINGS, asked):
                found[alert].append(Reading(who, when))
        return dict(found)


def _keep(connection: sqlite3.Connection, alert: Alert) -> bool:
    item = _place(connection, alert.urn, alert.item)
    rests_on = [(_place(connection, urn, number), n) for urn, number, n in _places(alert)]
    if item is None or any(place is None for place, _ in rests_on):
        return False
    row = (alert.id, alert.watch, item, alert.made, str(alert.urgency), alert.why)
    added = connection.execute("INSERT OR IGNORE INTO alert VALUES (NULL, ?, ?, ?, ?, ?, ?)", row)
    if not added.rowcount:
        return False
    grounds = [(added.lastrowid, place, n) for place, n in rests_on or [(item, 0)]]
    connection.executemany("INSERT OR IGNORE INTO alert_ground VALUES (?, ?, ?)", grounds)
    return True


def _places(alert: Alert) -> Iterable[tuple[str, int, int]]:
    return map(parse_statement_id, alert.statements)


def _place(connection: sqlite3.Connection, urn: str, number: int) -> int | None:
    row = connection.execute(_PLACE, (urn, number)).fetchone()
    return int(row[0]) if row else None
