import numpy as np
import pytest

from headwater.graph import Ties
from headwater.graph.adjacency import Adjacency, adjacency
from headwater.graph.removal.paths import Walk, left, shortest, sizes

RING_OF_FIVE = adjacency(Ties.of([0, 1, 2, 3, 4], [1, 2, 3, 4, 0], 5), np.zeros(5, dtype=np.bool_))


def walked(lines: Adjacency, length: list[float], starts: list[int], limit: float) -> Walk:
    n = len(length)
    walk = Walk(np.empty(n), np.empty(n, np.int64), np.empty(n, np.int64))
    count = shortest(lines, np.array(length), np.array(starts), limit, walk)
    return walk._replace(order=walk.order[:count])


def test_a_way_is_as_long_as_its_nodes_both_ends_counted():
    walk = walked(RING_OF_FIVE, [0.1, 0.5, 0.1, 0.1, 0.1], [0], 9.0)
    assert walk.far.tolist() == pytest.approx([0.1, 0.6, 0.4, 0.3, 0.2])
    assert walk.parent[2] == 3
    assert walk.order.tolist() == [0, 4, 3, 2, 1]


def test_nodes_beyond_the_limit_are_not_reached():
    assert walked(RING_OF_FIVE, [0.5] * 5, [0], 1.2).order.tolist() == [0, 1, 4]


def test_of_several_starts_the_nearest_counts():
    walk = walked(RING_OF_FIVE, [0.25] * 5, [0, 2], 9.0)
    assert walk.far.tolist() == pytest.approx([0.25, 0.5, 0.25, 0.5, 0.5])


def test_a_cut_says_how_much_is_connected_to_a_node_at_least():
    x, nothing, rows = np.array([0.0, 1.0, 0.0, 0.0, 1.0]), np.zeros(5), np.empty((5, 6))
    short = sizes(RING_OF_FIVE, np.ones(5), x, nothing, nothing, rows)
    assert short.tolist() == [1.0, 0.0, 2.0, 2.0, 0.0]
    assert rows[2].tolist() == [0.0, 0.0, 2.0, 1.0, 0.0, 2.0]


def test_the_pairs_left_follow_the_weights_of_components():
    stays = np.array([True, False, True, True, False])
    assert left(RING_OF_FIVE, np.array([3.0, 1.0, 2.0, 1.0, 1.0]), stays) == 3 + 3
