"""What was received and what was refused."""

from headwater.brief.topics import received
from headwater.brief.view import View
from headwater.model import Refusal
from tests.brief.fixtures import occasion, picture, tables


def test_reports_items_and_statements_are_counted_and_the_refused_file_is_named():
    said = [line.text for line in received(View(picture()), occasion()).front]
    assert said[0] == "3 reports with 3 items, in 3 independent groups, gave 22 statements."
    assert "bad.pdf" in said[1]


def test_each_refusal_stands_with_position_and_reason():
    table = received(View(picture()), occasion()).tables[1]
    assert table.rows[0].cells == (
        *("bad.pdf", "whole file", "a PDF without text", "it holds only pictures", "send text"),
    )


def test_many_refusals_are_cut_with_their_number():
    many = [Refusal(f"f{n}.pdf", "row 1", "x", "y") for n in range(252)]
    topic = received(View(picture()), occasion(refusals=many))
    assert topic.tables[1].rest == "and 212 more, which whoever made this can hand out"
    assert "252 pieces of input were refused" in topic.front[1].text


def test_reports_held_before_are_not_counted_twice():
    said = [line.text for line in received(View(picture()), occasion(already_here=2)).front]
    assert "Already here before, not counted twice: 2." in said


def test_a_protected_name_in_a_title_or_a_file_name_is_blacked_out():
    reports = [row | {"title": "Statement of Milica Skrivena"} for row in tables()["reports"]]
    refusal = Refusal("Skrivena.pdf", "page 1", "x", "y")
    topic = received(View(picture(reports=reports)), occasion(refusals=(refusal,)))
    assert "Skrivena" not in repr(topic)


def test_a_refusal_that_comes_again_stands_once_with_how_often():
    again = [Refusal("f.pdf", "row 1", "x", "y")] * 3 + [Refusal("g.pdf", "row 1", "x", "y")]
    topic = received(View(picture()), occasion(refusals=again))
    assert [row.cells[0] for row in topic.tables[1].rows] == ["f.pdf (3 times)", "g.pdf"]
    assert "2 pieces of input were refused" in topic.front[1].text
