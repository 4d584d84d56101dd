"""Findings as tables and words."""

from headwater.analysis import METHODS
from headwater.model import Finding
from headwater.node.showing import Naming, table_of, told

METHOD = METHODS["organisers.ranking"].method


def finding(*rows, **more):
    return Finding(METHOD.id, METHOD.version, {}, "f", rows, **more)


def test_a_name_leads_to_the_person_and_a_row_to_its_sentences(a_run):
    found = finding(
        {"id": "p 1", "name": "Goran", "rank": 1, "score": 0.12345},
        evidence={"p 1": ("s1", "s2", "s3", "s4")},
    )
    table = table_of(a_run(found, **{"p 1": "Goran"}), found, METHOD)
    assert [column.name for column in table.columns] == ["name", "score", "rank"]
    assert table.lines[0].cells[0].href == "/things?id=p%201"
    assert table.lines[0].cells[1].words == "0.123"
    assert (table.lines[0].cited, table.lines[0].behind) == (("s1", "s2", "s3"), 4)


def test_an_id_that_may_not_be_named_leads_nowhere(a_run):
    found = finding({"id": "p", "name": "p", "rank": 1})
    assert table_of(a_run(found), found, METHOD).lines[0].cells[0].href == ""


def test_rows_are_shown_from_where_the_reader_is(a_run):
    found = finding(*({"id": str(n), "name": str(n), "rank": n} for n in range(5)))
    table = table_of(a_run(found), found, METHOD, start=3, most=10)
    assert [line.key for line in table.lines] == ["3", "4"]
    assert table.whole == 5


def test_certificates_are_told_in_words_and_names():
    said = told({"pairs_left": 12345, "proved": True, "ids": ["p"]}, Naming({"p": "Goran"}))
    assert [(name, one.words) for name, one in said.parts[:2]] == [
        ("pairs left", "12,345"),
        ("proved", "yes"),
    ]
    assert said.parts[2][1].items[0].words == "Goran"


def test_long_lists_say_how_much_more_there_is():
    assert told(list(range(20)), Naming()).more == 8
