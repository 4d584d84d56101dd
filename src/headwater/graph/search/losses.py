"""How much less would be left if a node were taken out, for all nodes at once; compiled."""

from typing import NamedTuple

import numpy as np

from headwater.graph.compiled import compiled
from headwater.graph.search.remainder import Remainder
from headwater.graph.ties import Nodes

_UNSEEN = -1


class Losses(NamedTuple):
    """What is lost with each node, and room to work in.

    Attributes:
        lost: Worth that would be lost; of no meaning for nodes that are out.
        number: In which order nodes were met, or -1.
        low: The first met node that a node or those below it are tied to.
        parent: The node that a node was met from.
        next: The next line of each node to look along.
        below: Nodes met from a node and from those below it, itself among them.
        apart: Nodes below that hang on this node alone.
        kept: Worth of those, each group by itself.
    """

    lost: Nodes
    number: Nodes
    low: Nodes
    parent: Nodes
    next: Nodes
    below: Nodes
    apart: Nodes
    kept: Nodes


def losses(n: int) -> Losses:
    """Room for a network of n nodes."""
    return Losses(*(np.zeros(n, np.int64) for _ in range(8)))


@compiled
def work_out(net: Remainder, work: Losses) -> None:
    """Set what is lost with each node that is not out; it grows with the ties.

    One walk in depth finds what hangs on a node alone (Hopcroft and Tarjan 1973).
    """
    work.number[:] = _UNSEEN
    count = 0
    for root in range(net.out.size):
        if not net.out[root] and work.number[root] < 0:
            work.parent[root] = _UNSEEN
            count = _walk(net, work, root, count)


@compiled
def _walk(net: Remainder, work: Losses, node: int, count: int) -> int:
    """Walk through the component of a node; how many nodes have been met by then."""
    number, low, following = work.number, work.low, work.next
    first, neighbours, out = net.first, net.neighbours, net.out
    while node >= 0:
        if number[node] < 0:
            number[node] = low[node] = count
            following[node] = first[node]
            work.below[node] = 1
            work.apart[node] = work.kept[node] = 0
            count += 1
        if following[node] == first[node + 1]:
            node = _close(net, work, node)
            continue
        other = int(neighbours[following[node]])
        following[node] += 1
        if out[other]:
            continue
        if number[other] < 0:
            work.parent[other] = node
            node = other
        elif number[other] < low[node]:
            low[node] = number[other]
    return count


@compiled
def _close(net: Remainder, work: Losses, node: int) -> int:
    """All lines of a node were looked along: set its loss, tell its parent; the parent."""
    size = net.size[net.label[node]]
    rest = size - 1 - work.apart[node]
    work.lost[node] = net.worth[size] - work.kept[node] - net.worth[rest]
    up = int(work.parent[node])
    if up >= 0:
        below = work.below[node]
        work.below[up] += below
        work.low[up] = min(work.low[up], work.low[node])
        if work.low[node] >= work.number[up]:
            work.apart[up] += below
            work.kept[up] += net.worth[below]
    return up
