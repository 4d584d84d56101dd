"""How a batch is laid down: nothing twice."""

import sqlite3

import pytest

from headwater.model import Handling, Item, Report, Statement
from headwater.store import Batch, open_store
from headwater.store.adding import content_digest
from headwater.store.packing import unpack
from tests.conformance.stores import NOW, every, seen


def rows(node, query):
    connection = sqlite3.connect(node / "node.db")
    found = connection.execute(query).fetchall()
    connection.close()
    return found


def packed(node):
    ((statements,),) = rows(node, "SELECT statements FROM item")
    return unpack(statements)


def test_words_that_stand_in_the_item_are_not_stored_again(store, node):
    store.add(seen("U1", "Arben Krasniqi"), recorded=NOW)
    (first, _, contact) = packed(node)
    assert (first[3], first[4]) == (None, None)
    assert (contact[3], contact[4]) == (["m1"], None)


def test_a_cell_is_stored_once(store, node):
    cell = Statement("U1", 1, 1, "e", "Person", "name", "Ana", "Ana")
    store.add(Batch([Report("U1", "A", (Item(1, "name: Ana"),))], [cell]), recorded=NOW)
    assert [row[3:5] for row in packed(node)] == [["Ana", 0]]


def test_what_repeats_is_one_row(store, node):
    for n in range(5):
        store.add(seen(f"U{n}", "Arben Krasniqi"), recorded=NOW)
    assert rows(node, "SELECT count(*) FROM kind") == [(2,)]
    assert rows(node, "SELECT count(*) FROM label") == [(1,)]
    assert rows(node, "SELECT count(*) FROM entity") == [(0,)]


def test_an_entity_named_before_its_report_arrives_is_the_same_entity(store):
    early = Statement("U1", 1, 1, "U2#1@m1", "Person", "alias", "Beni", "Beni")
    store.add(Batch([Report("U1", "A", (Item(1, "x"),))], [early]), recorded=NOW)
    later = seen("U2", "Arben Krasniqi")
    store.add(later, recorded=NOW)
    assert store.statements_of("U2#1@m1", every(store)) == [early, later.statements[0]]


def test_two_programs_share_what_is_interned(store, node):
    other = open_store(node)
    store.add(seen("U1", "Arben Krasniqi"), recorded=NOW)
    other.add(seen("U2", "Luan Berisha"), recorded=NOW)
    store.add(seen("U3", "Besnik Hoxha"), recorded=NOW)
    assert rows(node, "SELECT count(*) FROM kind") == [(2,)]
    assert len(other.statements_of("U3#1@m1", every(other))) == 1
    other.close()


def test_an_undone_batch_leaves_nothing_remembered(store, node):
    broken = seen("U1", "Arben Krasniqi", handling=Handling("C", "A1", "S2"))
    stray = Statement("U1", 1, 4, "x\ud800", "Person", "name", "Ana")
    with pytest.raises(Exception, match="Unicode"):
        store.add(Batch(broken.reports, [*broken.statements, stray]), recorded=NOW)
    store.add(broken, recorded=NOW)
    assert [s.property for s in store.statements_of("U1#1@m1", every(store))] == ["name"]


def test_the_digest_sees_words_and_file_and_without_a_file_the_grading():
    plain = Report("U1", "A", (Item(1, "x"),))
    other_grade = Report("U1", "A", (Item(1, "x", handling=Handling("C", "A1", "S2")),))
    assert content_digest(plain) == content_digest(Report("U1", "B", (Item(1, "x"),), title="t"))
    assert content_digest(plain) != content_digest(Report("U1", "A", (Item(1, "y"),)))
    assert content_digest(plain) != content_digest(Report("U1", "A", (Item(2, "x"),)))
    assert content_digest(plain) != content_digest(other_grade)
