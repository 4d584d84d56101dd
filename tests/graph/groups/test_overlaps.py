from itertools import combinations

import numpy as np

from headwater.graph import Ties
from headwater.graph.groups import overlaps, partition


def test_the_one_who_sits_in_both_rings_is_found_and_nobody_else():
    left, right = [0, 1, 2, 3, 8], [4, 5, 6, 7, 8]
    pairs = [*combinations(left, 2), *combinations(right, 2)]
    ties = Ties.of([a for a, _ in pairs], [b for _, b in pairs], 9)
    found = overlaps(ties, partition(ties, seed=0))
    assert found.node.tolist() == [8]
    assert found.share.tolist() == [1.0]


def test_one_tie_into_another_group_is_no_membership():
    pairs = [*combinations(range(3), 2), *combinations(range(3, 6), 2), (2, 3)]
    ties = Ties.of([a for a, _ in pairs], [b for _, b in pairs], 6)
    assert overlaps(ties, np.repeat([0, 1], 3)).node.size == 0
