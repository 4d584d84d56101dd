"""What is left of a network while nodes are taken out and given back, kept up to date.

What is left has a worth: the sum over its components of a worth that depends on their size.
Compiled. Taking a node out looks from all its neighbours at once, one step each in turn, until the
searches have met or all but one have run dry: it costs about as much as the smaller parts that
break off, not as much as the component (the idea of Even and Shiloach 1981). Giving one back
renames the smaller components only.
"""

from typing import NamedTuple

import numpy as np

from headwater.graph.adjacency import adjacency
from headwater.graph.compiled import compiled
from headwater.graph.problem import Flags
from headwater.graph.ties import Nodes, Ties

_DRY = -1


class Fronts(NamedTuple):
    """Room for searches that run side by side, one from each neighbour of a node.

    Attributes:
        begin: First node of each search; `Remainder.link` leads on to the others.
        head: Next node that the search looks from.
        tail: Its last node.
        found: How many nodes it has found.
        parent: The search it has met, or itself; the last of that line stands for all.
        running: How many searches that have met this one still have nodes to look from.
        active: The searches that still have nodes to look from.
    """

    begin: Nodes
    head: Nodes
    tail: Nodes
    found: Nodes
    parent: Nodes
    running: Nodes
    active: Nodes


class Remainder(NamedTuple):
    """A network, which of its nodes are out, and the components of the others.

    Attributes:
        first: Where the neighbours of each node begin; n + 1 numbers.
        neighbours: The neighbours of node 0, of node 1, and so on.
        worth: Worth of a component of no node, of one node, and so on; n + 1 numbers.
        out: Whether a node is out.
        label: Number of each node's component; of no meaning for nodes that are out.
        size: Nodes in each component.
        spare: Numbers that no component has; how many they are comes first.
        link: Next node of the same search.
        owner: The search that has found a node, or -1.
        mark: When a component was last counted.
        fronts: Room for searches.
    """

    first: Nodes
    neighbours: Nodes
    worth: Nodes
    out: Flags
    label: Nodes
    size: Nodes
    spare: Nodes
    link: Nodes
    owner: Nodes
    mark: Nodes
    fronts: Fronts


def remainder(ties: Ties, gone: Flags, worth: Nodes) -> Remainder:
    """The network without the nodes that are gone, nothing else taken out; still to be settled."""
    first, neighbours = adjacency(ties, gone)
    room = int(np.diff(first).max(initial=0)) + 1
    return Remainder(
        first,
        neighbours,
        worth,
        np.array(gone),
        np.zeros(ties.n, np.int64),
        np.zeros(ties.n + 1, np.int64),
        np.zeros(ties.n + 2, np.int64),
        np.full(ties.n, _DRY, np.int64),
        np.full(ties.n, _DRY, np.int64),
        np.zeros(ties.n + 1, np.int64),
        Fronts(*(np.zeros(room, np.int64) for _ in range(7))),
    )


def pairs_within(n: int) -> Nodes:
    """Worth of components as pairs of connected nodes."""
    size = np.arange(n + 1, dtype=np.int64)
    return size * (size - 1) // 2


@compiled
def settle(net: Remainder) -> int:
    """Name the components from scratch after `out` was written to; the worth of what is left."""
    net.label[:] = _DRY
    net.size[:] = 0
    used = 0
    worth = 0
    for node in range(net.out.size):
        if not net.out[node] and net.label[node] < 0:
            size = _rename(net, node, _DRY, used)
            net.size[used] = size
            worth += net.worth[size]
            used += 1
    net.spare[0] = 0
    for name in range(net.size.size - 1, used - 1, -1):
        _release(net, name)
    return worth


@compiled
def take(net: Remainder, node: int) -> int:
    """Take out a node; how much less is left."""
    whole = net.label[node]
    before = net.size[whole]
    net.out[node] = True
    net.size[whole] -= 1
    lost = int(net.worth[before] - net.worth[before - 1])
    if before == 1:
        _release(net, whole)
        return lost
    searches = _begin(net, node)
    apart = searches  # groups of searches that have neither met nor run dry
    active = searches
    turn = 0
    while apart > 1:
        if turn >= active:
            turn = 0
        search = net.fronts.active[turn]
        apart -= _look(net, search)
        if apart > 1 and net.fronts.head[search] < 0:
            active -= 1
            net.fronts.active[turn] = net.fronts.active[active]
            group = _group(net.fronts.parent, search)
            net.fronts.running[group] -= 1
            if net.fronts.running[group] == 0:
                apart -= 1
                lost += _break_off(net, group, searches, whole)
        else:
            turn += 1
    _forget(net, searches)
    return lost


@compiled
def give(net: Remainder, node: int) -> int:
    """Give back a node that was taken out; how much more is left."""
    home = widest_beside(net, node)
    net.out[node] = False
    if home < 0:
        home = net.spare[net.spare[0]]
        net.spare[0] -= 1
        net.size[home] = 0
    before = net.worth[net.size[home]]
    net.label[node] = home
    net.size[home] += 1
    for at in range(net.first[node], net.first[node + 1]):
        other = net.neighbours[at]
        if not net.out[other] and net.label[other] != home:
            old = net.label[other]
            before += net.worth[net.size[old]]
            net.size[home] += _rename(net, other, old, home)
            net.size[old] = 0
            _release(net, old)
    return int(net.worth[net.size[home]] - before)


@compiled
def widest_beside(net: Remainder, node: int) -> int:
    """The largest component beside a node, the one that keeps its name; -1 if there is none."""
    widest = -1
    for at in range(net.first[node], net.first[node + 1]):
        other = net.neighbours[at]
        if not net.out[other] and (widest < 0 or net.size[net.label[other]] > net.size[widest]):
            widest = int(net.label[other])
    return widest


@compiled
def price(net: Remainder, node: int, stamp: int) -> int:
    """How much more would be left if this node were given back.

    Args:
        net: The network.
        node: A node that is out.
        stamp: A number that has not been used with this network.
    """
    together = 1
    before = 0
    for at in range(net.first[node], net.first[node + 1]):
        other = net.neighbours[at]
        if net.out[other]:
            continue
        name = net.label[other]
        if net.mark[name] != stamp:
            net.mark[name] = stamp
            together += net.size[name]
            before += net.worth[net.size[name]]
    return int(net.worth[together] - before)


@compiled
def _release(net: Remainder, name: int) -> None:
    net.spare[0] += 1
    net.spare[net.spare[0]] = name


@compiled
def _rename(net: Remainder, node: int, old: int, new: int) -> int:
    """Rename the component of a node; its size."""
    net.label[node] = new
    net.link[node] = _DRY
    last = node
    size = 0
    while node >= 0:
        size += 1
        for at in range(net.first[node], net.first[node + 1]):
            other = net.neighbours[at]
            if not net.out[other] and net.label[other] == old:
                net.label[other] = new
                net.link[other] = _DRY
                net.link[last] = other
                last = other
        node = net.link[node]
    return size


@compiled
def _begin(net: Remainder, node: int) -> int:
    """Begin a search at each neighbour that is not out; how many there are."""
    count = 0
    fronts = net.fronts
    for at in range(net.first[node], net.first[node + 1]):
        other = net.neighbours[at]
        if net.out[other]:
            continue
        net.owner[other] = count
        net.link[other] = _DRY
        fronts.begin[count] = fronts.head[count] = fronts.tail[count] = other
        fronts.found[count] = fronts.running[count] = 1
        fronts.parent[count] = fronts.active[count] = count
        count += 1
    return count


@compiled
def _group(parent: Nodes, search: int) -> int:
    while parent[search] != search:
        parent[search] = parent[parent[search]]
        search = parent[search]
    return search


@compiled
def _look(net: Remainder, search: int) -> int:
    """Look from the next node of a search, go on to the one after; how many it has met."""
    fronts = net.fronts
    node = fronts.head[search]
    group = _group(fronts.parent, search)
    met = 0
    for at in range(net.first[node], net.first[node + 1]):
        other = net.neighbours[at]
        if net.out[other]:
            continue
        if net.owner[other] < 0:
            net.owner[other] = search
            net.link[other] = _DRY
            net.link[fronts.tail[search]] = other
            fronts.tail[search] = other
            fronts.found[search] += 1
            continue
        second = _group(fronts.parent, net.owner[other])
        if second != group:
            fronts.parent[second] = group
            fronts.running[group] += fronts.running[second]
            met += 1
    fronts.head[search] = net.link[node]
    return met


@compiled
def _break_off(net: Remainder, group: int, searches: int, whole: int) -> int:
    """Give a part that has been seen whole its own name; how much less is left."""
    name = net.spare[net.spare[0]]
    net.spare[0] -= 1
    size = 0
    for search in range(searches):
        if _group(net.fronts.parent, search) == group:
            size += net.fronts.found[search]
            node = net.fronts.begin[search]
            while node >= 0:
                net.label[node] = name
                node = net.link[node]
    net.size[name] = size
    before = net.worth[net.size[whole]]
    net.size[whole] -= size
    return int(before - net.worth[net.size[whole]] - net.worth[size])


@compiled
def _forget(net: Remainder, searches: int) -> None:
    for search in range(searches):
        node = net.fronts.begin[search]
        while node >= 0:
            net.owner[node] = _DRY
            node = net.link[node]
