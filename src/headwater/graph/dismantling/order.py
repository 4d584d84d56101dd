"""The best order of removals that local search finds."""

import itertools

import numpy as np

from headwater.graph.dismantling.curve import Curve, curve, improve, removable, trace
from headwater.graph.dismantling.starts import by_betweenness, by_degree
from headwater.graph.problem import Removal
from headwater.graph.search.budget import Budget
from headwater.graph.ties import Nodes

_FIRST_ROUND = 4_000  # steps; each round is twice as long as the one before
_AT_ONCE = 200  # steps between two looks at the clock
_HOT, _COLD = 0.1, 0.002  # temperatures of a round, in nodes for each node of the network


def find(problem: Removal, seconds: float, seed: int, steps: int | None) -> Nodes:
    """See `headwater.graph.dismantling.removal_order`."""
    line = curve(problem)
    may = removable(problem)
    most = min(problem.most, may.size)
    orders = (by_degree(problem), by_betweenness(problem))
    best = min(orders, key=lambda order: trace(line, order, most, 0))
    if most and may.size > 1:
        generator = np.random.default_rng(seed)
        # Compiles, or loads what was compiled, before the clock starts.
        improve(line, best.copy(), most, (0, 1.0, 1.0), generator)
        best = _anneal(line, best, most, generator, Budget(seconds, steps))
    return best[:most]


def _anneal(
    line: Curve, best: Nodes, most: int, generator: np.random.Generator, budget: Budget
) -> Nodes:
    """The best order of all rounds; each round begins with the best so far."""
    least = trace(line, best, most, 0)
    nodes = line.first.size - 1
    for number in itertools.count():
        order = best.copy()
        portions = -(-budget.stretched(_FIRST_ROUND << number) // _AT_ONCE)
        heat = nodes * np.geomspace(_HOT, _COLD, portions + 1)
        for hot, cold in itertools.pairwise(heat.tolist()):
            if budget.spent():
                return best
            area, found = improve(line, order, most, (_AT_ONCE, hot, cold), generator)
            budget.use(_AT_ONCE)
            if area < least:
                least, best = area, found
    raise AssertionError  # rounds never end by themselves
