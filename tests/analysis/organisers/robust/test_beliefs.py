import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.analysis.organisers.evidence import gather
from headwater.analysis.organisers.robust.beliefs import Reading, scenarios
from tests.analysis.organisers.ranking.test_method import STAR, picture_of

GIVEN = {"layers": "", "include_proposed": False, "drop_weak": False}


def reading_of(pairs, chance, prior="none", missing=0.0, **columns):
    evidence = gather(picture_of(pairs, **columns), GIVEN)
    return Reading(evidence, evidence.ties, np.asarray(chance, float), prior, missing)


def test_lines_of_one_origin_stand_or_fall_together_and_the_likeliest_counts():
    reading = reading_of([("a", "b"), ("b", "a")], [0.5, 0.8], group=["G", "G"])
    assert reading.belief().chance.tolist() == pytest.approx([0.8])


def test_a_tie_from_two_origins_holds_as_soon_as_one_of_them_is_right():
    reading = reading_of([("a", "b"), ("b", "a")], [0.5, 0.8], group=["G", "H"])
    assert reading.belief().chance.tolist() == pytest.approx([1 - 0.5 * 0.2])


@settings(max_examples=25)
@given(st.lists(st.floats(0, 1), min_size=2, max_size=2))
def test_a_further_origin_never_makes_a_tie_less_likely(chance):
    both = reading_of([("a", "b"), ("a", "b")], chance, group=["G", "H"]).belief()
    assert both.chance[0] >= max(chance) - 1e-9


def test_once_an_item_is_known_to_be_right_or_wrong_only_its_own_ties_change():
    reading = reading_of(STAR, [0.6] * 4)
    unit = int(reading.ties.unit[0])
    for right in (True, False):
        chance = sorted(reading.if_item(unit, right=right).chance.tolist())
        assert chance == pytest.approx(sorted([float(right), 0.6, 0.6, 0.6]))


def test_lines_left_out_of_a_reading_are_no_longer_believed():
    reading = reading_of(STAR, [0.6] * 4)
    assert len(reading.dropped(np.array([True, False, False, False])).belief().ties) == 3


def test_unseen_ties_are_believed_only_where_a_prior_is_given():
    assert reading_of(STAR, [1.0] * 4, missing=0.5).belief().likely.size == 0
    assert reading_of(STAR, [1.0] * 4, "degrees", 0.5).belief().likely.sum() > 0


def test_an_origin_of_several_lines_may_be_wrong_throughout_and_one_of_a_single_line_is_none():
    told = scenarios(
        reading_of(STAR, [0.9] * 4, group=["G", "G", "G", "H"]), np.empty(0, np.int64), 0
    )
    assert list(told) == ["as graded", "the origin of R0#1 is wrong throughout"]
    wrong = told["the origin of R0#1 is wrong throughout"]
    assert sorted(wrong.chance.tolist()) == pytest.approx([0, 0, 0, 0.9])


def test_a_person_who_is_two_gives_half_of_the_ties_to_somebody_nobody_can_choose():
    reading = reading_of([("hub", f"p{i}") for i in range(6)], [1.0] * 6)
    hub = reading.evidence.ids.index("hub")
    split = scenarios(reading, np.array([hub]), 0)["hub is two people"]
    ends = np.concatenate([split.ties.source, split.ties.target])
    assert split.n == len(reading.evidence.ids) + 1
    assert (ends == hub).sum() == (ends == split.n - 1).sum() == 3
