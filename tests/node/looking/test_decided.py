"""What was decided on people is put into the picture that there is."""

import pytest

from headwater.node import add_reports, categorise
from headwater.node.looking import Shelf
from headwater.node.looking.decided import Decision, decided_since, with_decisions
from headwater.picture import Picture, make_table

PEOPLE = {
    "id": ["a", "b"],
    "schema": ["Person"] * 2,
    "category": ["undecided", "suspect"],
    "rankable": [False, True],
    "protected": [True, False],
}
SAID = {"urn": ["U"] * 2, "item": [1, 2], "n": [1, 1], "entity": ["a", "b"], "mention": ["a2", "b"]}


@pytest.fixture
def picture():
    tables = {"entities": PEOPLE, "statements": SAID}
    return Picture.of({name: make_table(name, rows) for name, rows in tables.items()}, viewer="ana")


def rows(picture):
    names = ("category", "protected", "rankable")
    return [tuple(row[name] for name in names) for row in picture.entities.to_pylist()]


def test_whom_a_decision_protects_is_protected_and_ranked_nowhere(picture):
    after = with_decisions(picture, [Decision("b", "victim", "Drava")])
    assert rows(after) == [("undecided", True, False), ("victim", True, False)]
    assert after.viewer == "ana"
    assert after.categories["case"].to_pylist() == ["Drava"]


def test_nobody_loses_protection_before_the_next_picture(picture):
    after = with_decisions(picture, [Decision("a2", "suspect", "Drava")])
    assert rows(after) == rows(picture)
    assert after.categories["entity"].to_pylist() == ["a"]  # the id that stands for both


def test_decisions_are_read_from_where_they_rest_by_those_who_may_see_them(node, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("URN: IR 1\nOriginator: Drava\n\n1. Goran Izmišljeni drives. [2D-P]\n")
    add_reports(node, [path])
    known = node.store.tide().items
    [person] = [
        row["id"]
        for row in Shelf().look(node).picture.entities.to_pylist()
        if "Goran" in row["caption"]
    ]
    categorise(node, person, "witness", "Drava", "told us")
    [one] = decided_since(node, node.allowed(), known)
    assert (one.entity, one.category, one.reason) == (person, "witness", "told us")
    assert one.decided_by == "mira"
    assert decided_since(node, node.allowed(), node.store.tide().items) == []
    assert decided_since(node, frozenset(), known) == []
