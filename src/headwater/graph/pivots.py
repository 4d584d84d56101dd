"""Betweenness from some of the nodes: quick enough to be done again and again."""

import numpy as np

from headwater.graph.ties import Nodes, Numbers, Ties

_LARGE = 2_000_000  # lines to walk, from where on compiled code gains more than its loading costs
_AT_ONCE = 32  # pivots handled together, as columns of one array; more fall out of the cache


def betweenness_from(ties: Ties, pivots: Nodes) -> Numbers:
    """Betweenness as `betweenness` gives it, estimated from the shortest paths of the pivots.

    With every node as a pivot it is exact. It grows with pivots times ties. Rounded to 12 decimals.
    Source: Brandes and Pich 2007, over the algorithm of Brandes 2001, breadth first for many
    sources at once.
    """
    simple = ties.undirected()
    start = np.concatenate([simple.source, simple.target])
    end = np.concatenate([simple.target, simple.source])
    busy, numbered = np.unique(start, return_inverse=True)
    result = np.zeros(ties.n)
    pairs = (ties.n - 1) * (ties.n - 2)
    chosen = np.flatnonzero(np.isin(busy, pivots))
    if not chosen.size or pairs <= 0:
        return result
    order = np.argsort(numbered, kind="stable")
    first = np.searchsorted(numbered[order], np.arange(busy.size + 1))
    neighbours = np.searchsorted(busy, end[order])
    total = _summed(first, neighbours, chosen)
    result[busy] = np.round(total * (ties.n / pivots.size) / pairs, 12)
    return result


def _summed(first: Nodes, neighbours: Nodes, sources: Nodes) -> Numbers:
    """How far the shortest paths from these sources depend on each node, summed over them.

    Args:
        first: Where the neighbours of each node begin in `neighbours`, and where the last ones end;
            no node is without any.
        neighbours: The neighbours of node 0, of node 1, and so on.
        sources: The nodes that paths begin at.
    """
    if neighbours.size * sources.size > _LARGE:
        from headwater.graph.shortest_paths import dependencies  # compiled: slow to load

        return dependencies(first, neighbours, sources)
    total = np.zeros(first.size - 1)
    for at in range(0, sources.size, _AT_ONCE):
        total += _dependencies(first[:-1], neighbours, sources[at : at + _AT_ONCE])
    return total


def _dependencies(first: Nodes, neighbours: Nodes, sources: Nodes) -> Numbers:
    shape = (first.size, sources.size)
    column = np.arange(sources.size)
    paths, distance = np.zeros(shape), np.full(shape, -1, dtype=np.int32)
    paths[sources, column], distance[sources, column] = 1.0, 0
    level = 0
    while True:
        reached = np.add.reduceat(np.where(distance == level, paths, 0)[neighbours], first, axis=0)
        new = (distance < 0) & (reached > 0)
        if not new.any():
            break
        level += 1
        paths[new], distance[new] = reached[new], level
    dependency = np.zeros(shape)
    known = np.maximum(paths, 1.0)
    for ring in range(level, 0, -1):
        share = np.where(distance == ring, (1 + dependency) / known, 0)
        back = np.add.reduceat(share[neighbours], first, axis=0)
        dependency += np.where(distance == ring - 1, paths * back, 0)
    dependency[sources, column] = 0
    summed: Numbers = dependency.sum(axis=1)
    return summed
