"""Book: writes entries as they come; those that come while others are written go in together.

An entry is durable and signed for before whoever wrote it goes on. With many people at once each
would wait for the disk once for everybody before; so whoever has the turn writes for all who wait,
in one transaction and under one signature (group commit, as databases do it).
"""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Lock

from headwater.safeguard import AuditRecord
from headwater.store.log.audit import AuditLog

Writing = Callable[[], AbstractContextManager[sqlite3.Connection]]


@dataclass(slots=True)
class _Slip:
    """What somebody wants written: its number once it is, or why it could not be."""

    record: AuditRecord
    seq: int = 0
    fault: BaseException | None = None


class Book:
    """Writes the log of a node.

    Args:
        log: The log.
        writing: Opens a transaction.
        reader: This thread's connection for reading.
    """

    def __init__(
        self, log: AuditLog, writing: Writing, reader: Callable[[], sqlite3.Connection]
    ) -> None:
        self._log = log
        self._writing = writing
        self._reader = reader
        self._turn = Lock()
        self._waiting: SimpleQueue[_Slip] = SimpleQueue()

    def write(self, record: AuditRecord) -> int:
        """Append an entry and return its number; durable and signed for on return.

        Raises:
            WrongUse: If its time is no ISO time.
            HeadwaterError: If the disk is full or another program keeps writing.
        """
        self._log.check(record)
        slip = _Slip(record)
        self._waiting.put(slip)
        with self._turn:
            if not slip.seq and slip.fault is None:
                self._write_all([self._waiting.get() for _ in range(self._waiting.qsize())])
        if slip.fault is not None:
            raise slip.fault
        return slip.seq

    def _write_all(self, slips: list[_Slip]) -> None:
        try:
            with self._writing() as connection:
                numbers = [self._log.append(connection, slip.record) for slip in slips]
            self._log.publish(self._reader())
        except BaseException as fault:
            for slip in slips:
                slip.fault = fault
            raise
        for slip, number in zip(slips, numbers, strict=True):
            slip.seq = number
