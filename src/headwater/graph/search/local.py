"""Local search for the critical-node problem: rounds of annealing until the limit."""

import itertools
import time
from collections.abc import Iterator

import numpy as np

from headwater.graph.problem import Removal
from headwater.graph.search.annealing import exchange
from headwater.graph.search.remainder import (
    Remainder,
    give,
    pairs_within,
    price,
    remainder,
    settle,
)
from headwater.graph.ties import Nodes

_FIRST_ROUND = 4_000  # steps; each round is twice as long as the one before
_AT_ONCE = 1_000  # steps between two looks at the clock
_HOT, _COLD = 3.0, 0.3  # temperatures of a round, in pairs left for each chosen node


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
        exchange(net, 0, best, candidates, (0, 1.0, 1.0), generator)
        settle(net)
        limits = (time.perf_counter() + seconds, steps)
        best = _anneal(net, best, candidates, generator, limits)
    return _needed(net, best, problem)


def _begin(net: Remainder, candidates: Nodes, most: int, start: Nodes | None) -> Nodes:
    """The nodes to start with, filled up with those of most ties."""
    by_degree = candidates[np.argsort(-np.diff(net.first)[candidates], kind="stable")]
    given = candidates[:0] if start is None else np.intersect1d(start, candidates)
    rest = by_degree[~np.isin(by_degree, given)]
    return np.concatenate([given, rest])[:most].astype(np.int64)


def _anneal(
    net: Remainder,
    best: Nodes,
    candidates: Nodes,
    generator: np.random.Generator,
    limits: tuple[float, int | None],
) -> Nodes:
    """The best set of all rounds; each round begins with the best so far."""
    end, steps = limits
    done = 0
    least = -1
    for number in itertools.count():
        chosen = best.copy()
        pairs = _settle(net, candidates, chosen)
        least = pairs
        for schedule in _round(number, pairs / chosen.size):
            if least == 0 or time.perf_counter() >= end or (steps is not None and done >= steps):
                return best
            pairs, fewest, found = exchange(net, pairs, chosen, candidates, schedule, generator)
            done += schedule[0]
            if fewest < least:
                least, best = fewest, found
    return best


def _round(number: int, scale: float) -> Iterator[tuple[int, float, float]]:
    """The schedules of one round, hot to cold, in portions between two looks at the clock."""
    portions = (_FIRST_ROUND << number) // _AT_ONCE
    heat = scale * np.geomspace(_HOT, _COLD, portions + 1)
    for hot, cold in itertools.pairwise(heat.tolist()):
        yield _AT_ONCE, hot, cold


def _settle(net: Remainder, candidates: Nodes, chosen: Nodes) -> int:
    net.out[candidates] = False
    net.out[chosen] = True
    return settle(net)


def _needed(net: Remainder, chosen: Nodes, problem: Removal) -> Nodes:
    """The chosen nodes without those that connect nothing when given back, sorted."""
    net.out[:] = problem.gone
    net.out[chosen] = True
    settle(net)
    net.mark[:] = 0
    kept = []
    for stamp, node in enumerate(np.sort(chosen).tolist(), 1):
        if price(net, node, stamp):
            kept.append(node)
        else:
            give(net, node)
    return np.array(kept, dtype=np.int64)
