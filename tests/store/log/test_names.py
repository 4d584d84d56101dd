"""What the log's digests stand for: only what is here, and nothing of what was erased."""

import sqlite3

import pytest

from headwater.safeguard import AuditRecord, Operation, Viewer
from headwater.store import LogAsked, create_store, open_store
from tests.conformance.stores import NOW, seen


@pytest.fixture
def store(tmp_path):
    made = create_store(tmp_path / "node", "Harbour Police")
    made.add(seen("U1", "Arben Krasniqi"), recorded=NOW)
    made.add(seen("U2", "Luan Berisha"), recorded=NOW)
    yield made
    made.close()


def look(store, *what, who="ana"):
    store.log(AuditRecord(Operation.CONSULTATION, who, NOW, "why", what))


def kept(store):
    return {name for (name,) in store._reader.execute("SELECT name FROM audit_name")}


def test_reports_statements_mentions_and_users_are_named(store):
    store.put_user(Viewer("ana", "Harbour Police", frozenset({"analyst"})))
    look(store, "U1", "U1#1.2", "U1#1@m1", "user ana", "log")
    assert next(store.audit())["what"] == ("U1", "U1#1.2", "U1#1@m1", "user ana", "log")
    assert kept(store) == {"ana", "user ana", "U1", "U1#1.2", "U1#1@m1"}


def test_what_names_nothing_is_never_written_down(store):
    look(store, "Goran Petrić", "U9", "U1#1.9", "U1#1@Goran", "U1#7", "\ud800", who="quillfeather")
    assert kept(store) == set()


def test_an_erasure_takes_the_names_of_what_it_erased(store):
    look(store, "U1", "U1#1.2", "U1#1@m1", "U2", "U2#1.1")
    store.erase_report("U1")
    assert kept(store) == {"U2", "U2#1.1"}
    store.erase_entity(["U2#1@m1"])
    assert kept(store) == {"U2"}


def test_whoever_leaves_is_a_digest_again(store):
    store.put_user(Viewer("ana", "Harbour Police", frozenset({"analyst"})))
    look(store, "user ana")
    store.forget_user("ana")
    assert kept(store) == set()
    (entry,) = store.audit()
    assert len(entry["who"]) == 32
    assert [one["seq"] for one in store.audit(about=entry["who"])] == [1]


def test_an_older_log_learns_its_names_when_the_node_is_opened(store, tmp_path):
    look(store, "U1", "U1#1@m1", "nobody", who="ana")
    look(store, "U2")
    store.put_user(Viewer("ana", "Harbour Police", frozenset({"analyst"})))
    store.close()
    connection = sqlite3.connect(tmp_path / "node/node.db")
    for line in (
        *(f"DROP INDEX audit_{name}" for name in ("made", "who", "seldom")),
        *(f"DROP TABLE audit_{name}" for name in ("about", "name")),
        "PRAGMA user_version = 7",
    ):
        connection.execute(line)
    connection.commit()
    connection.close()
    opened = open_store(tmp_path / "node")
    assert kept(opened) == {"ana", "U1", "U1#1@m1", "U2"}
    assert [one["seq"] for one in opened.audit(about="nobody")] == [1]
    assert opened.verify_audit().faults == ()
    opened.close()


def test_an_entry_that_touches_many_things_is_told_by_the_first(store):
    look(store, *(f"U{n}" for n in range(1, 60)))
    (entry,) = store.newest_audit(LogAsked())
    assert (len(entry["what"]), entry["more"]) == (20, 39)
    assert entry["what"][:2] == ("U1", "U2")
