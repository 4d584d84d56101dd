from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.graph import Ties
from headwater.graph.removal import Removal, pairs_left, solve

NODES = 11
PAIRS = st.lists(st.tuples(st.integers(0, NODES - 1), st.integers(0, NODES - 1)), max_size=26)
FLAGS = st.lists(st.booleans(), min_size=NODES, max_size=NODES)


def network(pairs: list[tuple[int, int]]) -> Ties:
    return Ties.of([a for a, _ in pairs], [b for _, b in pairs], NODES)


def best_by_trying_all(problem: Removal) -> int:
    may = np.flatnonzero(problem.allowed & ~problem.gone).tolist()
    gone = np.flatnonzero(problem.gone)
    most = min(problem.most, len(may))
    return min(
        pairs_left(problem.ties, np.concatenate([np.array(choice, dtype=np.int64), gone]))
        for choice in combinations(may, most)
    )


@settings(max_examples=80)
@given(PAIRS, st.integers(0, 4), FLAGS, FLAGS)
def test_nothing_leaves_fewer_pairs_than_the_proved_choice(
    pairs: list[tuple[int, int]], most: int, allowed: list[bool], spared: list[bool]
) -> None:
    gone = ~(np.array(spared) | np.roll(spared, 1))
    problem = Removal.of(network(pairs), most, allowed, gone)
    found = solve(problem, seconds=20)
    assert found.proved
    assert found.pairs_left == best_by_trying_all(problem)
    assert found.chosen.size <= most
    assert problem.allowed[found.chosen].all()
    assert not problem.gone[found.chosen].any()


@settings(max_examples=20)
@given(st.integers(0, 10_000), st.integers(1, 5))
def test_a_denser_network_in_one_piece_is_proved_too(seed: int, most: int) -> None:
    rng = np.random.default_rng(seed)
    n = 14
    ends = rng.integers(0, n, (2, 24))
    problem = Removal.of(Ties.of(ends[0], ends[1], n), most)
    found = solve(problem, seconds=20)
    assert found.bound == found.pairs_left == best_by_trying_all(problem)


def test_more_removals_than_nodes_leave_nothing():
    found = solve(Removal.of(network([(0, 1), (1, 2), (3, 4)]), 50), seconds=5)
    assert found.pairs_left == 0
    assert found.proved


def test_without_a_tie_nothing_needs_removing():
    found = solve(Removal.of(network([]), 3), seconds=5)
    assert found.chosen.size == 0
    assert found.proved


def test_a_network_of_no_nodes_is_solved():
    assert solve(Removal.of(Ties.of([], [], 0), 2), seconds=5).pairs_left == 0


def test_a_network_too_large_to_prove_gets_a_choice_within_the_time():
    ends = np.random.default_rng(0).integers(0, 6_000, (2, 20_000))
    found = solve(Removal.of(Ties.of(ends[0], ends[1], 6_000), 5), seconds=1)
    assert found.chosen.size == 5
    assert found.bound == 0
    assert found.seconds < 10


def test_a_limit_that_is_over_at_once_still_gives_a_choice_and_a_true_bound():
    ends = np.random.default_rng(0).integers(0, 60, (2, 180))
    problem = Removal.of(Ties.of(ends[0], ends[1], 60), 8)
    hurried, patient = solve(problem, seconds=0), solve(problem, seconds=20)
    assert hurried.bound <= patient.bound <= patient.pairs_left <= hurried.pairs_left
