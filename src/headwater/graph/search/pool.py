"""A few good sets that differ, and new ones made of two of them."""

import numpy as np

from headwater.graph.problem import Flags
from headwater.graph.search.remainder import Remainder, settle

_MANY = 8
_ALIKE = 0.05  # sets with fewer different nodes, as a share of the nodes in one, count as one set


class Pool:
    """Good sets, as flags, the best first. Of sets that are nearly the same only one is kept."""

    def __init__(self) -> None:
        self.sets: list[tuple[int, Flags]] = []

    @property
    def full(self) -> bool:
        """Whether as many sets are kept as there may be."""
        return len(self.sets) == _MANY

    def add(self, left: int, out: Flags) -> None:
        """Keep a set, by the worth of what it leaves, if it is good enough."""
        near = _ALIKE * 2 * out.sum()
        alike = [one for one in self.sets if np.sum(one[1] ^ out) <= near]
        if alike and min(alike, key=_worth)[0] <= left:
            return
        self.sets = [one for one in self.sets if all(one is not other for other in alike)]
        self.sets = sorted([*self.sets, (left, out)], key=_worth)[:_MANY]

    def crossed(self, net: Remainder, generator: np.random.Generator) -> Flags:
        """One of the sets, changed so that some component of another one is a component of it.

        A crossover that keeps what matters of a set: the parts it makes, with their borders. There
        may be more or fewer nodes in it. The network's nodes are taken out and given back.
        """
        to, of = generator.choice(len(self.sets), 2, replace=False)
        crossed: Flags = self.sets[to][1].copy()
        other = self.sets[of][1]
        net.out[:] = other
        settle(net)
        inside = ~other & (net.label == net.label[generator.choice(np.flatnonzero(~other))])
        ends = np.repeat(inside, np.diff(net.first))
        crossed[inside & crossed] = False
        border = net.neighbours[ends]
        crossed[border[other[border]]] = True
        return crossed


def _worth(one: tuple[int, Flags]) -> int:
    return one[0]
