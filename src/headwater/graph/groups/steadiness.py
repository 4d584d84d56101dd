"""How steady groups are: whether they are found again when the evidence is drawn anew."""

from collections.abc import Iterable

import numpy as np

from headwater.graph.groups.partition import partition
from headwater.graph.ties import Nodes, Numbers, Ties


def steadiness(label: Nodes, drawn: Iterable[Ties], *, seed: int, resolution: float) -> Numbers:
    """For each group, how alike its nearest group is in networks drawn anew, 0 to 1.

    The mean over the draws of the largest share of members in common (Jaccard); above 0.75 a group
    may be called steady, below 0.5 it dissolves. Source: Hennig 2007.

    Args:
        label: Group of each node, 0 upwards.
        drawn: Networks of the same nodes, as bootstrap samples of the evidence.
        seed: Seed of the orders of nodes.
        resolution: As the groups were found with.
    """
    groups = int(label.max(initial=-1)) + 1
    total = np.zeros(groups)
    draws = 0
    for ties in drawn:
        found = partition(ties, seed=seed + draws, resolution=resolution, tries=1)
        total += _nearest(label, found, groups)
        draws += 1
    return total / max(1, draws)


def _nearest(label: Nodes, found: Nodes, groups: int) -> Numbers:
    """Largest Jaccard share of each group with any group found."""
    width = int(found.max(initial=-1)) + 1
    pairs, common = np.unique(label * max(width, 1) + found, return_counts=True)
    one, other = pairs // max(width, 1), pairs % max(width, 1)
    sizes, others = np.bincount(label, minlength=groups), np.bincount(found, minlength=width)
    best = np.zeros(groups)
    np.maximum.at(best, one, common / (sizes[one] + others[other] - common))
    return best
