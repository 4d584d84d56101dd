import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.graph import Ties, components
from headwater.graph.dismantling import smallest_set
from headwater.graph.removal import Removal

N = 8
PAIRS = st.lists(st.tuples(st.integers(0, N - 1), st.integers(0, N - 1)), max_size=16)


def network(pairs, n=N):
    return Ties.of([a for a, _ in pairs], [b for _, b in pairs], n)


def random_network(n, ties, seed):
    generator = np.random.default_rng(seed)
    return Ties.of(generator.integers(0, n, ties), generator.integers(0, n, ties), n)


def largest(ties, removed):
    stays = ~np.isin(np.arange(ties.n), removed)
    label = components(ties.kept(stays[ties.source] & stays[ties.target]))[stays]
    return int(np.bincount(label).max(initial=0)) if label.size else 0


def fewest(problem, steps=2000, **settings):
    return smallest_set(problem, seconds=60, steps=steps, **settings)


@given(PAIRS, st.sampled_from([0.1, 0.25, 0.5]))
@settings(max_examples=30, deadline=None)
def test_on_small_networks_no_smaller_set_reaches_the_goal(pairs, share):
    ties = network(pairs)
    limit = max(1, int(share * N))
    found = fewest(Removal.of(ties, N), share=share)
    assert largest(ties, found) <= limit
    smaller = itertools.combinations(range(N), max(found.size - 1, 0))
    assert not found.size or all(largest(ties, list(one)) > limit for one in smaller)


@given(PAIRS, st.sets(st.integers(0, N - 1)), st.sets(st.integers(0, N - 1)))
@settings(max_examples=40, deadline=None)
def test_a_set_holds_only_nodes_that_may_go_and_there_is_none_only_where_none_can_be(
    pairs, allowed, gone
):
    may, out = (np.isin(np.arange(N), list(nodes)) for nodes in (allowed, gone))
    ties = network(pairs)
    found = fewest(Removal.of(ties, N, may, out), share=0.25, steps=500)
    if found is None:
        assert largest(ties, [*gone, *allowed]) > 2
    else:
        assert set(found.tolist()) <= allowed - gone
        assert largest(ties, [*gone, *found]) <= 2


def test_no_set_is_given_that_is_larger_than_asked_for():
    ring = network([(i, (i + 1) % N) for i in range(N)])
    assert fewest(Removal.of(ring, 4), share=0.125).size == 4
    assert fewest(Removal.of(ring, 3), share=0.125) is None


def test_the_same_seed_gives_the_same_set():
    problem = Removal.of(random_network(60, 100, 6), 60)
    assert fewest(problem, seed=2).tolist() == fewest(problem, seed=2).tolist()


@pytest.mark.parametrize("n", [0, 1, 5])
def test_without_ties_nobody_need_go(n):
    assert fewest(Removal.of(Ties.of([], [], n), n)).size == 0


def test_there_is_no_set_where_nobody_may_be_removed():
    clique = network(list(itertools.combinations(range(N), 2)))
    assert fewest(Removal.of(clique, 3, np.zeros(N, np.bool_))) is None
