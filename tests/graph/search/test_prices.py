import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.graph import Ties
from headwater.graph.search.prices import enter, give_priced, priced, take_priced
from headwater.graph.search.remainder import pairs_within, price, remainder, settle

N = 24
PAIRS = st.lists(st.tuples(st.integers(0, N - 1), st.integers(0, N - 1)), max_size=70)
MOVES = st.lists(st.tuples(st.integers(0, N - 1), st.integers(0, 30)), max_size=30)


@given(PAIRS, MOVES, st.integers(1, 20))
@settings(max_examples=200, deadline=None)
def test_prices_kept_up_to_date_equal_prices_worked_out_afresh(pairs, moves, most):
    """With one chosen node nearly every component is large, with twenty nearly none is."""
    ties = Ties.of([a for a, _ in pairs], [b for _, b in pairs], N)
    net = remainder(ties, np.zeros(N, np.bool_), pairs_within(N))
    chosen = np.arange(most)
    net.out[chosen] = True
    left = settle(net)
    prices = priced(net, chosen)
    for node, choice in moves:
        if net.out[node]:
            continue
        left -= take_priced(net, prices, node)
        fresh = priced(net, chosen.copy())
        assert prices.price.tolist() == fresh.price.tolist()
        assert prices.joined.tolist() == fresh.joined.tolist()
        at = choice % most
        back = chosen[at]
        enter(net, prices, at, node)
        foreseen = price(net, back, int(prices.clock[0]) + N * N)
        more = give_priced(net, prices, back)
        assert more == foreseen
        left += more
        assert prices.price.tolist() == priced(net, chosen.copy()).price.tolist()
        assert left == pairs_within(N)[net.size[net.size > 0]].sum()
