import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.model import WrongUse
from headwater.resolve.linkage import Options, link
from headwater.resolve.linkage.contradictions import Contradictions
from headwater.resolve.records import PersonRecord, Tie
from tests.resolve.linkage.worlds import FakeModel, every_pair, groups, linked, person, sure_groups

IDS = [f"p{number}" for number in range(7)]


@st.composite
def worlds(draw):
    """Records, some with a birth date or a sex, their weights, ties and judgements."""
    records = [
        person(
            one,
            draw(st.sampled_from(["suspect", "suspect", "convicted", "victim"])),
            **draw(
                st.sampled_from(
                    [{}, {"birth_date": "1980-05-02"}, {"birth_date": "1985-07-03"}, {"sex": "m"}]
                )
            ),
        )
        for one in IDS
    ]
    pairs = st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda p: p[0] < p[1])
    weights = draw(st.dictionaries(pairs, st.sampled_from([-6.0, -1.0, 0.5, 2.0, 9.0])))
    ties = draw(
        st.lists(
            st.builds(
                Tie,
                st.sampled_from(IDS),
                st.sampled_from(["contact", "seen"]),
                st.sampled_from([*IDS, "+100", "Testovo, RS", "Probovo, BG"]),
                st.sampled_from(["", "2030-01-01", "2030-01-02"]),
            ),
            max_size=12,
        )
    )
    judged = draw(st.dictionaries(pairs, st.booleans(), max_size=2))
    return records, weights, ties, Options(bound=4, judged=judged)


@settings(max_examples=60, deadline=None)
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_records_pairs_and_ties_makes_no_difference(world, shuffler):
    records, weights, ties, options = world
    before = linked(records, weights, ties, options)
    mixed, mixed_ties, keys = list(records), list(ties), list(weights)
    for one in (mixed, mixed_ties, keys):
        shuffler.shuffle(one)
    turned = {(b, a): weights[a, b] for a, b in keys}
    after = linked(mixed, turned, mixed_ties, options)
    assert after.cluster == before.cluster
    assert (after.sure, after.review) == (before.sure, before.review)


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_nothing_is_joined_unseen_that_holds_a_contradiction(world):
    records, weights, ties, options = world
    outcome = linked(records, weights, ties, options)
    ordered = sorted(records, key=lambda record: record.id)
    rules = Contradictions(ordered, ties, {pair: s for pair, s in options.judged.items() if not s})
    place = {record.id: number for number, record in enumerate(ordered)}
    for group in sure_groups(outcome):
        members = sorted(place[one] for one in group)
        for at, one in enumerate(members):
            assert rules.between([one], members[at + 1 :]) == ()


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_what_a_person_judged_different_is_never_one_cluster(world):
    records, weights, ties, options = world
    apart = {pair: same for pair, same in options.judged.items() if not same}
    outcome = linked(records, weights, ties, Options(judged=apart))
    assert all(outcome.cluster[one] != outcome.cluster[other] for one, other in apart)


def test_overwhelming_evidence_joins_in_spite_of_a_contradiction_but_never_unseen():
    records = [person("a", sex="male"), person("b", sex="female")]
    outcome = linked(records, {("a", "b"): 20.0})
    assert groups(outcome) == {frozenset({"a", "b"})}
    assert outcome.sure == ()
    (asked,) = outcome.review
    assert asked.contradictions == ("the recorded sex differs",)


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_no_cluster_grows_beyond_the_bound_and_protected_people_stay_alone(world):
    records, weights, ties, _ = world
    outcome = linked(records, weights, ties, Options(bound=3))
    shielded = {record.id for record in records if record.protected}
    for group in groups(outcome):
        assert len(group) <= 3
        assert group.isdisjoint(shielded)
    asked = {one for pair in outcome.review for one in (pair.left, pair.right)}
    assert asked.isdisjoint(shielded)
    assert shielded.isdisjoint(one for join in outcome.sure for one in (join.left, join.right))


@settings(max_examples=40, deadline=None)
@given(worlds())
def test_taking_back_the_only_judgement_gives_what_was_there_before(world):
    records, weights, ties, _ = world
    before = linked(records, weights, ties)
    linked(records, weights, ties, Options(judged={("p0", "p1"): True}))
    assert linked(records, weights, ties, Options(judged={})) == before


@settings(max_examples=40, deadline=None)
@given(worlds())
def test_answering_the_queue_by_its_score_gives_the_best_clustering_again(world):
    records, weights, _, _ = world
    before = linked(records, weights)
    joins = {(j.left, j.right): True for j in before.sure}
    answers = {
        (pair.left, pair.right): before.cluster[pair.left] == before.cluster[pair.right]
        for pair in before.review
    }
    after = linked(records, weights, options=Options(judged=joins | answers))
    assert after.cluster == before.cluster


def test_one_false_pair_does_not_join_two_groups():
    left, right = ["a1", "a2", "a3"], ["b1", "b2", "b3"]
    weights = every_pair(left, 9.0) | every_pair(right, 9.0) | {("a1", "b1"): 8.0}
    outcome = linked([person(one) for one in left + right], weights)
    assert groups(outcome) == {frozenset(left), frozenset(right)}


def test_a_pair_that_was_never_compared_is_weighed_before_it_counts():
    ids = ["a", "b", "c"]
    weights = {("a", "b"): 3.0, ("b", "c"): 3.0, ("a", "c"): -30.0}
    records = [person(one) for one in ids]
    outcome = linked(records, weights, known=[("a", "b"), ("b", "c")])
    assert groups(outcome) == {frozenset({"a", "b"})}


def test_a_contradiction_holds_against_every_member_of_a_cluster():
    records = [
        person("a", birth_date="1980-03-04"), person("b"), person("c", birth_date="1984-03-04")
    ]  # fmt: skip
    weights = {("a", "b"): 20.0, ("b", "c"): 4.0, ("a", "c"): -3.0}
    outcome = linked(records, weights)
    assert groups(outcome) == {frozenset({"a", "b"})}
    asked = {(pair.left, pair.right): pair.contradictions for pair in outcome.review}
    assert asked["b", "c"] == ("the years of birth lie more than one apart",)


def test_a_person_outranks_a_contradiction_and_the_score():
    records = [person("a", sex="male"), person("b", sex="female"), person("c")]
    same = linked(records, {("a", "b"): -9.0}, options=Options(judged={("a", "b"): True}))
    assert groups(same) == {frozenset({"a", "b"})}
    weights = {("a", "c"): 20.0, ("b", "c"): 19.0}
    apart = linked([records[0], person("b"), records[2]], weights | {("a", "b"): 20.0},
                   options=Options(judged={("a", "b"): False}))  # fmt: skip
    assert groups(apart) == {frozenset({"a", "c"})}


def test_only_joins_of_high_probability_are_sure_and_the_rest_is_asked():
    ids = ["a", "b", "c"]
    weights = {("a", "b"): 12.0, ("a", "c"): 2.0, ("b", "c"): 2.0}
    outcome = linked([person(one) for one in ids], weights)
    assert [(join.left, join.right) for join in outcome.sure] == [("a", "b")]
    assert [(pair.left, pair.right, pair.settles) for pair in outcome.review] == [("a", "c", 2)]
    assert outcome.review[0].reasons[0].field == "name"
    assert groups(outcome) == {frozenset(ids)}


def test_the_pair_that_would_change_most_at_even_odds_is_asked_first():
    weights = every_pair(["a1", "a2", "a3"], 12.0)
    weights |= {(one, "b"): -1.0 for one in ("a1", "a2", "a3")}
    weights |= {("c", "d"): 0.1, ("e", "f"): 5.0}
    outcome = linked([person(one) for one in ("a1", "a2", "a3", *"bcdef")], weights)
    assert [(pair.left, pair.right) for pair in outcome.review] == [
        ("a1", "b"), ("c", "d"), ("e", "f")
    ]  # fmt: skip


def test_a_cluster_above_the_bound_is_left_to_a_person():
    ids = [f"n{number}" for number in range(6)]
    records = [person(one) for one in ids]
    outcome = linked(records, every_pair(ids, 12.0), options=Options(bound=4))
    assert max(map(len, groups(outcome))) == 4
    reasons = {reason for pair in outcome.review for reason in pair.contradictions}
    assert reasons == {"the cluster would hold more than 4 records"}


def test_protected_people_are_left_alone_even_where_a_pair_is_given():
    records = [person("a", "being moved"), person("b"), PersonRecord("c", {})]
    outcome = linked(records, every_pair(["a", "b", "c"], 30.0))
    assert outcome.cluster == {"a": "a", "b": "b", "c": "c"}
    assert (outcome.sure, outcome.review) == ((), ())


def test_nothing_to_compare_gives_everybody_a_cluster_of_their_own():
    assert linked([], {}).cluster == {}
    assert linked([person("a"), person("b")], {}).cluster == {"a": "a", "b": "b"}


def test_wrong_input_is_refused_in_words():
    model = FakeModel({})
    with pytest.raises(WrongUse, match="one id"):
        linked([person("a"), person("a")], {})
    records = [person("a"), person("b")]
    with pytest.raises(WrongUse, match="belong together"):
        link(records, np.array([[0, 1]]), np.array([1.0, 2.0]), model)
    with pytest.raises(WrongUse, match="belong together"):
        link(records, np.array([[0, 1]]), np.array([np.nan]), model)


def test_what_is_taken_off_all_odds_is_told():
    # A quarter of the dated pairs is one person, and names alone would have it of all the others.
    odds = [9.0] * 300 + [-9.0] * 900 + [6.0] * 1200
    ids = [f"{number:05}" for number in range(2 * len(odds))]
    agreeing = dict(zip(zip(ids[::2], ids[1::2], strict=True), odds, strict=True))
    dated = [person(one, birth_date="1980-05-17") for one in ids[: len(odds)]]
    undated = [person(one) for one in ids[len(odds) :]]
    assert linked([*dated, *undated], agreeing).overcount == pytest.approx(4.65, abs=0.1)
    assert linked(dated[:600], dict(list(agreeing.items())[:300])).overcount == 0
