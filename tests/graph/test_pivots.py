import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.graph import Ties, betweenness, betweenness_from

PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=40)


@given(PAIRS)
def test_with_every_node_as_a_pivot_it_is_exact(pairs):
    ties = Ties.of([a for a, _ in pairs], [b for _, b in pairs], 10)
    found = betweenness_from(ties, np.arange(10))
    assert found == pytest.approx(betweenness(ties), abs=1e-11)


def test_it_is_exact_over_several_batches_too():
    rng = np.random.default_rng(0)
    ties = Ties.of(*rng.integers(0, 300, (2, 500)), 300)
    assert betweenness_from(ties, np.arange(300)) == pytest.approx(betweenness(ties), abs=1e-11)


def test_some_pivots_come_close():
    rng = np.random.default_rng(0)
    ends = (rng.random((2, 2000)) ** 2 * 500).astype(int)
    ties = Ties.of(*ends, 500)
    exact = betweenness(ties)
    near = betweenness_from(ties, rng.choice(500, 128, replace=False))
    assert np.corrcoef(near, exact)[0, 1] > 0.97


@pytest.mark.parametrize("n", [0, 1, 2, 5])
def test_without_ties_nobody_is_in_between(n):
    assert betweenness_from(Ties.of([], [], n), np.arange(n)).tolist() == [0.0] * n
