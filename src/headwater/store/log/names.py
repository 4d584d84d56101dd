"""Names: what the digests of the log stand for, as long as the node still knows it.

The tree holds keyed digests alone. Beside it stands what each of them means, written when it is
first touched, so that a page of the log is put into words without a walk over all that the node
holds. Only what names something that is here gets in; an erasure takes out what names nothing any
more.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import suppress

from headwater.store.packing import unpack
from headwater.store.reading import naming, statement_place

OF_THE_HOUSE = (
    "log", "journal", "broken glass", "review queue", "groups", "watches", "refusals",
)  # fmt: skip
"""What is logged by its name, not by an id."""

_DIGEST = 16
_SEALED = re.compile("[0-9a-f]{32}")
_HERE = """
SELECT 1 FROM report WHERE urn = :name UNION ALL SELECT 1 FROM entity WHERE name = :name
UNION ALL SELECT 1 FROM user WHERE :name IN (name, 'user ' || name)
"""
_EVERY = """
SELECT name FROM user UNION ALL SELECT 'user ' || name FROM user
UNION ALL SELECT urn FROM report UNION ALL SELECT name FROM entity
UNION SELECT urn || '#' || number || '@' || json_extract(s.value, '$[1]')
FROM item JOIN report ON report.id = report, json_each(statements) s
WHERE json_type(s.value, '$[1]') = 'text'
UNION SELECT urn || '#' || number || '@' || json_extract(s.value, '$[3][0]')
FROM item JOIN report ON report.id = report, json_each(statements) s
WHERE json_type(s.value, '$[3]') = 'array'
"""
_TOUCHED = """
SELECT 1 FROM audit_about WHERE what = ? UNION ALL SELECT 1 FROM audit WHERE who = ? LIMIT 1
"""
_KEEP = "INSERT OR IGNORE INTO audit_name VALUES (?, ?)"

Digest = Callable[[str], bytes]


def digests(what: bytes) -> list[bytes]:
    """The digests of an entry, which stand one behind the other."""
    return [what[i : i + _DIGEST] for i in range(0, len(what), _DIGEST)]


def keep(connection: sqlite3.Connection, touched: Iterable[tuple[bytes, str]]) -> None:
    """Keep what digests mean, of that which names something that is here."""
    for digest, name in touched:
        known = connection.execute("SELECT 1 FROM audit_name WHERE digest = ?", (digest,))
        if known.fetchone() is None and _is_here(connection, name):
            connection.execute(_KEEP, (digest, name))


def _is_here(connection: sqlite3.Connection, name: str) -> bool:
    with suppress(UnicodeEncodeError):  # nothing is named by what is not text
        return (
            connection.execute(_HERE, {"name": name}).fetchone() is not None
            or statement_place(connection, name) is not None
            or any(_speaks_of(held[5], code) for code, held in naming(connection, name))
        )
    return False


def _speaks_of(packed: str, code: int | str) -> bool:
    return any(code == about or [code] == value for _, about, _, value, *_ in unpack(packed))


def forget(connection: sqlite3.Connection) -> None:
    """Forget what names nothing any more."""
    kept = connection.execute("SELECT digest, name FROM audit_name").fetchall()
    gone = [(digest,) for digest, name in kept if not _is_here(connection, name)]
    connection.executemany("DELETE FROM audit_name WHERE digest = ?", gone)


def learn(connection: sqlite3.Connection, digest: Digest) -> None:
    """Keep what the digests of a log from before these names mean; one walk over the node."""
    for (name,) in connection.execute(_EVERY).fetchall():
        of = digest(name)
        if connection.execute(_TOUCHED, (of, of)).fetchone():
            connection.execute(_KEEP, (of, name))


class Known:
    """Puts digests into words.

    Args:
        connection: A reader.
        digest: What stands for a name.
    """

    def __init__(self, connection: sqlite3.Connection, digest: Digest) -> None:
        self._connection = connection
        self._known = {digest(name): name for name in OF_THE_HOUSE}

    def name(self, digest: bytes) -> str:
        """What a digest stands for; where nothing of that is here, the digest in hex."""
        if digest not in self._known:
            query = "SELECT name FROM audit_name WHERE digest = ?"
            row = self._connection.execute(query, (digest,)).fetchone()
            self._known[digest] = row[0] if row else digest.hex()
        return self._known[digest]


def either(name: str, digest: Digest) -> list[bytes]:
    """The digests that a name may mean: its own, and where it looks like a digest, itself."""
    return [digest(name), *([bytes.fromhex(name)] if _SEALED.fullmatch(name) else [])]
