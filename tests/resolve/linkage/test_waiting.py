from headwater.resolve.linkage import Options
from tests.resolve.linkage.worlds import linked, person

PEOPLE = [person(one) for one in "abcdef"]


def test_what_is_most_uncertain_is_asked_first():
    outcome = linked(PEOPLE, {("a", "b"): 5.0, ("c", "d"): 0.0, ("e", "f"): -1.5})
    assert [(pair.left, pair.right) for pair in outcome.review] == [
        ("c", "d"), ("e", "f"), ("a", "b")
    ]  # fmt: skip


def test_what_is_sure_or_hopeless_is_not_asked():
    outcome = linked(PEOPLE, {("a", "b"): 12.0, ("c", "d"): -8.0})
    assert outcome.review == ()


def test_only_the_front_of_the_queue_is_explained():
    outcome = linked(PEOPLE, {("a", "b"): 1.0, ("c", "d"): 0.0}, options=Options(explained=1))
    assert [bool(pair.reasons) for pair in outcome.review] == [True, False]
