"""The problem, as `headwater.graph.problem` states it; the search below shares it."""

from headwater.graph.problem import Flags, Removal, Solution, pairs_left

__all__ = ["Flags", "Removal", "Solution", "pairs_left"]
