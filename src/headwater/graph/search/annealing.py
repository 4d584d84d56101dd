"""Simulated annealing over sets of any size, where each removal has a price.

A step looks at one node. A node that is out may come back: it joins a component beside it, and of
each other one beside it, it joins that too, or the neighbours there are taken out in its place,
whichever is cheaper. So the border between two components is moved in one step, where exchanging
two nodes would need luck to find the right one (separators were refined like that by Fiduccia and
Mattheyses 1982). A node that stays may be taken out. Whether a step is made, Metropolis et al. 1953
decide; only then the components are worked out anew. The price follows how many nodes are out: it
rises as long as there are too many.
"""

import math
from typing import NamedTuple

import numpy as np

from headwater.graph.compiled import compiled
from headwater.graph.problem import Flags
from headwater.graph.search.losses import Losses, losses, work_out
from headwater.graph.search.remainder import Remainder, give, settle, take
from headwater.graph.ties import Nodes

_NOWHERE = -1
_NONE_YET = -1
_BACK = 0.5  # chance that a step looks at a node that is out
_CLOSELY = 0.01  # chance that what a node would break off is worked out, not only looked at
_SLACK = 0.05  # share of the wanted number by which it is cheap to have more or fewer out
_SURE = 20.0  # differences, in temperatures, from where on chance is not asked
_FOLLOWS = 0.05  # how fast the price follows, in each as many steps as there are nodes


class Room(NamedTuple):
    """Which nodes are out, and room to work in.

    Attributes:
        free: Nodes that may be out.
        chosen: Those that are out, in no order; the rest is of no meaning.
        place: Place of each node among them.
        length: How many they are.
        best: The best set so far, as flags.
        name: Components beside a node, the one to join first; from the end, nodes to take out.
        beside: Neighbours of a node in each component.
        cut: Whether a component is cut off and not joined.
        losses: What was lost with each node when it was last worked out.
    """

    free: Flags
    chosen: Nodes
    place: Nodes
    length: Nodes
    best: Flags
    name: Nodes
    beside: Nodes
    cut: Flags
    losses: Losses


def room(candidates: Nodes, n: int) -> Room:
    """Room for annealing over these nodes of a network of n."""
    free = np.zeros(n, np.bool_)
    free[candidates] = True
    return Room(
        free,
        np.zeros(n, np.int64),
        np.full(n, _NOWHERE, np.int64),
        np.zeros(1, np.int64),
        np.zeros(n, np.bool_),
        np.zeros(2 * n + 2, np.int64),
        np.zeros(n + 1, np.int64),
        np.zeros(n + 1, np.bool_),
        losses(n),
    )


@compiled
def anneal(
    net: Remainder,
    work: Room,
    most: int,
    schedule: tuple[int, float, float],
    price: float,
    generator: np.random.Generator,
) -> tuple[int, float]:
    """Anneal once, from the nodes that are out now.

    Args:
        net: The network, with the nodes to begin with out; changed.
        work: Its `best` is the best set of at most so many nodes afterwards.
        most: So many nodes are wanted out.
        schedule: Number of steps; temperature, in prices, at the first and after the last step.
        price: What a removal costs at first, in worth of what is left; 1 or more.
        generator: Of chance.

    Returns:
        Worth of what the best set leaves, -1 if there was none; and the price at the end.
    """
    steps, hot, cold = schedule
    slack = max(2.0, _SLACK * most)
    left = settle(net)
    least = _NONE_YET
    _begin(net, work)
    for done in range(0, steps, net.out.size):
        drift = (work.length[0] - most) / slack
        price = max(1.0, price * math.exp(_FOLLOWS * max(-1.0, min(1.0, drift))))
        terms = (most, slack, price, hot * (cold / hot) ** (done / steps) * price)
        some = min(net.out.size, steps - done)
        work_out(net, work.losses)
        left, least = _step(net, work, some, (left, least), terms, generator)
    return least, price


@compiled
def _step(
    net: Remainder,
    work: Room,
    steps: int,
    worth_of: tuple[int, int],
    terms: tuple[int, float, float, float],
    generator: np.random.Generator,
) -> tuple[int, int]:
    """Make some steps at one price and temperature; what is left now, and by the best set."""
    left, least = worth_of
    most, slack, price, heat = terms
    free, out, label, size, worth = work.free, net.out, net.label, net.size, net.worth
    lost = work.losses.lost
    for _ in range(steps):
        if work.length[0] > 0 and generator.random() < _BACK:
            node = int(work.chosen[generator.integers(0, work.length[0])])
            left += _come_back(net, work, node, terms, generator)
        else:
            node = int(generator.integers(0, out.size))
            if free[node] and not out[node]:
                extra = work.length[0] - most
                limit = price * (_due(extra + 1, slack) - _due(extra, slack))
                limit += math.log(1.0 - generator.random()) * heat
                whole = size[label[node]]
                least_lost = worth[whole] - worth[whole - 1]
                if (
                    least_lost >= limit
                    or lost[node] >= limit
                    or (worth[whole] >= limit and generator.random() < _CLOSELY)
                ):
                    left -= _go(net, work, node, limit)
        if work.length[0] <= most and (left < least or least < 0):
            least = left
            for at in range(out.size):  # as one assignment it would be compiled for seconds
                work.best[at] = out[at]
    return left, least


@compiled
def _begin(net: Remainder, work: Room) -> None:
    work.length[0] = 0
    work.beside[:] = 0
    for node in range(net.out.size):
        if net.out[node] and work.free[node]:
            _enter(work, node)


@compiled
def _enter(work: Room, node: int) -> None:
    work.place[node] = work.length[0]
    work.chosen[work.length[0]] = node
    work.length[0] += 1


@compiled
def _leave(work: Room, node: int) -> None:
    work.length[0] -= 1
    last = work.chosen[work.length[0]]
    work.chosen[work.place[node]] = last
    work.place[last] = work.place[node]


@compiled
def _due(extra: int, slack: float) -> float:
    """What having so many nodes too many (or, below zero, too few) out costs, in prices."""
    return extra + extra * extra / (2 * slack)


@compiled
def _go(net: Remainder, work: Room, node: int, limit: float) -> int:
    """Take a node out if that much less is left, what breaks off counted; how much less it is."""
    lost = take(net, node)
    if lost >= limit:
        _enter(work, node)
        return lost
    give(net, node)
    return 0


@compiled
def _come_back(
    net: Remainder,
    work: Room,
    node: int,
    terms: tuple[int, float, float, float],
    generator: np.random.Generator,
) -> int:
    """Give a node back, or do not; how much more is left."""
    most, slack, price, heat = terms
    components = _look_around(net, work, node)
    if components > 1:  # which one is joined for sure
        one = int(generator.integers(0, components))
        work.name[0], work.name[one] = work.name[one], work.name[0]
    extra = work.length[0] - most
    each = price * max(0.0, 1 + (extra - 0.5) / slack)
    more, taken = _plan(net, work, components, (each, heat), generator)
    cost = more + price * (_due(extra - 1 + taken, slack) - _due(extra, slack))
    does = cost <= 0 or generator.random() < math.exp(-cost / heat)
    if does and taken > 0:
        does = _list_taken(net, work, node)
    for at in range(components):
        work.beside[work.name[at]] = 0
        work.cut[work.name[at]] = False
    if not does:
        return 0
    change = 0
    for at in range(taken):
        other = int(work.name[work.name.size - 1 - at])
        change -= take(net, other)
        _enter(work, other)
    _leave(work, node)
    return change + give(net, node)


@compiled
def _look_around(net: Remainder, work: Room, node: int) -> int:
    """Count the neighbours in each component beside a node; how many components these are."""
    first, neighbours, out, label = net.first, net.neighbours, net.out, net.label
    beside, listed = work.beside, work.name
    components = 0
    for at in range(first[node], first[node + 1]):
        other = neighbours[at]
        if not out[other]:
            name = label[other]
            if beside[name] == 0:
                listed[components] = name
                components += 1
            beside[name] += 1
    return components


@compiled
def _plan(
    net: Remainder,
    work: Room,
    components: int,
    terms: tuple[float, float],
    generator: np.random.Generator,
) -> tuple[int, int]:
    """Which components beside a node to cut off; how much more is left, how many are taken out."""
    each, heat = terms
    sizes, worth, listed, counted, cut = net.size, net.worth, work.name, work.beside, work.cut
    joined = 1
    before = 0
    taken = 0
    for at in range(components):
        name = listed[at]
        size, beside = sizes[name], counted[name]
        if at > 0:
            fewer = worth[size] - worth[size - beside]
            joining = worth[joined + size] - worth[joined] - worth[size]
            dearer = (joining + fewer - beside * each) / heat
            if dearer > _SURE or (
                dearer > -_SURE and generator.random() * (1.0 + math.exp(-dearer)) < 1.0
            ):
                cut[name] = True
                before += fewer
                taken += beside
                continue
        joined += size
        before += worth[size]
    return int(worth[joined] - before), int(taken)


@compiled
def _list_taken(net: Remainder, work: Room, node: int) -> bool:
    """List the neighbours to be taken out, from the end of `name`; whether all of them may be."""
    first, neighbours, out, label = net.first, net.neighbours, net.out, net.label
    last = work.name.size - 1
    for at in range(first[node], first[node + 1]):
        other = neighbours[at]
        if not out[other] and work.cut[label[other]]:
            if not work.free[other]:
                return False
            work.name[last] = other
            last -= 1
    return True
