"""Appending: one more statement behind those that an item has, as a person says it is read.

Everything else of the item stays as it came in, and the database refuses anything else.
"""

import sqlite3

from headwater.model import Statement, WrongUse
from headwater.store.adding import ENTITY, NEW_ENTITY
from headwater.store.packing import SAME_AS_VALUE, Interning, pack, unpack

_HELD = """
SELECT item.id, text, statements FROM item JOIN report ON report.id = report
WHERE urn = ? AND number = ?
"""


def append_statement(
    connection: sqlite3.Connection, interning: Interning, statement: Statement
) -> Statement:
    """Write a statement behind the others of its item; returned with the `n` that it got.

    Raises:
        WrongUse: If there is no such item.
    """
    held = connection.execute(_HELD, (statement.urn, statement.item)).fetchone()
    if held is None:
        raise WrongUse("there is no such item", where=f"{statement.urn}#{statement.item}")
    item, text, packed = held
    rows = unpack(packed)
    added = statement._replace(n=max((row[0] for row in rows), default=0) + 1)
    kept = pack([*rows, _row(connection, interning, added, item, text)])
    connection.execute("UPDATE item SET statements = ? WHERE id = ?", (kept, item))
    return added


def _row(
    connection: sqlite3.Connection, interning: Interning, one: Statement, item: int, whole: str
) -> list[object]:
    """The statement packed."""
    key = (one.schema, one.property, one.language, one.extractor, one.author, str(one.status),
           str(one.basis), str(one.modality), one.attribution)  # fmt: skip
    kind, refers = interning.kinds.get(key) or interning.kind(connection, key)
    own = f"{one.urn}#{one.item}@"
    about, value, text = _code(connection, one.entity, item, own), one.value, one.text
    points: object = value
    words: object = SAME_AS_VALUE if text == value and not refers else text
    if one.start >= 0 and whole[one.start : one.end] == text:
        words, points = None, None if value == text else value
    if refers:
        code = _code(connection, value, item, own)
        points = [code] if isinstance(code, str) else code
    length = one.end - one.start
    return [one.n, about, kind, points, words, one.start, length, one.valid_from, one.valid_to]


def _code(connection: sqlite3.Connection, name: str, item: int, own: str) -> str | int:
    """What an entity is called in the packed statements of an item."""
    if name.startswith(own):
        return name.removeprefix(own)
    row = connection.execute(ENTITY, (name,)).fetchone()
    number = int((row or connection.execute(NEW_ENTITY, (name,)).fetchone())[0])
    connection.execute("INSERT OR IGNORE INTO mention VALUES (?, ?)", (number, item))
    return number
