import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.graph import Ties
from headwater.graph.dismantling import largest_left, removal_order
from headwater.graph.dismantling.starts import by_betweenness, by_degree
from headwater.graph.removal import Removal

N = 8
PAIRS = st.lists(st.tuples(st.integers(0, N - 1), st.integers(0, N - 1)), max_size=16)


def network(pairs, n=N):
    return Ties.of([a for a, _ in pairs], [b for _, b in pairs], n)


def random_network(n, ties, seed):
    generator = np.random.default_rng(seed)
    return Ties.of(generator.integers(0, n, ties), generator.integers(0, n, ties), n)


def ordered(problem, steps=2000, **settings):
    return removal_order(problem, seconds=60, steps=steps, **settings)


@given(PAIRS, st.integers(0, N), st.sets(st.integers(0, N - 1)), st.sets(st.integers(0, N - 1)))
@settings(max_examples=40, deadline=None)
def test_only_nodes_that_may_go_are_ordered_each_once(pairs, most, allowed, gone):
    may, out = (np.isin(np.arange(N), list(nodes)) for nodes in (allowed, gone))
    order = ordered(Removal.of(network(pairs), most, may, out), steps=200)
    assert len(set(order.tolist())) == order.size == min(most, len(allowed - gone))
    assert set(order.tolist()) <= allowed - gone


@given(PAIRS)
@settings(max_examples=15, deadline=None)
def test_on_small_networks_no_other_order_of_three_has_less_area(pairs):
    problem = Removal.of(network(pairs), 3)
    least = min(largest_left(problem, o).sum() for o in itertools.permutations(range(N), 3))
    assert largest_left(problem, ordered(problem)).sum() == least


def test_the_order_is_better_than_adaptive_degree_and_betweenness():
    problem = Removal.of(random_network(60, 110, 5), 60)
    found = largest_left(problem, ordered(problem, steps=20_000)).sum()
    for start in (by_degree, by_betweenness):
        assert found < largest_left(problem, start(problem)).sum()


def test_the_same_seed_gives_the_same_order():
    problem = Removal.of(random_network(60, 100, 6), 60)
    assert ordered(problem, seed=2).tolist() == ordered(problem, seed=2).tolist()


@pytest.mark.parametrize("n", [0, 1, 5])
def test_without_ties_everybody_is_ordered(n):
    assert ordered(Removal.of(Ties.of([], [], n), n)).size == n


def test_where_nobody_may_be_removed_nobody_is_ordered():
    clique = network(list(itertools.combinations(range(N), 2)))
    assert ordered(Removal.of(clique, 3, np.zeros(N, np.bool_))).size == 0
