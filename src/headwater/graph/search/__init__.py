"""Which few nodes to remove so that fewest pairs stay connected: the best that can be found."""

from headwater.graph.problem import Removal
from headwater.graph.ties import Nodes

__all__ = ["search"]


def search(
    problem: Removal,
    *,
    seconds: float,
    seed: int = 0,
    start: Nodes | None = None,
    steps: int | None = None,
) -> Nodes:
    """Nodes whose removal leaves few connected pairs, sorted; at most as many as asked for.

    It anneals again and again, from chance or from two good sets (a memetic search, after Zhou, Hao
    and Glover 2017). Nothing is proved; `headwater.graph.removal` proves. Only nodes that may be
    removed are chosen, none that are gone, and none whose removal alone adds nothing to the rest of
    the set. With `steps` and time enough, the same problem, seed and start give the same set; where
    time ends the search, its last annealing is as long as the machine allows. The first call in a
    new installation also compiles, which is not counted to the time.

    Args:
        problem: What is asked.
        seconds: The search ends after this time; earlier where no pair is left.
        seed: Of chance.
        start: A set to begin with; nodes that may not be chosen are passed over.
        steps: The search also ends after so many steps. A step looks at one node and its
            neighbours, and at what breaks off where it is taken out: about 0.6 microseconds.
    """
    from headwater.graph.search.local import find

    return find(problem, seconds, seed, start, steps)
