"""The embedded store: one SQLite file and packs of sealed originals in one directory."""

import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from headwater.model import Judgement, Refusal, Refused, Regrouping, Report, Review, Statement
from headwater.safeguard import AuditRecord, Label, Viewer, traces
from headwater.store import decisions, index, reading
from headwater.store.access import AccessRecords, EmbeddedAccess
from headwater.store.adding import Adding
from headwater.store.alerting import EmbeddedWatches
from headwater.store.appending import append_statement
from headwater.store.blobs import Packs
from headwater.store.database import (
    Busy,
    Database,
    collector_paused,
    plain_errors,
    translated,
)
from headwater.store.keys import NodeKeys
from headwater.store.log import AuditCheck, AuditLog, Book, LogAsked
from headwater.store.packing import Allowed, Interning
from headwater.store.parts import EmbeddedParts, Parts
from headwater.store.protocol import (
    Batch,
    Deciding,
    Erasure,
    IndexEntry,
    News,
    Receipt,
)
from headwater.store.reading import Tide
from headwater.store.recent import EmbeddedRecent, Recent
from headwater.store.traces import Traces
from headwater.store.watches import Watches

if TYPE_CHECKING:
    import pyarrow as pa

    from headwater.store.columns import Columns
    from headwater.store.erasure import Eraser


class EmbeddedStore:
    """See `Store`; one process writes at a time, others wait for it.

    Args:
        folder: The node's directory.
        wait: Seconds to wait for another program that is writing.
    """

    def __init__(self, folder: Path, *, wait: float = 10.0) -> None:
        self._database = Database(folder, wait=wait)
        self._keys = NodeKeys.load(folder)
        self.access: AccessRecords = EmbeddedAccess(folder, self._keys, wait=wait)
        self._packs = Packs(folder)
        self._log = AuditLog(folder, self._keys)
        self._book = Book(self._log, self._database.writing, lambda: self._reader)
        self._traces = Traces(self._keys.trace_key)
        self._interning = Interning()
        self._reading = reading.Reading()
        self.parts: Parts = EmbeddedParts(self._database, self._reading)
        self.recent: Recent = EmbeddedRecent(self._database)
        self.watches: Watches = EmbeddedWatches(self._database, self._of_items)
        with plain_errors():
            self._agency = reading.agency(self._reader)
        self._tidy()

    def _tidy(self) -> None:
        """Finish what a crash interrupted, unless another program is at work on the node."""
        with plain_errors(), suppress(Busy):
            if self._packs.untidy(self._reader):
                with self._database.writing(patient=False) as connection:
                    self._packs.tidy(connection)
            if self._reader.execute("SELECT 1 FROM node WHERE key = 'purge'").fetchone():
                self._purge()
            if self._reader.execute("SELECT 1 FROM node WHERE key = 'log_names'").fetchone():
                with self._database.writing(patient=False) as connection:
                    self._log.learn_names(connection)
                    connection.execute("DELETE FROM node WHERE key = 'log_names'")

    def _purge(self) -> None:
        """Overwrite and rebuild, so that nothing of what was erased is left on disk."""
        with self._database.writing() as connection:
            self._packs.shred(connection)
        self._database.purge()
        with self._database.writing() as connection:
            connection.execute("DELETE FROM node WHERE key = 'purge'")

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
            with collector_paused(), self._database.writing() as connection:
                self._interning.refresh(connection)
                adding = Adding(connection, self._interning, self._agency, recorded)
                adding.sort_out(batch.reports)
                receipt = adding.write(batch)
                self._traces.keep(connection, batch, {report.urn for report, _ in adding.new})
                named = {report.sha256 for report, _ in adding.new}
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

    def traced(self, asked: Collection[traces.Identifier], allowed: Allowed) -> list[traces.Hit]:
        """Where identifiers meet traces of allowed items."""
        with plain_errors():
            return self._traces.find(self._reader, asked, allowed)

    def answered(self, decisions: Collection[str]) -> dict[str, frozenset[tuple[str, int]]]:
        """By the URN of a decision the items whose traces it answers."""
        with plain_errors():
            return self._traces.answered(self._reader, decisions)

    def traced_reports(self, allowed: Allowed) -> frozenset[str]:
        """Reports with a trace in an allowed item."""
        with plain_errors():
            return self._traces.reports(self._reader, allowed)

    def label_of(self, urn: str, item: int) -> int | None:
        """Id of an item's label."""
        with plain_errors():
            return reading.label_of_item(self._reader, urn, item)

    def report(self, urn: str, allowed: Allowed) -> Report | None:
        """The report with those of its items that are allowed."""
        with self._snapshot() as connection, suppress(UnicodeEncodeError):
            return self._reading.report(connection, urn, allowed)
        return None  # no report is named by what is not text

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

    def scan_around(self, entities: Collection[str], allowed: Allowed) -> "pa.Table":
        """The allowed statements of items that name any of these entities."""
        with plain_errors():
            items = reading.items_naming(self._reader, entities)
        with self._columns(allowed, items) as columns:
            return columns.scan()

    def statement(self, statement: str, allowed: Allowed) -> Statement | None:
        """The statement of that id."""
        with self._snapshot() as connection:
            return self._reading.statement(connection, statement, allowed)

    def statements_of(self, entity: str, allowed: Allowed) -> list[Statement]:
        """All statements about one entity."""
        with self._snapshot() as connection:
            return self._reading.statements_of(connection, entity, allowed)

    def refusals(self, allowed: Allowed) -> list[Refusal]:
        """Refusals under allowed labels."""
        with plain_errors():
            return reading.refusals(self._reader, allowed)

    def tide(self) -> Tide:
        """How much came in, was decided and was erased."""
        with plain_errors():
            return reading.tide(self._reader)

    def counts(self, allowed: Allowed) -> dict[str, int]:
        """How much is allowed."""
        with self._snapshot() as connection:
            return reading.counts(connection, allowed)

    def original(self, sha256: str) -> bytes | None:
        """Content of an original file."""
        with plain_errors():
            return self._packs.read(self._reader, sha256)

    def judge(self, judgements: Sequence[Judgement]) -> None:
        """Append judgements."""
        with self._database.writing() as connection:
            decisions.add_judgements(connection, judgements)

    def judgements(self) -> list[Judgement]:
        """All judgements."""
        with collector_paused(), plain_errors():
            return decisions.judgements(self._reader)

    def judgements_on(self, entities: Collection[str]) -> list[Judgement]:
        """All judgements of which one of these entities is an end."""
        with collector_paused(), plain_errors():
            return decisions.judgements_on(self._reader, entities)

    def index_rules(self) -> str:
        """The rules by which the keys of the look-up index were made."""
        with plain_errors():
            return index.rules(self._reader)

    def reset_index(self, rules: str) -> None:
        """Empty the look-up index."""
        with self._database.writing() as connection:
            index.reset(connection, rules)

    def news(self, allowed: Allowed, most: int) -> News:
        """The next part of what the look-up index does not know."""
        with plain_errors():
            part = index.read_part(self._reader, self._reading, most)
        with self._columns(allowed, part.items) as columns:
            return News(columns.scan(), part.entities, part.left, part.upto)

    def put_in_index(
        self, entries: Sequence[IndexEntry], judgements: Sequence[Judgement] = (), upto: str = ""
    ) -> None:
        """Write entries and judgements."""
        with self._database.writing() as connection:
            index.put(connection, entries)
            decisions.add_judgements(connection, judgements)
            if upto:
                index.note(connection, upto)

    def found_under(self, keys: Sequence[int], most: int) -> list[list[int]]:
        """For each key the numbers of the entries under it."""
        with plain_errors():
            return index.found_under(self._reader, keys, most)

    def indexed(self, numbers: Sequence[int]) -> list[tuple[int, str, str]]:
        """The entries with these numbers."""
        with plain_errors():
            return index.indexed(self._reader, numbers)

    def indexed_as(self, entities: Sequence[str]) -> list[tuple[int, str, str]]:
        """The entries that these entities have."""
        with plain_errors():
            return index.indexed_as(self._reader, entities)

    def review(self, reviews: Sequence[Review]) -> None:
        """Append reviews."""
        with self._database.writing() as connection:
            decisions.add_reviews(connection, reviews)

    def append(self, statements: Sequence[Statement], deciding: Deciding) -> Sequence[Review]:
        """Append what a person says that an item says, and the decisions by which it stands."""
        try:
            with self._database.writing() as connection:
                self._interning.refresh(connection)
                kept = [append_statement(connection, self._interning, one) for one in statements]
                made = deciding([one.id for one in kept])
                decisions.add_reviews(connection, made)
        except BaseException:
            self._interning.forget()
            raise
        return made

    def reviews(self) -> list[Review]:
        """All reviews."""
        with plain_errors():
            return decisions.reviews(self._reader)

    def regroup(self, regroupings: Sequence[Regrouping]) -> None:
        """Append regroupings."""
        with self._database.writing() as connection:
            decisions.add_regroupings(connection, regroupings)

    def regroupings(self) -> list[Regrouping]:
        """All regroupings."""
        with plain_errors():
            return decisions.regroupings(self._reader)

    def put_user(self, viewer: Viewer) -> None:
        """Add a user, or replace the one of that name."""
        with self._database.writing() as connection:
            decisions.put_user(connection, viewer)

    def user(self, name: str) -> Viewer | None:
        """The user of that name."""
        with plain_errors():
            return next(iter(decisions.users(self._reader, name)), None) if name else None

    def users(self) -> list[Viewer]:
        """All users, by name."""
        with plain_errors():
            return decisions.users(self._reader)

    def forget_user(self, name: str) -> None:
        """Remove a user and all access of that name."""
        self.access.forget(name)  # first: whoever is cut short here can repeat the step
        with self._database.writing() as connection:
            decisions.forget_user(connection, name)
        self._purge()

    def log(self, record: AuditRecord) -> int:
        """Append to the audit tree."""
        return self._book.write(record)

    def audit(self, *, about: str = "") -> Iterator[dict[str, Any]]:
        """The log's entries in order."""
        with plain_errors():
            yield from self._log.entries(self._reader, about)

    def newest_audit(self, asked: LogAsked) -> Iterator[dict[str, Any]]:
        """The log's entries that are asked for, the latest first."""
        with plain_errors():
            yield from self._log.newest(self._reader, asked)

    def sign_audit(self) -> None:
        """Sign the tree as it stands."""
        self._log.publish(self._reader)

    def verify_audit(self) -> AuditCheck:
        """Recompute the tree and compare it with the last signed checkpoint."""
        with self._snapshot() as connection:
            return self._log.verify(connection)

    def hold(self, urn: str, reason: str, on: bool) -> None:
        """Put a report under a legal hold, or take the hold away."""
        with self._database.writing() as connection:
            decisions.hold(connection, urn, reason, on)

    def holds(self) -> dict[str, str]:
        """Reports under a legal hold."""
        with plain_errors():
            return decisions.holds(self._reader)

    def erase_report(self, urn: str) -> Erasure:
        """Destroy a report."""
        return self._erase(lambda eraser: eraser.report(urn))

    def erase_entity(self, entities: Sequence[str]) -> Erasure:
        """Destroy what is said about these entity ids."""
        return self._erase(lambda eraser: eraser.entity(entities))

    def _erase(self, what: "Callable[[Eraser], Erasure]") -> Erasure:
        from headwater.store.erasure import Eraser  # used seldom

        self._interning.forget()
        with self._database.writing() as connection:
            erasure = what(Eraser(connection, self._packs, self._log, self._traces))
        self._purge()
        return erasure

    @contextmanager
    def _snapshot(self) -> Iterator[sqlite3.Connection]:
        """Several reads that see one moment, whatever is written meanwhile."""
        connection = self._reader
        try:
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.execute("ROLLBACK")
        except sqlite3.Error as error:
            raise translated(error) from error

    @contextmanager
    def _columns(
        self, allowed: Allowed, only: Collection[int] | None = None
    ) -> "Iterator[Columns]":
        from headwater.store.columns import Columns  # pyarrow takes long to import

        with collector_paused(), self._snapshot() as connection:
            kinds = self._reading.kinds(connection)
            yield Columns(connection, kinds, self._reading.labels(connection), allowed, only)

    def _of_items(self, items: Collection[int]) -> "AbstractContextManager[Columns]":
        return self._columns(frozenset(self.labels()), items)

    def close(self) -> None:
        """Let go of the files."""
        self.access.close()
        self._database.close()
