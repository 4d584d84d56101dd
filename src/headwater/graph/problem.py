"""The critical-node problem: which few nodes to remove so that the fewest pairs stay connected."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from headwater.graph.components import components
from headwater.graph.ties import Nodes, Ties
from headwater.model import WrongUse

Flags: TypeAlias = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Removal:
    """What is asked: remove at most so many nodes, leave the fewest connected pairs.

    Known as the key-player problem (Borgatti 2006, KPP-Neg) and the critical-node problem
    (Arulselvan et al. 2009).

    Attributes:
        ties: The network, read without direction; self ties and repeats count for nothing.
        most: At most so many nodes are removed.
        allowed: Nodes that may be removed.
        gone: Nodes that are removed already or for sure; they do not count towards `most`.
    """

    ties: Ties
    most: int
    allowed: Flags
    gone: Flags

    @classmethod
    def of(
        cls,
        ties: Ties,
        most: int,
        allowed: npt.ArrayLike | None = None,
        gone: npt.ArrayLike | None = None,
    ) -> "Removal":
        """The problem with every node allowed and none gone, unless flags say otherwise.

        Raises:
            WrongUse: If `most` is negative, or there is not one flag for each node.
        """
        if most < 0:
            raise WrongUse(f"{most} nodes cannot be removed", do="ask for none or more")
        may = _flags(allowed, ties.n, default=True)
        out = _flags(gone, ties.n, default=False)
        return cls(ties, most, may, out)


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """The nodes chosen, and what is proved about them.

    Attributes:
        chosen: Node numbers, rising; those gone already are not among them.
        pairs_left: Unordered pairs of nodes still connected in the whole network.
        bound: No choice leaves fewer pairs than this; 0 where nothing is proved.
        seconds: How long it took.
    """

    chosen: Nodes
    pairs_left: int
    bound: int
    seconds: float

    @property
    def proved(self) -> bool:
        """Whether no choice leaves fewer pairs."""
        return self.pairs_left == self.bound

    @property
    def gap(self) -> float:
        """How much better another choice could still be, as a share of the pairs left."""
        return (self.pairs_left - self.bound) / max(1, self.pairs_left)


def pairs_left(ties: Ties, removed: Nodes) -> int:
    """Unordered pairs of the other nodes that can still reach each other, direction not read."""
    stays = np.ones(ties.n, dtype=np.bool_)
    stays[removed] = False
    label = components(ties.kept(stays[ties.source] & stays[ties.target]))[stays]
    sizes = np.unique(label, return_counts=True)[1]
    return int((sizes * (sizes - 1) // 2).sum())


def _flags(given: npt.ArrayLike | None, n: int, *, default: bool) -> Flags:
    flags = np.full(n, default) if given is None else np.array(given, dtype=np.bool_)
    if flags.shape != (n,):
        raise WrongUse("one flag is needed for each node", why=f"there are {n} nodes")
    flags.flags.writeable = False
    return flags
