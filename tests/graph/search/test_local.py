import itertools
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.graph import Ties, betweenness, degree
from headwater.graph.removal import Removal, pairs_left
from headwater.graph.search import search
from headwater.graph.search.local import without_idle
from headwater.graph.search.remainder import pairs_within, remainder, settle

PAIRS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=30)


def network(pairs, n=12):
    return Ties.of([a for a, _ in pairs], [b for _, b in pairs], n)


def random_network(n, ties, seed):
    generator = np.random.default_rng(seed)
    return Ties.of(generator.integers(0, n, ties), generator.integers(0, n, ties), n)


def found(problem, steps=3000, **settings):
    return search(problem, seconds=60, steps=steps, **settings)


@given(PAIRS, st.integers(0, 4), st.sets(st.integers(0, 11)), st.sets(st.integers(0, 11)))
@settings(max_examples=60, deadline=None)
def test_only_nodes_that_may_go_are_chosen_and_not_too_many(pairs, most, allowed, gone):
    may, out = (np.isin(np.arange(12), list(nodes)) for nodes in (allowed, gone))
    chosen = found(Removal.of(network(pairs), most, may, out), steps=500)
    assert chosen.size <= most
    assert chosen.tolist() == sorted(set(chosen.tolist()))
    assert set(chosen.tolist()) <= allowed - gone


@given(PAIRS)
@settings(max_examples=40, deadline=None)
def test_on_small_networks_no_other_two_leave_fewer_pairs(pairs):
    ties = network(pairs)
    least = min(pairs_left(ties, np.array(two)) for two in itertools.combinations(range(12), 2))
    assert pairs_left(ties, found(Removal.of(ties, 2))) == least


def test_the_same_seed_gives_the_same_set_and_another_start_is_used():
    problem = Removal.of(random_network(200, 320, 1), 20)
    first, again = found(problem, seed=3), found(problem, seed=3)
    assert first.tolist() == again.tolist()
    better = found(problem, steps=60_000, seed=4)
    kept = search(problem, seconds=0, start=better)
    assert pairs_left(problem.ties, kept) == pairs_left(problem.ties, better)


def test_more_steps_never_leave_more_pairs():
    problem = Removal.of(random_network(300, 450, 2), 25)
    left = [pairs_left(problem.ties, found(problem, steps=n)) for n in (0, 4000, 40_000)]
    assert left[0] > left[2]
    assert left == sorted(left, reverse=True)


def test_those_who_are_gone_count_as_removed_and_are_not_chosen_again():
    path = network([(i, i + 1) for i in range(11)])
    gone = np.arange(12) == 5
    chosen = found(Removal.of(path, 1, gone=gone))
    assert chosen.size == 1
    assert pairs_left(path, np.append(chosen, 5)) == min(
        pairs_left(path, np.array([other, 5])) for other in range(12)
    )


@pytest.mark.parametrize("most", [0, 3, 12, 50])
def test_without_ties_nobody_is_chosen(most):
    assert found(Removal.of(network([]), most)).size == 0


def test_nobody_is_chosen_who_adds_nothing():
    two_triangles = network([(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3)])
    chosen = found(Removal.of(two_triangles, 50))
    assert pairs_left(two_triangles, chosen) == 0
    assert chosen.size == 4


def test_nobody_is_chosen_where_nobody_may_be():
    assert found(Removal.of(random_network(30, 60, 3), 5, allowed=np.zeros(30))).size == 0


def test_the_search_keeps_to_its_time():
    problem = Removal.of(random_network(2000, 6000, 4), 100)
    search(problem, seconds=0)
    begin = time.perf_counter()
    search(problem, seconds=0.5)
    assert time.perf_counter() - begin < 5


@given(PAIRS, st.sets(st.integers(0, 11)))
@settings(max_examples=60, deadline=None)
def test_who_adds_nothing_comes_back_and_nobody_else_could(pairs, chosen):
    ties = network(pairs)
    nodes = np.array(sorted(chosen), dtype=np.int64)
    net = remainder(ties, np.zeros(12, np.bool_), pairs_within(12))
    net.out[nodes] = True
    before = settle(net)
    kept = without_idle(net, nodes)
    assert pairs_left(ties, kept) == before
    assert all(pairs_left(ties, kept[kept != node]) > before for node in kept)


def test_the_search_leaves_no_more_than_greedy_choices():
    ties = random_network(400, 700, 5)
    for ranked in (degree(ties), betweenness(ties)):
        top = np.sort(np.argsort(-ranked, kind="stable")[:30])
        for start in (None, top):
            chosen = found(Removal.of(ties, 30), steps=100_000, start=start)
            assert pairs_left(ties, chosen) <= pairs_left(ties, top)
