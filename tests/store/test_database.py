"""The file itself: what it refuses, and how it says what is wrong."""

import sqlite3
import threading

import pytest

from headwater.model import DamagedNode, HeadwaterError, WrongUse
from headwater.store import IndexEntry, create_store, open_store
from headwater.store.database import Database
from tests.conformance.stores import NOW, every, seen


@pytest.fixture
def node(tmp_path):
    store = create_store(tmp_path / "node", "Harbour Police")
    store.add(seen("U1", "Arben Krasniqi"), recorded=NOW)
    store.close()
    return tmp_path / "node"


def test_an_empty_folder_is_no_node_and_a_node_is_not_made_twice(tmp_path, node):
    with pytest.raises(WrongUse, match="no node"):
        open_store(tmp_path)
    with pytest.raises(WrongUse, match="already"):
        create_store(node, "Harbour Police")


def test_a_file_that_is_no_database_is_a_damaged_node_with_advice(node):
    (node / "node.db").write_bytes(b"something else, long enough to be looked at" * 100)
    with pytest.raises(DamagedNode) as raised:
        open_store(node)
    assert raised.value.exit_code == 4
    assert "backup" in raised.value.do


@pytest.mark.parametrize("pragma", ["application_id = 1", "user_version = 99"])
def test_another_programs_or_versions_database_is_not_touched(node, pragma):
    connection = sqlite3.connect(node / "node.db")
    connection.execute(f"PRAGMA {pragma}")
    connection.close()
    before = (node / "node.db").read_bytes()
    with pytest.raises(DamagedNode):
        open_store(node)
    assert (node / "node.db").read_bytes() == before


def test_damaged_pages_are_reported_and_not_read_over(node):
    content = bytearray((node / "node.db").read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    (node / "node.db").write_bytes(content)
    with pytest.raises(DamagedNode):
        open_store(node).scan(frozenset({1}))


@pytest.mark.parametrize("table", ["report", "item", "refusal", "judgement", "review"])
def test_what_was_taken_in_is_neither_altered_nor_deleted(node, table):
    connection = sqlite3.connect(node / "node.db")
    triggers = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
    ).fetchall()
    assert len(triggers) == 2
    if table in ("report", "item"):
        for act in (f"DELETE FROM {table}", f"UPDATE {table} SET id = id + 100"):  # noqa: S608
            with pytest.raises(sqlite3.IntegrityError, match="overwritten"):
                connection.execute(act)
    connection.close()


def test_an_audit_entry_is_not_altered_even_during_an_erasure(node):
    connection = sqlite3.connect(node / "node.db")
    connection.execute("INSERT INTO audit VALUES (1, 'x', 'x', x'', x'', x'', x'')")
    connection.execute("INSERT INTO erasing VALUES (1)")
    for act in ("DELETE FROM audit", "UPDATE audit SET made = ''"):
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(act)
    connection.close()


def test_a_second_writer_waits_and_then_hears_why(node):
    first, second = Database(node), open_store(node, wait=0.1)
    with first.writing(), pytest.raises(HeadwaterError, match="another program"):
        second.add(seen("U2", "Luan Berisha"), recorded=NOW)
    assert second.add(seen("U2", "Luan Berisha"), recorded=NOW).reports == 1
    first.close()
    second.close()


def test_a_second_writer_that_waits_long_enough_is_let_in(node):
    first, second = Database(node), open_store(node, wait=10)
    entered = threading.Event()

    def hold():
        with first.writing():
            entered.set()
            threading.Event().wait(0.2)

    holder = threading.Thread(target=hold)
    holder.start()
    entered.wait()
    assert second.add(seen("U2", "Luan Berisha"), recorded=NOW).reports == 1
    holder.join()
    first.close()
    second.close()


def test_readers_see_the_last_whole_state_while_somebody_writes(node):
    writer, reader = Database(node), open_store(node)
    with writer.writing() as connection:
        connection.execute("INSERT INTO node VALUES ('x', 'y')")
        assert reader.counts(every(reader))["reports"] == 1
    writer.close()
    reader.close()


def test_threads_read_side_by_side(node):
    store = open_store(node)
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(store.scan(every(store)).num_rows))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [3, 3, 3, 3]
    store.close()


def test_a_full_disk_is_said_and_leaves_the_node_as_it_was(node):
    store = open_store(node)
    connection = store._database._writer
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 1}")
    with pytest.raises(HeadwaterError, match="could not be written") as raised:
        store.add(seen("U2", "Luan Berisha " * 2_000), recorded=NOW)
    assert "space" in raised.value.do
    assert store.counts(every(store))["reports"] == 1
    connection.execute("PRAGMA max_page_count = 1000000")
    assert store.add(seen("U2", "Luan Berisha " * 2_000), recorded=NOW).reports == 1
    store.close()


def test_a_node_from_before_the_look_up_index_is_brought_up_to_date(tmp_path):
    create_store(tmp_path / "node", "Harbour Police").close()
    connection = sqlite3.connect(tmp_path / "node" / "node.db")
    connection.executescript(
        "DROP INDEX judgement_left; DROP INDEX judgement_right; DROP TABLE entry;"
        "DROP TABLE entry_key; DROP TABLE stale; PRAGMA user_version = 2;"
        "ALTER TABLE review DROP COLUMN instead;"
        "DROP TABLE regrouped; DROP TABLE regrouping; DROP TABLE trace; DROP TABLE answer;"
    )
    connection.close()
    store = open_store(tmp_path / "node")
    assert store.regroupings() == []
    store.put_in_index([IndexEntry("a", (1,), "A")])
    assert store.indexed(store.found_under([1], 9)[0]) == [(1, "a", "A")]
    store.close()


def test_nothing_of_an_item_is_overwritten_and_statements_are_only_put_behind(tmp_path):
    create_store(tmp_path / "node", "Harbour Police").close()
    store = open_store(tmp_path / "node")
    store.add(seen("U1", "Arben Krasniqi"), recorded=NOW)
    store.close()
    connection = sqlite3.connect(tmp_path / "node" / "node.db")
    before = connection.execute("SELECT statements FROM item").fetchone()[0]
    for change in (
        "UPDATE item SET text = 'x'",
        "UPDATE item SET grade = '1A'",
        "UPDATE item SET statements = '[]'",
        "UPDATE item SET statements = '[[9]]'",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="overwritten"):
            connection.execute(change)
    connection.execute("UPDATE item SET statements = ?", (f"{before[:-1]},[9]]",))
    connection.close()
