"""Expected betweenness: over the worlds that uncertain ties may turn out to be."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from headwater.graph.ties import Nodes, Numbers, Ties
from headwater.model import WrongUse

_PARTS = 8  # worlds are dealt out in so many parts, whatever the number of cores


@dataclass(frozen=True, slots=True, eq=False)
class Expected:
    """A value of every node, expected over worlds, with its error.

    Attributes:
        value: Mean over the worlds.
        error: Standard error of that mean: from the number of worlds and of sources walked from.
    """

    value: Numbers
    error: Numbers


def expected_betweenness(
    ties: Ties, chance: Numbers, *, worlds: int = 60, seed: int = 0, sources: int = 32
) -> Expected:
    """Betweenness, 0 to 1, expected where each tie holds with its own chance.

    In each world the shortest paths are walked from other sources, drawn at random; with as many
    sources as nodes each world is exact (Brandes and Pich 2007). Tie number i holds in world w by
    the same random number whatever its chance is, so that two calls compare like with like. Grows
    with worlds times (ties + sources times ties); uses every core, and the result does not vary
    with their number.

    Args:
        ties: The ties that may hold, without self ties and repeats; not read by direction.
        chance: Probability that each tie holds.
        worlds: Number of worlds.
        seed: Seed of the worlds and of the sources.
        sources: Nodes that paths are walked from in each world.

    Raises:
        WrongUse: If there is not one probability for each tie, or no world.
    """
    check_chance(ties, chance)
    if worlds < 1 or sources < 1:
        raise WrongUse("without worlds and sources nothing can be expected", do="ask for some")
    total, squares = np.zeros(ties.n), np.zeros(ties.n)
    pairs = (ties.n - 1) * (ties.n - 2)
    if len(ties) and pairs > 0:
        walked = min(sources, ties.n)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            dealt = np.array_split(np.arange(worlds), _PARTS)
            parts = pool.map(_Part(ties, chance, seed, walked), dealt)
            for some, squared in parts:
                total += some
                squares += squared
        scale = ties.n / walked / pairs
        total, squares = total * scale, squares * scale**2
    mean = total / worlds
    spread = np.maximum(squares / worlds - mean**2, 0) / max(1, worlds - 1)
    return Expected(mean, np.sqrt(spread))


def check_chance(ties: Ties, chance: Numbers) -> None:
    """Make sure that there is a probability for each tie.

    Raises:
        WrongUse: If not.
    """
    if chance.shape != (len(ties),):
        raise WrongUse("one probability is needed for each tie", why=f"there are {len(ties)} ties")
    if not np.all((chance >= 0) & (chance <= 1)):
        raise WrongUse("a probability lies outside 0 to 1", do="give shares, not percentages")


class _Part:
    """Betweenness summed over some of the worlds."""

    def __init__(self, ties: Ties, chance: Numbers, seed: int, sources: int) -> None:
        self._chance, self._seed, self._sources = chance, seed, sources
        start = np.concatenate([ties.source, ties.target])
        order = np.argsort(start, kind="stable")
        self._first = np.searchsorted(start[order], np.arange(ties.n + 1)).astype(np.int32)
        self._end = np.concatenate([ties.target, ties.source])[order].astype(np.int32)
        self._tie = (order % max(1, len(ties))).astype(np.int32)

    def __call__(self, worlds: Nodes) -> tuple[Numbers, Numbers]:
        from headwater.graph.shortest_paths import add_dependencies, thinned, walk_over

        n = self._first.size - 1
        total, squares = np.zeros(n), np.zeros(n)
        walk = walk_over(self._first, self._end)
        for world in worlds.tolist():
            rng = np.random.default_rng([self._seed, world])
            holds = rng.random(self._chance.size) < self._chance
            lines = thinned(self._first, self._end, self._tie, holds, walk)
            found = np.zeros(n)
            add_dependencies(
                walk._replace(end=walk.end[:lines]), rng.permutation(n)[: self._sources], found
            )
            total += found
            squares += found**2
        return total, squares
