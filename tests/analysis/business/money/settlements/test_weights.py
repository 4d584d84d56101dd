import numpy as np
import pytest

from headwater.analysis.business.money.settlements.weights import (
    amount_levels,
    competing,
    heights,
    memo_levels,
    usual,
)


def exact(scores):
    """Probability of each pair of a small table, over all ways to match at most one to one."""
    rows, columns = scores.shape
    mass, held = 0.0, np.zeros_like(scores)

    def walk(row, free, weight, chosen):
        nonlocal mass
        if row == rows:
            mass += weight
            for pair in chosen:
                held[pair] += weight
            return
        walk(row + 1, free, weight, chosen)
        for column in free:
            odds = np.exp(scores[row, column])
            walk(row + 1, free - {column}, weight * odds, [*chosen, (row, column)])

    walk(0, frozenset(range(columns)), 1.0, [])
    return held / mass


@pytest.mark.parametrize("shape", [(1, 4), (4, 1), (2, 2)])
def test_probabilities_of_rivals_are_those_of_all_matchings(shape):
    rng = np.random.default_rng(3)
    scores = rng.normal(0, 2, shape)
    if shape == (2, 2):
        scores[1, 1] = -30.0  # no ring: exact
    i, j = np.indices(shape)
    found = competing(i.ravel(), j.ravel(), scores.ravel(), shape)
    assert found == pytest.approx(exact(scores).ravel(), abs=1e-6)


def test_a_pair_loses_to_a_stronger_rival_and_wins_where_its_rival_belongs_elsewhere():
    left, right = np.array([0, 0, 1]), np.array([0, 1, 1])
    alone = competing(left[:2], right[:2], np.array([3.0, 6.0]), (2, 2))
    assert alone[0] < 0.1
    helped = competing(left, right, np.array([3.0, 6.0, 12.0]), (2, 2))
    assert helped[0] > 0.8


def test_no_movement_has_more_than_one_settlement_in_all():
    rng = np.random.default_rng(1)
    left, right = (np.repeat(np.arange(8), 8), np.tile(np.arange(8), 8))
    found = competing(left, right, rng.normal(2, 3, 64), (8, 8)).reshape(8, 8)
    assert (found.sum(axis=0) <= 1.01).all()
    assert (found.sum(axis=1) <= 1.01).all()


def test_levels_fit_their_tables_and_what_is_usual_adds_up_to_one():
    shape = usual(0.16, 0.16, -3, 34)
    assert [one.size for one in shape] == list(heights(0.16, 0.16, 34))
    assert all(one.sum() == pytest.approx(1) for one in shape)
    change = np.array([-0.16, 0.0, 0.16])
    level = amount_levels(np.array([100.0] * 3), 100 * np.exp(change), change, 0.16)
    assert level.tolist()[1] == 0
    assert level.max() < shape[1].size
    assert level.min() == 0
    assert memo_levels(np.array([1e9]), np.array([1.0]))[0] == shape[0].size - 1
