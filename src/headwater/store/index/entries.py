"""Entries of the look-up index: 14 bytes a key, and one short text an entity.

A key and the number of an entry stand in one integer, 39 bits of the key above 24 of the number,
so that all entries under a key lie side by side. Keys that meet by chance cost a comparison and
nothing else. The id of an entity is a key of its own, by which its entry is found again.
"""

# ruff: noqa: S608 - queries are put together from constants; values are bound

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from hashlib import blake2b

from headwater.model import HeadwaterError
from headwater.store.protocol import IndexEntry

NUMBER_BITS = 24
NUMBERS = (1 << NUMBER_BITS) - 1
_KEY_BITS = 39
_UNDER = (  # one text instead of hundreds of rows, which takes half the time
    f"SELECT json_group_array(place & {NUMBERS}) "
    "FROM (SELECT place FROM entry_key WHERE place BETWEEN ? AND ? LIMIT ?)"
)
_OF_ENTITY = (
    "SELECT number, entity, record FROM entry_key CROSS JOIN entry "
    f"ON number = place & {NUMBERS} WHERE place BETWEEN ? AND ? AND entity = ?"
)
_ENTRY = "SELECT number, entity, record FROM entry WHERE number = ?"


def rules(connection: sqlite3.Connection) -> str:
    """The rules by which the keys were made; empty before the first."""
    row = connection.execute("SELECT value FROM node WHERE key = 'index rules'").fetchone()
    return str(row[0]) if row else ""


def reset(connection: sqlite3.Connection, rules: str) -> None:
    """Empty the index; from now on everything there is counts as news."""
    for table in ("entry", "entry_key", "stale"):
        connection.execute(f"DELETE FROM {table}")
    connection.execute("DELETE FROM node WHERE key = 'indexed'")
    connection.execute("INSERT OR REPLACE INTO node VALUES ('index rules', ?)", (rules,))


def found_under(connection: sqlite3.Connection, keys: Iterable[int], most: int) -> list[list[int]]:
    """For each key the numbers of entries under it, up to `most`, smallest first."""
    ask = connection.execute
    return [
        json.loads(ask(_UNDER, (first, first | NUMBERS, most)).fetchone()[0])
        for first in map(_first_place, keys)
    ]


def indexed(connection: sqlite3.Connection, numbers: Iterable[int]) -> list[tuple[int, str, str]]:
    """Number, entity and record of the entries with these numbers, where there are such."""
    rows = (connection.execute(_ENTRY, (number,)).fetchone() for number in numbers)
    return [row for row in rows if row is not None]


def put(connection: sqlite3.Connection, entries: Sequence[IndexEntry]) -> None:
    """Write entries in place of those that the same entities had.

    Keys that an entity no longer has stay until an erasure or a new index: what is found under
    them is compared by its record, and that is up to date.

    Raises:
        HeadwaterError: If there are more entries than an embedded store can number.
    """
    known = numbers_of(connection, [entry.entity for entry in entries])
    following = int(connection.execute("SELECT coalesce(max(number), 0) FROM entry").fetchone()[0])
    rows, places = [], []
    for entry in entries:
        number = known.get(entry.entity)
        if number is None:
            following += 1
            number = known[entry.entity] = following
            places.append(_first_place(_own_key(entry.entity)) | number)
        rows.append((number, entry.entity, entry.record))
        places += [_first_place(key) | number for key in entry.keys]
    if following > NUMBERS:
        raise HeadwaterError(
            "the look-up index is full",
            why=f"an embedded store numbers {NUMBERS:,} entities",
            do="keep a node of this size in a database server",
        )
    connection.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?, ?)", rows)
    places.sort()
    connection.executemany(
        "INSERT OR IGNORE INTO entry_key VALUES (?)", [(place,) for place in places]
    )


def numbers_of(connection: sqlite3.Connection, entities: Iterable[str]) -> dict[str, int]:
    """Numbers of the entries that entities have, by the entity."""
    return {entity: number for number, entity, _ in indexed_as(connection, entities)}


def indexed_as(
    connection: sqlite3.Connection, entities: Iterable[str]
) -> list[tuple[int, str, str]]:
    """Number, entity and record of the entries that entities have, by number."""
    found = {}
    for entity in entities:
        first = _first_place(_own_key(entity))
        row = connection.execute(_OF_ENTITY, (first, first | NUMBERS, entity)).fetchone()
        if row is not None:
            found[entity] = row
    return sorted(found.values())


def drop(connection: sqlite3.Connection, numbers: Collection[int]) -> None:
    """Destroy entries with every key of theirs. Cost: one walk over all keys."""
    given = (json.dumps(sorted(numbers)),)
    among = "IN (SELECT value FROM json_each(?))"
    connection.execute(f"DELETE FROM entry WHERE number {among}", given)
    connection.execute(
        f"DELETE FROM entry_key WHERE place & {NUMBERS} {among}",
        given,
    )


def _first_place(key: int) -> int:
    return (key & ((1 << _KEY_BITS) - 1)) << NUMBER_BITS


def _own_key(entity: str) -> int:
    digest = blake2b(entity.encode("utf-8", "surrogatepass"), digest_size=8, person=b"entity")
    return int.from_bytes(digest.digest(), "big")
