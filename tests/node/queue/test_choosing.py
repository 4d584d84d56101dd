"""Decisions on entries of the queue, by two people."""

from headwater.node import review
from headwater.node.queue import Choice, choose, shown


def a_person(node):
    return shown(node, review.review_queue(node, 1, kind="people").entries, None)[0]


def choice(entry, verdict, seen=None):
    about = tuple(side.entity for side in entry.sides)
    seen = entry.seen if seen is None else seen
    return Choice(entry.kind, entry.id, verdict, "he took the money", seen, about, "Drava")


def test_a_person_is_categorised_once_and_the_second_is_told(node, as_user):
    entry = a_person(node)
    assert choose(node, choice(entry, "suspect"), None).made
    outcome = choose(as_user("mira"), choice(entry, "victim"), None)
    assert not outcome.made
    assert outcome.instead.verdict == "suspect"


def test_a_pair_is_decided_once_and_the_second_is_told(node, as_user):
    people = review.review_queue(node, 9, kind="people").entries
    left, right = sorted(one.about[0] for one in people)[:2]
    same = Choice("pair", f"{left}~{right}", "same", "one man", "", (left, right))
    assert choose(node, same, None).made
    other = Choice("pair", f"{left}~{right}", "different", "two men", "", (left, right))
    outcome = choose(as_user("mira"), other, None)
    assert (outcome.instead.verdict, outcome.instead.by) == ("same", "ana")
    (joined,) = [
        one
        for one in review.review_queue(node, 9, kind="joined").entries
        if one.about == (left, right)
    ]
    assert choose(node, Choice("joined", joined.id, "undo", "I was wrong"), None).made
