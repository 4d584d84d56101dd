import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.graph import Ties
from headwater.graph.dismantling.starts import by_betweenness, by_degree
from headwater.graph.removal import Removal

N = 9
PAIRS = st.lists(st.tuples(st.integers(0, N - 1), st.integers(0, N - 1)), max_size=24)


def network(pairs):
    return Ties.of([a for a, _ in pairs], [b for _, b in pairs], N)


@given(PAIRS, st.sets(st.integers(0, N - 1)), st.sets(st.integers(0, N - 1)))
@settings(max_examples=60, deadline=None)
def test_at_every_step_nobody_who_may_go_has_more_ties_left(pairs, allowed, gone):
    ties = network(pairs).undirected()
    may, out = (np.isin(np.arange(N), list(nodes)) for nodes in (allowed, gone))
    order = by_degree(Removal.of(ties, N, may, out)).tolist()
    assert sorted(order) == sorted(allowed - gone)
    away = set(gone)
    for place, node in enumerate(order):
        left = {
            one: sum(
                one in (a, b) and not away & {a, b}
                for a, b in zip(ties.source.tolist(), ties.target.tolist(), strict=True)
            )
            for one in order[place:]
        }
        assert left[node] == max(left.values())
        away.add(node)


def test_the_bridge_between_two_groups_goes_first_by_betweenness_and_not_by_degree():
    groups = [(0, 1), (0, 2), (0, 3), (1, 2), (5, 6), (5, 7), (5, 8), (6, 7)]
    problem = Removal.of(network([*groups, (3, 4), (4, 8)]), N)
    assert by_betweenness(problem)[0] == 4
    assert by_degree(problem)[0] in (0, 5)


@given(PAIRS, st.sets(st.integers(0, N - 1)), st.sets(st.integers(0, N - 1)))
@settings(max_examples=40, deadline=None)
def test_by_betweenness_everybody_who_may_go_is_ordered_once(pairs, allowed, gone):
    may, out = (np.isin(np.arange(N), list(nodes)) for nodes in (allowed, gone))
    order = by_betweenness(Removal.of(network(pairs), N, may, out)).tolist()
    assert sorted(order) == sorted(allowed - gone)
