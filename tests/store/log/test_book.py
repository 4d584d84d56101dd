"""Entries of many threads: each is on disk when its writer goes on, and few are written alone."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from headwater.model import WrongUse
from headwater.safeguard import AuditRecord, Operation
from headwater.store.log import Book
from tests.conformance.stores import NOW


def record(n, when=NOW):
    return AuditRecord(Operation.CONSULTATION, "ana", when, f"purpose {n}", (f"U{n}",))


class Disk:
    """A log and its database that tell what was written in which transaction."""

    def __init__(self):
        self.written, self.groups, self.signed = [], [], []
        self.open, self.full = threading.Event(), False
        self.open.set()

    def check(self, record):
        if "\n" in record.when:
            raise WrongUse("no time")

    def append(self, group, record):
        group.append(record.purpose)
        return len(self.written) + len(group)

    def publish(self, _connection):
        self.signed.append(len(self.written))

    @contextmanager
    def writing(self):
        self.open.wait()
        group = []
        yield group
        if self.full:
            raise OSError("the disk is full")
        self.groups.append(group)
        self.written += group


@pytest.fixture
def disk():
    return Disk()


@pytest.fixture
def book(disk):
    return Book(disk, disk.writing, lambda: None)


def test_an_entry_is_written_and_signed_for_when_its_writer_goes_on(book, disk):
    assert [book.write(record(n)) for n in range(3)] == [1, 2, 3]
    assert disk.signed == [1, 2, 3]


def test_those_that_come_while_one_is_written_go_in_together(book, disk):
    disk.open.clear()
    with ThreadPoolExecutor(8) as threads:
        done = [threads.submit(book.write, record(n)) for n in range(8)]
        while book._waiting.qsize() < 7:
            pass
        disk.open.set()
        numbers = {one.result() for one in done}
    assert numbers == set(range(1, 9))
    assert [len(group) for group in disk.groups] == [1, 7]
    assert disk.signed == [1, 8]


def test_whoever_waits_is_told_when_the_disk_is_full_and_the_next_may_try_again(book, disk):
    disk.full = True
    with pytest.raises(OSError, match="full"):
        book.write(record(1))
    disk.full = False
    assert book.write(record(2)) == 1
    assert disk.written == ["purpose 2"]


def test_a_record_that_cannot_be_written_spoils_no_other(book, disk):
    with pytest.raises(WrongUse):
        book.write(record(1, when="2026\n"))
    assert book.write(record(2)) == 1
