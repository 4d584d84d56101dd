from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.graph import Ties
from headwater.graph.problem import Removal, Solution, pairs_left
from headwater.model import WrongUse

PAIRS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=14)


def reachable_pairs(pairs: list[tuple[int, int]], stay: set[int]) -> int:
    """The same count by closing the ties over and over, slowly."""
    near = {node: {node} for node in stay}
    for _ in range(8):
        for a, b in pairs:
            if a in stay and b in stay:
                near[a] |= near[b]
                near[b] |= near[a]
    return sum(b in near[a] for a, b in combinations(sorted(stay), 2))


@given(PAIRS, st.sets(st.integers(0, 7)))
def test_the_pairs_left_are_those_that_still_reach_each_other(
    pairs: list[tuple[int, int]], removed: set[int]
) -> None:
    ties = Ties.of([a for a, _ in pairs], [b for _, b in pairs], 8)
    left = pairs_left(ties, np.array(sorted(removed), dtype=np.int64))
    assert left == reachable_pairs(pairs, set(range(8)) - removed)


def test_all_may_be_removed_and_none_is_gone_unless_said():
    problem = Removal.of(Ties.of([0], [1], 3), 2)
    assert problem.allowed.all()
    assert not problem.gone.any()


def test_fewer_than_none_cannot_be_removed():
    with pytest.raises(WrongUse, match="cannot be removed"):
        Removal.of(Ties.of([0], [1], 2), -1)


def test_flags_for_another_number_of_nodes_are_refused():
    with pytest.raises(WrongUse, match="one flag"):
        Removal.of(Ties.of([0], [1], 2), 1, allowed=[True])


def test_a_solution_is_proved_when_the_bound_meets_it():
    chosen = np.array([1])
    assert Solution(chosen, 10, 10, 0.1).proved
    assert Solution(chosen, 10, 8, 0.1).gap == pytest.approx(0.2)
    assert Solution(chosen, 0, 0, 0.1).gap == 0
