"""Names: what the digests of the log stand for, as long as the node still knows it.

The tree holds keyed digests alone. Beside it stands what each of them means, written when it is
first touched, so that a page of the log is put into words without a walk over all that the node
holds. Only what names something that is here gets in; an erasure takes out what names nothing any
more.
"""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress

from headwater.store.packing import unpack

OF_THE_HOUSE = (
    "log", "journal", "broken glass", "review queue", "groups", "watches", "refusals", "picture",
    "reports read in", "bulk decision, looked ahead",
)  # fmt: skip
"""What is logged by its name, not by an id."""

DIGEST = 16
"""Bytes of a digest."""

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
_ITEM = """
SELECT statements FROM item JOIN report ON report.id = report WHERE urn = ? AND number = ?
"""
_INSIDE = re.compile(r"#(0|-?[1-9][0-9]{0,17})[@.]")  # an item number that SQLite can hold
_KEEP = "INSERT OR IGNORE INTO audit_name VALUES (?, ?)"

Digest = Callable[[str], bytes]


def digests(what: bytes) -> list[bytes]:
    """The digests of an entry, which stand one behind the other."""
    return [what[i : i + DIGEST] for i in range(0, len(what), DIGEST)]


def keep(connection: sqlite3.Connection, touched: Mapping[bytes, str]) -> None:
    """Keep what digests mean, of that which names something that is here."""
    known = "SELECT 1 FROM audit_name WHERE digest = ?"
    new = {
        of: name for of, name in touched.items() if not connection.execute(known, (of,)).fetchone()
    }
    here = _here(connection, new.values())
    connection.executemany(_KEEP, ((of, name) for of, name in new.items() if name in here))


def _here(connection: sqlite3.Connection, names: Iterable[str]) -> set[str]:
    """Those of some names that name something; an item is looked into once for all of them."""
    found, inside = set[str](), defaultdict[tuple[str, int], list[tuple[str, str]]](list)
    for name in names:
        with suppress(UnicodeEncodeError):  # nothing is named by what is not text
            if connection.execute(_HERE, {"name": name}).fetchone():
                found.add(name)
        for part in _INSIDE.finditer(name):
            own = name[part.end() - 1 :]
            inside[name[: part.start()], int(part[1])].append((own, name))
    for place, wanted in inside.items():
        here = _parts(connection, *place)
        found.update(name for own, name in wanted if own in here)
    return found


def _parts(connection: sqlite3.Connection, urn: str, number: int) -> set[str]:
    """How an item calls its statements (`.3`) and mentions (`@m1`)."""
    with suppress(UnicodeEncodeError):
        row = connection.execute(_ITEM, (urn, number)).fetchone()
        rows = unpack(row[0]) if row else []
        statements = {f".{row[0]}" for row in rows}
        about = {f"@{row[1]}" for row in rows if isinstance(row[1], str)}
        return statements | about | {f"@{row[3][0]}" for row in rows if isinstance(row[3], list)}
    return set()


def forget(connection: sqlite3.Connection) -> None:
    """Forget what names nothing any more."""
    kept = connection.execute("SELECT name FROM audit_name").fetchall()
    here = _here(connection, (name for (name,) in kept))
    gone = [row for row in kept if row[0] not in here]
    connection.executemany("DELETE FROM audit_name WHERE name = ?", gone)


def learn(connection: sqlite3.Connection, digest: Digest) -> None:
    """Keep what the entries of a log from before these tables touch, and what that means.

    Cost: one walk over the log and the node.
    """
    for seq, what in connection.execute("SELECT seq, what FROM audit").fetchall():
        touch(connection, seq, set(digests(what)))
    for (name,) in connection.execute(_EVERY).fetchall():
        of = digest(name)
        if connection.execute(_TOUCHED, (of, of)).fetchone():
            connection.execute(_KEEP, (of, name))


def touch(connection: sqlite3.Connection, seq: int, touched: Iterable[bytes]) -> None:
    """Keep that an entry touches what these digests stand for."""
    rows = ((of, seq) for of in sorted(touched))
    connection.executemany("INSERT OR IGNORE INTO audit_about VALUES (?, ?)", rows)


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
