import numpy as np

from headwater.graph.groups.moves import refine, settle


def path(weight):
    """Three nodes in a row, with the weights of the two ties."""
    one, two = weight
    lists = (
        np.array([0, 1, 3, 4]),
        np.array([1, 0, 2, 1]),
        np.array([one, one, two, two], dtype=np.float64),
        np.array([one, one + two, two], dtype=np.float64),
    )
    return lists, 1 / (2.0 * (one + two))


def test_a_node_moves_to_the_neighbour_it_is_tied_to_most():
    lists, share = path((5.0, 1.0))
    order = np.array([1, 0, 2])
    group = settle(*lists, order, np.arange(3), share)
    assert group[0] == group[1]


def test_a_group_of_two_that_do_not_meet_is_split():
    lists, share = path((1.0, 1.0))
    order = np.arange(3)
    part = refine(*lists, order, np.array([0, 1, 0]), share)
    assert part[0] != part[2]
