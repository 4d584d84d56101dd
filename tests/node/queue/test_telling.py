"""The queue names nobody whom the other pages do not name for the same purpose."""

from dataclasses import replace

from headwater.node import review
from headwater.node.looking import Shelf
from headwater.node.queue import hiding, shown, without

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
