from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from headwater.graph import Ties, components
from headwater.graph.groups import modularity, partition

TWO_CLIQUES = [*combinations(range(5), 2), *combinations(range(5, 10), 2), (4, 5)]


def ties_of(pairs, n):
    return Ties.of([a for a, _ in pairs], [b for _, b in pairs], n)


def test_two_rings_of_friends_with_one_tie_between_are_two_groups():
    label = partition(ties_of(TWO_CLIQUES, 10), seed=0)
    assert label.tolist() == [0] * 5 + [1] * 5


def test_planted_groups_are_found_again():
    rng = np.random.default_rng(1)
    planted = np.repeat(np.arange(8), 25)
    one, two = (rng.integers(0, 200, 20_000) for _ in range(2))
    keep = rng.random(20_000) < np.where(planted[one] == planted[two], 0.3, 0.01)
    label = partition(Ties.of(one[keep], two[keep], 200), seed=0)
    together = planted[:, None] == planted[None, :]
    assert np.mean(together == (label[:, None] == label[None, :])) > 0.98


def test_a_network_without_ties_is_as_many_groups_as_people():
    assert partition(ties_of([], 3), seed=0).tolist() == [0, 1, 2]
    assert partition(ties_of([], 0), seed=0).size == 0


def test_a_higher_resolution_gives_more_groups():
    ring = ties_of([(i, (i + 1) % 60) for i in range(60)], 60)
    coarse = partition(ring, seed=0, resolution=0.5)
    fine = partition(ring, seed=0, resolution=4.0)
    assert fine.max() > coarse.max()


def test_heavy_ties_hold_a_group_together():
    pairs, weight = [(0, 1), (1, 2), (2, 3), (3, 0)], [9, 1, 9, 1]
    ties = Ties.of([a for a, _ in pairs], [b for _, b in pairs], 4, weight)
    assert partition(ties, seed=0).tolist() == [0, 0, 1, 1]


def test_groups_of_the_month_before_stay_where_another_reading_is_no_better():
    ring = ties_of([(i, (i + 1) % 12) for i in range(12)], 12)
    turned = np.roll(np.repeat(np.arange(4), 3), 1)
    kept = partition(ring, seed=0, start=turned)
    assert len(np.unique(np.stack([kept, turned]), axis=1).T) == 4


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=40), st.integers(0, 3))
def test_groups_hang_together_and_the_same_seed_gives_the_same(pairs, seed):
    ties = ties_of(pairs, 12)
    label = partition(ties, seed=seed)
    assert np.array_equal(label, partition(ties, seed=seed))
    inside = ties.kept(label[ties.source] == label[ties.target])
    assert len(np.unique(components(inside))) == label.max() + 1
    assert modularity(ties, label) >= modularity(ties, np.arange(12)) - 1e-9


def test_no_split_of_a_small_network_in_two_is_better_than_what_is_found():
    ties = ties_of(TWO_CLIQUES, 10)
    found = modularity(ties, partition(ties, seed=3))
    best = max(
        modularity(ties, np.array([bits >> i & 1 for i in range(10)])) for bits in range(512)
    )
    assert abs(found - best) < 1e-9
