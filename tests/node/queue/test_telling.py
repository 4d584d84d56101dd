"""The queue names nobody whom the other pages do not name for the same purpose."""

from dataclasses import replace

from headwater.node import categorise, decide, review
from headwater.node.looking import Shelf
from headwater.node.queue import Choice, choose, hiding, noted, shown, without

SECRETS = ("Goran", "Izmišljeni", "Горан", "Измишљени")


def waiting(node, purpose):
    """What waits about people, and what gives the picture."""
    viewer, shelf = replace(node, stated=purpose), Shelf()
    entries = review.review_queue(viewer, 9, kind="people").entries
    return viewer, entries, lambda: shelf.look(viewer)


def test_whoever_does_not_decide_on_people_reads_no_names_that_nobody_decided_on(as_user):
    viewer, entries, look = waiting(as_user("leo"), "what is new")
    assert entries
    told = shown(viewer, entries, look)
    assert [one for one in SECRETS if one in repr(told)] == []
    assert "[withheld]" in repr(told)


def test_nobody_is_offered_a_decision_on_what_is_left_out_nor_one_who_does_not_decide(as_user):
    viewer, entries, look = waiting(as_user("leo"), "what is new")
    assert {(one.withheld, one.open) for one in shown(viewer, entries, look)} == {(True, False)}
    viewer, entries, look = waiting(as_user("ana"), "what is new")
    assert {(one.withheld, one.open) for one in shown(viewer, entries, look)} == {(False, True)}
    statements = review.review_queue(viewer, 9, only="statement").entries
    assert not any(one.withheld for one in shown(viewer, statements, look))
    viewer, _, look = waiting(as_user("leo"), "what is new")
    assert any(one.withheld for one in shown(viewer, statements, look))


def test_for_a_case_every_word_is_there(as_user):
    viewer, entries, look = waiting(as_user("leo"), "case: Drava, who drives")
    hide = hiding(viewer, entries, look)
    assert [without(one, hide) for one in entries] == list(entries)


def test_whoever_decides_reads_whom_they_decide_on(node):
    viewer, entries, look = waiting(node, "what is new")
    assert "Izmišljeni" in repr(shown(viewer, entries, look))


def joined(node):
    """Two people of whom somebody says that they are one, and the decision."""
    people = review.review_queue(node, 9, kind="people").entries
    both = tuple(sorted(one.about[0] for one in people)[:2])
    choice = Choice("pair", "~".join(both), "same", "one man", "", both)
    return both, choose(node, choice, None).made[0]


def test_what_was_just_decided_says_whom_it_is_about_and_by_what_it_is_taken_back(node, as_user):
    _, made = joined(node)
    told = noted(node, made, None)
    assert (told.kind, told.entry, len(told.whom)) == ("joined", made, 2)
    assert set(told.whom) <= {"Goran Izmišljeni", "Горан Измишљени"}
    assert noted(as_user("mira"), made, None) is None
    assert noted(node, "nothing", None) is None
    (back,) = choose(node, Choice("joined", made, "undo", "I was wrong"), None).made
    assert noted(node, back, None) == told._replace(entry="")


def test_statements_that_were_decided_in_one_stroke_are_taken_back_in_one(node):
    made = decide(node, "accept", ["IR 1#1"], "read there")
    told = noted(node, f"{made[0]}+", None)
    assert (told.kind, told.entry) == ("decided", f"{made[0]}+")
    assert told.whom
    back = choose(node, Choice("decided", told.entry, "undo", "I was wrong"), None).made
    assert noted(node, back[0], None).entry == ""


def test_whoever_is_left_out_is_not_named_where_a_decision_was_noted(node):
    both, made = joined(node)
    categorise(node, both[0], "victim", "Drava", "she said so")
    viewer, shelf = replace(node, stated="what is new"), Shelf()
    told = noted(viewer, made, lambda: shelf.look(viewer))
    assert [one for one in SECRETS if one in repr(told)] == []
    assert len(told.whom) == 2
