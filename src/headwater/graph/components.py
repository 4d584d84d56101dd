"""Components: which nodes hang together."""

import numpy as np

from headwater.graph.ties import Nodes, Ties


def components(ties: Ties) -> Nodes:
    """The component of every node, named by its smallest node; direction is not read.

    Each component takes the name of the smallest one that it is tied to, all at once, again and
    again: at least half of the names that can still change are gone each time.
    """
    label = np.arange(ties.n, dtype=np.int64)
    one, other = ties.source, ties.target
    while one.size:
        np.minimum.at(label, np.maximum(one, other), np.minimum(one, other))
        while not np.array_equal(label, label[label]):
            label = label[label]
        one, other = label[one], label[other]
        apart = one != other
        one, other = one[apart], other[apart]
    return label
