from hypothesis import given
from hypothesis import strategies as st

from headwater.model import Judgement, Verdict
from headwater.resolve import clusters, undo

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


IDS = st.sampled_from("abcdefgh")
JUDGEMENTS = st.lists(
    st.builds(
        judged,
        IDS,
        IDS,
        st.sampled_from([SAME, SAME, DIFFERENT, UNKNOWN]),
        st.sampled_from(["resolve/phone/1", "resolve/plate/1", "amy"]),
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
