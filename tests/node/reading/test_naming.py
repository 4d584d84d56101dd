"""A correction by the name of a thing, as a page shows it."""

import pytest

from headwater.model import WrongUse
from headwater.node.reading import Wish, adding, read_report, settle
from headwater.node.reading.naming import not_in_item


def lines_of(node, urn="IR 1"):
    read = read_report(node, urn)
    return [line for item in read.items for thing in item.things for line in thing.lines]


def leg_end(node, says="to"):
    return next(line for line in lines_of(node) if line.leads and line.says.rstrip(":") == says)


def wish(line, value, words=None):
    kept = line.words if words is None else words
    return Wish("correct", line.id, "read again", line.status, value, kept)


def put(node, line, value, words=None):
    """What stands in the place of a line that was corrected."""
    before = {one.id for one in lines_of(node)}
    assert settle(node, wish(line, value, words), None).made
    return next(one for one in lines_of(node) if one.id not in before)


def test_a_place_of_the_report_is_meant_by_its_name_and_rests_on_its_own_words(node):
    made = put(node, leg_end(node), "Subotica")
    assert (made.value, made.words) == ("Subotica", "Subotica")
    assert made.leads == leg_end(node, "from").leads


def test_a_place_that_only_the_gazetteer_knows_is_meant_in_any_script(node):
    line = leg_end(node)
    made = put(node, line, "Илок")
    assert (made.value, made.words) == ("Ilok", line.words)
    assert made.leads.startswith("place:")


def test_an_unknown_name_is_refused_in_words_of_the_page_and_nothing_changes(node):
    line = leg_end(node)
    with pytest.raises(WrongUse) as refused:
        settle(node, wish(line, "Nigdegrad"), None)
    told = f"{refused.value.what} {refused.value.why} {refused.value.do}"
    assert "Nigdegrad" in told
    assert "gazetteer" in told
    assert "headwater" not in told
    assert "place:" not in told
    assert leg_end(node) == line


def test_somebody_is_no_place_and_is_not_offered_where_a_place_is_wanted(node):
    line = leg_end(node)
    assert read_report(node, "IR 1").names_for(line.id) == ("Subotica", "Horgoš")
    with pytest.raises(WrongUse, match="Goran Izmišljeni"):
        settle(node, wish(line, "Goran Izmišljeni"), None)


def test_a_value_that_is_no_thing_is_offered_no_names(node):
    phone = next(line for line in lines_of(node) if line.says == "phone")
    assert read_report(node, "IR 1").names_for(phone.id) == ()


def test_the_name_that_stands_there_already_changes_nothing_but_how_the_item_puts_it(node):
    line = leg_end(node)
    before = {one.id for one in lines_of(node)}
    same = Wish("correct", line.id, "denied", line.status, line.value, line.words, "denied")
    assert settle(node, same, None).made
    made = next(one for one in lines_of(node) if one.id not in before)
    assert (made.leads, made.modality) == (line.leads, "denied")


def test_who_comes_second_reads_the_name_that_the_first_put_there(node, as_user):
    line = leg_end(node)
    put(node, line, "Subotica")
    told = settle(as_user("mira"), wish(line, "Ilok"), None).instead
    assert (told.verdict, told.value) == ("corrected", "Subotica")


def test_whom_the_item_names_is_told_to_whoever_writes_another_spelling(node):
    missed = adding.Missed("IR 2#1", "alias", {"who": "Goran Izmisljeni", "alias": "x"}, "read")
    with pytest.raises(WrongUse) as refused:
        adding.add_missed(node, missed, None)
    assert refused.value.do.endswith("; in this item: Горан Измишљени")
    elsewhere = not_in_item("Goran", "Vehicle", [], 1)
    assert elsewhere.do.endswith("choose whom the report names")
