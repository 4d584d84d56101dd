import numpy as np
import pytest

from headwater.analysis.business.money.settlements import assignment
from headwater.analysis.business.money.settlements.assignment import assigned


def best_sum(left, right, score):
    """The largest sum of scores of any choice, by trying all."""
    best = 0.0
    for chosen in range(1 << len(score)):
        rows = [n for n in range(len(score)) if chosen >> n & 1]
        if len({left[n] for n in rows}) == len({right[n] for n in rows}) == len(rows):
            best = max(best, sum(score[n] for n in rows))
    return best


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("dense", [0, 10**6])
def test_the_choice_is_the_best_of_all(seed, dense, monkeypatch):
    monkeypatch.setattr(assignment, "_DENSE", dense)
    rng = np.random.default_rng(seed)
    pairs = np.unique(rng.integers(0, 4, (11, 2)), axis=0)
    left, right = pairs.T
    score = rng.normal(0.5, 1, len(pairs))
    chosen = assigned(left, right, score)
    assert np.unique(left[chosen]).size == np.unique(right[chosen]).size == chosen.size
    assert score[chosen].sum() == pytest.approx(best_sum(left, right, score))


def test_a_pair_that_is_unlikely_is_never_chosen():
    assert assigned(np.array([0]), np.array([0]), np.array([-0.1])).size == 0
    assert assigned(np.array([], int), np.array([], int), np.array([])).size == 0
