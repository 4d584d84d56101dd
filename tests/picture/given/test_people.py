import pyarrow as pa

from headwater.picture.given.cells import PlainCells
from headwater.picture.given.people import people_caveats, people_tables


def test_somebody_who_is_a_suspect_in_one_row_and_a_victim_in_another_is_protected():
    people = pa.table({"id": ["a", "a", "b"], "category": ["suspect", "victim", "Suspect"]})
    entities = people_tables(PlainCells(people, "people.csv"), None, "")["entities"]
    assert entities["category"].to_pylist() == ["victim", "suspect"]
    assert entities["rankable"].to_pylist() == [False, True]


def test_the_longest_of_several_names_is_shown_and_all_are_kept():
    people = pa.table({"id": ["a", "a", "b"], "name": ["Ana", "Ana Kos", ""]})
    tables = people_tables(PlainCells(people, "people.csv"), None, "")
    assert tables["entities"]["caption"].to_pylist() == ["Ana Kos", "b"]
    assert sorted(tables["names"]["name"].to_pylist()) == ["Ana", "Ana Kos"]


def test_a_word_that_is_no_category_is_named_and_nothing_is_assumed_about_that_person():
    cells = PlainCells(pa.table({"id": ["a", "b"], "category": ["boss", ""]}), "people.csv")
    tables = people_tables(cells, None, "suspect")
    assert tables["entities"]["category"].to_pylist() == ["undecided", "suspect"]
    assert tables["categories"].num_rows == 0
    assert "line 2: boss is not a category" in cells.caveats()[0]


def test_being_moved_may_be_written_with_a_space():
    people = pa.table({"id": ["a"], "category": ["Being moved"]})
    entities = people_tables(PlainCells(people, "people.csv"), None, "")["entities"]
    assert entities["category"].to_pylist() == ["being_moved"]


def test_nothing_is_said_where_everybody_has_a_category():
    people = pa.table({"id": ["a"], "category": ["other"]})
    entities = people_tables(PlainCells(people, "people.csv"), None, "")["entities"]
    assert people_caveats(entities, people, "") == []
    assert people_caveats(entities, people, "suspect") == []
