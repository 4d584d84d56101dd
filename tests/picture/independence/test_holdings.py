"""What two reports both hold."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.picture.independence.holdings import Holdings

THINGS = 7
REPORTS = st.lists(st.frozensets(st.integers(0, THINGS - 1)), min_size=1, max_size=6)


def holdings(reports):
    held = [at * THINGS + thing for at, one in enumerate(reports) for thing in sorted(one)]
    return Holdings(np.array(held, dtype=np.int64), len(reports), THINGS)


def every_pair(reports):
    n = np.arange(len(reports))
    return np.repeat(n, n.size), np.tile(n, n.size)


@settings(max_examples=30, deadline=None)
@given(REPORTS)
def test_what_both_hold_is_what_their_sets_have_in_common(reports):
    one, other = every_pair(reports)
    met = holdings(reports).both(one, other)
    wanted = [
        (pair, thing)
        for pair, (a, b) in enumerate(zip(one, other, strict=True))
        for thing in sorted(reports[a] & reports[b])
    ]
    assert list(zip(met.pair.tolist(), met.thing.tolist(), strict=True)) == wanted


@settings(max_examples=30, deadline=None)
@given(REPORTS)
def test_a_thing_is_found_again_by_its_place(reports):
    one, other = every_pair(reports)
    held = [(at, thing) for at, each in enumerate(reports) for thing in sorted(each)]
    met = holdings(reports).both(one, other)
    found = [held[place] for place in met.place.tolist()]
    assert found == list(zip(one[met.pair].tolist(), met.thing.tolist(), strict=True))


def test_the_other_side_may_hold_more_than_it_states():
    states, dated = holdings([{1}, {2}]), holdings([{1}, {1, 2}])
    assert states.both(np.array([0]), np.array([1])).thing.tolist() == []
    assert states.both(np.array([0]), np.array([1]), dated).thing.tolist() == [1]
    assert dated.of(1).tolist() == [1, 2]
    assert dated.counts.tolist() == [1, 2]
