"""Orders of the same removals: how arrests usually go, and the best that is found."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations, permutations

import numpy as np

from headwater.graph import Nodes, Numbers, betweenness, betweenness_from
from headwater.graph.reaction import Course, Habits, Network, play
from headwater.graph.removal import pairs_left

TEMPOS = ("right_after", "rewired", "replaced")
"""What is counted, in the order of `Course.pairs`."""

LARGE = 20_000
"""With more ties than these orders are compared, but none is searched for."""

_EXACT, _PIVOTS = 2_000, 64  # people up to whom betweenness is exact; sources of it above
_FEW = 4  # up to so many removals every order is tried
_PASSES = 3  # of swapping any two
_WORLDS = 40  # of the search; what it finds is then played in other worlds


def usual_orders(network: Network, targets: Nodes, ease: Numbers) -> dict[str, Nodes]:
    """Orders by a rule, by the rule's name; of several equal people the one given first leads.

    In large networks the largest drop is not looked for, and betweenness is taken once.
    """
    if len(network.ties) > LARGE:
        first = targets[np.argsort(-_between(network, targets[:0])[targets], kind="stable")]
        orders = {"as given": targets, "most between first": first}
    else:
        first = _one_by_one(
            targets, lambda done, one: -pairs_left(network.ties, np.append(done, one))
        )
        hub = _one_by_one(targets, lambda done, one: _between(network, done)[one])
        orders = {"as given": targets, "largest drop first": first, "most between first": hub}
    return orders | {
        "hardest to replace first": first[np.argsort(ease[first], kind="stable")],
        "easiest to replace first": first[np.argsort(-ease[first], kind="stable")],
    }


def best_found(
    network: Network, start: list[Nodes], habits: Habits, *, aim: str, seed: int
) -> Nodes:
    """The order that leaves least by the aim: of all orders of a few, else by swaps from the best.

    In large networks nothing is tried: it is the first to begin with.

    Args:
        network: The network.
        start: Orders to begin with; the first is enough.
        habits: How the network reacts.
        aim: Of `TEMPOS`.
        seed: Seed of the worlds it is judged in.
    """

    if len(network.ties) > LARGE:
        return start[0]

    def left(order: Nodes) -> float:
        course = play(network, order, habits, worlds=_WORLDS, seed=seed, reach=False)
        return float(mean_left(course, aim).mean())

    if start[0].size <= _FEW:
        return min(map(_array, permutations(sorted(start[0].tolist()))), key=left)
    values = [left(order) for order in start]
    best, least = start[int(np.argmin(values))], min(values)
    for _ in range(_PASSES):
        before = least
        for pair in combinations(range(best.size), 2):
            swapped = best.copy()
            swapped[list(pair)] = swapped[list(pair[::-1])]
            value = left(swapped)
            if value < least:
                best, least = swapped, value
        if least == before:
            break
    return best


def mean_left(course: Course, aim: str) -> Numbers:
    """For each world the pairs left, as a share of those before, meaned over the steps."""
    left = course.pairs[TEMPOS.index(aim)].mean(axis=1)
    share: Numbers = left / np.maximum(course.before, 1.0)
    return share


def _one_by_one(targets: Nodes, value: Callable[[Nodes, int], float]) -> Nodes:
    """The targets in the order in which each is worth most after those before it."""
    left, done = targets.tolist(), np.zeros(0, dtype=np.int64)
    while left:
        values = [value(done, one) for one in left]
        done = np.append(done, left.pop(int(np.argmax(values))))
    return done


def _between(network: Network, done: Nodes) -> Numbers:
    ties = network.ties
    stays = ~(np.isin(ties.source, done) | np.isin(ties.target, done))
    if ties.n <= _EXACT:
        return betweenness(ties.kept(stays))
    pivots = np.unique(np.linspace(0, ties.n - 1, _PIVOTS).astype(np.int64))
    return betweenness_from(ties.kept(stays), pivots)


def _array(order: tuple[int, ...]) -> Nodes:
    return np.array(order, dtype=np.int64)


def with_ease(network: Network, ease: float) -> Network:
    """The same network, every place filled again with this chance."""
    return replace(network, ease=np.full(network.ties.n, ease))
