"""The smallest set that local search finds after which no component is too large."""

import numpy as np

from headwater.graph.dismantling.curve import removable
from headwater.graph.dismantling.starts import by_betweenness, by_degree
from headwater.graph.problem import Removal
from headwater.graph.search.budget import Budget
from headwater.graph.search.local import explore, make_ready, without_idle
from headwater.graph.search.remainder import Remainder, price, remainder, settle, take
from headwater.graph.ties import Nodes


def find(
    problem: Removal, share: float, seconds: float, seed: int, steps: int | None
) -> Nodes | None:
    """See `headwater.graph.dismantling.smallest_set`."""
    limit = max(1, int(share * problem.ties.n))
    too_many = np.maximum(np.arange(problem.ties.n + 1) - limit, 0)
    net = remainder(problem.ties, problem.gone, too_many)
    candidates = removable(problem)
    orders = (by_degree(problem), by_betweenness(problem))
    sets = [one for order in orders if (one := _enough(net, problem, order)) is not None]
    if not sets:
        return None
    best = min(sets, key=len)
    if not best.size:
        return best
    generator = np.random.default_rng(seed)
    make_ready()
    budget = Budget(seconds, steps)
    while best.size > 1 and not budget.spent():
        fewer = _without_cheapest(net, candidates, best)
        left, found = explore(net, fewer, candidates, generator, budget)
        if left:
            break
        net.out[candidates] = False
        net.out[found] = True
        settle(net)
        best = without_idle(net, found)
    return np.sort(best) if best.size <= problem.most else None


def _enough(net: Remainder, problem: Removal, order: Nodes) -> Nodes | None:
    """The nodes of an order that are needed for the goal; None if all of them do not reach it."""
    net.out[:] = problem.gone
    left = settle(net)
    count = 0
    while left and count < order.size:
        left -= take(net, order[count])
        count += 1
    return None if left else without_idle(net, order[:count])


def _without_cheapest(net: Remainder, candidates: Nodes, chosen: Nodes) -> Nodes:
    """The set without the node that brings least back."""
    net.out[candidates] = False
    net.out[chosen] = True
    settle(net)
    net.mark[:] = 0
    prices = [price(net, node, stamp) for stamp, node in enumerate(chosen.tolist(), 1)]
    return np.delete(chosen, int(np.argmin(prices)))
