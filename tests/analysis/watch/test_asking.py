"""One batch, all watches, once through."""

from headwater.analysis.watch import Found, answers
from headwater.safeguard.watching import DANGER, Kind, Urgency
from tests.analysis.watch.arriving import NewItem, leg, scan, watch

TODAY = "2026-11-22"
X, Y = "place:x", "place:y"


def test_each_watch_gets_its_own_answers_and_a_life_at_risk_comes_first():
    watches = [
        watch("w1", Kind.LEG, place=X),
        watch("w2", Kind.PLACE, place=Y),
        watch("w3", Kind.WORDS, words="van"),
        watch("w4", Kind.PERSON, name="Halim"),
        DANGER,
    ]
    items = [NewItem("U1", 1, "A white van from X to Y.", TODAY), NewItem("U2", 1, "It sinks.")]
    found = Found({("U2", 1): ["sinking"]}, {"w4": [(0.8, ("U1#1.4",)), (0.93, ("U1#1.5",))]})
    given = answers(watches, items, scan(*leg("U1", X, Y)), found, TODAY)
    assert [(a.watch, a.urn, a.why) for a in given] == [
        ("danger", "U2", "sinking"),
        ("w4", "U1", "name 0.93"),
        ("w2", "U1", "place"),
        ("w1", "U1", "leg"),
        ("w3", "U1", "words"),
    ]
    assert given[1].statements == ("U1#1.4", "U1#1.5")
    assert given[1].urgency is Urgency.HIGH


def test_without_watches_or_items_there_is_no_answer():
    assert answers([], [NewItem("U1", 1, "x")], scan(*leg("U1", X, Y)), Found(), TODAY) == []
    assert answers([DANGER, watch("w1", Kind.PLACE, place=X)], [], scan(), Found(), TODAY) == []


def test_a_name_found_for_a_watch_that_is_not_asked_is_passed_by():
    assert answers([], [], scan(), Found(people={"w9": [(0.9, ("U1#1.1",))]}), TODAY) == []
