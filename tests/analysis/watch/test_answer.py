from dataclasses import replace

from headwater.analysis.watch import Answer, answer_id
from headwater.analysis.watch.answer import by_item, usual_urgency
from headwater.safeguard.watching import Kind, Urgency
from tests.analysis.watch.arriving import watch

ONE = Answer("w1", "U1", 1, Urgency.HIGH, "place", ("U1#1.1", "U1#1.2"))


def test_the_same_answer_has_the_same_id_and_another_has_another():
    assert answer_id(ONE) == answer_id(ONE._replace(statements=ONE.statements[::-1], why="x"))
    others = [ONE._replace(watch="w2"), ONE._replace(item=2), ONE._replace(statements=())]
    assert len({answer_id(one) for one in [ONE, *others]}) == 4


def test_each_item_is_one_answer_with_all_that_it_rests_on():
    rows = [("U1", 1, "U1#1.1"), ("U1", 2, "U1#2.1"), ("U1", 1, "U1#1.1"), ("U1", 1, "U1#1.3")]
    found = by_item(watch("w1", Kind.PLACE), "place", rows)
    assert {place: one.statements for place, one in found.items()} == {
        ("U1", 1): ("U1#1.1", "U1#1.3"),
        ("U1", 2): ("U1#2.1",),
    }


def test_people_and_safety_are_more_urgent_than_places():
    assert usual_urgency(watch("w1", Kind.PERSON)) is Urgency.HIGH
    assert usual_urgency(watch("w1", Kind.LEG)) is Urgency.ORDINARY
    assert usual_urgency(replace(watch("w1", Kind.LEG), safeguarding=True)) is Urgency.HIGH
