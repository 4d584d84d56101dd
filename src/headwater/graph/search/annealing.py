"""Simulated annealing over sets of nodes: one is taken out, the cheapest is given back."""

import itertools
import math
import time
from collections.abc import Callable

import numpy as np

from headwater.graph.compiled import compiled
from headwater.graph.search.prices import enter, give_priced, priced, rename, take_priced
from headwater.graph.search.remainder import Remainder, give, price, settle
from headwater.graph.ties import Nodes

_FIRST_ROUND = 4_000  # steps; each round is twice as long as the one before
_AT_ONCE = 1_000  # steps between two looks at the clock
_OF_SOME = 0.5  # chance that not all chosen nodes are asked which adds least


class Budget:
    """Time and steps that a search may still use; the clock starts when it is made."""

    def __init__(self, seconds: float, steps: int | None) -> None:
        self._begin = time.perf_counter()
        self._seconds = seconds
        self._steps = steps
        self._used = 0

    def spent(self) -> bool:
        """Whether nothing is left."""
        late = time.perf_counter() - self._begin >= self._seconds
        return late or (self._steps is not None and self._used >= self._steps)

    def use(self, steps: int) -> None:
        """Count steps that were made."""
        self._used += steps

    def stretched(self, steps: int) -> int:
        """So many steps; or all that are left, where another round twice as long would not fit."""
        left = math.inf if self._steps is None else self._steps - self._used
        if self._used:
            gone = time.perf_counter() - self._begin
            left = min(left, self._used * (self._seconds / gone - 1))
        return steps if left >= 3 * steps else max(1, int(left))


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
        heat: Temperatures at the beginning and at the end of a round, by the worth of what is left
            now.

    Returns:
        Worth of what the best set leaves, and the set.
    """
    for number in itertools.count():
        chosen = best.copy()
        net.out[candidates] = False
        net.out[chosen] = True
        left = least = settle(net)
        portions = -(-budget.stretched(_FIRST_ROUND << number) // _AT_ONCE)
        for portion in range(portions):
            if least == 0 or budget.spent():
                return least, best
            hot, cold = heat(left)
            fall = (cold / hot) ** (1 / portions)
            now = hot * fall**portion
            schedule = (_AT_ONCE, now, now * fall)
            left, fewest, found = exchange(net, left, chosen, candidates, schedule, generator)
            budget.use(_AT_ONCE)
            if fewest < least:
                least, best = fewest, found
    raise AssertionError  # rounds never end by themselves


# long: 2026-11-22: half of it says what goes in and out; the rest is one loop over shared state
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

    A step takes out a node at random and gives back one among those out that adds little (the
    two-phase exchange of Zhou, Hao and Glover 2017); it stands if it is no worse, or by the chance
    of Metropolis et al. 1953. The cost of a step grows with the components that change or, where
    one is large, with the number of chosen nodes and the parts that break off or join it.

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
    prices = priced(net, chosen)
    price, joined, widest = prices.price.copy(), prices.joined.copy(), prices.widest.copy()
    for step in range(steps):
        node = candidates[generator.integers(0, candidates.size)]
        whole = net.label[node]
        if net.out[node] or net.size[whole] == 1:
            continue
        price[:], joined[:], widest[:] = prices.price, prices.joined, prices.widest
        change = -take_priced(net, prices, node)
        at = _cheap(prices.price, generator)
        change += prices.price[at]
        temperature = hot * (cold / hot) ** (step / steps)
        if change > 0 and generator.random() >= math.exp(-change / temperature):
            give(net, node)
            prices.price[:], prices.joined[:], prices.widest[:] = price, joined, widest
            if net.label[node] != whole:
                rename(prices, whole, net.label[node])
            continue
        back = chosen[at]
        enter(net, prices, at, node)
        give_priced(net, prices, back)
        left += change
        if left < least:
            least = left
            best[:] = chosen
    return left, least, best


@compiled
def _cheap(price: Nodes, generator: np.random.Generator) -> int:
    """Place of the lowest price of all or, half of the time, of some: so the dear ones move too.

    Of several lowest ones, the first from a place at random.
    """
    begin = int(generator.integers(0, price.size))
    count = price.size
    if generator.random() < _OF_SOME:
        count = 1 + int(generator.integers(0, price.size))
    best = begin
    for at in range(begin + 1, min(begin + count, price.size)):
        if price[at] < price[best]:
            best = at
    for at in range(begin + count - price.size):
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
