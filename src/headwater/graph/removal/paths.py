"""Compiled walks over a piece in which every node has a length: who is near whom, and what it says.

With the lengths x of a relaxed choice (0 stays, 1 removed), two nodes joined by a path of total
length d are still connected to the degree 1 - d at least. Summed over a tree of shortest paths from
one node, this is one linear inequality in x: a cut.
"""

from typing import NamedTuple, TypeAlias

import numpy as np

from headwater.graph.adjacency import Adjacency
from headwater.graph.compiled import compiled
from headwater.graph.problem import Flags
from headwater.graph.ties import Nodes, Numbers

Rows: TypeAlias = np.ndarray[tuple[int, int], np.dtype[np.float64]]


class Walk(NamedTuple):
    """What a walk fills: distance, parent (-1 at a start), and the nodes reached in order."""

    far: Numbers
    parent: Nodes
    order: Nodes


@compiled
def _nearest(nodes: Nodes, far: Numbers) -> int:
    best = 0
    for q in range(1, nodes.size):
        if far[nodes[q]] < far[nodes[best]]:
            best = q
    return best


@compiled
def shortest(lines: Adjacency, length: Numbers, starts: Nodes, limit: float, walk: Walk) -> int:
    """Shortest paths from any start, both ends counted, to all nodes nearer than the limit.

    Gives the number of nodes reached. Dijkstra 1959.
    """
    first, near = lines
    far, parent, order = walk
    far[:] = np.inf
    state = np.zeros(far.size, dtype=np.int8)
    open_ = np.empty(far.size, dtype=np.int64)
    opened, reached = starts.size, 0
    open_[:opened] = starts
    far[starts] = length[starts]
    parent[starts] = -1
    state[starts] = 1
    while opened > 0:
        best = _nearest(open_[:opened], far)
        node = open_[best]
        if far[node] >= limit:
            break
        opened -= 1
        open_[best] = open_[opened]
        state[node] = 2
        order[reached] = node
        reached += 1
        for at in range(first[node], first[node + 1]):
            other = near[at]
            if state[other] == 2 or far[node] + length[other] >= far[other]:
                continue
            far[other] = far[node] + length[other]
            parent[other] = node
            if state[other] == 0:
                state[other] = 1
                open_[opened] = other
                opened += 1
    return reached


@compiled
def sizes(
    lines: Adjacency, weight: Numbers, x: Numbers, y: Numbers, z: Numbers, rows: Rows
) -> Numbers:
    """How far the size of each node's component is stated too small; its cut goes into `rows`.

    The cut of node i is z_i + sum of rows[i, v] x_v + r y_i >= r with r = rows[i, n], the weight
    that i reaches: z_i is the weight i is connected to, apart from the core's component (y_i).
    """
    n = x.size
    walk = Walk(np.empty(n), np.empty(n, np.int64), np.empty(n, np.int64))
    short = np.zeros(n)
    every = np.arange(n)
    for i in range(n):
        if x[i] + y[i] > 1 - 1e-6:
            continue
        reached = shortest(lines, x, every[i : i + 1], 1.0 - y[i] - 1e-9, walk)
        row = rows[i]
        row[:] = 0.0
        stated = z[i]
        for q in range(reached - 1, -1, -1):
            node = walk.order[q]
            row[node] += weight[node]
            stated += row[node] * x[node]
            if q > 0:
                row[walk.parent[node]] += row[node]
        row[n] = row[i]
        short[i] = row[n] * (1.0 - y[i]) - stated
    return short


@compiled
def left(lines: Adjacency, weight: Numbers, stays: Flags) -> float:
    """Pairs left in a piece where only some nodes stay: the sum of w(w-1)/2 over components."""
    first, near = lines
    n = first.size - 1
    seen = ~stays
    waiting = np.empty(n, dtype=np.int64)
    total = 0.0
    for start in range(n):
        if seen[start]:
            continue
        seen[start] = True
        waiting[0] = start
        at, last, reached = 0, 1, 0.0
        while at < last:
            node = waiting[at]
            at += 1
            reached += weight[node]
            for place in range(first[node], first[node + 1]):
                other = near[place]
                if not seen[other]:
                    seen[other] = True
                    waiting[last] = other
                    last += 1
        total += reached * (reached - 1) / 2
    return total
