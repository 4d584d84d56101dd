from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.graph import Ties, components
from headwater.graph.adjacency import adjacency
from headwater.graph.removal.cores import Cores

N = 9


def core_of(ties: Ties, root: int, most: int) -> list[int]:
    lines = adjacency(ties, np.zeros(ties.n, dtype=np.bool_))
    grown = Cores(lines).grown(np.arange(ties.n) == root, np.ones(ties.n, dtype=np.bool_), most)
    return np.flatnonzero(grown).tolist()


def together(ties: Ties, nodes: list[int], without: tuple[int, ...]) -> bool:
    stays = ~np.isin(np.arange(ties.n), without)
    label = components(ties.kept(stays[ties.source] & stays[ties.target]))
    return len({int(label[node]) for node in nodes if node not in without}) <= 1


@settings(max_examples=60)
@given(st.integers(0, 10_000), st.integers(10, 30), st.integers(0, 3))
def test_a_core_stays_together_whichever_others_are_removed(
    seed: int, count: int, most: int
) -> None:
    ends = np.random.default_rng(seed).integers(0, N, (2, count))
    ties = Ties.of(ends[0], ends[1], N)
    core = core_of(ties, 0, most)
    assert 0 in core
    assert all(together(ties, core, without) for without in combinations(range(N), most))


@settings(max_examples=60)
@given(st.integers(0, 10_000), st.integers(10, 30), st.integers(1, 3))
def test_no_node_is_left_out_that_holds_together_with_all_of_the_core(
    seed: int, count: int, most: int
) -> None:
    ends = np.random.default_rng(seed).integers(0, N, (2, count))
    ties = Ties.of(ends[0], ends[1], N)
    core = core_of(ties, 0, most)
    for node in set(range(N)) - set(core):
        apart = (
            not together(ties, [node, member], without)
            for member in core
            for without in combinations(sorted(set(range(N)) - {node, member}), most)
        )
        assert any(apart)


def test_a_clique_is_a_core_and_what_hangs_on_it_is_not():
    pairs = [*combinations(range(5), 2), (4, 5)]
    ties = Ties.of([a for a, _ in pairs], [b for _, b in pairs], 6)
    assert core_of(ties, 0, 2) == [0, 1, 2, 3, 4]


def test_two_ends_of_many_paths_are_a_core_though_no_neighbours():
    ties = Ties.of([0, 0, 0, 4, 4, 4], [1, 2, 3, 1, 2, 3], 5)
    assert core_of(ties, 0, 2) == [0, 1, 4]
    assert core_of(ties, 0, 3) == [0, 1]
