import numpy as np
import pytest

from headwater.graph import Ties, betweenness
from headwater.graph.worlds import expected_betweenness
from headwater.model import WrongUse


def some_ties(n, m, seed=0):
    rng = np.random.default_rng(seed)
    return Ties.of(*rng.integers(0, n, (2, m)), n).undirected()


def test_where_every_tie_is_certain_it_is_betweenness():
    ties = some_ties(60, 150)
    found = expected_betweenness(ties, np.ones(len(ties)), worlds=3, sources=60)
    assert found.value == pytest.approx(betweenness(ties), abs=1e-11)
    assert found.error == pytest.approx(0, abs=1e-8)


def test_it_is_the_mean_over_every_world_weighed_by_its_chance():
    ties = Ties.of([0, 1, 2, 0], [1, 2, 3, 3], 4)
    chance = np.array([0.9, 0.5, 0.7, 0.2])
    exact = np.zeros(4)
    for world in range(16):
        holds = np.array([bool(world >> i & 1) for i in range(4)])
        exact += np.prod(np.where(holds, chance, 1 - chance)) * betweenness(ties.kept(holds))
    found = expected_betweenness(ties, chance, worlds=4000, sources=4, seed=3)
    assert np.all(np.abs(found.value - exact) <= 4 * found.error + 1e-9)
    assert found.error.max() < 0.01


def test_few_sources_come_close_and_the_error_says_how_close():
    ties = some_ties(400, 1200)
    chance = np.random.default_rng(1).choice([0.5, 0.8, 0.95], len(ties))
    near = expected_betweenness(ties, chance, worlds=60, sources=16)
    exact = expected_betweenness(ties, chance, worlds=60, sources=400)
    assert np.mean(np.abs(near.value - exact.value) <= 2 * near.error) > 0.9
    assert np.corrcoef(near.value, exact.value)[0, 1] > 0.97


def test_the_same_seed_gives_the_same_answer_and_another_one_does_not():
    ties = some_ties(80, 200)
    chance = np.full(len(ties), 0.5)
    first, again, other = (
        expected_betweenness(ties, chance, worlds=9, seed=seed).value for seed in (1, 1, 2)
    )
    assert first.tolist() == again.tolist() != other.tolist()


@pytest.mark.parametrize("n", [0, 1, 2, 5])
def test_without_ties_nobody_is_expected_in_between(n):
    found = expected_betweenness(Ties.of([], [], n), np.zeros(0))
    assert found.value.tolist() == [0.0] * n


def test_percentages_and_missing_chances_are_told():
    ties = some_ties(9, 12)
    with pytest.raises(WrongUse, match="outside"):
        expected_betweenness(ties, np.full(len(ties), 95.0))
    with pytest.raises(WrongUse, match="one probability"):
        expected_betweenness(ties, np.ones(3))
    with pytest.raises(WrongUse, match="worlds"):
        expected_betweenness(ties, np.ones(len(ties)), worlds=0)
