import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.graph import Ties
from headwater.graph.removal import pairs_left
from headwater.graph.search.losses import losses, work_out
from headwater.graph.search.remainder import pairs_within, remainder, settle

N = 12
PAIRS = st.lists(st.tuples(st.integers(0, N - 1), st.integers(0, N - 1)), max_size=24)


@given(PAIRS, st.sets(st.integers(0, N - 1)))
@settings(max_examples=80, deadline=None)
def test_what_is_lost_with_each_node_equals_a_plain_recount(pairs, out):
    ties = Ties.of([a for a, _ in pairs], [b for _, b in pairs], N)
    net = remainder(ties, np.zeros(N, np.bool_), pairs_within(N))
    net.out[sorted(out)] = True
    left = settle(net)
    work = losses(N)
    work_out(net, work)
    for node in set(range(N)) - out:
        fewer = pairs_left(ties, np.array(sorted(out | {node}), dtype=np.int64))
        assert work.lost[node] == left - fewer
