"""The sentence behind a line."""

from headwater.node import see_picture
from headwater.node.reading import Wish, beside, sentence_behind, settle


def test_a_statement_leads_to_its_words_its_grade_and_its_report(node):
    found = sentence_behind(node, "IR 1#2.1")
    assert found
    assert [piece.text for piece in found.pieces if piece.statements] == ["+381 60 1234567"]
    assert (found.grade, found.report.title) == ("1B-C/A2/S1", "Two vans at Horgos")
    assert found.line.taken_by == "text/1"


def test_a_statement_of_a_number_that_nothing_bears_is_not_there_however_long_it_is(node):
    for number in ("99", "9" * 30, "9" * 5000):
        assert sentence_behind(node, f"IR 1#1.{number}") is None


def test_every_decision_on_it_is_told(node):
    settle(node, Wish("accept", "IR 1#2.1", "read", "proposed"), None)
    settle(node, Wish("undo", "IR 1#2.1", "wait", "accepted"), None)
    found = sentence_behind(node, "IR 1#2.1")
    assert [(one.status, one.reason) for one in found.history] == [
        ("accepted", "read"),
        ("proposed", "wait"),
    ]


def test_no_such_statement_and_one_that_is_not_for_the_viewer_look_the_same(node, as_user):
    for one in ("IR 1#2.99", "IR 9#1.1", "no id"):
        assert sentence_behind(node, one) is None
    assert sentence_behind(as_user("ivo"), "IR 1#2.1") is None


def test_the_independent_group_of_its_report_is_told(node):
    picture = see_picture(node)
    found = beside(picture, "IR 1")
    assert found
    assert found.reports == 1
    assert beside(picture, "IR 9") is None
