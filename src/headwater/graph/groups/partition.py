"""Which nodes form groups: more ties inside than chance would give."""

from typing import NamedTuple

import numpy as np

from headwater.graph.ties import Nodes, Numbers, Ties

_ROUNDS = 3  # of the whole procedure; it ends earlier, when nothing moves any more


class _Lists(NamedTuple):
    """A network as lists of neighbours, as the compiled loops read it."""

    first: Nodes
    neighbour: Nodes
    weight: Numbers
    strength: Numbers


def partition(
    ties: Ties, *, seed: int, resolution: float = 1.0, tries: int = 5, start: Nodes | None = None
) -> Nodes:
    """The group of every node, numbered from 0 in the order of each group's smallest node.

    Nodes without ties are groups of their own. Groups hang together. The best of several orders of
    the nodes counts; the same seed gives the same groups. Cost grows with ties times tries.

    Args:
        ties: The network, read without direction; weights count.
        seed: Seed of the orders.
        resolution: Above 1 gives smaller groups, below 1 larger ones.
        tries: How many orders of the nodes are tried.
        start: Groups to begin with; they are kept unless an order without them does better by a
            hundredth of modularity, so that groups do not flicker from one month to the next.

    Source: Traag, Waltman and van Eck 2019 (Leiden algorithm), on the modularity of Newman and
    Girvan 2004 with the resolution of Reichardt and Bornholdt 2006; starting from earlier groups:
    Aynaud and Guillaume 2010.
    """
    lists = _lists(ties)
    rng = np.random.default_rng(seed)
    found = [_one_try(lists, rng, resolution, None) for _ in range(tries)]
    values = [modularity(ties, label, resolution) for label in found]
    best = int(np.argmax(values))
    if start is not None:
        kept = _one_try(lists, rng, resolution, _numbered(start))
        if modularity(ties, kept, resolution) >= values[best] - 0.01:
            return kept
    return found[best]


def modularity(ties: Ties, label: Nodes, resolution: float = 1.0) -> float:
    """Share of the tie weight inside groups, less what chance would give; 0 without ties.

    Source: Newman and Girvan 2004.
    """
    simple = ties.undirected()
    total = float(simple.weight.sum())
    if total <= 0:
        return 0.0
    inside = float(simple.weight[label[simple.source] == label[simple.target]].sum())
    ends = np.concatenate([label[simple.source], label[simple.target]])
    held = np.bincount(ends, weights=np.tile(simple.weight, 2))
    return inside / total - resolution * float(((held / (2 * total)) ** 2).sum())


def _one_try(
    lists: _Lists, rng: np.random.Generator, resolution: float, start: Nodes | None
) -> Nodes:
    n = lists.strength.size
    label = np.arange(n) if start is None else start
    for _ in range(_ROUNDS):
        moved = _numbered(_one_round(lists, rng, resolution, label))
        if np.array_equal(moved, _numbered(label)):
            break
        label = moved
    return _numbered(label)


def _one_round(lists: _Lists, rng: np.random.Generator, resolution: float, label: Nodes) -> Nodes:
    """Settle, refine, make each part one node, and again, until nothing is left to join."""
    from headwater.graph.groups.moves import refine, settle

    whole = float(lists.strength.sum())
    if whole <= 0:
        return label
    share = resolution / whole
    place = np.arange(label.size)
    while True:
        order = rng.permutation(lists.strength.size)
        group = settle(*lists, order, label, share)
        part = _numbered(refine(*lists, order, group, share))
        parts = int(part.max()) + 1
        if parts == part.size:
            return group[place]
        label = np.zeros(parts, dtype=np.int64)
        label[part] = group
        label = _numbered(label)
        lists = _joined(lists, part, parts)
        place = part[place]


def _lists(ties: Ties) -> _Lists:
    simple = ties.undirected()
    return _sorted(
        np.concatenate([simple.source, simple.target]),
        np.concatenate([simple.target, simple.source]),
        np.tile(simple.weight, 2),
        ties.n,
    )


def _joined(lists: _Lists, part: Nodes, parts: int) -> _Lists:
    """The network of the parts; ties inside a part become its self tie."""
    start = np.repeat(part, np.diff(lists.first))
    return _sorted(start, part[lists.neighbour], lists.weight, parts)


def _sorted(start: Nodes, end: Nodes, weight: Numbers, n: int) -> _Lists:
    keys, which = np.unique(start * max(n, 1) + end, return_inverse=True)
    summed = np.bincount(which, weights=weight, minlength=keys.size).astype(np.float64)
    begin, finish = keys // max(n, 1), keys % max(n, 1)
    first = np.searchsorted(begin, np.arange(n + 1))
    strength = np.bincount(begin, weights=summed, minlength=n).astype(np.float64)
    return _Lists(first, finish, summed, strength)


def _numbered(label: Nodes) -> Nodes:
    """The same groups, numbered from 0 in the order of their smallest node."""
    _, begins, which = np.unique(label, return_index=True, return_inverse=True)
    rank = np.empty(begins.size, dtype=np.int64)
    rank[np.argsort(begins)] = np.arange(begins.size)
    return rank[which]
