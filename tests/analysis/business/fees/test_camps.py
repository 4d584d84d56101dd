from hypothesis import given
from hypothesis import strategies as st

from headwater.analysis.business.fees.camps import camps, nearest
from headwater.analysis.business.fees.claims import gather
from tests.analysis.business.fixtures import fee, trade

ALL = {"accepted_only": False, "drop_weak": False, "adverts": False, "political": True}


def claims(*ranges):
    return gather(trade(*(fee(*one) for one in ranges)), ALL)[0]


def amounts(found):
    return [sorted((one.low, one.high) for one in camp) for camp in found]


def test_ranges_with_a_wide_gap_between_stand_apart_the_best_supported_first():
    told = claims((4500.0, 6000.0), (1500.0, 2000.0), (1800.0, 2200.0))
    assert amounts(camps(told, 1.5)) == [
        [(1500.0, 2000.0), (1800.0, 2200.0)],
        [(4500.0, 6000.0)],
    ]


def test_a_range_that_spans_the_gap_reconciles_both_sides():
    assert len(camps(claims((1000.0, 1200.0), (5000.0, 6000.0), (900.0, 6500.0)), 1.5)) == 1


def test_an_open_range_joins_the_camp_it_leaves_room_for():
    told = claims((4500.0, 6000.0), (1500.0, 2000.0), (1800.0, 2200.0), (None, 3000.0))
    found = camps(told, 1.5)
    assert [sum(one.low is None for one in camp) for camp in found] == [1, 0]


def test_an_open_range_that_leaves_room_for_none_is_a_camp_of_its_own():
    assert len(camps(claims((1500.0, 2000.0), (None, 700.0)), 1.5)) == 2


def test_the_claim_most_at_odds_is_named():
    found = camps(claims((1500.0, 2000.0), (1800.0, 2200.0), (4500.0, 6000.0)), 1.5)
    assert nearest(found[0], found[1:]).low == 4500.0


@given(st.lists(st.tuples(st.integers(1, 99), st.integers(1, 99)), max_size=12))
def test_every_claim_is_in_one_camp(pairs):
    told = claims(*((float(min(p)), float(max(p))) for p in pairs))
    found = camps(told, 1.5)
    assert sorted(one.statements for camp in found for one in camp) == sorted(
        one.statements for one in told
    )
