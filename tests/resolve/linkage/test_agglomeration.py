from headwater.resolve.linkage import Options
from tests.resolve.linkage.worlds import every_pair, groups, linked, person


def test_a_join_beyond_the_bound_is_put_to_a_person():
    ids = ["a", "b", "c", "d"]
    outcome = linked([*map(person, ids)], every_pair(ids, 9.0), options=Options(bound=3))
    assert max(map(len, groups(outcome))) <= 3
    assert "more than 3 records" in " ".join(w for p in outcome.review for w in p.contradictions)


def test_nothing_above_an_unsure_join_is_sure():
    weights = {("a", "b"): 3.0, ("a", "c"): 2.9, ("b", "c"): 2.9}
    outcome = linked([person(one) for one in "abc"], weights)
    assert groups(outcome) == {frozenset("abc")}
    assert outcome.sure == ()


def test_two_groups_with_weak_ties_across_stay_two():
    ids = ["a", "b", "c", "d"]
    weights = every_pair(ids, -4.0) | {("a", "b"): 9.0, ("c", "d"): 9.0, ("b", "c"): 2.0}
    assert groups(linked([*map(person, ids)], weights)) == {
        frozenset({"a", "b"}), frozenset({"c", "d"})
    }  # fmt: skip
