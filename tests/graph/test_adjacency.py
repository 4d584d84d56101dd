import numpy as np

from headwater.graph import Ties
from headwater.graph.adjacency import adjacency


def test_neighbours_are_listed_once_in_order_and_without_those_who_are_gone():
    ties = Ties.of([0, 1, 2, 2, 3, 0], [2, 0, 2, 0, 2, 4], 5)
    first, neighbours = adjacency(ties, np.arange(5) == 4)
    listed = [neighbours[first[i] : first[i + 1]].tolist() for i in range(5)]
    assert listed == [[1, 2], [0], [0, 3], [2], []]


def test_a_network_without_ties_has_no_neighbours():
    first, neighbours = adjacency(Ties.of([], [], 3), np.zeros(3, np.bool_))
    assert first.tolist() == [0, 0, 0, 0]
    assert neighbours.size == 0
