"""Reach within two steps: whom somebody can move through contacts of contacts."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.analysis.organisers.ranking.reach import FEW, reach
from headwater.graph import Ties


def test_a_boss_of_two_coordinators_reaches_all_whom_they_reach():
    # 0 speaks to 1 and 2 only; these have five contacts each.
    pairs = [(0, 1), (0, 2), *((1, n) for n in range(3, 8)), *((2, n) for n in range(8, 13))]
    source, target = zip(*pairs, strict=True)
    found = reach(Ties.of(source, target, 14), exact=True)
    assert found[0] == 12
    assert found[1] == 7
    assert found[13] == 0


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=120))
@settings(deadline=None)
def test_it_is_the_number_of_others_one_or_two_ties_away(pairs):
    near = np.eye(91, dtype=bool)
    for one, other in pairs:
        near[one, other] = near[other, one] = True
    ties = Ties.of([a for a, _ in pairs], [b for _, b in pairs], 91).undirected()
    assert reach(ties, exact=True).tolist() == ((near @ near).sum(axis=1) - 1).tolist()


def test_where_it_is_estimated_it_is_near_and_equal_people_stay_equal():
    rng = np.random.default_rng(5)
    people = FEW + 500
    source, target = rng.integers(0, people, (2, 3 * people))
    # Two twins share their only contact.
    ties = Ties.of([*source, people, people + 1], [*target, 0, 0], people + 2).undirected()
    exact, near = reach(ties, exact=True), reach(ties, exact=False)
    assert near[people] == near[people + 1]
    assert np.median(np.abs(near - exact) / np.maximum(1, exact)) < 0.2
    assert np.corrcoef(near, exact)[0, 1] > 0.7


@pytest.mark.parametrize("exact", [True, False])
def test_without_ties_nobody_is_reached(exact):
    assert reach(Ties.of([], [], FEW + 1), exact=exact).max() < (1 if exact else 3)
