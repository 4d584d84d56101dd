"""Pairs still connected in each of many worlds, when one more node is removed; compiled.

Source: Hopcroft and Tarjan 1973 (articulation points): one walk through a world tells for every
node at once into which pieces its component falls without it.
"""

from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from headwater.graph.compiled import compiled
from headwater.graph.ties import Numbers

Whole: TypeAlias = npt.NDArray[np.int32]
Flags: TypeAlias = npt.NDArray[np.bool_]


class Lines(NamedTuple):
    """The lines of many worlds over the same nodes.

    Attributes:
        first: Row w: where the neighbours of each node in world w begin in `end`.
        end: The neighbours.
    """

    first: npt.NDArray[np.int64]
    end: Whole


class _Walk(NamedTuple):
    """Where a depth-first walk stands; one value for each node."""

    found: Whole  # when the node was found, from 1; 0 if it was not
    lowest: Whole  # earliest found node that its subtree reaches
    size: Whole  # of its subtree
    parent: Whole
    upto: npt.NDArray[np.int64]  # which neighbour comes next
    order: Whole  # nodes as they were found
    cut: Whole  # nodes that it separates from the rest
    pairs: Numbers  # pairs left among those


@compiled
def pairs_without(lines: Lines, removed: Flags, left: Numbers) -> None:
    """Write into row w of `left` the pairs that stay connected in world w without each node too.

    For a removed node these are the pairs that are connected as it is.
    """
    n = removed.size
    whole = (n,)
    walk = _Walk(
        np.empty(whole, np.int32),
        np.empty(whole, np.int32),
        np.empty(whole, np.int32),
        np.empty(whole, np.int32),
        np.empty(whole, np.int64),
        np.empty(whole, np.int32),
        np.empty(whole, np.int32),
        np.empty(whole, np.float64),
    )
    for world in range(lines.first.shape[0]):
        walk.found[:] = 0
        count = 0
        base = 0.0
        row = left[world]
        row[:] = 0.0
        for root in range(n):
            if removed[root] or walk.found[root] > 0:
                continue
            begin = count
            count = _explore(lines.first[world], lines.end, removed, walk, root, count)
            size = count - begin
            base += size * (size - 1) / 2
            _settle(walk, begin, count, row)
        for node in range(n):
            row[node] += base


@compiled
def _explore(
    first: npt.NDArray[np.int64], end: Whole, removed: Flags, walk: _Walk, root: int, count: int
) -> int:
    """Walk the component of a root; how many nodes were found by then."""
    count = _find(first, walk, root, -1, count)
    node = root
    while node >= 0:
        if walk.upto[node] < first[node + 1]:
            other = end[walk.upto[node]]
            walk.upto[node] += 1
            if removed[other]:
                continue
            if walk.found[other] == 0:
                count = _find(first, walk, other, node, count)
                node = other
            elif other != walk.parent[node]:
                walk.lowest[node] = min(walk.lowest[node], walk.found[other])
        else:
            _leave(walk, node)
            node = walk.parent[node]
    return count


@compiled
def _find(first: npt.NDArray[np.int64], walk: _Walk, node: int, parent: int, count: int) -> int:
    walk.order[count] = node
    walk.found[node] = count + 1
    walk.lowest[node] = count + 1
    walk.size[node] = 1
    walk.parent[node] = parent
    walk.upto[node] = first[node]
    walk.cut[node] = 0
    walk.pairs[node] = 0.0
    return count + 1


@compiled
def _leave(walk: _Walk, node: int) -> None:
    """Hand what is known of a subtree to its parent."""
    parent = walk.parent[node]
    if parent < 0:
        return
    size = walk.size[node]
    walk.size[parent] += size
    walk.lowest[parent] = min(walk.lowest[parent], walk.lowest[node])
    if walk.lowest[node] >= walk.found[parent]:
        walk.cut[parent] += size
        walk.pairs[parent] += size * (size - 1) / 2


@compiled
def _settle(walk: _Walk, begin: int, count: int, row: Numbers) -> None:
    """For each node of a component how many pairs fewer are connected without it, as less."""
    size = count - begin
    for i in range(begin, count):
        node = walk.order[i]
        rest = size - 1 - walk.cut[node]
        row[node] = walk.pairs[node] + rest * (rest - 1) / 2 - size * (size - 1) / 2
