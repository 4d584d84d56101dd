"""Shortest paths from many nodes, compiled: what betweenness is made of.

Sources: Brandes 2001 (dependencies); eight sources are walked at once, breadth first, so that each
line of memory that is fetched serves all of them (after Then et al. 2015, multi-source search), and
wide rings ask inwards instead of telling outwards (after Beamer et al. 2012).
"""

import os
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from headwater.graph.compiled import compiled
from headwater.graph.ties import Nodes, Numbers

LANES = 8
"""Sources walked together; their eight doubles fill one line of memory."""

_PARTS = 8  # sources are dealt out in so many parts, whatever the number of cores
_UNSEEN = -1
_WIDE = 4  # a ring is wide when it has more than one in so many of all lines

Whole: TypeAlias = npt.NDArray[np.int32]
Flags: TypeAlias = npt.NDArray[np.bool_]


class Walk(NamedTuple):
    """The network and the arrays that a walk works in; rows are nodes, columns lanes.

    Attributes:
        first: Where the neighbours of each node begin in `end`, and where the last ones end.
        end: The neighbours of node 0, of node 1, and so on.
        ring: Distance of each node from the source.
        paths: Number of shortest paths from the source.
        front: What the nodes of the present ring pass on; nothing elsewhere.
        heard: What nodes were passed.
        order: Nodes ring by ring; once for every ring that some lane has them in.
        begin: Where each ring begins in `order`.
        lacking: Number of lanes that have not reached each node.
    """

    first: Whole
    end: Whole
    ring: Whole
    paths: Numbers
    front: Numbers
    heard: Numbers
    order: Whole
    begin: Nodes
    lacking: Whole


def dependencies(first: Nodes, end: Nodes, sources: Nodes) -> Numbers:
    """How far the shortest paths from these sources depend on each node, summed over them.

    Uses every core; the result does not vary with their number.

    Args:
        first: Where the neighbours of each node begin in `end`, and where the last ones end.
        end: The neighbours of node 0, of node 1, and so on.
        sources: The nodes that paths begin at.
    """

    def part(some: Nodes) -> Numbers:
        total = np.zeros(first.size - 1)
        add_dependencies(walk_over(first, end), some, total)
        return total

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        parts = list(pool.map(part, np.array_split(sources, _PARTS)))
    summed: Numbers = np.sum(parts, axis=0)
    return summed


def walk_over(first: npt.NDArray[np.integer[Any]], end: npt.NDArray[np.integer[Any]]) -> Walk:
    """The working arrays for one network; about 300 bytes a node."""
    n = first.size - 1
    return Walk(
        first.astype(np.int32),
        end.astype(np.int32),
        np.empty((n, LANES), np.int32),
        np.empty((n, LANES)),
        np.zeros((n, LANES)),
        np.zeros((n, LANES)),
        np.empty((LANES + 1) * n, np.int32),
        np.zeros(n + 2, np.int64),
        np.empty(n, np.int32),
    )


@compiled
def thinned(first: Whole, end: Whole, tie: Whole, holds: Flags, walk: Walk) -> int:
    """Write the lines whose tie holds into the walk's network; how many these are."""
    lines = 0
    for node in range(first.size - 1):
        walk.first[node] = lines
        for at in range(first[node], first[node + 1]):
            walk.end[lines] = end[at]
            lines += holds[tie[at]]
    walk.first[first.size - 1] = lines
    return lines


@compiled
def add_dependencies(walk: Walk, sources: Nodes, total: Numbers) -> None:
    """Add to `total` how far the shortest paths from these sources depend on each node."""
    for at in range(0, sources.size, LANES):
        _start(walk, sources[at : at + LANES])
        rings = _outwards(walk)
        _inwards(walk, rings, sources[at : at + LANES])
        for node in range(total.size):
            told = 0.0
            for lane in range(LANES):
                told += walk.heard[node, lane]
                walk.heard[node, lane] = 0.0
            total[node] += told


@compiled
def _start(walk: Walk, sources: Nodes) -> None:
    walk.ring[:] = _UNSEEN
    walk.paths[:] = 0.0
    walk.lacking[:] = sources.size
    for lane in range(sources.size):
        node = sources[lane]
        walk.ring[node, lane] = 0
        walk.paths[node, lane] = 1.0
        walk.front[node, lane] = 1.0
        walk.lacking[node] -= 1
        walk.order[lane] = node
    walk.begin[1] = sources.size


@compiled
def _outwards(walk: Walk) -> int:
    """Find the rings around the sources and count the paths; how many rings there are."""
    rings = 1
    while walk.begin[rings - 1] < walk.begin[rings]:
        low, high = walk.begin[rings - 1], walk.begin[rings]
        lines = 0
        for i in range(low, high):
            lines += walk.first[walk.order[i] + 1] - walk.first[walk.order[i]]
        wide = lines * _WIDE > walk.end.size
        found = _ask_all(walk, high) if wide else _tell(walk, low, high)
        for i in range(low, high):
            walk.front[walk.order[i]] = 0.0
        walk.begin[rings + 1] = _keep_new(walk, high, found, rings)
        rings += 1
    return rings - 1


@compiled
def _tell(walk: Walk, low: int, high: int) -> int:
    """Pass what this ring holds to its neighbours, and list them after `high`, each once."""
    found = high
    for i in range(low, high):
        node = walk.order[i]
        for at in range(walk.first[node], walk.first[node + 1]):
            other = np.uintp(walk.end[at])
            if walk.lacking[other] != 0:
                if walk.lacking[other] > 0:
                    walk.order[found] = other
                    found += 1
                    walk.lacking[other] = -walk.lacking[other]
                for lane in range(LANES):
                    walk.heard[other, lane] += walk.front[node, lane]
    for i in range(high, found):
        walk.lacking[walk.order[i]] = -walk.lacking[walk.order[i]]
    return found


@compiled
def _ask_all(walk: Walk, high: int) -> int:
    """Let every node that some lane has not reached ask its neighbours; list them after `high`."""
    found = high
    for node in range(walk.lacking.size):
        if walk.lacking[node] > 0:
            walk.order[found] = node
            found += 1
            _ask(walk, node)
    return found


@compiled
def _ask(walk: Walk, node: int) -> None:
    """Set what a node hears to the sum of what its neighbours pass on."""
    for lane, heard in enumerate(_passed_on(walk, node)):
        walk.heard[node, lane] = heard


@compiled
def _passed_on(walk: Walk, node: int) -> tuple[float, ...]:
    """The sum of what the neighbours of a node pass on, for each lane."""
    a = b = c = d = e = f = g = h = 0.0
    for at in range(walk.first[node], walk.first[node + 1]):
        other = np.uintp(walk.end[at])
        a += walk.front[other, 0]
        b += walk.front[other, 1]
        c += walk.front[other, 2]
        d += walk.front[other, 3]
        e += walk.front[other, 4]
        f += walk.front[other, 5]
        g += walk.front[other, 6]
        h += walk.front[other, 7]
    return (a, b, c, d, e, f, g, h)


@compiled
def _keep_new(walk: Walk, low: int, high: int, ring: int) -> int:
    """Of the nodes listed, keep those that a lane has reached for the first time; where they end.

    Written without branches in the lanes: which lane is new is as good as random.
    """
    kept = low
    for i in range(low, high):
        node = np.uintp(walk.order[i])
        new = 0
        for lane in range(LANES):
            heard = walk.heard[node, lane]
            fresh = np.int32(walk.ring[node, lane] < 0) * np.int32(heard > 0.0)
            walk.ring[node, lane] += fresh * np.int32(ring + 1)
            walk.paths[node, lane] += heard * fresh
            walk.front[node, lane] = heard * fresh
            walk.heard[node, lane] = 0.0
            new += int(fresh)
        walk.lacking[node] -= new
        walk.order[kept] = node
        kept += new > 0
    return kept


@compiled
def _inwards(walk: Walk, rings: int, sources: Nodes) -> None:
    """Gather in `heard` the dependencies on each node, from the outermost ring inwards."""
    for ring in range(rings - 1, 0, -1):
        inner, low, high = walk.begin[ring - 1], walk.begin[ring], walk.begin[ring + 1]
        for i in range(low, high):
            node = np.uintp(walk.order[i])
            for lane in range(LANES):
                share = (1.0 + walk.heard[node, lane]) / max(walk.paths[node, lane], 1.0)
                walk.front[node, lane] = share * (walk.ring[node, lane] == ring)
        for i in range(inner, low):
            _gather(walk, walk.order[i], ring - 1)
        for i in range(low, high):
            walk.front[walk.order[i]] = 0.0
    for lane in range(sources.size):
        walk.front[sources[lane]] = 0.0
        walk.heard[sources[lane], lane] = 0.0


@compiled
def _gather(walk: Walk, node: int, ring: int) -> None:
    """Add up what the next ring depends on this node for, in the lanes that have it in `ring`."""
    for lane, share in enumerate(_passed_on(walk, node)):
        own = walk.ring[node, lane] == ring
        walk.heard[node, lane] += share * walk.paths[node, lane] * own
