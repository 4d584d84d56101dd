"""Taking networks apart: the order of removals, and the smallest set, beside the usual methods.

Figures, for every network: `area` (the largest component as a share of all people, averaged over
as many removals as there are people; lower is better) and `size` (removals until the largest
component holds at most 10 % of them). The usual methods are adaptive degree (hda), adaptive
betweenness inside the largest component, collective influence of radius 2 (Morone and Makse 2015)
and CoreHD (Zdeborova, Zhang and Zhou 2016); each gives one order, `size` is where it gets there,
`thinned` what is left of that set after everybody was given back who is not needed. Ours are two
answers, `removal_order` and `smallest_set`. `arrest_order_not_worse` and `set_size_not_worse` are
the shares of networks where ours is not worse than all of them.
"""

import argparse
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
from _networks import NAMES, Network, networks

from headwater.graph import Nodes, Ties, betweenness, components
from headwater.graph.dismantling import largest_left, removal_order, smallest_set
from headwater.graph.removal import Removal

_SHARE = 0.1
_STEPS = 300_000
_SECONDS = 30.0
_AT_ONCE = 2
_MORE = ("september_11", "czech_corruption")

Neighbours = dict[int, set[int]]


def _neighbours(ties: Ties) -> Neighbours:
    found: Neighbours = {node: set() for node in range(ties.n)}
    for one, other in zip(ties.source.tolist(), ties.target.tolist(), strict=True):
        found[one].add(other)
        found[other].add(one)
    return found


def _one_by_one(ties: Ties, choose: Callable[[Neighbours], int]) -> Nodes:
    left = _neighbours(ties)
    order = []
    while left:
        node = choose(left)
        order.append(node)
        for other in left.pop(node):
            left[other].discard(node)
    return np.array(order, dtype=np.int64)


def _most_ties(left: Neighbours) -> int:
    return max(left, key=lambda node: (len(left[node]), -node))


def _most_betweenness(ties: Ties) -> Nodes:
    left = np.ones(ties.n, np.bool_)
    order = []
    for _ in range(ties.n):
        kept = ties.kept(left[ties.source] & left[ties.target])
        label = components(kept)
        sizes = np.bincount(label[left], minlength=ties.n)
        inside = np.flatnonzero(left & (label == sizes.argmax()))
        node = int(inside[np.argmax(betweenness(kept)[inside])])
        left[node] = False
        order.append(node)
    return np.array(order, dtype=np.int64)


def _most_influence(left: Neighbours) -> int:
    def influence(node: int) -> int:
        near = left[node]
        ring = {far for one in near for far in left[one]} - near - {node}
        return (len(near) - 1) * sum(len(left[far]) - 1 for far in ring)

    return max(left, key=lambda node: (influence(node), len(left[node]), -node))


def _core(left: Neighbours) -> Neighbours:
    """The nodes that remain when those with fewer than two ties are dropped again and again."""
    core = {node: set(others) for node, others in left.items()}
    thin = [node for node, others in core.items() if len(others) < 2]
    while thin:
        node = thin.pop()
        for other in core.pop(node, ()):
            core[other].discard(node)
            if len(core[other]) == 1:
                thin.append(other)
    return core


def _most_ties_in_core(left: Neighbours) -> int:
    core = _core(left)
    return _most_ties(core) if core else _breaks_tree(left)


def _breaks_tree(left: Neighbours) -> int:
    """The node of the largest tree that leaves the smallest largest part of it."""
    trees = [_reached(left, {node}) for node in left]
    tree = max(trees, key=len)
    return min(tree, key=lambda node: (_largest_part(left, node), node))


def _reached(left: Neighbours, seen: set[int], without: int = -1) -> set[int]:
    todo = list(seen)
    while todo:
        for other in left[todo.pop()]:
            if other not in seen and other != without:
                seen.add(other)
                todo.append(other)
    return seen


def _largest_part(left: Neighbours, node: int) -> int:
    return max((len(_reached(left, {other}, node)) for other in left[node]), default=0)


RIVALS: dict[str, Callable[[Ties], Nodes]] = {
    "hda": lambda ties: _one_by_one(ties, _most_ties),
    "adaptive_betweenness": _most_betweenness,
    "collective_influence": lambda ties: _one_by_one(ties, _most_influence),
    "corehd": lambda ties: _one_by_one(ties, _most_ties_in_core),
}


def _area(problem: Removal, order: Nodes) -> float:
    return round(float(largest_left(problem, order)[:-1].sum()) / problem.ties.n**2, 4)


def _reaches(problem: Removal, order: Nodes) -> int:
    """Removals until no component is above the share."""
    limit = max(1, int(_SHARE * problem.ties.n))
    return int(np.argmax(largest_left(problem, order) <= limit))


def _thinned(problem: Removal, order: Nodes) -> int:
    """Nodes of the set that are needed: who came last is asked first whether he may come back."""
    limit = max(1, int(_SHARE * problem.ties.n))
    kept = order[: _reaches(problem, order)]
    for node in kept[::-1].tolist():
        fewer = kept[kept != node]
        if largest_left(problem, fewer)[-1] <= limit:
            kept = fewer
    return int(kept.size)


def _measured(network: Network, seed: int, steps: int) -> dict[str, Any]:
    problem = Removal.of(network.ties, network.ties.n)
    answer: dict[str, Any] = {"people": network.ties.n, "ties": len(network.ties)}
    begin = perf_counter()
    order = removal_order(problem, seconds=_SECONDS, seed=seed, steps=steps)
    chosen = smallest_set(problem, share=_SHARE, seconds=_SECONDS, seed=seed, steps=steps)
    assert chosen is not None
    assert largest_left(problem, chosen)[-1] <= max(1, int(_SHARE * problem.ties.n))
    answer["seconds"] = round(perf_counter() - begin, 1)
    answer["ours"] = {"area": _area(problem, order), "size": int(chosen.size)}
    for name, rival in RIVALS.items():
        theirs = rival(network.ties)
        answer[name] = {
            "area": _area(problem, theirs),
            "size": _reaches(problem, theirs),
            "thinned": _thinned(problem, theirs),
        }
    return answer


def run(data: Path, options: argparse.Namespace) -> dict[str, Any]:
    """Take every network apart.

    Args:
        data: Folder of the test data.
        options: networks (only these), seed, quick (a tenth of the steps).
    """
    names = options.networks or (*NAMES, *_MORE)
    steps = _STEPS // 10 if options.quick else _STEPS
    loaded = networks(data, names)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        found = list(pool.map(lambda one: _measured(one, options.seed, steps), loaded.values()))
    areas = [one["ours"]["area"] <= min(one[r]["area"] for r in RIVALS) for one in found]
    sizes = [one["ours"]["size"] <= min(one[r]["thinned"] for r in RIVALS) for one in found]
    return {
        "arrest_order_not_worse": round(sum(areas) / len(areas), 3),
        "set_size_not_worse": round(sum(sizes) / len(sizes), 3),
        "arrest_order": dict(zip(names, found, strict=True)),
    }
