import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.graph import Ties, components
from headwater.graph.dismantling import largest_left
from headwater.graph.dismantling.curve import curve, improve, trace
from headwater.graph.removal import Removal

N = 8
PAIRS = st.lists(st.tuples(st.integers(0, N - 1), st.integers(0, N - 1)), max_size=16)


def network(pairs, n=N):
    return Ties.of([a for a, _ in pairs], [b for _, b in pairs], n)


def largest(ties, removed):
    stays = ~np.isin(np.arange(ties.n), removed)
    label = components(ties.kept(stays[ties.source] & stays[ties.target]))[stays]
    return int(np.bincount(label).max(initial=0)) if label.size else 0


@given(PAIRS, st.permutations(range(N)), st.integers(0, N), st.sets(st.integers(0, N - 1)))
@settings(max_examples=60, deadline=None)
def test_the_curve_equals_a_plain_recount(pairs, order, count, gone):
    ties = network(pairs)
    out = np.isin(np.arange(N), list(gone))
    order = [node for node in order[:count] if node not in gone]
    curve = largest_left(Removal.of(ties, N, gone=out), order)
    plain = [largest(ties, [*gone, *order[:count]]) for count in range(len(order) + 1)]
    assert curve.tolist() == plain


@given(PAIRS, st.integers(0, 9), st.integers(1, N))
@settings(max_examples=40, deadline=None)
def test_the_area_said_to_be_least_is_that_of_the_order(pairs, seed, most):
    line = curve(Removal.of(network(pairs), most))
    order = np.arange(N)
    before = trace(line, order, most, 0)
    generator = np.random.default_rng(seed)
    least, best = improve(line, order, most, (200, 3.0, 0.1), generator)
    assert sorted(best.tolist()) == sorted(order.tolist()) == list(range(N))
    assert least == trace(line, best, most, 0) <= before
