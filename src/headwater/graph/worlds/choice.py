"""The nodes whose removal does well in all the worlds, not in one drawing of the network."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from headwater.graph.ties import Nodes, Numbers
from headwater.graph.worlds.belief import Flags, Worlds

Worth: TypeAlias = Callable[[Numbers], Numbers]
"""From pairs left, worlds by candidates, to one value a candidate; less is better."""

_KEPT = 2  # of the chosen nodes, that a new start may replace beside one


def least_expected(left: Numbers) -> Numbers:
    """Mean over the worlds: what sample average approximation minimises (Kleywegt et al. 2002)."""
    mean: Numbers = left.mean(axis=0)
    return mean


def least_tail(share: float) -> Worth:
    """Mean over the worst worlds, as large a share of all (Rockafellar and Uryasev 2000, CVaR)."""

    def worth(left: Numbers) -> Numbers:
        worst = max(1, round(share * left.shape[0]))
        mean: Numbers = np.partition(left, -worst, axis=0)[-worst:].mean(axis=0)
        return mean

    return worth


def least_regret(scenario: Nodes, best: Numbers) -> Worth:
    """Largest regret over the scenarios: mean over its worlds, less the best that could be had.

    Args:
        scenario: The scenario of each world.
        best: Least mean of pairs left in each scenario, for a choice that knows which one it is.
    """

    def worth(left: Numbers) -> Numbers:
        means = np.stack([left[scenario == one].mean(axis=0) for one in range(best.size)])
        worst: Numbers = (means - best[:, None]).max(axis=0)
        return worst

    return worth


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """What is chosen from.

    Attributes:
        worlds: The worlds to do well in.
        most: So many nodes are chosen, or all that are allowed where these are fewer.
        allowed: Nodes that may be chosen.
        worth: What to minimise.
    """

    worlds: Worlds
    most: int
    allowed: Flags
    worth: Worth = least_expected

    @property
    def size(self) -> int:
        """How many are chosen."""
        return min(self.most, int(self.allowed.sum()))

    def values(self, removed: Flags) -> Numbers:
        """The worth of removing each node as well; infinite where that is not allowed."""
        values = self.worth(left_without(self.worlds, removed))
        return np.where(self.allowed & ~removed, values, np.inf)


def choose(
    choice: Choice, *, starts: Sequence[Nodes] = (), tries: int = 10, seed: int = 0, until: float
) -> list[tuple[float, Nodes]]:
    """The best sets found, best first, with their worth in these worlds.

    Swaps one node for another as long as that helps, from a greedy set, from the sets handed in,
    and from disturbed copies of the best. Each step tries every node at once, and so grows with
    worlds times ties.

    Args:
        choice: What to choose from.
        starts: Sets to begin at.
        tries: How many disturbed copies are tried.
        seed: Of the disturbances.
        until: No new start after this time of `time.perf_counter`.
    """
    rng = np.random.default_rng([seed, 2])
    found: dict[tuple[int, ...], float] = {}

    def take(start: Nodes) -> None:
        chosen, value = _improved(choice, _filled(choice, start, until), until)
        found[tuple(chosen.tolist())] = value

    take(np.zeros(0, dtype=np.int64))
    for start in starts:
        if time.perf_counter() < until:
            take(start)
    for _ in range(tries):
        if time.perf_counter() >= until:
            break
        best = np.array(min(found, key=lambda one: (found[one], one)), dtype=np.int64)
        take(_disturbed(choice, best, rng))
    ranked = sorted((value, chosen) for chosen, value in found.items())
    return [(value, np.array(chosen, dtype=np.int64)) for value, chosen in ranked]


def left_without(worlds: Worlds, removed: Flags) -> Numbers:
    """Pairs still connected, worlds by nodes, when each node is removed beside those removed."""
    from headwater.graph.worlds.residual import Lines, pairs_without  # compiled: slow to load

    left = np.empty((len(worlds), worlds.n))
    pairs_without(Lines(worlds.first, worlds.end), removed, left)
    return left


def left_in(worlds: Worlds, chosen: Nodes) -> Numbers:
    """Pairs still connected in each world, when these nodes are removed."""
    removed = np.zeros(worlds.n, dtype=np.bool_)
    removed[chosen] = True
    if not removed.any():
        return pairs_as_they_are(worlds)
    left: Numbers = left_without(worlds, removed)[:, int(chosen[0])]
    return left


def pairs_as_they_are(worlds: Worlds) -> Numbers:
    """Pairs connected in each world with everybody in place."""
    # Without a node v: base - pairs(C) + pieces; an isolated node changes nothing, so one is added.
    first = np.concatenate([worlds.first, worlds.first[:, -1:]], axis=1)
    wider = Worlds(first, worlds.end, worlds.scenario)
    base: Numbers = left_without(wider, np.zeros(wider.n, dtype=np.bool_))[:, -1]
    return base


def _filled(choice: Choice, start: Nodes, until: float) -> Nodes:
    """The start as far as it is allowed, filled up with the best one after the other.

    Once the time is over with those that were the next best.
    """
    removed = np.zeros(choice.allowed.size, dtype=np.bool_)
    removed[start] = True
    removed &= choice.allowed
    while int(removed.sum()) < choice.size:
        values = choice.values(removed)
        late = time.perf_counter() >= until
        short = choice.size - int(removed.sum()) if late else 1
        removed[np.argsort(values, kind="stable")[:short]] = True
    return np.flatnonzero(removed)[: choice.size]


def _improved(choice: Choice, start: Nodes, until: float) -> tuple[Nodes, float]:
    """Swap one node for the best other one until no swap helps, and the worth then."""
    chosen = start.tolist()
    removed = np.zeros(choice.allowed.size, dtype=np.bool_)
    removed[start] = True
    at, unchanged = 0, 0
    value = float(choice.worth(left_in(choice.worlds, start)[:, None])[0])
    while unchanged < len(chosen):
        node = chosen[at]
        removed[node] = False
        values = choice.values(removed)
        best = int(values.argmin())
        unchanged += 1
        if values[best] < value - 1e-9 * max(1.0, value):
            chosen[at], unchanged, value = best, 1, float(values[best])
        removed[chosen[at]] = True
        at = (at + 1) % len(chosen)
        if time.perf_counter() >= until:
            break
    return np.sort(np.array(chosen, dtype=np.int64)), value


def _disturbed(choice: Choice, best: Nodes, rng: np.random.Generator) -> Nodes:
    """A few of the best set replaced by others at random."""
    if not best.size:
        return best
    dropped = int(rng.integers(1, _KEPT + 2))
    kept = rng.permutation(best)[dropped:]
    others = np.setdiff1d(np.flatnonzero(choice.allowed), best)
    return np.concatenate([kept, rng.permutation(others)[: best.size - kept.size]])
