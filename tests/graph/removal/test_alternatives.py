import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.graph import Ties
from headwater.graph.removal import Removal, alternatives, solve
from tests.graph.removal.test_exact import best_by_trying_all

STAR_OF_STARS = [(0, 1), (0, 2), (0, 3), (1, 4), (1, 5), (2, 6), (2, 7), (3, 8), (3, 9)]


def test_a_node_that_no_good_choice_can_spare_is_known_by_the_bound():
    ties = Ties.of([0, 0, 0, 0], [1, 2, 3, 4], 5)
    problem = Removal.of(ties, 1)
    (only,) = alternatives(problem, solve(problem, seconds=5), 1, seconds=5)
    assert only.spared == 0
    assert only.solution.bound > 1


@settings(max_examples=20)
@given(st.integers(0, 10_000), st.integers(1, 3))
def test_each_alternative_is_the_best_that_spares_its_node(seed: int, most: int) -> None:
    ends = np.random.default_rng(seed).integers(0, 10, (2, 15))
    problem = Removal.of(Ties.of(ends[0], ends[1], 10), most)
    best = solve(problem, seconds=10)
    for other in alternatives(problem, best, 45, seconds=20):
        allowed = np.arange(10) != other.spared
        assert other.spared not in other.solution.chosen
        expected = best_by_trying_all(Removal.of(problem.ties, most, allowed))
        assert other.solution.pairs_left == other.solution.bound == expected


def test_where_a_hub_cannot_be_had_one_of_its_leaves_is_taken():
    ties = Ties.of([a for a, _ in STAR_OF_STARS], [b for _, b in STAR_OF_STARS], 10)
    problem = Removal.of(ties, 3, np.arange(10) > 0)
    best = solve(problem, seconds=5)
    found = alternatives(problem, best, 20, seconds=5)
    assert [one.spared for one in found] == [1, 2, 3]
    assert {one.solution.pairs_left for one in found} == {3}
