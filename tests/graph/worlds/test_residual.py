import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.graph import Ties
from headwater.graph.removal import pairs_left
from headwater.graph.worlds import Belief, draw_worlds
from headwater.graph.worlds.residual import Lines, pairs_without

PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=25)


@settings(deadline=None)
@given(PAIRS, st.sets(st.integers(0, 9), max_size=4))
def test_one_walk_tells_for_each_node_what_removing_it_too_leaves(pairs, out):
    ties = Ties.of([a for a, _ in pairs], [b for _, b in pairs], 10)
    worlds = draw_worlds([Belief.of(ties, 1.0)], worlds=2, seed=0)
    removed = np.isin(np.arange(10), list(out))
    left = np.empty((2, 10))
    pairs_without(Lines(worlds.first, worlds.end), removed, left)
    expected = [pairs_left(ties, np.array(sorted(out | {node}))) for node in range(10)]
    assert left.tolist() == [expected, expected]
