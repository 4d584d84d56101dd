"""Forgetting: what an erasure does to watches and alerts, within the erasure's transaction."""
# ruff: noqa: S608 - queries are put together from constants of the store; values are bound

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable

from headwater.store.reading import as_json

_LISTED = "(SELECT value FROM json_each(?))"
_TEXTS = ("question", "purpose", "matter", "subjects")


def forget_report(connection: sqlite3.Connection, report: int) -> None:
    """Destroy the alerts that rest on a report."""
    items = "(SELECT id FROM item WHERE report = ?)"
    _destroy(
        connection,
        f"SELECT alert FROM alert_ground WHERE item IN {items} "
        f"UNION SELECT seq FROM alert WHERE item IN {items}",
        report,
        report,
    )


def forget_statements(connection: sqlite3.Connection, places: Iterable[tuple[int, int]]) -> None:
    """Destroy the alerts that rest on statements, given as row id of the item and position."""
    for place in places:
        query = "SELECT alert FROM alert_ground WHERE item = ? AND n = ?"
        _destroy(connection, query, *place)


def forget_owner(connection: sqlite3.Connection, user: str) -> None:
    """Destroy the watches of a user who leaves, so that nobody of that name inherits them.

    Watches for somebody's safety stay: they are asked for those who safeguard people.
    """
    theirs = "SELECT id FROM watch WHERE owner = ? AND NOT safeguarding"
    _destroy(connection, f"SELECT seq FROM alert WHERE watch IN ({theirs})", user)
    connection.execute(f"DELETE FROM watch WHERE id IN ({theirs})", (user,))
    connection.execute("DELETE FROM alert_read WHERE who = ?", (user,))


def forget_words(
    connection: sqlite3.Connection,
    gone: Collection[str],
    mentioned: Callable[[str], Collection[str]],
) -> None:
    """Destroy the watches on people who are gone, and those that repeat an erased word.

    A watch on several mentions of somebody goes on with those that are left.

    A word that something else in the node still says was not the erased report's alone. What came
    in under freed numbers is new.

    Args:
        connection: The writer.
        gone: Entities of which nothing is said any more.
        mentioned: The erased words that stand in a text.
    """
    doomed = []
    rows = connection.execute(f"SELECT id, {', '.join(_TEXTS)} FROM watch").fetchall()
    for watch, *texts in rows:
        words = {word for text in texts for word in mentioned(text)}
        subjects = json.loads(texts[-1])
        left = [one for one in subjects if one not in gone]
        if (subjects and not left) or any(not _still_said(connection, word) for word in words):
            doomed.append(watch)
        elif left != subjects:
            kept = json.dumps(left, ensure_ascii=False)
            connection.execute("UPDATE watch SET subjects = ? WHERE id = ?", (kept, watch))
    given = json.dumps(doomed)
    _destroy(connection, f"SELECT seq FROM alert WHERE watch IN {_LISTED}", given)
    connection.execute(f"DELETE FROM watch WHERE id IN {_LISTED}", (given,))
    last = connection.execute("SELECT coalesce(max(id), 0) FROM item").fetchone()[0]
    connection.execute(
        "UPDATE node SET value = CAST(min(CAST(value AS INTEGER), ?) AS TEXT) "
        "WHERE key = 'watched'",
        (last,),
    )


def _still_said(connection: sqlite3.Connection, word: str) -> bool:
    query = "SELECT 1 FROM item WHERE instr(text, ?) OR instr(statements, ?) LIMIT 1"
    spelled = json.dumps(word, ensure_ascii=False)[1:-1]
    return connection.execute(query, (word, spelled)).fetchone() is not None


def _destroy(connection: sqlite3.Connection, which: str, *values: str | int) -> None:
    alerts = as_json({row[0] for row in connection.execute(which, values)})
    for table, column in (("alert_ground", "alert"), ("alert_read", "alert"), ("alert", "seq")):
        connection.execute(f"DELETE FROM {table} WHERE {column} IN {_LISTED}", (alerts,))
