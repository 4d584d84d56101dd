"""What the log's digests stand for: only what is here, and nothing of what was erased."""

import sqlite3

from headwater.safeguard import AuditRecord, Operation, Viewer
from headwater.store import LogAsked, open_store
from tests.conformance.stores import NOW


def look(peopled, *what, who="ana"):
    peopled.log(AuditRecord(Operation.CONSULTATION, who, NOW, "why", what))


def kept(peopled):
    return {name for (name,) in peopled._reader.execute("SELECT name FROM audit_name")}


def test_reports_statements_mentions_and_users_are_named(peopled):
    peopled.put_user(Viewer("ana", "Harbour Police", frozenset({"analyst"})))
    look(peopled, "U1", "U1#1.2", "U1#1@m1", "user ana", "log")
    assert next(peopled.audit())["what"] == ("U1", "U1#1.2", "U1#1@m1", "user ana", "log")
    assert kept(peopled) == {"ana", "user ana", "U1", "U1#1.2", "U1#1@m1"}


def test_what_names_nothing_is_never_written_down(peopled):
    look(
        peopled, "Goran Petrić", "U9", "U1#1.9", "U1#1@Goran", "U1#7", "\ud800", who="quillfeather"
    )
    assert kept(peopled) == set()


def test_an_erasure_takes_the_names_of_what_it_erased(peopled):
    look(peopled, "U1", "U1#1.2", "U1#1@m1", "U2", "U2#1.1")
    peopled.erase_report("U1")
    assert kept(peopled) == {"U2", "U2#1.1"}
    peopled.erase_entity(["U2#1@m1"])
    assert kept(peopled) == {"U2"}


def test_whoever_leaves_is_a_digest_again(peopled):
    peopled.put_user(Viewer("ana", "Harbour Police", frozenset({"analyst"})))
    look(peopled, "user ana")
    peopled.forget_user("ana")
    assert kept(peopled) == set()
    (entry,) = peopled.audit()
    assert len(entry["who"]) == 32
    assert [one["seq"] for one in peopled.audit(about=entry["who"])] == [1]


def test_an_older_log_learns_its_names_when_the_node_is_opened(peopled, tmp_path):
    look(peopled, "U1", "U1#1@m1", "nobody", who="ana")
    look(peopled, "U2")
    peopled.put_user(Viewer("ana", "Harbour Police", frozenset({"analyst"})))
    peopled.close()
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


def test_an_entry_that_touches_many_things_is_told_by_the_first(peopled):
    look(peopled, *(f"U{n}" for n in range(1, 60)))
    (entry,) = peopled.newest_audit(LogAsked())
    assert (len(entry["what"]), entry["more"]) == (20, 39)
    assert entry["what"][:2] == ("U1", "U2")
