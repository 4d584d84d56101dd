import numpy as np

from headwater.graph import Ties
from headwater.graph.removal import Removal
from headwater.graph.removal.reduction import pieces


def ties_of(pairs: list[tuple[int, int]], n: int) -> Ties:
    return Ties.of([a for a, _ in pairs], [b for _, b in pairs], n)


def test_leaves_are_folded_into_the_one_they_hang_on():
    (piece,) = pieces(Removal.of(ties_of([(0, 1), (0, 2), (0, 3)], 4), 1))
    assert piece.n == 1
    assert piece.weight.tolist() == [4.0]
    assert piece.node.tolist() == [0]
    assert piece.pairs == 6


def test_components_come_apart_and_nodes_alone_are_left_out():
    triangles = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5)]
    found = pieces(Removal.of(ties_of(triangles, 7), 1))
    assert [piece.node.tolist() for piece in found] == [[0, 1, 2], [3, 4, 5]]


def test_neighbours_that_may_not_be_removed_become_one():
    ring = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 0)]
    allowed = np.array([False, False, True, True, True, True])
    (piece,) = pieces(Removal.of(ties_of(ring, 6), 1, allowed))
    assert piece.n == 5
    assert piece.weight.tolist() == [2.0, 1.0, 1.0, 1.0, 1.0]
    assert piece.free.tolist() == [False, True, True, True, True]


def test_who_is_gone_is_no_longer_there():
    (piece,) = pieces(Removal.of(ties_of([(0, 1), (1, 2), (2, 3)], 4), 1, gone=[1, 0, 0, 0]))
    assert piece.weight.sum() == 3


def test_a_node_whose_neighbours_another_has_too_stands_below_it():
    pairs = [(0, 1), (1, 2), (0, 2), (0, 3), (0, 4)]
    (piece,) = pieces(Removal.of(ties_of(pairs, 5), 1))
    assert piece.weight.tolist() == [3.0, 1.0, 1.0]
    assert piece.below == ((1, 2), (2, 0))  # that 1 stands below 0 follows


def test_nobody_stands_below_one_who_may_not_be_removed():
    allowed = np.array([False, True, True])
    (piece,) = pieces(Removal.of(ties_of([(0, 1), (1, 2), (0, 2)], 3), 1, allowed))
    assert piece.below == ((1, 2),)
