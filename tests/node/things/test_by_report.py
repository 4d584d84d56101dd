"""Statements and items found by their ids."""

import pytest

from headwater.model import WrongUse
from headwater.node.things.by_report import Sentences
from headwater.picture import Picture, make_table

ROWS = {
    "urn": ["B", "A", "A", "C", "A"],
    "item": [1, 1, 2, 1, 1],
    "n": [1, 1, 1, 7, 3],
    "id": ["B#1.1", "A#1.1", "A#2.1", "C#1.7", "A#1.3"],
}
TABLES = {name: make_table(name, ROWS) for name in ("statements", "items")}
SENTENCES = Sentences(Picture.of(TABLES))


@pytest.mark.parametrize("wanted", ROWS["id"])
def test_a_statement_is_found_by_its_id(wanted):
    at = SENTENCES.statement(wanted)
    assert TABLES["statements"]["id"][at].as_py() == wanted


@pytest.mark.parametrize("wanted", ["A#1.2", "A#3.1", "D#1.1", "C#1.1"])
def test_what_is_not_there_is_not_found(wanted):
    assert SENTENCES.statement(wanted) == -1


def test_an_item_is_found_and_what_is_no_id_is_refused():
    assert TABLES["items"]["urn"][SENTENCES.item("C", 1)].as_py() == "C"
    assert SENTENCES.item("C", 2) == SENTENCES.item("D", 1) == -1
    with pytest.raises(WrongUse):
        SENTENCES.statement("nothing")
