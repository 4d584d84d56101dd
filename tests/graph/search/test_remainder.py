import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.graph import Ties, components
from headwater.graph.removal import pairs_left
from headwater.graph.search.remainder import give, pairs_within, price, remainder, settle, take

N = 14
PAIRS = st.lists(st.tuples(st.integers(0, N - 1), st.integers(0, N - 1)), max_size=40)


def network(pairs):
    return Ties.of([a for a, _ in pairs], [b for _, b in pairs], N)


def recounted(ties, net):
    return pairs_left(ties, np.flatnonzero(net.out))


@given(PAIRS, st.lists(st.integers(0, N - 1), max_size=60), st.sets(st.integers(0, N - 1)))
@settings(max_examples=150, deadline=None)
def test_pairs_and_components_equal_a_plain_recount_after_every_change(pairs, moves, gone):
    ties = network(pairs)
    net = remainder(ties, np.isin(np.arange(N), list(gone)), pairs_within(N))
    left = settle(net)
    assert left == recounted(ties, net)
    for stamp, node in enumerate(moves, 1):
        if node in gone:
            continue
        if net.out[node]:
            foreseen = price(net, node, stamp)
            more = give(net, node)
            assert more == foreseen
            left += more
        else:
            left -= take(net, node)
        assert left == recounted(ties, net)
        stays = ~net.out
        plain = components(ties.kept(stays[ties.source] & stays[ties.target]))
        together = net.label[:, None] == net.label[None, :]
        assert np.array_equal(
            together[np.ix_(stays, stays)],
            (plain[:, None] == plain[None, :])[np.ix_(stays, stays)],
        )
        sizes = np.bincount(net.label[stays], minlength=net.size.size)
        assert np.array_equal(sizes, net.size)


@given(PAIRS, st.lists(st.integers(0, N - 1), max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_worth_of_components_is_kept_up_to_date(pairs, moves):
    worth = np.maximum(np.arange(N + 1) - 3, 0)
    net = remainder(network(pairs), np.zeros(N, np.bool_), worth)
    left = settle(net)
    for node in moves:
        left += give(net, node) if net.out[node] else -take(net, node)
        assert left == worth[net.size[net.size > 0]].sum()
