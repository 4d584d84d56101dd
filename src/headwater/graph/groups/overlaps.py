"""Who stands in two groups at once."""

from typing import NamedTuple

import numpy as np

from headwater.graph.ties import Nodes, Numbers, Ties

_SHARE = 0.5
_LEAST = 2


class Overlap(NamedTuple):
    """Nodes that belong to a second group; one entry each, sorted by node and group.

    Attributes:
        node: The node.
        group: The group it belongs to beside its own.
        share: Weight of its ties into that group, over that into its own group.
    """

    node: Nodes
    group: Nodes
    share: Numbers


def overlaps(ties: Ties, label: Nodes, *, share: float = _SHARE, least: int = _LEAST) -> Overlap:
    """Nodes whose ties into another group weigh a good part of those into their own.

    Args:
        ties: The network, read without direction; weights count.
        label: Group of each node, 0 upwards.
        share: How much of the weight into the own group is needed.
        least: Number of different nodes of the other group it must be tied to.

    Source: a plain reading of the belonging coefficient of Gregory 2010.
    """
    simple = ties.undirected()
    node = np.concatenate([simple.source, simple.target])
    group = label[np.concatenate([simple.target, simple.source])]
    weight = np.tile(simple.weight, 2)
    width = int(label.max(initial=-1)) + 1
    pairs, which, ties_to = np.unique(
        node * max(width, 1) + group, return_inverse=True, return_counts=True
    )
    toward = np.bincount(which, weights=weight, minlength=pairs.size)
    who, where = pairs // max(width, 1), pairs % max(width, 1)
    own = np.zeros(ties.n)
    home = label[who] == where
    own[who[home]] = toward[home]
    also = ~home & (ties_to >= least) & (toward >= share * own[who])
    ratio = toward[also] / np.maximum(own[who[also]], 1e-12)
    return Overlap(who[also], where[also], np.minimum(ratio, 1.0))
