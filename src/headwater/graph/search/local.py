"""Local search for the critical-node problem."""

import numpy as np

from headwater.graph.problem import Removal
from headwater.graph.search.annealing import Budget, anneal, exchange, without_idle
from headwater.graph.search.remainder import Remainder, pairs_within, remainder, settle
from headwater.graph.ties import Nodes

_HOT, _COLD = 4.0, 0.2  # temperatures of a round, in pairs that a node is part of on average


def find(
    problem: Removal, seconds: float, seed: int, start: Nodes | None, steps: int | None
) -> Nodes:
    """See `headwater.graph.search.search`."""
    net = remainder(problem.ties, problem.gone, pairs_within(problem.ties.n))
    tied = np.diff(net.first) > 0
    candidates = np.flatnonzero(problem.allowed & ~problem.gone & tied).astype(np.int64)
    best = _begin(net, candidates, min(problem.most, candidates.size), start)
    if 0 < best.size < candidates.size:
        generator = np.random.default_rng(seed)
        # Compiles, or loads what was compiled, before the clock starts.
        exchange(net, settle(net), best.copy(), candidates, (0, 1.0, 1.0), generator)
        staying = problem.ties.n - best.size

        def heat(pairs: int) -> tuple[float, float]:
            scale = max(1.0, 2 * pairs / staying)
            return scale * _HOT, scale * _COLD

        best = anneal(net, best, candidates, generator, Budget(seconds, steps), heat)[1]
    return _needed(net, best, problem)


def _begin(net: Remainder, candidates: Nodes, most: int, start: Nodes | None) -> Nodes:
    """The nodes to start with, filled up with those of most ties."""
    by_degree = candidates[np.argsort(-np.diff(net.first)[candidates], kind="stable")]
    given = candidates[:0] if start is None else np.intersect1d(start, candidates)
    rest = by_degree[~np.isin(by_degree, given)]
    return np.concatenate([given, rest])[:most].astype(np.int64)


def _needed(net: Remainder, chosen: Nodes, problem: Removal) -> Nodes:
    """The chosen nodes without those that connect nothing when given back, sorted."""
    net.out[:] = problem.gone
    net.out[chosen] = True
    settle(net)
    return np.sort(without_idle(net, chosen))
