"""The embedded store: one SQLite file and packs of sealed originals in one directory."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from headwater.model import Judgement, Refusal, Refused, Report, Review, Statement
from headwater.safeguard import AuditRecord, Label, Viewer
from headwater.store.adding import Adding, Interning
from headwater.store.blobs import Packs
from headwater.store.database import Database, plain_errors
from headwater.store.keys import NodeKeys
from headwater.store.protocol import Allowed, AuditCheck, Batch, Erasure, Receipt
from headwater.store.reading import Reading, counts, label_of_item, refusals

if TYPE_CHECKING:
    import pyarrow as pa

    from headwater.store.columns import Columns


class EmbeddedStore:
    """See `Store`; one process writes at a time, others wait for it.

    Args:
        folder: The node's directory.
        wait: Seconds to wait for another program that is writing.
    """

    def __init__(self, folder: Path, *, wait: float = 10.0) -> None:
        self._database = Database(folder, wait=wait)
        self._keys = NodeKeys.load(folder)
        self._packs = Packs(folder)
        self._interning = Interning()
        self._reading = Reading()
        with plain_errors():
            row = self._reader.execute("SELECT value FROM node WHERE key = 'agency'").fetchone()
        self._agency = str(row[0])
        self._tidy()

    def _tidy(self) -> None:
        """Finish what a crash interrupted; the look is free, the work waits for the writer."""
        if self._packs.untidy(self._reader):
            with self._database.writing() as connection:
                self._packs.tidy(connection)

    @property
    def _reader(self) -> sqlite3.Connection:
        return self._database.reader

    @property
    def agency(self) -> str:
        """The agency whose node this is."""
        return self._agency

    def add(self, batch: Batch, *, recorded: str) -> Receipt:
        """Take a batch in, whole or not at all."""
        try:
            with self._database.writing() as connection:
                self._interning.refresh(connection)
                adding = Adding(connection, self._interning, self._agency, recorded)
                adding.sort_out(batch.reports)
                receipt = adding.write(batch)
                named = {report.sha256 for report in adding.new}
                originals = {d: c for d, c in batch.originals.items() if d in named}
                self._packs.append(connection, originals)
        except BaseException as error:
            self._interning.forget()
            if isinstance(error, UnicodeEncodeError):
                raise Refused(
                    "a batch holds text that is not Unicode",
                    why="a lone surrogate cannot be stored",
                    do="decode the file in its real encoding, or replace the character",
                ) from error
            raise
        return receipt

    def labels(self) -> dict[int, Label]:
        """All labels by id."""
        with plain_errors():
            return self._reading.labels(self._reader)

    def label_of(self, urn: str, item: int) -> int | None:
        """Id of an item's label."""
        with plain_errors():
            return label_of_item(self._reader, urn, item)

    def report(self, urn: str, allowed: Allowed) -> Report | None:
        """The report with those of its items that are allowed."""
        with self._snapshot() as connection:
            return self._reading.report(connection, urn, allowed)

    def reports(self, allowed: Allowed) -> "pa.Table":
        """Reports with at least one allowed item."""
        with self._columns(allowed) as columns:
            return columns.reports()

    def items(self, allowed: Allowed) -> "pa.Table":
        """Allowed items in report order."""
        with self._columns(allowed) as columns:
            return columns.items()

    def scan(self, allowed: Allowed) -> "pa.Table":
        """All allowed statements."""
        with self._columns(allowed) as columns:
            return columns.scan()

    def statement(self, statement: str, allowed: Allowed) -> Statement | None:
        """The statement of that id."""
        with plain_errors():
            return self._reading.statement(self._reader, statement, allowed)

    def statements_of(self, entity: str, allowed: Allowed) -> list[Statement]:
        """All statements about one entity."""
        with plain_errors():
            return self._reading.statements_of(self._reader, entity, allowed)

    def refusals(self, allowed: Allowed) -> list[Refusal]:
        """Refusals under allowed labels."""
        with plain_errors():
            return refusals(self._reader, allowed)

    def counts(self, allowed: Allowed) -> dict[str, int]:
        """How much is allowed."""
        with self._snapshot() as connection:
            return counts(connection, allowed)

    def original(self, sha256: str) -> bytes | None:
        """Content of an original file."""
        with plain_errors():
            return self._packs.read(self._reader, sha256)

    @contextmanager
    def _snapshot(self) -> Iterator[sqlite3.Connection]:
        """Several reads that see one moment, whatever is written meanwhile."""
        with plain_errors():
            self._reader.execute("BEGIN")
            try:
                yield self._reader
            finally:
                self._reader.execute("ROLLBACK")

    @contextmanager
    def _columns(self, allowed: Allowed) -> "Iterator[Columns]":
        from headwater.store.columns import Columns  # pyarrow takes long to import

        with self._snapshot() as connection:
            kinds = self._reading.kinds(connection)
            yield Columns(connection, kinds, self._reading.labels(connection), allowed)

    def close(self) -> None:
        """Let go of the files."""
        self._database.close()


def create_store(folder: Path, agency: str) -> EmbeddedStore:
    """Make a new node in a folder, which is made where it does not exist.

    Raises:
        WrongUse: If there is a node already.
    """
    folder.mkdir(parents=True, exist_ok=True)
    Database.create(folder, agency)
    NodeKeys.create(folder)
    return EmbeddedStore(folder)


def open_store(folder: Path, *, wait: float = 10.0) -> EmbeddedStore:
    """Open the node in a folder.

    Args:
        folder: The node's directory.
        wait: Seconds to wait for another program that is writing.

    Raises:
        WrongUse: If there is no node.
        DamagedNode: If what is there is not what was written.
    """
    return EmbeddedStore(folder, wait=wait)
