"""Which few nodes to remove so that fewest pairs stay connected, and what is proved of it."""

from headwater.graph.removal.problem import Flags, Removal, Solution, pairs_left

__all__ = ["Flags", "Removal", "Solution", "pairs_left", "solve"]


def solve(problem: Removal, *, seconds: float, seed: int = 0) -> Solution:
    """The choice that leaves the fewest connected pairs, with a bound that no choice beats.

    The bound meets the pairs left, and so proves the choice, where the time is enough. The same
    problem and seed give the same choice, except where the time is over first. The first call in a
    new installation also compiles, which is not counted to the time.

    Args:
        problem: What is asked.
        seconds: The search ends after about this time.
        seed: Of chance, in the search for a first good choice.
    """
    from headwater.graph.removal.exact import prove

    return prove(problem, seconds, seed)
