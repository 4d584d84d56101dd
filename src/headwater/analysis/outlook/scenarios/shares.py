"""What each of several assumptions has done to a difference: shares that add up."""

from collections.abc import Callable, Sequence
from itertools import combinations
from math import factorial


def shapley(names: Sequence[str], value: Callable[[frozenset[str]], float]) -> dict[str, float]:
    """The mean of what each adds, over all orders in which they could be made (Shapley 1953).

    They add up to the value of all less the value of none. Cost: two to the number of names.

    Args:
        names: The assumptions.
        value: What comes of some of them together.
    """
    held = {
        frozenset(made): value(frozenset(made))
        for size in range(len(names) + 1)
        for made in combinations(names, size)
    }
    total = factorial(len(names))
    shares = dict.fromkeys(names, 0.0)
    for made, before in held.items():
        orders = factorial(len(made)) * factorial(max(len(names) - len(made) - 1, 0)) / total
        for name in names:
            if name not in made:
                shares[name] += orders * (held[made | {name}] - before)
    return shares
