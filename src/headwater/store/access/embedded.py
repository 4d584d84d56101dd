"""Access records in one small SQLite file of their own, beside the node's database.

A file of its own: a log-in never waits for reports that are being taken in, and forgetting a user
rewrites some kilobytes, not the node. Contents are sealed under the node's key, and ids and users
stand as keyed digests, so the file alone says neither who works here nor how they log in.
"""

import hmac
import json
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from headwater.model import DamagedNode, HeadwaterError
from headwater.safeguard import login_form
from headwater.store.access.protocol import AccessRecord
from headwater.store.database import plain_errors
from headwater.store.keys import NodeKeys, seal_under, unseal

_FILE = "access.db"
_LAYOUT = 1
_TRIES = 50
_TABLES = f"""
CREATE TABLE access (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id BLOB NOT NULL,
    holder BLOB NOT NULL, until TEXT NOT NULL, sealed BLOB NOT NULL, UNIQUE (kind, id)) STRICT;
CREATE INDEX access_holder ON access (holder, kind);
CREATE INDEX access_until ON access (until) WHERE until <> '';
PRAGMA user_version = {_LAYOUT};
"""
_ONE = "SELECT id, sealed FROM access WHERE kind = ? AND id = ?"
_OF = "FROM access WHERE kind = ? AND (? IS NULL OR holder = ?)"
_ALL = f"SELECT id, sealed {_OF} ORDER BY seq"
_ENDING_LAST = f"SELECT id, sealed {_OF} ORDER BY until DESC, seq DESC LIMIT ? OFFSET ?"
_COUNT = f"SELECT count(*) {_OF}"
_PUT = """
INSERT INTO access (kind, id, holder, until, sealed) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (kind, id) DO UPDATE
SET holder = excluded.holder, until = excluded.until, sealed = excluded.sealed
"""


class EmbeddedAccess:
    """See `AccessRecords`; the file is made when it is first needed.

    Args:
        folder: The node's directory.
        keys: The node's keys.
        wait: Seconds to wait for another program that is writing.
    """

    def __init__(self, folder: Path, keys: NodeKeys, *, wait: float = 10.0) -> None:
        self._path = folder / _FILE
        self._key = keys.access_key
        self._wait = wait
        self._lock = threading.RLock()
        self._opened: sqlite3.Connection | None = None

    def _connection(self) -> sqlite3.Connection:
        if self._opened is None:
            os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
            connection = sqlite3.connect(
                self._path, timeout=self._wait, isolation_level=None, check_same_thread=False
            )
            for pragma in ("secure_delete = ON", "synchronous = FULL"):
                connection.execute(f"PRAGMA {pragma}")
            _write_ahead(connection)
            _lay_out(connection)
            self._opened = connection
        return self._opened

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._lock, plain_errors():
            connection = self._connection()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def _digest(self, of: str, text: str) -> bytes:
        content = f"{of}\x1f{text}".encode("utf-8", "surrogatepass")
        return hmac.digest(self._key, content, sha256)[:16]

    def _holder(self, user: str) -> bytes:
        return self._digest("user", login_form(user))

    def _read(self, kind: str, row: tuple[bytes, bytes]) -> AccessRecord:
        id_, sealed = row
        return AccessRecord(**json.loads(unseal(self._key, sealed, _about(kind, id_))))

    def _write(self, connection: sqlite3.Connection, record: AccessRecord) -> None:
        id_ = self._digest(record.kind, record.id)
        said = {name: getattr(record, name) for name in AccessRecord.__slots__}
        content = json.dumps(said).encode()
        sealed = seal_under(self._key, content, _about(record.kind, id_))
        row = (record.kind, id_, self._holder(record.user), record.until, sealed)
        connection.execute(_PUT, row)

    def change(
        self, kind: str, id: str, how: Callable[[AccessRecord | None], AccessRecord | None]
    ) -> AccessRecord | None:
        """Put in the place of a record what `how` makes of it."""
        key = (kind, self._digest(kind, id))
        with self._transaction() as connection:
            row = connection.execute(_ONE, key).fetchone()
            was = self._read(kind, row) if row else None
            now = how(was)
            if now is None:
                connection.execute("DELETE FROM access WHERE kind = ? AND id = ?", key)
            elif now != was:
                self._write(connection, now)
        return now

    def keep(self, record: AccessRecord) -> bool:
        """Keep a record where there is none."""
        return self.change(record.kind, record.id, lambda was: was or record) is record

    def take(self, kind: str, id: str) -> AccessRecord | None:
        """Remove a record and return it."""
        taken: list[AccessRecord | None] = []
        self.change(kind, id, lambda was: taken.append(was))
        return taken[0]

    def find(self, kind: str, id: str) -> AccessRecord | None:
        """The record of this kind and id."""
        with self._lock, plain_errors():
            key = (kind, self._digest(kind, id))
            row = self._connection().execute(_ONE, key).fetchone()
        return self._read(kind, row) if row else None

    def of(self, kind: str, user: str = "") -> list[AccessRecord]:
        """The records of a kind, oldest first."""
        with self._lock, plain_errors():
            found = self._connection().execute(_ALL, self._whose(kind, user)).fetchall()
        return [self._read(kind, row) for row in found]

    def ending_last(
        self, kind: str, user: str = "", *, start: int = 0, most: int = 100
    ) -> tuple[list[AccessRecord], int]:
        """A page of the records of a kind, and how many there are."""
        whose = self._whose(kind, user)
        with self._lock, plain_errors():
            connection = self._connection()
            found = connection.execute(_ENDING_LAST, (*whose, most, start)).fetchall()
            (whole,) = connection.execute(_COUNT, whose).fetchone()
        return [self._read(kind, row) for row in found], whole

    def _whose(self, kind: str, user: str) -> tuple[str, bytes | None, bytes | None]:
        holder = self._holder(user) if user else None
        return kind, holder, holder

    def drop(self, kind: str, user: str) -> int:
        """Remove a user's records of one kind."""
        with self._transaction() as connection:
            return connection.execute(
                "DELETE FROM access WHERE kind = ? AND holder = ?", (kind, self._holder(user))
            ).rowcount

    def forget(self, user: str) -> int:
        """Remove all that is kept of a user, to the last byte.

        Raises:
            HeadwaterError: If another program keeps the old state alive.
        """
        return self._forgotten("holder", self._holder(user))

    def forget_kind(self, kind: str) -> int:
        """Remove all records of a kind, to the last byte.

        Raises:
            HeadwaterError: If another program keeps the old state alive.
        """
        return self._forgotten("kind", kind)

    def _forgotten(self, column: str, value: bytes | str) -> int:
        query = f"DELETE FROM access WHERE {column} = ?"  # noqa: S608 - the column is our own
        with self._transaction() as connection:
            gone = connection.execute(query, (value,)).rowcount
        with self._lock, plain_errors():
            self._connection().execute("VACUUM")
            busy = self._connection().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if busy:
            raise HeadwaterError(
                "what was forgotten is still in the journal of the accounts",
                why="another program is reading them and keeps the old state alive",
                do="close it and repeat the step",
            )
        return gone

    def expire(self, now: str) -> int:
        """Remove what ended before an ISO time."""
        with self._transaction() as connection:
            return connection.execute(
                "DELETE FROM access WHERE until <> '' AND until < ?", (now,)
            ).rowcount

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._opened is not None:
                self._opened.close()
                self._opened = None


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Have the file written ahead of, also where other programs make it at this very moment.

    For that one step SQLite waits for nobody; for a transaction it does.
    """
    for _ in range(_TRIES):
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = WAL")
            return
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode = WAL")


def _lay_out(connection: sqlite3.Connection) -> None:
    """Make the table in a new file.

    Raises:
        DamagedNode: If another version wrote the file.
    """
    connection.execute("BEGIN IMMEDIATE")
    layout = connection.execute("PRAGMA user_version").fetchone()[0]
    if layout == 0:
        for statement in _TABLES.split(";")[:-1]:
            connection.execute(statement)
    connection.execute("COMMIT")
    if layout not in (0, _LAYOUT):
        raise DamagedNode(
            f"the accounts were written by another version (layout {layout}, here {_LAYOUT})",
            where=_FILE,
            do="open the node with the version of Headwater that wrote it",
        )


def _about(kind: str, id_: bytes) -> bytes:
    return f"access {kind} {id_.hex()}".encode()
