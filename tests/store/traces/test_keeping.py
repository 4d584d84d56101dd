"""What lies on disk of a trace, and what an erased person leaves of one."""

import sqlite3

import pytest

from headwater.model import Item, Report, Statement
from headwater.safeguard.traces import Identifier, Trace
from headwater.store import Batch, create_store, open_store
from tests.conformance.stores import NOW, every, seen

PHONE = Identifier("phone", "+381601234567", "mr tn")
PASSPORT = Identifier("document", " N1234567")
NAME = Identifier("name and birth date", "mr tn 1991-01-02")


@pytest.fixture
def traced(store):
    traces = [Trace("U1", 1, row, one) for row, one in enumerate((PHONE, PASSPORT, NAME), 1)]
    store.add(Batch([Report("U1", "Post", (Item(1, "two"),))], [], traces=traces), recorded=NOW)
    return store


def rows(node) -> list[tuple[int, int, int]]:
    connection = sqlite3.connect(node / "node.db")
    found = connection.execute("SELECT digest, item, holder FROM trace").fetchall()
    connection.close()
    return found


def test_only_numbers_are_written_and_each_node_writes_its_own(tmp_path):
    written = []
    for name in ("one", "two"):
        store = create_store(tmp_path / name, "Harbour Police")
        report = Report("U1", "Post", (Item(1, "two"),))
        store.add(Batch([report], [], traces=[Trace("U1", 1, 1, PHONE)]), recorded=NOW)
        store.close()
        written.append(rows(tmp_path / name))
    assert all(isinstance(value, int) for row in written[0] + written[1] for value in row)
    assert written[0][0][0] != written[1][0][0]


def test_a_trace_is_neither_altered_nor_deleted_but_by_an_erasure(traced, node):
    traced.close()
    connection = sqlite3.connect(node / "node.db")
    for change in ("UPDATE trace SET digest = 1", "DELETE FROM trace"):
        with pytest.raises(sqlite3.IntegrityError, match="overwritten"):
            connection.execute(change)
    connection.close()


def test_an_erased_person_leaves_no_trace(traced, node):
    text = "Omar Hidden has +381601234567 and N 1234567."
    said = [
        Statement("U2", 1, 1, "U2#1@m1", "Person", "name", "Omar Hidden", "Omar Hidden"),
        Statement("U2", 1, 2, "U2#1@m1", "Person", "phone", "+381601234567", "+381601234567"),
        Statement("U2", 1, 3, "U2#1@m1", "Person", "passportNumber", "N 1234567", "N 1234567"),
    ]
    traced.add(Batch([Report("U2", "Post", (Item(1, text),))], said), recorded=NOW)
    traced.erase_entity(["U2#1@m1"])
    assert traced.traced([PHONE, PASSPORT], every(traced)) == []
    assert len(traced.traced([NAME], every(traced))) == 1


def test_a_node_from_before_the_traces_is_brought_up_to_date(tmp_path):
    create_store(tmp_path / "node", "Harbour Police").close()
    connection = sqlite3.connect(tmp_path / "node" / "node.db")
    connection.executescript("DROP TABLE trace; DROP TABLE answer; PRAGMA user_version = 5;")
    connection.close()
    store = open_store(tmp_path / "node")
    store.add(seen("U1", "Arben Krasniqi"), recorded=NOW)
    assert store.traced([PHONE], every(store)) == []
    store.close()
