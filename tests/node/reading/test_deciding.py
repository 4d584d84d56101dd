"""Decisions at a page, by two people."""

from headwater.node.reading import Wish, read_report, settle


def line_of(node, says):
    read = read_report(node, "IR 1")
    lines = [line for item in read.items for thing in item.things for line in thing.lines]
    return next(line for line in lines if line.says == says)


def test_a_statement_is_accepted_and_the_decision_stands_beside_it(node):
    line = line_of(node, "phone")
    assert settle(node, Wish("accept", line.id, "read", line.status), None).made
    again = line_of(node, "phone")
    assert (again.status, again.decided.author) == ("accepted", "ana")


def test_who_comes_second_is_told_what_the_first_decided_and_nothing_is_changed(node, as_user):
    line = line_of(node, "phone")
    settle(node, Wish("accept", line.id, "read twice", line.status), None)
    outcome = settle(as_user("mira"), Wish("reject", line.id, "a wrong number", line.status), None)
    assert not outcome.made
    assert (outcome.instead.verdict, outcome.instead.by) == ("accepted", "ana")
    assert outcome.instead.reason == "read twice"
    assert line_of(node, "phone").status == "accepted"


def test_all_of_an_item_is_accepted_at_once_and_only_once(node, as_user):
    assert settle(node, Wish("accept", "IR 1#1", "read"), None).made
    assert read_report(node, "IR 1").items[0].waiting == 0
    outcome = settle(as_user("mira"), Wish("reject", "IR 1#1", "no"), None)
    assert (outcome.instead.by, outcome.made) == ("ana", ())


def test_a_correction_takes_the_place_and_is_taken_back_again(node):
    line = line_of(node, "phone")
    wish = Wish("correct", line.id, "one digit", "proposed", "+381601234560", "+381 60 1234567")
    assert settle(node, wish, None).made
    assert line_of(node, "phone").status == "rejected"
    assert settle(node, Wish("undo", line.id, "it was right", "rejected"), None).made
    assert line_of(node, "phone").status == "proposed"


def test_a_corrected_value_says_who_put_it_there_and_is_taken_back_in_one(node):
    line = line_of(node, "phone")
    wish = Wish("correct", line.id, "one digit", "proposed", "+381601234560", "+381 60 1234567")
    settle(node, wish, None)
    lines = [one for thing in read_report(node, "IR 1").items[1].things for one in thing.lines]
    (put,) = [one for one in lines if one.value == "+381601234560"]
    assert put.decided
    assert (put.decided.author, put.decided.reason, put.status) == ("ana", "one digit", "accepted")
    assert settle(node, Wish("undo", put.id, "it was right", "accepted"), None).made
    lines = [one for thing in read_report(node, "IR 1").items[1].things for one in thing.lines]
    told = {one.id: one.status for one in lines}
    assert (told[line.id], told[put.id]) == ("proposed", "rejected")
