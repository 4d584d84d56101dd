"""The audit log: whatever is done to it is found."""

import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest

from headwater.safeguard import AuditRecord, Operation
from headwater.store import create_store, open_store
from headwater.store.log.merkle import included, inclusion_proof
from tests.conformance.stores import NOW, seen


@pytest.fixture
def node(tmp_path):
    store = create_store(tmp_path / "node", "Harbour Police")
    for n in range(5):
        store.log(
            AuditRecord(Operation.CONSULTATION, "quillfeather", NOW, f"purpose {n}", (f"U{n}",))
        )
    store.close()
    return tmp_path / "node"


def tamper(node, *queries):
    connection = sqlite3.connect(node / "node.db")
    for name in ("audit_UPDATE", "audit_DELETE"):
        connection.execute(f"DROP TRIGGER {name}")
    for query in queries:
        connection.execute(query)
    connection.commit()
    connection.close()


def faults(node):
    store = open_store(node)
    found = store.verify_audit().faults
    store.close()
    return " | ".join(found)


def test_an_untouched_log_is_whole(node):
    assert faults(node) == ""


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("UPDATE audit SET operation = 'erasure' WHERE seq = 2", "entry 2 was altered"),
        ("UPDATE audit SET made = '2020-01-01' WHERE seq = 3", "entry 3 was altered"),
        ("UPDATE audit SET who = x'00' WHERE seq = 1", "entry 1 was altered"),
        ("UPDATE audit SET what = x'' WHERE seq = 1", "entry 1 was altered"),
        ("UPDATE audit_text SET sealed = x'00' WHERE seq = 4", "the text of entry 4 was altered"),
        ("DELETE FROM audit WHERE seq = 2", "entries 2 to 2 are missing"),
        ("DELETE FROM audit WHERE seq = 5", "the log ends at 4; 5 entries were signed for"),
        ("DELETE FROM audit", "the log ends at 0; 5 entries were signed for"),
        ("INSERT INTO audit SELECT 6, operation, made, who, what, texts, leaf FROM audit "
         "WHERE seq = 5", "does not fit the entries"),
        ("DELETE FROM audit_about WHERE seq = 3", "found by is not what they say"),
    ],
)  # fmt: skip
def test_alteration_removal_and_truncation_are_found(node, query, sentence):
    tamper(node, query)
    assert sentence in faults(node)


def test_a_log_that_was_rewritten_as_a_whole_is_found(node, tmp_path):
    other = create_store(tmp_path / "other", "Harbour Police")
    for n in range(5):
        other.log(AuditRecord(Operation.CONSULTATION, "ben", NOW, f"purpose {n}", (f"U{n}",)))
    other.close()
    tamper(
        node,
        "DELETE FROM audit",
        f"ATTACH '{tmp_path / 'other' / 'node.db'}' AS other",
        "INSERT INTO audit SELECT * FROM other.audit",
        "DELETE FROM audit_text",
        "UPDATE audit_tree SET peaks = (SELECT peaks FROM other.audit_tree)",
    )
    assert faults(node).startswith("the first 5 entries are not those that were signed for")


def test_a_forged_or_missing_checkpoint_is_found(node):
    path = node / "audit.checkpoint"
    content = json.loads(path.read_text())
    path.write_text(json.dumps({**content, "size": 0}))
    assert "not signed by this node" in faults(node)
    path.write_text("[]")
    assert "cannot be read" in faults(node)
    path.unlink()
    assert "missing" in faults(node)


def test_names_and_free_texts_do_not_lie_in_the_clear(node):
    content = b"".join(path.read_bytes() for path in node.rglob("*") if path.is_file())
    assert b"purpose 3" not in content
    assert b"quillfeather" not in content


def test_a_detached_text_leaves_the_tree_whole(node):
    store = open_store(node)
    with store._database.writing() as connection:
        assert store._log.detach(connection, lambda text: "purpose 3" in text) == 1
    lines = list(store.audit())
    assert [line["purpose"] for line in lines][2:] == ["purpose 2", None, "purpose 4"]
    assert store.verify_audit().faults == ()
    store.close()


def test_an_entry_is_proved_to_a_partner_who_holds_the_root(node):
    store = open_store(node)
    leaves = store._log.leaves(store._database.reader)
    root = bytes.fromhex(store.verify_audit().root)
    assert included(inclusion_proof(leaves, 3), leaves[3], 3, 5, root)
    store.close()


def test_the_log_shows_names_that_are_still_here(tmp_path):
    store = create_store(tmp_path / "node", "Harbour Police")
    store.add(seen("U1", "Arben Krasniqi"), recorded=NOW)
    store.log(AuditRecord(Operation.COMBINATION, "ana", NOW, "", ("U1", "U1#1@m1")))
    assert next(store.audit())["what"] == ("U1", "U1#1@m1")
    store.erase_report("U1")
    assert all(len(name) == 32 for name in next(store.audit())["what"])
    assert store.verify_audit().faults == ()
    store.close()


def test_a_time_with_a_line_break_is_refused(node):
    store = open_store(node)
    with pytest.raises(Exception, match="ISO time"):
        store.log(AuditRecord(Operation.CONSULTATION, "ana", "2026\n", "", ()))
    store.close()


def test_the_log_names_the_mentions_that_are_here(node):
    store = open_store(node)
    store.add(seen("U1", "Arben Krasniqi"), recorded=NOW)
    store.log(AuditRecord(Operation.CONSULTATION, "ana", NOW, "why", ("U1#1@m1", "U1#1@m9")))
    (entry,) = store.audit(about="U1#1@m1")
    assert entry["what"][0] == "U1#1@m1"
    assert "m9" not in entry["what"][1]
    store.close()


def test_many_threads_log_at_once_and_the_checkpoint_is_of_the_last_entry(node):
    store = open_store(node)

    def look(n):
        record = AuditRecord(Operation.CONSULTATION, "quillfeather", NOW, f"purpose {n}", ("U",))
        return store.log(record)

    with ThreadPoolExecutor(8) as threads:
        assert len(set(threads.map(look, range(40)))) == 40
    check = store.verify_audit()
    store.close()
    assert (check.size, check.faults) == (45, ())
