"""A network made smaller without losing an optimum: pieces, folded leaves, nodes never chosen."""

from dataclasses import dataclass

import numpy as np

from headwater.graph.adjacency import Adjacency
from headwater.graph.components import components
from headwater.graph.problem import Flags, Removal
from headwater.graph.ties import Nodes, Numbers, Ties


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """One component of the reduced network, its nodes numbered from 0.

    A node stands for itself and what is folded into it; removing it leaves the folded nodes single,
    so that a removal set leaves the sum of w(w-1)/2 over the weights w of the components.

    Attributes:
        lines: Who is whose neighbour.
        weight: Number of given nodes that each stands for.
        free: Nodes that may be removed.
        node: Number of each in the given network; of merged nodes the smallest.
        below: Pairs (v, w): some optimum has v only if it has w as well.
    """

    lines: Adjacency
    weight: Numbers
    free: Flags
    node: Nodes
    below: tuple[tuple[int, int], ...]

    @property
    def n(self) -> int:
        """Number of nodes."""
        return int(self.node.size)

    @property
    def pairs(self) -> int:
        """Pairs connected while nothing is removed."""
        total = int(self.weight.sum())
        return total * (total - 1) // 2


def pieces(problem: Removal) -> list[Piece]:
    """The reduced network, component by component; those without a connected pair are left out.

    Nodes that are gone are dropped. Neighbours that may not be removed always stay together and are
    merged. A leaf is never a better choice than its neighbour, so it is folded into it.
    """
    simple = problem.ties.undirected()
    merged, weight, free = _merged(simple, problem)
    near = _neighbours(merged)
    for leaf in [v for v in range(merged.n) if len(near[v]) == 1]:
        (hub,) = near[leaf] or (leaf,)  # a tie of two leaves: the second has none by now
        if hub != leaf and weight[leaf] == 1 and free[hub]:
            weight[hub] += 1
            weight[leaf] = 0
            near[hub].discard(leaf)
            near[leaf].clear()
    seen = weight == 0
    found = []
    for start in range(merged.n):
        members = _reach(near, seen, start)
        if sum(weight[v] for v in members) > 1:
            found.append(_piece(near, weight, free, sorted(members)))
    return found


def _merged(simple: Ties, problem: Removal) -> tuple[Ties, Nodes, Flags]:
    """Ties, weights (0 for gone or merged nodes) and who may be removed, numbers kept."""
    stays = ~problem.gone
    simple = simple.kept(stays[simple.source] & stays[simple.target])
    fixed = stays & ~problem.allowed
    label = components(simple.kept(fixed[simple.source] & fixed[simple.target]))
    weight = np.bincount(label[stays], minlength=simple.n).astype(np.int64)
    merged = Ties.of(label[simple.source], label[simple.target], simple.n).undirected()
    return merged, weight, stays & problem.allowed


def _neighbours(ties: Ties) -> list[set[int]]:
    near: list[set[int]] = [set() for _ in range(ties.n)]
    for a, b in zip(ties.source.tolist(), ties.target.tolist(), strict=True):
        near[a].add(b)
        near[b].add(a)
    return near


def _reach(near: list[set[int]], seen: Flags, start: int) -> list[int]:
    """The unseen nodes that the start reaches; they are marked as seen."""
    if seen[start]:
        return []
    seen[start] = True
    members = [start]
    for node in members:
        for other in near[node]:
            if not seen[other]:
                seen[other] = True
                members.append(other)
    return members


def _piece(near: list[set[int]], weight: Nodes, free: Flags, members: list[int]) -> Piece:
    at = {node: i for i, node in enumerate(members)}
    inside = [{at[other] for other in near[node]} for node in members]
    first = np.concatenate([[0], np.cumsum([len(others) for others in inside])]).astype(np.int64)
    neighbours = [other for others in inside for other in sorted(others)]
    weights = weight[members].astype(np.float64)
    may = free[members]
    return Piece(
        lines=Adjacency(first, np.array(neighbours, dtype=np.int64)),
        weight=weights,
        free=may,
        node=np.array(members, dtype=np.int64),
        below=_below(inside, weights, may),
    )


def _below(near: list[set[int]], weight: Numbers, free: Flags) -> tuple[tuple[int, int], ...]:
    """Pairs (v, w) where w does all that v does: it has v's neighbours or more and weighs no less.

    Taking w in place of v then leaves no more pairs. All pairs hold at once: every exchange raises
    the sum of the places in one order, so it ends. Pairs that follow from others are left out.
    """
    place = [(len(near[v]), weight[v], v) for v in range(len(near))]
    above: list[set[int]] = []
    for v, others in enumerate(near):
        rivals = set.intersection(*(near[t] | {t} for t in others)) if others and free[v] else set()
        above.append(
            {w for w in rivals if free[w] and weight[w] >= weight[v] and place[w] > place[v]}
        )
    return tuple(
        (v, w)
        for v in range(len(near))
        for w in sorted(above[v])
        if not any(w in above[other] for other in above[v])
    )
