"""News: what came in since the look-up index was last brought up to date, a part at a time."""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from headwater.store.reading import Reading

_NO_MARK = "0 0 0"


class Part(NamedTuple):
    """A part of what the index does not know yet.

    Attributes:
        items: Row ids of new items.
        left: How many more new items there are after these.
        entities: Entities whose older statements were reviewed or erased, or that somebody judged.
        upto: What to hand back when the index has taken this in.
    """

    items: tuple[int, ...]
    left: int
    entities: frozenset[str]
    upto: str


def read_part(connection: sqlite3.Connection, reading: Reading, most: int) -> Part:
    """The next part, of at most so many items."""
    row = connection.execute("SELECT value FROM node WHERE key = 'indexed'").fetchone()
    item, review, judgement = map(int, str(row[0] if row else _NO_MARK).split())
    items = _column(connection, "SELECT id FROM item WHERE id > ? ORDER BY id LIMIT ?", item, most)
    last = items[-1] if items else item
    left = _one(connection, "SELECT coalesce(max(id), 0) FROM item") - last
    reviews = connection.execute(
        "SELECT seq, item, n, instead FROM review WHERE seq > ? ORDER BY seq", (review,)
    ).fetchall()
    judged = connection.execute(
        'SELECT seq, "left", "right" FROM judgement WHERE seq > ? ORDER BY seq', (judgement,)
    ).fetchall()
    reviewed = {(place, n) for _, place, *both in reviews for n in both}
    entities = {end for _, *ends in judged for end in ends}
    entities |= set(_column(connection, "SELECT entity FROM stale"))
    for place in {place for place, _ in reviewed}:
        for _, one in reading.everything_in(connection, [place]):
            if (place, one.n) in reviewed:
                entities |= {one.entity, one.value}
    marks = last, *(rows[-1][0] if rows else mark for rows, mark in
                    ((reviews, review), (judged, judgement)))  # fmt: skip
    return Part(tuple(items), left, frozenset(entities), " ".join(map(str, marks)))


def note(connection: sqlite3.Connection, upto: str) -> None:
    """The index has taken a part of the news in, judgements made from it included."""
    item, review, _ = upto.split()
    last = _one(connection, "SELECT coalesce(max(seq), 0) FROM judgement")
    connection.execute(
        "INSERT OR REPLACE INTO node VALUES ('indexed', ?)", (f"{item} {review} {last}",)
    )
    connection.execute("DELETE FROM stale")


def forget_items(connection: sqlite3.Connection, stale: Iterable[str]) -> None:
    """After an erasure: what comes in under freed numbers is new, and some entities changed."""
    row = connection.execute("SELECT value FROM node WHERE key = 'indexed'").fetchone()
    if row is None:
        return  # the index was never built, and everything is news
    item, rest = str(row[0]).split(" ", 1)
    last = min(int(item), _one(connection, "SELECT coalesce(max(id), 0) FROM item"))
    connection.execute("UPDATE node SET value = ? WHERE key = 'indexed'", (f"{last} {rest}",))
    connection.executemany("INSERT OR IGNORE INTO stale VALUES (?)", [(one,) for one in stale])


def _column(connection: sqlite3.Connection, query: str, *values: int) -> list[int]:
    return [row[0] for row in connection.execute(query, values)]


def _one(connection: sqlite3.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])
