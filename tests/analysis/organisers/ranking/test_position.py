import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from headwater.analysis.organisers.evidence import gather
from headwater.analysis.organisers.ranking.position import position, share_of_others
from tests.analysis.organisers.ranking.test_method import STAR, picture_of
from tests.analysis.organisers.ranking.test_worlds import GIVEN


@given(st.lists(st.floats(-5, 5), min_size=2, max_size=30))
def test_shares_lie_between_nothing_and_all_and_keep_the_order(values):
    array = np.array(values)
    share = share_of_others(array, np.ones(array.size, dtype=bool))
    assert share.min() >= 0
    assert share.max() <= 1
    assert abs(share.mean() - 0.5) < 1e-9
    assert share[array.argmax()] == share.max()


def test_somebody_without_a_tie_stands_nowhere():
    evidence = gather(picture_of(STAR, people=[("lone", True)]), GIVEN)
    found = position(evidence, evidence.ties)
    at = evidence.ids.index("lone")
    assert (found.whole[at], found.degree[at], found.shielding[at]) == (0, 0, 0)


def test_every_reading_puts_the_middle_of_a_star_first():
    evidence = gather(picture_of([("hub", end) for end in "abcde"]), GIVEN)
    found = position(evidence, evidence.ties)
    for name in ("initiative", "standing", "brokerage"):
        assert getattr(found, name).argmax() == evidence.ids.index("hub")


def test_a_boss_of_two_coordinators_reaches_more_than_a_driver_with_more_contacts():
    pairs = [
        ("boss", "one"),
        ("boss", "two"),
        *((c, f"{c}{i}") for c in ("one", "two") for i in range(4)),
    ]
    pairs += [("one0", "one1"), ("one0", "one2"), ("one0", "two0")]
    evidence = gather(picture_of(pairs), GIVEN)
    found = position(evidence, evidence.ties)
    boss, driver = (evidence.ids.index(name) for name in ("boss", "one0"))
    assert found.degree[driver] > found.degree[boss]
    assert found.reach[boss] > found.reach[driver]


def test_ties_without_direction_leave_initiative_out_of_the_mean():
    evidence = gather(picture_of(STAR), GIVEN)
    found = position(evidence, evidence.ties)
    others = (found.standing + found.reach + found.brokerage) / 3
    assert not found.directed
    assert np.allclose(found.whole, others)
    both = gather(picture_of([*STAR, STAR[0][::-1]], directed=[True] * 5), GIVEN)
    assert position(both, both.ties).directed


def test_who_speaks_to_a_few_well_tied_people_looks_shielded():
    pairs = [("boss", "one"), *(("one", f"d{i}") for i in range(6))]
    evidence = gather(picture_of([*pairs, *((f"d{i}", f"e{i}") for i in range(6))]), GIVEN)
    found = position(evidence, evidence.ties)
    shielding = {name: found.shielding[evidence.ids.index(name)] for name in ("boss", "one")}
    assert shielding["boss"] > shielding["one"] == 0


def test_ties_of_weight_nothing_and_a_picture_without_ties_are_borne():
    for picture in (picture_of(STAR, weight=[0.0] * 4), picture_of([], people=[("a", True)])):
        evidence = gather(picture, GIVEN)
        assert np.isfinite(position(evidence, evidence.ties).whole).all()
