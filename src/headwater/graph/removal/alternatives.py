"""How the best choice changes if one of its nodes cannot be had."""

import time
from dataclasses import dataclass

import numpy as np

from headwater.graph.problem import Removal, Solution


@dataclass(frozen=True, slots=True, eq=False)
class Alternative:
    """The best choice that spares one node of another choice.

    Attributes:
        spared: The node.
        solution: The best choice without it. Its bound is followed up to the limit only: a bound
            above the limit says that every choice within it has the node.
    """

    spared: int
    solution: Solution


def alternatives(
    problem: Removal, best: Solution, limit: int, *, seconds: float, seed: int = 0
) -> tuple[Alternative, ...]:
    """For each node chosen, in order, the best choice that spares it.

    Args:
        problem: What was asked.
        best: The choice for it.
        limit: Choices that leave more pairs than this are of no interest.
        seconds: For all of them together, shared out evenly.
        seed: Of chance, in the search for first good choices.
    """
    from headwater.graph.removal.exact import prove

    end = time.perf_counter() + seconds
    found = []
    for number, node in enumerate(best.chosen.tolist()):
        allowed = np.array(problem.allowed)
        allowed[node] = False
        spared = Removal.of(problem.ties, problem.most, allowed, problem.gone)
        share = max(0.0, end - time.perf_counter()) / (best.chosen.size - number)
        found.append(Alternative(node, prove(spared, share, seed, limit + 1)))
    return tuple(found)
