import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.graph import Ties, betweenness, degree

PAIRS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=30)


def network(pairs, n):
    return Ties.of([a for a, _ in pairs], [b for _, b in pairs], n)


def test_the_middle_of_a_star_carries_every_path():
    star = network([(0, 1), (0, 2), (0, 3)], 4)
    assert degree(star).tolist() == [3, 1, 1, 1]
    assert betweenness(star).tolist() == [1.0, 0.0, 0.0, 0.0]


def test_a_path_of_four_shares_its_paths_between_the_two_in_the_middle():
    line = network([(0, 1), (1, 2), (2, 3)], 4)
    assert betweenness(line) == pytest.approx([0, 2 / 3, 2 / 3, 0])


def test_two_ways_round_a_square_count_half_each():
    square = network([(0, 1), (1, 2), (2, 3), (3, 0)], 4)
    assert betweenness(square) == pytest.approx([1 / 6] * 4)


def test_calling_back_is_no_second_contact():
    assert degree(network([(0, 1), (1, 0), (1, 1)], 2)).tolist() == [1, 1]


@pytest.mark.parametrize("n", [0, 1, 2, 5])
def test_a_network_without_ties_has_nobody_in_between(n):
    assert degree(network([], n)).tolist() == [0] * n
    assert betweenness(network([], n)).tolist() == [0.0] * n


@given(PAIRS)
def test_degrees_add_up_to_twice_the_pairs(pairs):
    ties = network(pairs, 8)
    assert degree(ties).sum() == 2 * len(ties.undirected())


@given(PAIRS, st.permutations(range(8)))
def test_numbering_the_nodes_otherwise_changes_no_node(pairs, numbers):
    ties = network(pairs, 8)
    moved = network([(numbers[a], numbers[b]) for a, b in pairs], 8)
    order = np.array(numbers)
    assert degree(moved)[order].tolist() == degree(ties).tolist()
    assert betweenness(moved)[order] == pytest.approx(betweenness(ties), abs=1e-11)


@given(PAIRS)
def test_direction_is_not_read(pairs):
    back = network([(b, a) for a, b in pairs], 8)
    assert betweenness(back).tolist() == betweenness(network(pairs, 8)).tolist()


def test_a_large_network_gives_the_same_as_when_it_is_walked_from_every_node(monkeypatch):
    ties = Ties.of(*np.random.default_rng(0).integers(0, 400, (2, 900)), 400)
    small = betweenness(ties)
    monkeypatch.setattr("headwater.graph.centrality._LARGE", 0)
    monkeypatch.setattr("headwater.graph.pivots._LARGE", 0)
    assert betweenness(ties) == pytest.approx(small, abs=2e-12)
