"""Which few nodes to remove so that fewest pairs stay connected, and what is proved of it."""

from headwater.graph.problem import Flags, Removal, Solution, pairs_left
from headwater.graph.removal.alternatives import Alternative, alternatives

__all__ = [
    "Alternative",
    "Flags",
    "Removal",
    "Solution",
    "alternatives",
    "make_ready",
    "pairs_left",
    "solve",
]


def make_ready() -> None:
    """Compile what a new installation has not compiled yet, before a time limit runs."""
    from headwater.graph.removal.exact import make_ready as compile_all

    compile_all()


def solve(
    problem: Removal, *, seconds: float, seed: int = 0, enough: int | None = None
) -> Solution:
    """The choice that leaves the fewest connected pairs, with a bound that no choice beats.

    The bound meets the pairs left, and so proves the choice, where the time is enough. The same
    problem and seed give the same choice, except where the time is over first. The first call in a
    new installation also compiles, which is not counted to the time.

    Args:
        problem: What is asked.
        seconds: The search ends after about this time.
        seed: Of chance, in the search for a first good choice.
        enough: Where it is enough to know that no choice leaves fewer pairs than this: the search
            ends as soon as that is proved.
    """
    from headwater.graph.removal.exact import prove

    return prove(problem, seconds, seed, enough)
