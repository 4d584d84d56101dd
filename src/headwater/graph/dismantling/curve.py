"""The curve of the largest component, traced backwards: nodes come back, the last removed first.

Compiled. Adding nodes needs only a union of components (Newman and Ziff 2001), so that one curve
costs about as much as looking at every tie once.
"""

import math
from typing import NamedTuple

import numpy as np

from headwater.graph.adjacency import adjacency
from headwater.graph.compiled import compiled
from headwater.graph.problem import Removal
from headwater.graph.ties import Nodes

_NEAR = 5  # places; half of the moves go no further


class Curve(NamedTuple):
    """A network, and room to trace a curve.

    Attributes:
        first: Where the neighbours of each node begin; n + 1 numbers.
        neighbours: The neighbours of node 0, of node 1, and so on; of gone nodes none.
        stays: Nodes that can never be removed and are not gone.
        parent: A node of the same component, or -1 while the node is out.
        size: Nodes of the component, at its first node.
        largest: Largest component after so many removals, of the order that stands.
        trial: The same, of the order that is tried.
    """

    first: Nodes
    neighbours: Nodes
    stays: Nodes
    parent: Nodes
    size: Nodes
    largest: Nodes
    trial: Nodes


def removable(problem: Removal) -> Nodes:
    """The nodes that may be removed and are not gone."""
    return np.flatnonzero(problem.allowed & ~problem.gone).astype(np.int64)


def curve(problem: Removal) -> Curve:
    """Room to trace curves of this network."""
    n = problem.ties.n
    return Curve(
        *adjacency(problem.ties, problem.gone),
        np.flatnonzero(~problem.allowed & ~problem.gone).astype(np.int64),
        *(np.zeros(n + 1, np.int64) for _ in range(4)),
    )


@compiled
def trace(line: Curve, order: Nodes, most: int, since: int) -> int:
    """Trace the curve of an order into `trial`.

    Args:
        line: The network; `trial` is written to.
        order: Every node that may be removed, the first to be removed first.
        most: Nodes from this place on are never removed.
        since: Largest components are wanted after so many removals and more.

    Returns:
        The sum over these numbers of removals.
    """
    line.parent[:] = -1
    largest = 0
    for node in line.stays:
        largest = max(largest, _add(line, node))
    for place in range(order.size - 1, most - 1, -1):
        largest = max(largest, _add(line, order[place]))
    line.trial[most] = largest
    total = largest
    for place in range(most - 1, since - 1, -1):
        largest = max(largest, _add(line, order[place]))
        line.trial[place] = largest
        total += largest
    return total


@compiled
def improve(
    line: Curve,
    order: Nodes,
    most: int,
    schedule: tuple[int, float, float],
    generator: np.random.Generator,
) -> tuple[int, Nodes]:
    """Swap and shift nodes of an order by simulated annealing; the least area, and its order.

    Args:
        line: The network; changed.
        order: Every node that may be removed; changed.
        most: Nodes from this place on are never removed.
        schedule: Number of steps; temperature, in nodes, at the first and after the last step.
        generator: Of chance.
    """
    steps, hot, cold = schedule
    area = trace(line, order, most, 0)
    line.largest[:] = line.trial
    least = area
    best = order.copy()
    for step in range(steps):
        here, there, swaps = _move(line, most, order.size, generator)
        _change(order, here, there, swaps)
        since = min(here, there)
        change = trace(line, order, most, since) - line.largest[since : most + 1].sum()
        temperature = hot * (cold / hot) ** (step / steps)
        if change > 0 and generator.random() >= math.exp(-change / temperature):
            _change(order, there, here, swaps)
            continue
        line.largest[since : most + 1] = line.trial[since : most + 1]
        area += change
        if area < least:
            least = area
            best[:] = order
    return least, best


@compiled
def _root(parent: Nodes, node: int) -> int:
    while parent[node] != node:
        parent[node] = parent[parent[node]]
        node = parent[node]
    return node


@compiled
def _add(line: Curve, node: int) -> int:
    """Let a node come back; the size of its component."""
    line.parent[node] = node
    line.size[node] = 1
    root = node
    for at in range(line.first[node], line.first[node + 1]):
        other = line.neighbours[at]
        if line.parent[other] < 0:
            continue
        second = _root(line.parent, other)
        if second != root:
            if line.size[second] > line.size[root]:
                root, second = second, root
            line.parent[second] = root
            line.size[root] += line.size[second]
    return int(line.size[root])


@compiled
def _move(
    line: Curve, most: int, count: int, generator: np.random.Generator
) -> tuple[int, int, bool]:
    """Two places, the first where something is still connected, and whether to swap or shift."""
    active = 0
    while active < most and line.largest[active] > 1:
        active += 1
    here = int(generator.integers(0, max(active, 1)))
    if generator.random() < 0.5:
        there = int(generator.integers(0, count))
    else:
        there = min(max(here + int(generator.integers(-_NEAR, _NEAR + 1)), 0), count - 1)
    return here, there, generator.random() < 0.5


@compiled
def _change(order: Nodes, here: int, there: int, swaps: bool) -> None:
    """Swap the nodes at two places, or shift the node at the first place to the second."""
    node = order[here]
    if swaps:
        order[here] = order[there]
        order[there] = node
        return
    step = 1 if there > here else -1
    for place in range(here, there, step):
        order[place] = order[place + step]
    order[there] = node
