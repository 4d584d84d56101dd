"""Who of a chosen set does nothing in it: all they are tied to is out as well."""

import numpy as np

from headwater.graph import Nodes
from headwater.graph.removal import Removal


def without_idle(problem: Removal, chosen: Nodes) -> Nodes:
    """The chosen without those whose giving back adds no pair.

    Those with the fewest ties to others of them are given back first; who is tied to somebody given
    back stays. Nobody of the people who are left can be given back without adding a pair.
    """
    out = problem.gone.copy()
    out[chosen] = True
    start, end = problem.ties.source, problem.ties.target
    idle = np.zeros(out.size, dtype=np.bool_)
    idle[chosen] = True
    idle[start[~out[end]]] = False
    idle[end[~out[start]]] = False
    between = idle[start] & idle[end] & (start != end)
    start, end = start[between], end[between]
    degree = np.bincount(np.concatenate([start, end]), minlength=out.size)
    people = np.flatnonzero(idle)
    for one in people[np.argsort(degree[people], kind="stable")].tolist():
        if idle[one]:
            idle[end[start == one]] = False
            idle[start[end == one]] = False
    return chosen[~idle[chosen]]
