import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.graph import Ties
from headwater.graph.removal import pairs_left
from headwater.graph.search.annealing import Budget, anneal, exchange, without_idle
from headwater.graph.search.remainder import pairs_within, remainder, settle

N = 12
PAIRS = st.lists(
    st.tuples(st.integers(0, N - 1), st.integers(0, N - 1)).filter(lambda pair: pair[0] != pair[1]),
    min_size=1,
    max_size=30,
)


def network(pairs):
    return Ties.of([a for a, _ in pairs], [b for _, b in pairs], N)


def with_out(ties, chosen):
    net = remainder(ties, np.zeros(N, np.bool_), pairs_within(N))
    net.out[chosen] = True
    return net, settle(net)


@given(PAIRS, st.integers(0, 9), st.floats(0.1, 20))
@settings(max_examples=60, deadline=None)
def test_what_is_said_to_be_left_equals_a_plain_recount(pairs, seed, hot):
    ties = network(pairs)
    chosen = np.array([0, 1, 2])
    net, before = with_out(ties, chosen)
    generator = np.random.default_rng(seed)
    left, least, best = exchange(net, before, chosen, np.arange(N), (300, hot, 0.1), generator)
    assert left == pairs_left(ties, chosen)
    assert sorted(chosen.tolist()) == np.flatnonzero(net.out).tolist()
    assert least == pairs_left(ties, best) <= min(left, before)


@given(PAIRS, st.sets(st.integers(0, N - 1)))
@settings(max_examples=60, deadline=None)
def test_who_adds_nothing_comes_back_and_nobody_else_could(pairs, chosen):
    ties = network(pairs)
    nodes = np.array(sorted(chosen), dtype=np.int64)
    net, before = with_out(ties, nodes)
    kept = without_idle(net, nodes)
    assert pairs_left(ties, kept) == before
    assert all(pairs_left(ties, kept[kept != node]) > before for node in kept)


def test_the_search_ends_when_its_steps_are_used():
    ring = network([(i, (i + 1) % N) for i in range(N)])
    net, before = with_out(ring, np.array([0, 1]))
    generator = np.random.default_rng(0)
    budget = Budget(60, 2000)
    left, best = anneal(
        net, np.array([0, 1]), np.arange(N), generator, budget, lambda left: (left, 0.1)
    )
    assert budget.spent()
    assert left == pairs_left(ring, best) == 20 < before


def test_the_last_round_takes_what_is_left():
    budget = Budget(60, 10_000)
    assert budget.stretched(1000) == 1000
    budget.use(8000)
    assert budget.stretched(1000) == 2000


def test_no_time_is_a_budget_that_is_spent():
    assert Budget(0, None).spent()
    assert not Budget(60, None).spent()
    assert Budget(60, 0).spent()
