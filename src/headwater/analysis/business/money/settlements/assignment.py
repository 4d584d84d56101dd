"""Assignment: each movement to one other at the most, the likeliest choices together."""

import numpy as np

from headwater.analysis.business.money.settlements.ledger import Numbers, Whole

_DENSE = 1_000_000  # cells of a table that is solved as a whole


def assigned(left: Whole, right: Whole, score: Numbers) -> Whole:
    """Numbers of the chosen pairs: the sum of their scores is the largest there is.

    Pairs that hang together are solved by themselves: exactly, by the assignment algorithm of
    Jonker and Volgenant (Crouse 2016), in time of the third power of their movements. A pair whose
    score is not above nothing is never chosen.
    """
    worth = np.flatnonzero(score > 0)
    if worth.size == 0:
        return worth
    i, j = (np.unique(side[worth], return_inverse=True)[1] for side in (left, right))
    part = _parts(i, j)
    order = np.argsort(part, kind="stable")
    cuts = np.flatnonzero(np.diff(part[order])) + 1
    alone = np.bincount(part)[part] == 1
    chosen = [worth[alone]]
    for group in np.split(order, cuts):
        if group.size > 1:
            chosen.append(worth[group[_solved(i[group], j[group], score[worth[group]])]])
    return np.sort(np.concatenate(chosen))


def _parts(i: Whole, j: Whole) -> Whole:
    """The number of the connected part of each pair."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    rows = int(i.max()) + 1
    size = rows + int(j.max()) + 1
    graph = coo_matrix((np.ones(i.size), (i, rows + j)), shape=(size, size))
    labels: Whole = connected_components(graph, directed=False)[1].astype(np.int64)
    return labels[i]


def _solved(i: Whole, j: Whole, score: Numbers) -> Whole:
    """Which pairs of one part are chosen."""
    rows, i = np.unique(i, return_inverse=True)
    columns, j = np.unique(j, return_inverse=True)
    if rows.size * columns.size > _DENSE:
        return _sparse(i, j, score, (rows.size, columns.size))
    from scipy.optimize import linear_sum_assignment

    table = np.zeros((rows.size, columns.size))
    number = np.full(table.shape, -1, dtype=np.int64)
    table[i, j], number[i, j] = score, np.arange(i.size)
    found: Whole = number[linear_sum_assignment(table, maximize=True)]
    return found[found >= 0]


def _sparse(i: Whole, j: Whole, score: Numbers, size: tuple[int, int]) -> Whole:
    """The same where the table would be too large: each movement may also go to nobody."""
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    rows, columns = size
    top = float(score.max()) + 1
    cost = np.concatenate([top - score, np.full(rows, top)])
    row = np.concatenate([i, np.arange(rows)])
    column = np.concatenate([j, columns + np.arange(rows)])
    graph = csr_matrix((cost, (row, column)), shape=(rows, columns + rows))
    taken_row, taken_column = min_weight_full_bipartite_matching(graph)
    partner = np.full(rows, -1, dtype=np.int64)
    partner[taken_row] = taken_column
    return np.flatnonzero(partner[i] == j)
