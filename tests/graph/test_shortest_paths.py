import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.graph import Ties, betweenness
from headwater.graph.shortest_paths import dependencies

PAIRS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=60)


def exact(ties):
    """Betweenness from the compiled walk, scaled and rounded as `betweenness` does."""
    simple = ties.undirected()
    start = np.concatenate([simple.source, simple.target])
    order = np.argsort(start, kind="stable")
    first = np.searchsorted(start[order], np.arange(ties.n + 1))
    end = np.concatenate([simple.target, simple.source])[order]
    total = dependencies(first, end, np.arange(ties.n))
    return np.round(total / ((ties.n - 1) * (ties.n - 2)), 12)


@settings(deadline=None)
@given(PAIRS)
def test_the_compiled_walk_gives_the_same_as_the_library(pairs):
    ties = Ties.of([a for a, _ in pairs], [b for _, b in pairs], 12)
    assert exact(ties).tolist() == betweenness(ties).tolist()


@pytest.mark.parametrize(("n", "m"), [(300, 250), (300, 900), (60, 900), (700, 699)])
def test_it_does_so_on_sparse_and_dense_networks(n, m):
    ties = Ties.of(*np.random.default_rng(m).integers(0, n, (2, m)), n)
    assert exact(ties) == pytest.approx(betweenness(ties), abs=2e-12)


def test_a_long_chain_is_walked_to_its_end():
    n = 400
    chain = Ties.of(np.arange(n - 1), np.arange(1, n), n)
    place = np.arange(n)
    assert exact(chain) == pytest.approx(2 * place * (n - 1 - place) / ((n - 1) * (n - 2)))
