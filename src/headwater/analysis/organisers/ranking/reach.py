"""How many others each person reaches within two steps, counted, or estimated where that is long.

A boss who speaks to two coordinators has few contacts and still reaches everybody whom they reach
(reach within two steps, Borgatti 2006).
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from headwater.graph import Nodes, Numbers, Ties

FEW = 2048
"""People up to whom counting takes no longer than the estimate."""

_AT_ONCE = 64  # people whose bits one number holds
_DRAWS = 32  # marks drawn for each person; the estimate is off by one over the root of it
_SEED = 20_023  # the same draws for all: people who reach the same have the same estimate


def reach(ties: Ties, *, exact: bool) -> Numbers:
    """For each person the number of others one or two ties away; direction and weight not read.

    Counting grows with people times ties; where `exact` is not asked for and there are more than
    `FEW` people it is estimated, which grows with ties.
    """
    source = np.concatenate([ties.source, ties.target])
    target = np.concatenate([ties.target, ties.source])
    order = np.argsort(source, kind="stable")
    source, target = source[order], target[order]
    if exact or ties.n <= FEW:
        return _counted(source, target, ties.n)
    return _estimated(source, target, ties.n)


def _counted(source: Nodes, target: Nodes, people: int) -> Numbers:
    """The exact number: everybody has a bit of their own, which is passed on twice."""
    found = np.full(people, -1.0)
    for start in range(0, people, _AT_ONCE):
        own = np.arange(start, min(start + _AT_ONCE, people))
        bits = np.zeros(people, dtype=np.uint64)
        bits[own] = np.uint64(1) << (own - start).astype(np.uint64)
        found += np.bitwise_count(_passed_twice(bits, source, target, np.bitwise_or))
    return found


def _estimated(source: Nodes, target: Nodes, people: int) -> Numbers:
    """The number by least marks (Cohen 1997): of n people's marks the least has the mean 1 / n."""
    rng = np.random.default_rng(_SEED)
    total = np.zeros(people)
    for _ in range(_DRAWS):
        total += _passed_twice(rng.exponential(size=people), source, target, np.minimum)
    return np.maximum(0, (_DRAWS - 1) / total - 1)


def _passed_twice(
    held: npt.NDArray[Any], source: Nodes, target: Nodes, join: np.ufunc
) -> npt.NDArray[Any]:
    """What everybody holds, joined with what is held up to two steps away."""
    who, first = np.unique(source, return_index=True)
    for _ in range(2):
        if who.size:
            held[who] = join(held[who], join.reduceat(held[target], first))
    return held
