from itertools import combinations

import numpy as np

from headwater.graph import Ties
from headwater.graph.groups import steadiness


def test_a_group_found_again_each_time_is_steady_and_one_that_melts_is_not():
    tight = [*combinations(range(5), 2), *combinations(range(5, 10), 2)]
    whole = Ties.of([a for a, _ in tight], [b for _, b in tight], 10)
    melted = whole.kept(whole.source < 5)
    label = np.repeat([0, 1], 5)
    assert steadiness(label, [whole, whole], seed=0, resolution=1.0).tolist() == [1.0, 1.0]
    half = steadiness(label, [whole, melted], seed=0, resolution=1.0)
    assert half[0] == 1.0
    assert half[1] == (1.0 + 0.2) / 2


def test_without_draws_nothing_is_steady():
    assert steadiness(np.array([0, 0]), [], seed=0, resolution=1.0).tolist() == [0.0]
