"""Simulated annealing over sets of nodes: one is taken out, the cheapest is given back."""

import itertools
import math
import time
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from headwater.graph.compiled import compiled
from headwater.graph.search.remainder import Remainder, give, price, settle, take
from headwater.graph.ties import Nodes

_FIRST_ROUND = 4_000  # steps; each round is twice as long as the one before
_AT_ONCE = 1_000  # steps between two looks at the clock


class Budget:
    """Time and steps that a search may still use; the clock starts when it is made."""

    def __init__(self, seconds: float, steps: int | None) -> None:
        self._end = time.perf_counter() + seconds
        self._steps = steps

    def spent(self) -> bool:
        """Whether nothing is left."""
        return time.perf_counter() >= self._end or (self._steps is not None and self._steps <= 0)

    def use(self, steps: int) -> None:
        """Count steps that were made."""
        if self._steps is not None:
            self._steps -= steps


def anneal(
    net: Remainder,
    best: Nodes,
    candidates: Nodes,
    generator: np.random.Generator,
    budget: Budget,
    heat: Callable[[int], tuple[float, float]],
) -> tuple[int, Nodes]:
    """Rounds of annealing, each from the best set so far, until nothing is left or time is up.

    Args:
        net: The network; which of the candidates are out is set here.
        best: The set to begin with.
        candidates: Nodes that may be taken out, the chosen ones among them.
        generator: Of chance.
        budget: What may be used.
        heat: Temperature at the beginning and at the end of a round, by the worth of what is left.

    Returns:
        Worth of what the best set leaves, and the set.
    """
    for number in itertools.count():
        chosen = best.copy()
        net.out[candidates] = False
        net.out[chosen] = True
        left = least = settle(net)
        portions = (_FIRST_ROUND << number) // _AT_ONCE
        for hot, cold in itertools.pairwise(np.geomspace(*heat(left), portions + 1).tolist()):
            if least == 0 or budget.spent():
                return least, best
            schedule = (_AT_ONCE, hot, cold)
            left, fewest, found = exchange(net, left, chosen, candidates, schedule, generator)
            budget.use(_AT_ONCE)
            if fewest < least:
                least, best = fewest, found
    raise AssertionError  # rounds never end by themselves


class _Prices(NamedTuple):
    """What each chosen node would add if it came back; worked out again only where it changes.

    Attributes:
        price: By place among the chosen.
        place: Place of each node among the chosen, or -1.
        seen: When each node was last looked at.
        queue: Nodes to look from.
        clock: A number that rises.
    """

    price: Nodes
    place: Nodes
    seen: Nodes
    queue: Nodes
    clock: Nodes


@compiled
def exchange(
    net: Remainder,
    left: int,
    chosen: Nodes,
    candidates: Nodes,
    schedule: tuple[int, float, float],
    generator: np.random.Generator,
) -> tuple[int, int, Nodes]:
    """Exchange nodes for a number of steps.

    A step takes out a node at random and gives back the one among those out that adds least (the
    two-phase exchange of Zhou, Hao and Glover 2017); it stands if it is no worse, or by the chance
    of Metropolis et al. 1953. The cost of a step grows with the component of the node or, if that
    is less, with the ties of the chosen nodes.

    Args:
        net: The network with the chosen nodes out; changed.
        left: Worth of what is left now.
        chosen: The nodes that are out and may be given back; changed.
        candidates: Nodes that may be taken out, the chosen ones among them.
        schedule: Number of steps; temperature, in worth, at the first and after the last step.
        generator: Of chance.

    Returns:
        Worth of what is left at the end, the least on the way, and the set that had it.
    """
    steps, hot, cold = schedule
    best = chosen.copy()
    least = left
    prices = _priced(net, chosen)
    before = prices.price.copy()
    for step in range(steps):
        node = candidates[generator.integers(0, candidates.size)]
        if net.out[node] or net.size[net.label[node]] == 1:
            continue
        before[:] = prices.price
        change = -take(net, node)
        _price_around(net, prices, chosen, node)
        at = _cheapest(prices.price, generator)
        change += prices.price[at]
        temperature = hot * (cold / hot) ** (step / steps)
        if change > 0 and generator.random() >= math.exp(-change / temperature):
            give(net, node)
            prices.price[:] = before
            continue
        back = chosen[at]
        give(net, back)
        prices.place[back] = -1
        prices.place[node] = at
        chosen[at] = node
        _price_around(net, prices, chosen, back)
        _price(net, prices, node)
        left += change
        if left < least:
            least = left
            best[:] = chosen
    return left, least, best


@compiled
def _priced(net: Remainder, chosen: Nodes) -> _Prices:
    n = net.out.size
    prices = _Prices(
        np.zeros(chosen.size, np.int64),
        np.full(n, -1, np.int64),
        np.zeros(n, np.int64),
        np.zeros(n, np.int64),
        np.zeros(1, np.int64),
    )
    net.mark[:] = 0
    for at in range(chosen.size):
        prices.place[chosen[at]] = at
        _price(net, prices, chosen[at])
    return prices


@compiled
def _price(net: Remainder, prices: _Prices, node: int) -> None:
    prices.clock[0] += 1
    prices.price[prices.place[node]] = price(net, node, prices.clock[0])


@compiled
def _price_around(net: Remainder, prices: _Prices, chosen: Nodes, node: int) -> None:
    """Price again the chosen nodes beside the components that this node is in or beside."""
    if _widest(net, node) > chosen.size:
        for one in chosen:
            _price(net, prices, one)
        return
    prices.clock[0] += 1
    now = prices.clock[0]
    prices.seen[node] = now
    prices.queue[0] = node
    count = 1
    done = 0
    while done < count:
        one = prices.queue[done]
        done += 1
        for at in range(net.first[one], net.first[one + 1]):
            other = net.neighbours[at]
            if prices.seen[other] == now:
                continue
            prices.seen[other] = now
            if not net.out[other]:
                prices.queue[count] = other
                count += 1
            elif prices.place[other] >= 0:
                _price(net, prices, other)


@compiled
def _widest(net: Remainder, node: int) -> int:
    """Size of the largest component beside a node."""
    size = 0
    for at in range(net.first[node], net.first[node + 1]):
        other = net.neighbours[at]
        if not net.out[other]:
            size = max(size, int(net.size[net.label[other]]))
    return size


@compiled
def _cheapest(price: Nodes, generator: np.random.Generator) -> int:
    """Place of the lowest price; of several, the first from a place at random."""
    begin = int(generator.integers(0, price.size))
    best = begin
    for at in range(begin + 1, price.size):
        if price[at] < price[best]:
            best = at
    for at in range(begin):
        if price[at] < price[best]:
            best = at
    return best


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
