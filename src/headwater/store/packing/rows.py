"""Rows: the form in which statements rest, and what they say when they are read again.

All statements of an item lie packed in its row, each as

    [n, entity, kind, value, text, start, length, valid_from, valid_to]

Schema, property, language, extractor, author, status, basis, modality and attribution are one
`kind`. entity: what stands behind `urn#item@` where the entity is a mention in this very item, else
the number of an interned entity. value: text; null, the same as the text; or an entity, as [what
stands behind the `@`] or as the number. text: itself; 0, the same as the value; or null, the item's
text from start on for length.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec.json import Decoder, Encoder

Row = Sequence[Any]
"""A packed statement."""

SAME_AS_VALUE = 0

_ENCODER = Encoder()
_DECODER = Decoder(list[Row])


def pack(rows: Sequence[Row]) -> str:
    """The statements of an item as one text."""
    return _ENCODER.encode(rows).decode()


def unpack(packed: str) -> list[Row]:
    """The statements of an item."""
    return _DECODER.decode(packed)


def interned(rows: Iterable[Row]) -> set[int]:
    """The interned entities that statements are about or refer to."""
    named = (code for row in rows for code in (row[1], row[3]))
    return {code for code in named if isinstance(code, int)}


def spoken(row: Row, item_text: str, own: str, names: Mapping[int, str]) -> tuple[str, str, str]:
    """Entity, value and text of a packed statement.

    Args:
        row: The packed statement.
        item_text: Text of its item.
        own: `urn#item@` of its item.
        names: Interned entities by number.
    """
    _, entity, _, value, text, start, length, _, _ = row
    if text is None:
        text = item_text[start : start + length]
    elif text == SAME_AS_VALUE:
        text = value
    if value is None:
        value = text
    elif isinstance(value, int):
        value = names[value]
    elif isinstance(value, list):
        value = own + value[0]
    return names[entity] if isinstance(entity, int) else own + entity, value, text


class Names(dict[int, str]):
    """Names of interned entities by number, looked up when asked for.

    Args:
        connection: A reader.
        at_once: Whether all of them are looked up now.
    """

    def __init__(self, connection: sqlite3.Connection, *, at_once: bool = False) -> None:
        known = connection.execute("SELECT id, name FROM entity").fetchall() if at_once else ()
        super().__init__(known)
        self._connection = connection

    def __missing__(self, id_: int) -> str:
        """Look one up."""
        row = self._connection.execute("SELECT name FROM entity WHERE id = ?", (id_,)).fetchone()
        self[id_] = str(row[0])
        return self[id_]
