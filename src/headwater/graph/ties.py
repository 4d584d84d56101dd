"""Ties: the lines of a network as three arrays, with nodes numbered from 0."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from headwater.model import WrongUse

Nodes: TypeAlias = npt.NDArray[np.int64]
Numbers: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Ties:
    """The lines of a network; the arrays cannot be written to.

    Attributes:
        source: Node at the one end of each tie, 0 to n - 1.
        target: Node at the other end.
        weight: Strength of each tie, zero or more.
        n: Number of nodes, those without ties included.
    """

    source: Nodes
    target: Nodes
    weight: Numbers
    n: int

    @classmethod
    def of(
        cls, source: npt.ArrayLike, target: npt.ArrayLike, n: int, weight: npt.ArrayLike = 1.0
    ) -> "Ties":
        """Ties between numbered nodes; one weight may stand for all.

        Raises:
            WrongUse: If the lengths differ, a node lies outside 0 to n - 1, or a weight is
                negative or not a number.
        """
        starts = np.array(source, dtype=np.int64)
        ends = np.array(target, dtype=np.int64)
        if starts.ndim != 1 or starts.shape != ends.shape:
            raise WrongUse("a network needs as many sources as targets")
        weights = np.array(np.broadcast_to(np.asarray(weight, np.float64), starts.shape))
        both = np.concatenate([starts, ends])
        if both.size and (both.min() < 0 or both.max() >= n):
            raise WrongUse("a tie ends at a node that is not there", why=f"nodes are 0 to {n - 1}")
        if not np.all(weights >= 0):
            raise WrongUse("a tie has a negative weight or none", do="give weights of zero or more")
        for array in (starts, ends, weights):
            array.flags.writeable = False
        return cls(starts, ends, weights, n)

    def __len__(self) -> int:
        """Number of ties."""
        return int(self.source.size)

    def undirected(self) -> "Ties":
        """The same network without direction: self ties dropped, repeated pairs made one.

        The weight of a pair is the sum of its ties. Sorted by the smaller node, then the larger.
        """
        real = self.source != self.target
        low = np.minimum(self.source, self.target)[real]
        high = np.maximum(self.source, self.target)[real]
        pairs, which = np.unique(low * max(self.n, 1) + high, return_inverse=True)
        weight = np.bincount(which, weights=self.weight[real], minlength=pairs.size)
        return Ties.of(pairs // max(self.n, 1), pairs % max(self.n, 1), self.n, weight)

    def kept(self, mask: npt.NDArray[np.bool_]) -> "Ties":
        """The ties where the mask is true; all nodes stay."""
        return Ties.of(self.source[mask], self.target[mask], self.n, self.weight[mask])
