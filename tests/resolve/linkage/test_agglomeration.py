from headwater.resolve.linkage import NEAR, Options
from tests.resolve.linkage.worlds import every_pair, groups, linked, person, sure_groups


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


def test_near_surnames_in_a_small_table_are_put_to_a_person():
    near = [person("a", name="Marko Petrović"), person("b", name="Марко Петковић")]
    outcome = linked(near, {("a", "b"): 12.0})
    assert (groups(outcome), outcome.sure) == (set(), ())
    (asked,) = outcome.review
    assert asked.contradictions == (NEAR,)


def test_near_surnames_with_one_phone_or_one_surname_in_two_scripts_are_joined():
    one_phone = [
        person("a", name="Marko Petrović", phone="+381601112223"),
        person("b", name="Марко Петковић", phone="+381601112223"),
    ]
    spelt_twice = [person("a", name="Marko Petrović"), person("b", name="Марко Петровић")]
    for records in (one_phone, spelt_twice):
        assert groups(linked(records, {("a", "b"): 12.0})) == {frozenset({"a", "b"})}


def test_a_large_table_shows_how_names_err_and_yet_near_names_are_never_sure():
    near = [person("a", name="Marko Petrović"), person("b", name="Марко Петковић")]
    others = [person(f"c{number}") for number in range(200)]
    outcome = linked([*near, *others], {("a", "b"): 12.0})
    assert groups(outcome) == {frozenset({"a", "b"})}
    assert outcome.sure == ()


def test_three_who_fit_each_other_are_sure_where_two_of_them_would_not_be():
    pair = linked([*map(person, "ab")], {("a", "b"): 6.0})
    three = linked([*map(person, "abc")], every_pair("abc", 6.0))
    assert groups(pair) == {frozenset("ab")}
    assert pair.sure == ()
    assert sure_groups(three) == {frozenset("abc")}
