"""Kinds and labels: what many statements and items have in common, stored once each."""
# ruff: noqa: S608 - queries are put together from constants of the store; values are bound

import sqlite3
from collections.abc import Sequence
from dataclasses import astuple

from headwater.model import Handling, schemata
from headwater.safeguard import Label

Kind = tuple[str, str, str, str, str, str, str, str, str]

Allowed = frozenset[int]
"""Ids of the labels that this viewer may see for this purpose."""

KIND_COLUMNS = "schema, property, language, extractor, author, status, basis, modality, attribution"
LABEL_COLUMNS = (
    "owner, code, action_code, sanitisation_code, conditions, tlp, europol, marking, "
    "compartment, clearance"
)
LABELS = f"SELECT {LABEL_COLUMNS}, id FROM label"
KINDS = f"SELECT {KIND_COLUMNS}, id FROM kind"


def label_of(row: Sequence[str | int]) -> Label:
    """The label in a row of `LABELS`."""
    owner, code, action, sanitisation, conditions, tlp, europol, marking = map(str, row[:8])
    handling = Handling(code, action, sanitisation, conditions, tlp, europol, marking)
    return Label(owner, handling, str(row[8]), int(row[9]))


def refers(schema: str, property: str) -> bool:
    """Whether a property's values are ids of entities; properties nobody knows hold text."""
    known = schemata().get(schema)
    found = known.properties.get(property) if known else None
    return found is not None and found.type == "entity"


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
        cursor = connection.execute(f"INSERT INTO kind ({KIND_COLUMNS}) VALUES ({marks})", key)
        found = (cursor.lastrowid or 0, refers(key[0], key[1]))
        self.kinds[key] = found
        return found

    def label(self, connection: sqlite3.Connection, label: Label) -> int:
        """Id of a label, new or known."""
        found = self._labels.get(label)
        if found is not None:
            return found
        cursor = connection.execute(
            f"INSERT INTO label ({LABEL_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (label.owner, *astuple(label.handling), label.compartment, label.clearance),
        )
        self._labels[label] = cursor.lastrowid or 0
        return self._labels[label]
