from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from headwater.model import Judgement, Verdict
from headwater.resolve import clusters, undo
from headwater.resolve.clusters import LARGEST_BY_SCORE

SAME, DIFFERENT, UNKNOWN = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNKNOWN


def judged(left, right, verdict=SAME, author="resolve/phone/1", made="t1", name=""):
    first, second = sorted((left, right))
    return Judgement(name or f"{first}{second}{verdict}{author}", first, second, verdict, author,
                     made, "because")  # fmt: skip


def groups(found):
    by_canonical = {}
    for entity, canonical in found.items():
        by_canonical.setdefault(canonical, set()).add(entity)
    return sorted(map(sorted, by_canonical.values()))


def test_the_smallest_id_stands_for_all_that_are_one():
    found = clusters([judged("c", "b"), judged("b", "a"), judged("x", "y", UNKNOWN)])
    assert found == {"a": "a", "b": "a", "c": "a"}


def test_an_officers_different_holds_against_a_chain_of_joins():
    apart = judged("a", "c", DIFFERENT, author="amy")
    assert groups(clusters([judged("a", "b"), judged("b", "c"), apart])) == [["a", "b"]]


def test_a_person_outranks_a_rule_whenever_either_spoke():
    rule = judged("a", "b", made="t9")
    for verdict in (DIFFERENT, UNKNOWN):
        assert clusters([rule, judged("a", "b", verdict, author="amy", made="t1")]) == {}


def test_the_latest_of_two_decisions_by_people_counts():
    decisions = [judged("a", "b", DIFFERENT, "amy", "t1"), judged("a", "b", SAME, "bob", "t2")]
    assert clusters(decisions) == {"a": "a", "b": "a"}


def test_an_undo_of_an_undo_brings_the_join_back():
    join = judged("a", "b")
    back = undo(join, "amy", "t2", "wrong person")
    again = undo(back, "bob", "t2", "right person after all")
    assert clusters([join, back]) == {}
    assert clusters([again, join, back]) == clusters([join])


def test_undos_that_go_in_a_circle_do_not_hang():
    first = Judgement("j1", "a", "b", SAME, "amy", "t", "r", undoes="j2")
    second = Judgement("j2", "a", "b", SAME, "amy", "t", "r", undoes="j1")
    assert clusters([first, second]) == clusters([second, first])


def scored(left, right, score):
    return replace(judged(left, right, author="resolve/score/1"), score=score)


def test_what_a_rule_holds_apart_keeps_scores_from_joining_and_nobody_else():
    apart = judged("a", "c", DIFFERENT, author="resolve/apart/1")
    by_score = [scored("a", "b", 20.0), scored("b", "c", 22.0)]
    assert groups(clusters([*by_score, apart])) == [["b", "c"]]
    by_phone = [judged("a", "b"), judged("b", "c")]
    assert groups(clusters([*by_phone, apart])) == [["a", "b", "c"]]


def test_no_score_makes_a_cluster_of_more_than_fifty():
    chain = [scored(f"e{n:03}", f"e{n + 1:03}", 20.0) for n in range(70)]
    assert max(map(len, groups(clusters(chain)))) == LARGEST_BY_SCORE
    assert len(groups(clusters([replace(one, author="amy") for one in chain]))[0]) == 71


IDS = st.sampled_from("abcdefgh")
JUDGEMENTS = st.lists(
    st.builds(
        judged,
        IDS,
        IDS,
        st.sampled_from([SAME, SAME, DIFFERENT, UNKNOWN]),
        st.sampled_from(["resolve/phone/1", "resolve/score/1", "resolve/apart/1", "amy"]),
        st.sampled_from(["t1", "t2"]),
    ).filter(lambda j: j.left != j.right),
    max_size=14,
)


@given(JUDGEMENTS, st.randoms(use_true_random=False))
def test_the_order_of_judgements_changes_nothing(judgements, order):
    distinct = list({j.id: j for j in judgements}.values())
    shuffled = distinct[:]
    order.shuffle(shuffled)
    assert clusters(shuffled) == clusters(distinct)


@given(JUDGEMENTS, st.data())
def test_a_join_that_is_taken_back_leaves_no_trace(judgements, data):
    distinct = list({j.id: j for j in judgements}.values())
    extra = judged(*data.draw(st.lists(IDS, min_size=2, max_size=2, unique=True)), name="extra")
    back = undo(extra, "amy", "t3", "wrong")
    assert clusters([*distinct, extra, back]) == clusters(distinct)


@given(JUDGEMENTS, JUDGEMENTS)
def test_a_join_or_a_split_renames_nobody_whom_it_does_not_touch(judgements, more):
    before = clusters(judgements)
    elsewhere = [replace(one, id=f"z{one.id}", left=f"z{one.left}", right=f"z{one.right}")
                 for one in more]  # fmt: skip
    after = clusters([*judgements, *elsewhere])
    assert {entity: one for entity, one in after.items() if entity[0] != "z"} == before


@given(JUDGEMENTS)
def test_no_cluster_holds_a_pair_that_the_governing_judgement_calls_different(judgements):
    found = clusters(judgements)
    latest = {}
    for one in sorted({j.id: j for j in judgements}.values(), key=lambda j: (j.made, j.id)):
        if one.author == "amy":
            latest[one.left, one.right] = one.verdict
    for (left, right), verdict in latest.items():
        if verdict is DIFFERENT:
            assert found.get(left, left) != found.get(right, right)
