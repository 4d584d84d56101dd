import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.analysis.business.money.settlements import Reach, Spots, nearby


def spots(rows):
    place, day, amount = (np.array(column) for column in zip(*rows, strict=True))
    return Spots(place.astype(np.int64), day.astype(np.int64), np.log(amount.astype(float)))


def found(left, right, reach):
    pairs = [
        (int(a), int(b)) for i, j in nearby(left, right, reach) for a, b in zip(i, j, strict=True)
    ]
    assert len(pairs) == len(set(pairs))
    return set(pairs)


MOVEMENT = st.tuples(st.integers(0, 2), st.integers(-20, 40), st.integers(1, 400))


@given(st.lists(MOVEMENT, min_size=1, max_size=30), st.lists(MOVEMENT, min_size=1, max_size=30),
       st.integers(-5, 0), st.integers(0, 9))  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_it_finds_exactly_what_is_near_in_place_time_and_amount(left, right, first, last):
    reach = Reach(first, last, 0.2, 0.1, 1000)
    near = {
        (i, j)
        for i, (place, day, amount) in enumerate(left)
        for j, (other, later, paid) in enumerate(right)
        if place == other
        and first <= later - day <= last
        and -0.2 + 1e-5 < np.log(paid / amount) < 0.1 - 1e-5
    }
    edge = {
        (i, j)
        for i, j in found(spots(left), spots(right), reach) - near
        if not -0.2 - 1e-5 < np.log(right[j][2] / left[i][2]) < 0.1 + 1e-5
    }
    assert near <= found(spots(left), spots(right), reach)
    assert not edge


def test_in_a_crowd_the_nearest_amounts_and_days_are_taken_and_the_cut_is_told():
    left = spots([(0, 5, 100.0)])
    right = spots([(0, 5 + n % 7, 100.0 + n) for n in range(100)])
    reach = Reach(0, 9, 1.0, 1.0, 10)
    pairs = found(left, right, reach)
    assert len(pairs) <= 20
    assert (0, 0) in pairs
    assert max(j for _, j in pairs) < 20
    assert reach.cut == 1
    assert reach.looked_at == len(pairs)


def test_nothing_is_near_nothing():
    nothing = Spots(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
    assert not list(nearby(nothing, nothing, Reach(0, 9, 1.0, 1.0, 10)))
