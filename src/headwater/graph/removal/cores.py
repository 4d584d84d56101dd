"""Cores: nodes that stay together whatever few others are removed."""

import numpy as np

from headwater.graph.adjacency import Adjacency
from headwater.graph.compiled import compiled
from headwater.graph.problem import Flags
from headwater.graph.ties import Nodes

_FREE = -1


class Cores:
    """Finds cores of one network; pairs once found to hold together are remembered.

    Two nodes hold together against b removals where they are neighbours or more than b paths join
    them that share no other node (Menger 1927). Removing one of the network and asking for one
    less keeps that true, so what is known stays known as a search goes down.
    """

    def __init__(self, lines: Adjacency) -> None:
        """Nothing is known yet but who are neighbours."""
        self._lines = lines
        n = lines.first.size - 1
        self._known = np.zeros((n, n), dtype=np.bool_)
        ends = np.repeat(np.arange(n), np.diff(lines.first))
        self._known[ends, lines.neighbours] = True

    def grown(self, core: Flags, stays: Flags, most: int) -> Flags:
        """A larger core: members that stay are all together if `most` others are removed.

        Args:
            core: Members to begin with, which must be a core; those with most neighbours are tried
                first as others.
            stays: Nodes not removed yet.
            most: Against how many removals it must hold.
        """
        first, neighbours = self._lines
        degree = np.add.reduceat(np.append(stays[neighbours], False), first[:-1], dtype=np.int64)
        degree[first[1:] == first[:-1]] = 0
        members = np.flatnonzero(core & stays).tolist()
        for node in np.argsort(-degree, kind="stable").tolist():
            if stays[node] and not core[node] and self._holds(members, node, stays, most):
                members.append(node)
        result = np.zeros(stays.size, dtype=np.bool_)
        result[members] = True
        return result

    def _holds(self, members: list[int], node: int, stays: Flags, most: int) -> bool:
        for member in members:
            if self._known[member, node]:
                continue
            if not _joined(self._lines, stays, member, node, most + 1):
                return False
            self._known[member, node] = self._known[node, member] = True
        return True


@compiled
def _joined(lines: Adjacency, stays: Flags, start: int, end: int, paths: int) -> bool:
    """Whether so many paths, sharing no node but their ends, join two that are no neighbours.

    A maximum flow with one unit a node (Ford and Fulkerson 1956): `before` and `after` hold the
    neighbours of each node on the path that runs through it.
    """
    n = stays.size
    before, after = np.full(n, _FREE), np.full(n, _FREE)
    for _ in range(paths):
        origin = _one_more(lines, stays, before, after, (start, end))
        if origin[2 * end] == _FREE:
            return False
        steps = np.empty(2 * n, dtype=np.int64)
        count, at = 0, 2 * end
        while at != 2 * start + 1:
            steps[count] = at
            count += 1
            at = origin[at]
        _turn(steps[:count], origin, before, after)
        after[start] = _FREE
    return True


@compiled
def _one_more(
    lines: Adjacency, stays: Flags, before: Nodes, after: Nodes, ends: tuple[int, int]
) -> Nodes:
    """Where each side of each node is first reached from; 2v is the side into v, 2v + 1 out of."""
    first, neighbours = lines
    start, end = ends
    origin = np.full(2 * stays.size, _FREE)
    waiting = np.empty(2 * stays.size, dtype=np.int64)
    waiting[0], at, last = 2 * start + 1, 0, 1
    origin[2 * start + 1] = 2 * start + 1
    while at < last and origin[2 * end] == _FREE:
        side = waiting[at]
        node = side // 2
        at += 1
        if side % 2 == 0:
            # Into a node that a path runs through: one can only push that path back.
            other = side + 1 if before[node] == _FREE else 2 * before[node] + 1
            if origin[other] == _FREE:
                origin[other] = side
                waiting[last] = other
                last += 1
            continue
        if node != start and before[node] != _FREE and origin[2 * node] == _FREE:
            origin[2 * node] = side
            waiting[last] = 2 * node
            last += 1
        for place in range(first[node], first[node + 1]):
            other = neighbours[place]
            if stays[other] and after[node] != other and origin[2 * other] == _FREE:
                origin[2 * other] = side
                waiting[last] = 2 * other
                last += 1
    return origin


@compiled
def _turn(steps: Nodes, origin: Nodes, before: Nodes, after: Nodes) -> None:
    """Change the paths along the steps found: first take back, then add."""
    for side in steps:
        came = origin[side]
        if side % 2 == 1 and came % 2 == 0 and side // 2 != came // 2:
            before[came // 2] = _FREE
            after[side // 2] = _FREE
    for side in steps:
        came = origin[side]
        if side % 2 == 0 and came % 2 == 1 and side // 2 != came // 2:
            before[side // 2] = came // 2
            after[came // 2] = side // 2
