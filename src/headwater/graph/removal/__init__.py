"""Which few nodes to remove so that the fewest pairs stay connected, and what is proved about it."""

from headwater.graph.removal.problem import Flags, Removal, Solution, pairs_left

__all__ = ["Flags", "Removal", "Solution", "pairs_left"]
