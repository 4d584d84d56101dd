"""Local search for the critical-node problem: annealing from chance and from two good sets."""

from functools import cache

import numpy as np

from headwater.graph.problem import Flags, Removal
from headwater.graph.search.annealing import Room, anneal, room
from headwater.graph.search.budget import Budget
from headwater.graph.search.pool import Pool
from headwater.graph.search.remainder import (
    Remainder,
    give,
    pairs_within,
    price,
    remainder,
    settle,
)
from headwater.graph.ties import Nodes, Ties

_FIRST_ROUND = 100  # steps a node of each annealing; in each round twice as many as in the last
_ROUND = 24  # annealings in a round
_PACE = 10_000  # steps of the very first annealing
_NEW = 0.25  # share of annealings from chance
_HOT, _COLD = (0.2, 0.5), (0.02, 0.1)  # temperatures, in prices, at the beginning and the end
_WARM = (0.08, 0.25)  # at the beginning from a set that is good already


def find(
    problem: Removal, seconds: float, seed: int, start: Nodes | None, steps: int | None
) -> Nodes:
    """See `headwater.graph.search.search`."""
    make_ready()
    budget = Budget(seconds, steps)
    net = remainder(problem.ties, problem.gone, pairs_within(problem.ties.n))
    tied = np.diff(net.first) > 0
    candidates = np.flatnonzero(problem.allowed & ~problem.gone & tied).astype(np.int64)
    best = _begin(net, candidates, min(problem.most, candidates.size), start)
    if 0 < best.size < candidates.size:
        found = explore(net, best, candidates, np.random.default_rng(seed), budget)[1]
        best = _begin(net, candidates, best.size, found)
    net.out[:] = problem.gone
    net.out[best] = True
    settle(net)
    return np.sort(without_idle(net, best))


@cache
def make_ready() -> None:
    """Compile, or load what was compiled, before a clock starts."""
    tie = Ties.of([0], [1], 2)
    net = remainder(tie, np.zeros(2, np.bool_), pairs_within(2))
    work = room(np.arange(2), 2)
    anneal(net, work, 1, (1, 1.0, 1.0), 1.0, np.random.default_rng(0))


def explore(
    net: Remainder, start: Nodes, candidates: Nodes, generator: np.random.Generator, budget: Budget
) -> tuple[int, Nodes]:
    """The best set of at most so many nodes as there are in the start, until the budget is spent.

    Args:
        net: The network; which of the candidates are out is set here.
        start: The set to begin with; what is found leaves no more.
        candidates: Nodes that may be taken out, those of the start among them.
        generator: Of chance.
        budget: What may be used.

    Returns:
        Worth of what the best set leaves, and the set.
    """
    return _Exploration(net, start, candidates, generator).run(budget)


class _Exploration:
    """Rounds of annealing; those of the first are short, so that something good is there soon."""

    def __init__(
        self, net: Remainder, start: Nodes, candidates: Nodes, generator: np.random.Generator
    ) -> None:
        self._net, self._candidates, self._generator = net, candidates, generator
        self._most = start.size
        self._work: Room = room(candidates, net.out.size)
        self._gone = net.out.copy()
        self._gone[candidates] = False
        self._pool = Pool()
        self._best = self._gone.copy()
        self._best[start] = True
        self._least = self._settled(self._best)
        self._pool.add(self._least, self._best)
        self._price = max(1.0, 2 * self._least / self._most)

    def run(self, budget: Budget) -> tuple[int, Nodes]:
        """Anneal until the budget is spent; what the best set leaves, and the set."""
        number = 0
        steps = budget.stretched(_PACE)  # how quick the steps are shows here
        while self._least > 0 and not budget.spent():
            self._anneal(steps)
            budget.use(steps)
            steps = budget.stretched(self._net.out.size * _FIRST_ROUND << (number // _ROUND))
            number += 1
        return self._least, np.flatnonzero(self._best & ~self._gone)

    def _anneal(self, steps: int) -> None:
        new = not self._pool.full or self._generator.random() < _NEW
        out = self._by_chance() if new else self._pool.crossed(self._net, self._generator)
        self._net.out[:] = out
        schedule = (steps, self._between(_HOT if new else _WARM), self._between(_COLD))
        least, price = anneal(
            self._net, self._work, self._most, schedule, self._price, self._generator
        )
        self._price = (self._price + price) / 2
        if least >= 0:
            self._keep(least)

    def _keep(self, least: int) -> None:
        best = self._work.best.copy()
        self._pool.add(least, best)
        if least < self._least:
            self._least, self._best = least, best

    def _settled(self, out: Flags) -> int:
        self._net.out[:] = out
        return settle(self._net)

    def _by_chance(self) -> Flags:
        out = self._gone.copy()
        out[self._generator.choice(self._candidates, self._most, replace=False)] = True
        return out

    def _between(self, ends: tuple[float, float]) -> float:
        return float(np.exp(self._generator.uniform(*np.log(ends))))


def without_idle(net: Remainder, chosen: Nodes) -> Nodes:
    """The chosen nodes, which are out, without those that add nothing when they come back.

    The last one is asked first; what it is told is true of the set without those before it.
    """
    net.mark[:] = 0
    kept = []
    for stamp, node in enumerate(chosen[::-1].tolist(), 1):
        if price(net, node, stamp):
            kept.append(node)
        else:
            give(net, node)
    return np.array(kept[::-1], dtype=np.int64)


def _begin(net: Remainder, candidates: Nodes, most: int, start: Nodes | None) -> Nodes:
    """The nodes to start with, filled up with those of most ties."""
    by_degree = candidates[np.argsort(-np.diff(net.first)[candidates], kind="stable")]
    given = candidates[:0] if start is None else np.intersect1d(start, candidates)
    rest = by_degree[~np.isin(by_degree, given)]
    return np.concatenate([given, rest])[:most].astype(np.int64)
