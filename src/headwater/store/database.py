"""The one SQLite file of a node: its layout, how it is opened, and how its errors read.

Write-ahead log with `synchronous=FULL`, so that a returned commit is on disk; `secure_delete`, so
that what is deleted is overwritten. One writer at a time, any number of readers beside it.
"""
# ruff: noqa: S608 - queries are put together from constants of the store; values are bound

import gc
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from headwater.model import DamagedNode, HeadwaterError, NotPermitted, WrongUse
from headwater.store.log import TABLES as _LOG
from headwater.store.log import UPDATE as _LOG_UPDATE
from headwater.store.watches import TABLES as _WATCHES
from headwater.store.watches import UPDATE as _WATCHES_UPDATE

_FILE = "node.db"
_APPLICATION = 0x48574E44  # "HWND", the file type that `file` and SQLite tools show
_LAYOUT = 8
_CACHE_KIB = 65_536
_CHECKPOINT_PAGES = 16_384  # 64 MB: pages that several batches touch are copied once

_TABLES = """
CREATE TABLE node (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE label (
    id INTEGER PRIMARY KEY AUTOINCREMENT, owner TEXT NOT NULL, code TEXT NOT NULL,
    action_code TEXT NOT NULL, sanitisation_code TEXT NOT NULL, conditions TEXT NOT NULL,
    tlp TEXT NOT NULL, europol TEXT NOT NULL, marking TEXT NOT NULL, compartment TEXT NOT NULL,
    clearance INTEGER NOT NULL) STRICT;
CREATE TABLE report (
    id INTEGER PRIMARY KEY, urn TEXT NOT NULL UNIQUE, originator TEXT NOT NULL,
    title TEXT NOT NULL, information_from TEXT, information_to TEXT, information_exact INTEGER,
    record_from TEXT, record_to TEXT, record_exact INTEGER, dates_assumed INTEGER NOT NULL,
    file TEXT NOT NULL, sha256 TEXT NOT NULL, format TEXT NOT NULL, cites TEXT NOT NULL,
    origin_known INTEGER NOT NULL, source_ref TEXT NOT NULL, recorded TEXT NOT NULL,
    content BLOB NOT NULL) STRICT;
CREATE INDEX report_sha256 ON report (sha256) WHERE sha256 <> '';
-- statements: the item's statements as one text, see adding.py; one row an item instead of one a
-- statement is what makes writing fast and the file small.
CREATE TABLE item (
    id INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES report,
    label INTEGER NOT NULL REFERENCES label, number INTEGER NOT NULL,
    graded_by_default INTEGER NOT NULL, grade TEXT NOT NULL, language TEXT NOT NULL,
    provenance_grade TEXT, provenance TEXT NOT NULL, text TEXT NOT NULL,
    statements TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX item_number ON item (report, number);
-- Entities that are named outside the item whose mention they are, and the items that name them.
CREATE TABLE entity (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE mention (
    entity INTEGER NOT NULL, item INTEGER NOT NULL,
    PRIMARY KEY (entity, item)) STRICT, WITHOUT ROWID;
CREATE INDEX mention_item ON mention (item);
CREATE TABLE kind (
    id INTEGER PRIMARY KEY AUTOINCREMENT, schema TEXT NOT NULL, property TEXT NOT NULL,
    language TEXT NOT NULL, extractor TEXT NOT NULL, author TEXT NOT NULL, status TEXT NOT NULL,
    basis TEXT NOT NULL, modality TEXT NOT NULL, attribution TEXT NOT NULL) STRICT;
CREATE TABLE refusal (
    id INTEGER PRIMARY KEY, label INTEGER NOT NULL REFERENCES label, recorded TEXT NOT NULL,
    file TEXT NOT NULL, position TEXT NOT NULL, what TEXT NOT NULL, why TEXT NOT NULL,
    do TEXT NOT NULL, urn TEXT NOT NULL) STRICT;
CREATE TABLE judgement (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, "left" TEXT NOT NULL,
    "right" TEXT NOT NULL, verdict TEXT NOT NULL, author TEXT NOT NULL, made TEXT NOT NULL,
    reason TEXT NOT NULL, score REAL, explanation TEXT NOT NULL, evidence TEXT NOT NULL,
    undoes TEXT NOT NULL) STRICT;
CREATE TABLE review (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, item INTEGER NOT NULL,
    n INTEGER NOT NULL, status TEXT NOT NULL, author TEXT NOT NULL, made TEXT NOT NULL,
    reason TEXT NOT NULL, instead INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX review_statement ON review (item, n);
-- The last review of each statement, so that a read need not look for it.
CREATE TABLE standing (
    item INTEGER NOT NULL, n INTEGER NOT NULL, status TEXT NOT NULL,
    PRIMARY KEY (item, n)) STRICT, WITHOUT ROWID;
CREATE TABLE hold (report INTEGER PRIMARY KEY REFERENCES report, reason TEXT NOT NULL) STRICT;
CREATE TABLE user (
    name TEXT PRIMARY KEY, agency TEXT NOT NULL, roles TEXT NOT NULL, compartments TEXT NOT NULL,
    clearance INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE pack (number INTEGER PRIMARY KEY, length INTEGER NOT NULL) STRICT;
CREATE TABLE blob (
    sha256 BLOB PRIMARY KEY, pack INTEGER NOT NULL, start INTEGER NOT NULL,
    length INTEGER NOT NULL, key BLOB NOT NULL) STRICT, WITHOUT ROWID;
-- Stretches of packs whose keys are gone and whose bytes are still to be overwritten.
CREATE TABLE shred (
    pack INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL) STRICT;
-- A row stands here only while an erasure runs.
CREATE TABLE erasing (one INTEGER PRIMARY KEY) STRICT;
"""

_INDEX = """
CREATE INDEX judgement_left ON judgement ("left");
CREATE INDEX judgement_right ON judgement ("right");
-- The look-up index, see index/: derived from the statements, and made anew when it is missing.
CREATE TABLE entry (
    number INTEGER PRIMARY KEY, entity TEXT NOT NULL, record TEXT NOT NULL) STRICT;
CREATE TABLE entry_key (place INTEGER PRIMARY KEY) STRICT;
CREATE TABLE stale (entity TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
"""

_REGROUPING = """
-- What people decided about which reports have one origin; side 1 was taken apart from side 0.
CREATE TABLE regrouping (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, joins INTEGER NOT NULL,
    author TEXT NOT NULL, made TEXT NOT NULL, reason TEXT NOT NULL, undoes TEXT NOT NULL) STRICT;
CREATE TABLE regrouped (
    regrouping INTEGER NOT NULL REFERENCES regrouping, report INTEGER NOT NULL REFERENCES report,
    side INTEGER NOT NULL, PRIMARY KEY (regrouping, report)) STRICT, WITHOUT ROWID;
CREATE INDEX regrouped_report ON regrouped (report);
"""

_TRACES = """
-- Keyed digests of who the rows about protected people are of, see traces/; never a clear value.
-- Found by digest alone: an erasure, which rewrites the file anyway, looks through all of them.
CREATE TABLE trace (
    digest INTEGER NOT NULL, item INTEGER NOT NULL, holder INTEGER NOT NULL,
    PRIMARY KEY (digest, item, holder)) STRICT, WITHOUT ROWID;
-- Which of them a decision on a category answers.
CREATE TABLE answer (
    report INTEGER NOT NULL REFERENCES report, item INTEGER NOT NULL REFERENCES item,
    PRIMARY KEY (report, item)) STRICT, WITHOUT ROWID;
CREATE INDEX answer_item ON answer (item);
"""

_APPEND_ONLY = ("report", "item", "judgement", "review", "refusal")
_REGROUPED = ("regrouping", "regrouped")
_TRACED = ("trace", "answer")
_REFUSE = "BEGIN SELECT RAISE(ABORT, 'nothing is overwritten here'); END;"
_UNLESS_ERASING = "WHEN NOT EXISTS (SELECT 1 FROM erasing)"

# A correction adds a statement behind those that an item has; nothing else of an item changes.
_FIXED = (
    *("id", "report", "label", "number", "graded_by_default", "grade", "language"),
    *("provenance_grade", "provenance", "text"),
)
_ITEM_GUARD = f"""
CREATE TRIGGER item_UPDATE BEFORE UPDATE ON item {_UNLESS_ERASING} AND (
    {" OR ".join(f"new.{column} IS NOT old.{column}" for column in _FIXED)}
    OR substr(new.statements, 1, length(old.statements) - 1)
        IS NOT substr(old.statements, 1, length(old.statements) - 1)) {_REFUSE}
"""


def _guards(tables: Sequence[str]) -> str:
    """Triggers: what was taken in stays as it is, but for an erasure."""
    return "\n".join(
        f"CREATE TRIGGER {table}_{act} BEFORE {act} ON {table} {_UNLESS_ERASING} {_REFUSE}"
        for act in ("UPDATE", "DELETE")
        for table in tables
        if (table, act) != ("item", "UPDATE")
    )


_AUDIT_GUARDS = "\n".join(
    f"CREATE TRIGGER audit_{act} BEFORE {act} ON audit {_REFUSE}" for act in ("UPDATE", "DELETE")
)
_GUARDS = f"{_ITEM_GUARD} {_guards(_APPEND_ONLY + _REGROUPED + _TRACED)} {_AUDIT_GUARDS}"

_UPDATES = {
    2: _INDEX,
    3: f"DROP TRIGGER item_UPDATE; {_ITEM_GUARD}"
    "ALTER TABLE review ADD COLUMN instead INTEGER NOT NULL DEFAULT 0;",
    4: f"{_REGROUPING} {_guards(_REGROUPED)}",
    5: f"{_TRACES} {_guards(_TRACED)}",
    6: _WATCHES_UPDATE,
    7: _LOG_UPDATE,
}
"""What brings an older layout to the next one, when a node is opened."""


class Busy(HeadwaterError):
    """Another program is writing, and goes on for longer than we wait."""


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turn the driver's errors into ours; ours pass.

    Raises:
        DamagedNode: If the file is no database, or not the one that was written.
        HeadwaterError: If it is locked by another program, or the disk is full or failing.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise translated(error) from error


def translated(error: sqlite3.Error) -> Exception:
    """Our error for one of the driver's."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Busy(
            "another program is writing to this node",
            why="it held the node for longer than we waited; nothing was changed",
            do="try again when it is done",
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")):
        return NotPermitted(
            "you may not write here",
            why=f"the node's folder or its database cannot be written: {error}",
            do="have its owner give you the right to it",
        )
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return unwritable(str(error))
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return DamagedNode(
            "the node's database is damaged", where=_FILE, why=str(error), do=_RESTORE
        )
    return error


_RESTORE = "restore the node from a backup, or make a new one and add the reports again"


def unwritable(why: str) -> HeadwaterError:
    """The error for a full or failing disk."""
    return HeadwaterError(
        "the node could not be written",
        why=f"{why}; nothing of this step was kept, and everything before it is safe",
        do="free some space on the disk, check its permissions, and repeat the step",
    )


@contextmanager
def collector_paused() -> Iterator[None]:
    """Many small objects and no cycles: the collector would look through them again and again."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


class Database:
    """Connections to a node's database: one that writes, and one that reads for each thread.

    Args:
        folder: The node's directory.
        wait: Seconds to wait for another program that is writing.
    """

    def __init__(self, folder: Path, *, wait: float = 10.0) -> None:
        self.folder = folder
        self._wait = wait
        self._path = folder / _FILE
        self._lock = threading.RLock()
        self._own = threading.local()
        self._readers: list[sqlite3.Connection] = []
        self._check()
        self._writer = self._connect()

    @classmethod
    def create(cls, folder: Path, agency: str) -> None:
        """Lay out a new database.

        Raises:
            WrongUse: If there is a node already.
        """
        path = folder / _FILE
        if path.exists():
            raise WrongUse("there is a node already", where=str(folder), do="name another folder")
        with plain_errors():
            connection = sqlite3.connect(path, isolation_level=None)
            connection.execute("PRAGMA page_size = 4096")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(
                f"BEGIN; {_TABLES} {_LOG} {_INDEX} {_REGROUPING} {_TRACES} {_WATCHES} {_GUARDS}"
                f"PRAGMA application_id = {_APPLICATION};"
                f"PRAGMA user_version = {_LAYOUT};"
                "INSERT INTO audit_tree VALUES (1, 0, x'');"
            )
            connection.execute("INSERT INTO node VALUES ('agency', ?)", (agency,))
            connection.execute("COMMIT")
            connection.close()

    def _check(self) -> None:
        if not self._path.is_file():
            raise WrongUse(
                "there is no node here",
                where=str(self.folder),
                do="make one with: headwater init DIR --agency NAME",
            )
        with plain_errors():
            connection = sqlite3.connect(self._path)
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            layout = connection.execute("PRAGMA user_version").fetchone()[0]
            while application == _APPLICATION and layout in _UPDATES:
                update = f"{_UPDATES[layout]} PRAGMA user_version = {layout + 1};"
                connection.executescript(f"BEGIN; {update} COMMIT;")
                layout += 1
            connection.close()
        if application != _APPLICATION:
            raise DamagedNode(
                "the database in this folder is not a Headwater node",
                where=str(self._path),
                why="it carries no mark of Headwater, or its making was interrupted",
                do=_RESTORE,
            )
        if layout != _LAYOUT:
            raise DamagedNode(
                f"the node was written by another version (layout {layout}, here {_LAYOUT})",
                where=str(self._path),
                do="open it with the version of Headwater that wrote it",
            )

    def _connect(self) -> sqlite3.Connection:
        with plain_errors():
            connection = sqlite3.connect(
                self._path,
                timeout=self._wait,
                isolation_level=None,
                check_same_thread=False,
                cached_statements=64,
            )
            for pragma in (
                "synchronous = FULL",
                "secure_delete = ON",
                "foreign_keys = ON",
                "temp_store = MEMORY",
                f"cache_size = -{_CACHE_KIB}",
                f"wal_autocheckpoint = {_CHECKPOINT_PAGES}",
            ):
                connection.execute(f"PRAGMA {pragma}")
        return connection

    @property
    def reader(self) -> sqlite3.Connection:
        """This thread's connection for reading; it never waits for the writer."""
        found: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if found is None:
            found = self._connect()
            self._own.connection = found
            with self._lock:
                self._readers.append(found)
        return found

    @contextmanager
    def writing(self, *, patient: bool = True) -> Iterator[sqlite3.Connection]:
        """One transaction of the one writer: committed when the block ends, else undone.

        Args:
            patient: Whether to wait for another program that is writing.

        Raises:
            Busy: If another program is still writing then.
        """
        with self._lock, plain_errors():
            wait = int(self._wait * 1000) if patient else 0
            self._writer.execute(f"PRAGMA busy_timeout = {wait}")
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
                self._writer.execute("COMMIT")
            except BaseException:
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")
                raise

    def purge(self) -> None:
        """Rebuild the file without a trace of what was deleted, and empty the log.

        Raises:
            HeadwaterError: If another program still reads the old state and keeps it alive.
        """
        with self._lock, plain_errors():
            self._writer.execute("VACUUM")
            busy = self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if busy:
            raise HeadwaterError(
                "what was erased is still in the journal",
                why="another program is reading the node and keeps the old state alive",
                do="close it and repeat the erasure",
            )

    def close(self) -> None:
        """Close every connection; the last one empties the write-ahead log."""
        with self._lock:
            for connection in (*self._readers, self._writer):
                connection.close()
            self._readers.clear()
