"""Simulated annealing over sets of nodes: one is taken out, the cheapest is given back."""

import math

import numpy as np

from headwater.graph.compiled import compiled
from headwater.graph.search.remainder import Remainder, give, price, take
from headwater.graph.ties import Nodes


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

    A step takes out a node at random and gives back the one among those out that adds
    least (the two-phase exchange of Zhou, Hao and Glover 2017); it stands if it is no worse,
    or by the chance of Metropolis et al. 1953. The cost of a step grows with the ties of the chosen
    nodes and with the parts that break off.

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
    net.mark[:] = 0
    stamp = 0
    for step in range(steps):
        node = candidates[generator.integers(0, candidates.size)]
        if net.out[node] or net.size[net.label[node]] == 1:
            continue
        change = -take(net, node)
        at, more = _cheapest(net, chosen, stamp, generator)
        stamp += chosen.size
        change += more
        temperature = hot * (cold / hot) ** (step / steps)
        if change > 0 and generator.random() >= math.exp(-change / temperature):
            give(net, node)
            continue
        give(net, chosen[at])
        chosen[at] = node
        left += change
        if left < least:
            least = left
            best[:] = chosen
    return left, least, best


@compiled
def _cheapest(
    net: Remainder, chosen: Nodes, stamp: int, generator: np.random.Generator
) -> tuple[int, int]:
    """Place and price of the chosen node that adds least; one of several at random."""
    place = -1
    least = 0
    equal = 0
    for at in range(chosen.size):
        more = price(net, chosen[at], stamp + at + 1)
        if place < 0 or more < least:
            place = at
            least = more
            equal = 1
        elif more == least:
            equal += 1
            if generator.integers(0, equal) == 0:
                place = at
    return place, least
