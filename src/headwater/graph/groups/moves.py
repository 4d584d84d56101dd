"""The inner loops of the partition into groups, compiled.

A network is three arrays: where the neighbours of each node begin (one entry more than nodes), who
they are, and the weights; each tie stands there from both ends, a self tie once with twice its
weight. With them goes the strength of each node, the sum of its weights.
"""

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from headwater.graph.compiled import compiled
from headwater.graph.ties import Nodes, Numbers

_Flags: TypeAlias = npt.NDArray[np.bool_]
_LEAST = 1e-12  # a gain below this is a rounding error


@compiled
def settle(  # noqa: PLR0913 - a compiled loop takes its arrays one by one
    first: Nodes,
    neighbour: Nodes,
    weight: Numbers,
    strength: Numbers,
    order: Nodes,
    label: Nodes,
    share: float,
) -> Nodes:
    """Move nodes to the neighbouring group that gains most, until no move gains anything.

    Nodes are first tried in `order`, from the groups `label` on, 0 to nodes - 1; `share` is the
    resolution divided by twice the whole weight.
    """
    n = order.size
    group = label.copy()
    held = np.zeros(n)
    for v in range(n):
        held[group[v]] += strength[v]
    queue, waiting = order.copy(), np.ones(n, dtype=np.bool_)
    toward, met = np.zeros(n), np.empty(n, dtype=np.int64)
    everywhere = np.zeros(n, dtype=np.int64)
    head, length = 0, n
    while length > 0:
        v = queue[head]
        head = (head + 1) % n
        length -= 1
        waiting[v] = False
        held[group[v]] -= strength[v]
        around = slice(first[v], first[v + 1])
        count = _weigh(v, neighbour[around], weight[around], group, everywhere, toward, met)
        stay = toward[group[v]] - strength[v] * held[group[v]] * share
        best = _best(met[:count], toward, held, strength[v] * share, group[v], stay)
        toward[met[:count]] = 0.0
        held[best] += strength[v]
        if best != group[v]:
            group[v] = best
            length = _wake(neighbour[around], group, best, queue, waiting, head, length)
    return group


@compiled
def refine(  # noqa: PLR0913 - a compiled loop takes its arrays one by one
    first: Nodes,
    neighbour: Nodes,
    weight: Numbers,
    strength: Numbers,
    order: Nodes,
    group: Nodes,
    share: float,
) -> Nodes:
    """Split each group into parts that surely hang together; nodes begin alone and join once.

    Arguments as in `settle`. A node joins the part of its own group that gains most.
    """
    n = order.size
    part, held, whole = np.arange(n), strength.copy(), np.zeros(n)
    alone = np.ones(n, dtype=np.bool_)
    for v in range(n):
        whole[group[v]] += strength[v]
    toward, met = np.zeros(n), np.empty(n, dtype=np.int64)
    for v in order:
        if not alone[v]:
            continue
        around = slice(first[v], first[v + 1])
        count = _weigh(v, neighbour[around], weight[around], part, group, toward, met)
        inside = 0.0
        for there in met[:count]:
            inside += toward[there]
        best = v
        if inside >= share * strength[v] * (whole[group[v]] - strength[v]):
            best = _best(met[:count], toward, held, strength[v] * share, v, 0.0)
        toward[met[:count]] = 0.0
        if best != v:
            part[v] = best
            held[v] -= strength[v]
            held[best] += strength[v]
            alone[v] = alone[best] = False
    return part


@compiled
def _weigh(  # noqa: PLR0913 - a compiled loop takes its arrays one by one
    v: int,
    near: Nodes,
    heavy: Numbers,
    label: Nodes,
    fence: Nodes,
    toward: Numbers,
    met: Nodes,
) -> int:
    """Sum the weights from a node toward each group near it; how many groups it met.

    Only neighbours within the same `fence` count. `toward` is zero before, and holds the sums of
    the groups in `met` after.
    """
    count = 0
    for at in range(near.size):
        there = label[near[at]]
        if near[at] != v and heavy[at] > 0 and fence[near[at]] == fence[v]:
            if toward[there] == 0.0:
                met[count] = there
                count += 1
            toward[there] += heavy[at]
    return count


@compiled
def _best(met: Nodes, toward: Numbers, held: Numbers, cost: float, own: int, most: float) -> int:
    """The group that gains more than `most`, or else the own one."""
    best = own
    for there in met:
        gain = toward[there] - cost * held[there]
        if gain > most + _LEAST:
            most = gain
            best = there
    return best


@compiled
def _wake(  # noqa: PLR0913 - a compiled loop takes its arrays one by one
    near: Nodes,
    group: Nodes,
    best: int,
    queue: Nodes,
    waiting: _Flags,
    head: int,
    length: int,
) -> int:
    """Put neighbours outside the group that a node moved to back in the queue; its new length."""
    for u in near:
        if group[u] != best and not waiting[u]:
            waiting[u] = True
            queue[(head + length) % queue.size] = u
            length += 1
    return length
