"""Taking a network apart: in which order, and with how few removals.

Two goals, two answers: the best order hurts most at every step, also when only the first removals
succeed; the smallest set reaches a goal with the fewest removals, in whatever order. Both are found
by local search; nothing is proved.
"""

import numpy as np

from headwater.graph.problem import Removal
from headwater.graph.ties import Nodes

__all__ = ["largest_left", "removal_order", "smallest_set"]


def largest_left(problem: Removal, order: Nodes) -> Nodes:
    """Nodes in the largest component before the first removal, after it, and after each further.

    The order holds nodes that may be removed, each at most once; nodes it does not name stay.
    Its sum is the area under the curve of dismantling. It grows with the ties.
    """
    from headwater.graph.dismantling.curve import curve, removable, trace

    line = curve(problem)
    first = np.asarray(order, dtype=np.int64)
    rest = np.setdiff1d(removable(problem), first)
    trace(line, np.concatenate([first, rest]), first.size, 0)
    return line.trial[: first.size + 1].copy()


def removal_order(
    problem: Removal, *, seconds: float, seed: int = 0, steps: int | None = None
) -> Nodes:
    """The nodes in the order that keeps the largest component smallest over all removals.

    What is made small is the sum of `largest_left` over the first `problem.most` removals; with as
    many as there are nodes this is the area under the whole curve. It starts with the better of
    adaptive degree and adaptive betweenness, then moves nodes within the order by simulated
    annealing; a step grows with the ties. With `steps` and time enough, the same problem and
    seed give the same order.

    Args:
        problem: What may be removed, how many, and what is gone.
        seconds: The search ends after this time; the starting orders are always finished.
        seed: Of chance.
        steps: The search also ends after about so many steps.

    Returns:
        `problem.most` nodes, or as many as may be removed, the first to be removed first.
    """
    from headwater.graph.dismantling.order import find

    return find(problem, seconds, seed, steps)


def smallest_set(
    problem: Removal, *, share: float = 0.1, seconds: float, seed: int = 0, steps: int | None = None
) -> Nodes | None:
    """The smallest set found whose removal leaves no component above this share of all nodes.

    A single node is never too large a component. Each time a set is found, it is thinned out and
    the search goes on with one node fewer (the exchange of `headwater.graph.search`, on the nodes
    that are too many instead of pairs).

    Args:
        problem: What may be removed, how many at most, and what is gone.
        share: Of the nodes of the network, those that are gone among them; 0 to 1.
        seconds: The search ends after this time.
        seed: Of chance.
        steps: The search also ends after about so many steps.

    Returns:
        The nodes, sorted; None where no set was found that is small enough.
    """
    from headwater.graph.dismantling.smallest import find

    return find(problem, share, seconds, seed, steps)
