"""Statements behind a row."""

from headwater.node.showing import statements_behind
from headwater.node.things import Sentences


def test_they_come_in_the_order_asked_and_unknown_ones_are_left_out(picture):
    some = picture.statements["id"].to_pylist()[:2][::-1]
    told = statements_behind(picture, Sentences(picture), [*some, "IR 99#1.1"])
    assert [row["id"] for row in told] == some


def test_a_page_begins_where_it_is_asked_to(picture):
    some = picture.statements["id"].to_pylist()[:2]
    told = statements_behind(picture, Sentences(picture), some, 1)
    assert [row["id"] for row in told] == some[1:]
