"""Orders to begin with: at every step the node that is most central in what is left."""

import numpy as np

from headwater.graph.compiled import compiled
from headwater.graph.components import components
from headwater.graph.dismantling.curve import Curve, curve, removable
from headwater.graph.pivots import betweenness_from
from headwater.graph.problem import Flags, Removal
from headwater.graph.ties import Nodes, Ties

_PIVOTS = 1_000  # sources of shortest paths; in networks of up to so many nodes, every node
_WORK = 300_000_000  # sources times ties, summed over all steps; afterwards degree decides


def by_degree(problem: Removal) -> Nodes:
    """Every node that may be removed, at each step the one with most ties left.

    It grows with the ties. Source: Albert, Jeong and Barabasi 2000, recalculated after each step.
    """
    may = removable(problem)
    return _by_degree(curve(problem), np.isin(np.arange(problem.ties.n), may), may.size)


def by_betweenness(problem: Removal) -> Nodes:
    """Every node that may be removed, at each step the one of most betweenness.

    The node is looked for in the largest component (Holme et al. 2002). In large networks
    betweenness is estimated from some nodes; where that would still take too long, or nothing lies
    between others any more, degree decides about the rest.
    """
    left = removable(problem)
    ties = problem.ties.undirected()
    ties = ties.kept(~(problem.gone[ties.source] | problem.gone[ties.target]))
    first: list[int] = []
    work = 0
    while left.size and len(ties) and work < _WORK:
        inside = _largest(ties)
        pivots = inside[:: -(-inside.size // _PIVOTS)]
        work += pivots.size * len(ties)
        score = betweenness_from(ties, pivots)
        here = np.intersect1d(left, inside)
        if not here.size or score[here].max() == 0:
            break
        node = int(here[np.argmax(score[here])])
        first.append(node)
        left = left[left != node]
        ties = ties.kept((ties.source != node) & (ties.target != node))
    done = np.array(first, dtype=np.int64)
    gone = problem.gone | np.isin(np.arange(problem.ties.n), done)
    rest = Removal(problem.ties, problem.most, problem.allowed, gone)
    return np.concatenate([done, by_degree(rest)])


def _largest(ties: Ties) -> Nodes:
    label = components(ties)
    return np.flatnonzero(label == np.bincount(label).argmax())


@compiled
def _by_degree(line: Curve, may: Flags, count: int) -> Nodes:
    """Nodes stand in a row for each number of ties; one moves down a row when a tie goes."""
    n = may.size
    ties = line.first[1:] - line.first[:-1]
    head = np.full(n + 1, -1, np.int64)
    after = np.full(n, -1, np.int64)
    before = np.full(n, -1, np.int64)
    for node in range(n - 1, -1, -1):
        if may[node]:
            _enter(head, after, before, node, ties[node])
    order = np.empty(count, np.int64)
    row = n
    for place in range(count):
        while head[row] < 0:
            row -= 1
        node = head[row]
        order[place] = node
        _leave(head, after, before, node, row)
        may[node] = False
        for at in range(line.first[node], line.first[node + 1]):
            other = line.neighbours[at]
            ties[other] -= 1
            if may[other]:
                _leave(head, after, before, other, ties[other] + 1)
                _enter(head, after, before, other, ties[other])
    return order


@compiled
def _enter(head: Nodes, after: Nodes, before: Nodes, node: int, row: int) -> None:
    after[node] = head[row]
    before[node] = -1
    if head[row] >= 0:
        before[head[row]] = node
    head[row] = node


@compiled
def _leave(head: Nodes, after: Nodes, before: Nodes, node: int, row: int) -> None:
    if before[node] >= 0:
        after[before[node]] = after[node]
    else:
        head[row] = after[node]
    if after[node] >= 0:
        before[after[node]] = before[node]
