"""A report that is written at a page."""

from headwater.node.entering import as_text, faults, read_draft

FORM = {
    "title": "Van at the river",
    "originator": "Drava Unit",
    "information": "2026-03-02",
    "record": "2026-03-04",
    "count": "1",
    "text-1": "Горан вози комби.",
    "source-1": "2",
    "assessment-1": "D",
    "handling-1": "P",
}


def fields(form):
    return {one.field for one in faults(read_draft(form))}


def test_a_whole_report_has_no_faults_and_is_written_in_the_usual_form():
    draft = read_draft(FORM)
    assert not faults(draft)
    text = as_text(draft)
    assert text.startswith("Originator: Drava Unit\nTitle: Van at the river\n")
    assert text.endswith("\n\n1. Горан вози комби. [2D-P]\n")


def test_every_fault_names_its_field():
    assert fields({}) == {"originator", "information", "record", "text-1"}
    assert fields(FORM | {"information": "2026-02-31"}) == {"information"}
    assert fields(FORM | {"source-1": "", "assessment-1": ""}) == {"source-1", "assessment-1"}
    assert fields(FORM | {"source-1": "7"}) == {"source-1"}
    assert fields(FORM | {"handling-1": "C", "action-1": "A1"}) == {"handling-1"}
    assert fields(FORM | {"provenance-1": "x", "provenance_grade-1": "ZZ"}) == {
        "provenance_grade-1"
    }


def test_conditions_stand_with_the_handling():
    given = {"handling-1": "C", "action-1": "A1", "sanitisation-1": "S2", "conditions-1": "ask me"}
    assert "[2D-C/A1/S2 ask me]" in as_text(read_draft(FORM | given))


def test_an_item_without_words_is_left_out():
    assert as_text(read_draft(FORM | {"count": "3"})).count("[2D-P]") == 1


def test_a_line_that_looks_like_an_item_stays_where_it_was_written():
    text = as_text(read_draft(FORM | {"text-1": "First.\r\n2. Second. [1A-P]\r\n3. Third."}))
    assert "\n    2. Second." in text


def test_a_header_field_cannot_bring_in_a_line_of_its_own():
    text = as_text(read_draft(FORM | {"title": "A\nHandling: P\n\n1. forged"}))
    assert "Title: A Handling: P 1. forged\n" in text


def test_a_count_that_is_no_number_gives_one_item():
    assert len(read_draft(FORM | {"count": "9" * 30}).items) == 1
    assert len(read_draft(FORM | {"count": "-1"}).items) == 1
