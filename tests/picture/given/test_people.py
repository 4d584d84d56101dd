import pyarrow as pa

from headwater.analysis import run
from headwater.picture import from_plain_files
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


def test_a_company_may_stand_at_the_end_of_a_payment_and_needs_no_category(tmp_path):
    money, people = tmp_path / "money.csv", tmp_path / "people.csv"
    money.write_text(
        "date,from,to,amount,currency,from_kind,to_kind\n"
        "2025-01-01,Sunset Travel,a,900,EUR,Company,person\n"
        "2025-01-02,k,Sunset Travel,5,EUR,,firm\n2025-01-03,c,d,5,EUR,company,organisation\n"
        "2025-01-04,d,c,5,EUR,blimp,person\n2025-01-05,a,e,5,EUR,company,legal entity\n",
        encoding="utf-8",
    )
    people.write_text("id,category\na,suspect\n", encoding="utf-8")
    picture = from_plain_files(money=money, people=people, assume_category="suspect")
    held = {row["id"]: row for row in picture.entities.to_pylist()}
    assert {one: row["schema"] for one, row in held.items()} == {
        **dict.fromkeys("acdek", "Person"),  # who is a person in one row is one
        "Sunset Travel": "Company",
    }
    firm = held["Sunset Travel"]
    assert (firm["category"], firm["rankable"], firm["protected"]) == ("", False, False)
    said = "\n".join(picture.caveats)
    assert "money.csv, line 5: blimp is not a from_kind (person, company, organization" in said
    assert "of 5 people" in said
    named = {row["from"] for row in run(picture, "business.money").rows}
    assert named >= {"Sunset Travel", "a"}
