"""Neighbours of every node in two arrays, the form that compiled loops read."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from headwater.graph.ties import Nodes, Ties


class Adjacency(NamedTuple):
    """Neighbours, read without direction; self ties and repeats dropped.

    Attributes:
        first: Where the neighbours of each node begin; n + 1 numbers.
        neighbours: The neighbours of node 0, of node 1, and so on, each time rising.
    """

    first: Nodes
    neighbours: Nodes


def adjacency(ties: Ties, gone: npt.NDArray[np.bool_]) -> Adjacency:
    """Neighbours in the network without the nodes that are gone; it grows with the ties."""
    simple = ties.undirected()
    stays = ~(gone[simple.source] | gone[simple.target])
    start = np.concatenate([simple.source[stays], simple.target[stays]])
    end = np.concatenate([simple.target[stays], simple.source[stays]])
    width = max(1, ties.n)
    lines = np.sort(start * width + end)
    first = np.searchsorted(lines, np.arange(ties.n + 1) * width)
    return Adjacency(first.astype(np.int64), lines % width)
