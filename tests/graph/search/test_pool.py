import numpy as np

from headwater.graph import Ties, components
from headwater.graph.search.pool import Pool
from headwater.graph.search.remainder import pairs_within, remainder

N = 40
PATH = Ties.of(np.arange(N - 1), np.arange(1, N), N)


def flags(*nodes):
    return np.isin(np.arange(N), nodes)


def test_the_best_few_are_kept_best_first():
    pool = Pool()
    for left in (9, 3, 7, 1, 8, 2, 6, 5, 4, 0):
        pool.add(left, flags(left, left + 10, left + 20))
    assert pool.full
    assert [left for left, _ in pool.sets] == [0, 1, 2, 3, 4, 5, 6, 7]


def test_of_sets_that_are_the_same_the_better_one_is_kept():
    pool = Pool()
    pool.add(5, flags(1, 2, 3))
    pool.add(4, flags(1, 2, 3))
    pool.add(6, flags(1, 2, 3))
    assert [left for left, _ in pool.sets] == [4]


def test_a_crossed_set_has_a_part_of_one_and_the_rest_of_the_other():
    pool = Pool()
    one, other = flags(10, 20, 30), flags(5, 15, 25)
    pool.add(1, one)
    pool.add(2, other)
    net = remainder(PATH, np.zeros(N, np.bool_), pairs_within(N))
    for seed in range(20):
        crossed = pool.crossed(net, np.random.default_rng(seed))
        assert not (crossed & ~(one | other)).any()
        parts = [parts_of(out) for out in (crossed, one, other)]
        assert parts[0] & (parts[1] | parts[2])


def parts_of(out):
    stays = ~out
    label = components(PATH.kept(stays[PATH.source] & stays[PATH.target]))
    return {tuple(np.flatnonzero(stays & (label == one))) for one in np.unique(label[stays])}
