"""Chains: about the same amount handed on from end to end within days, and back to where it began.

A step follows another where it leaves the end that the first reached, a few days later at most,
with no more than a fee missing. Where an amount could have gone on in more than three ways, or come
from more than three, nothing is said of it: in a crowd of equal amounts every chain is chance. With
that bound every chain is found; the search ends where there are too many.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from headwater.analysis.business.money.ends import Ends
from headwater.analysis.business.money.movements import Movements, Whole
from headwater.analysis.business.money.settlements import Reach, Spots, nearby

_WAYS = 3
_LOOKED_AT = 64  # movements near one that are looked at in each bucket of days
_ROUNDING = 0.002  # by which an amount may grow on the way
_MOST = 1_000_000


class Chains(NamedTuple):
    """What was found.

    Attributes:
        found: The movements of each chain in order; no movement is in two.
        crowded: Movements that were not followed because they could have gone on in many ways.
        steps: Steps from one movement to another.
        cut: Whether there were more chains than are looked at.
    """

    found: list[Whole]
    crowded: int
    steps: int
    cut: bool


def chains(movements: Movements, ends: Ends, parameters: Mapping[str, Any]) -> Chains:
    """The chains of movements, round trips first, then the longest; no movement is in two.

    Cost: movements times 128 for the steps, and three times as many at each further step as
    before, one million at the most.
    """
    left, right, crowded = _steps(movements, ends, parameters)
    first = np.searchsorted(left, np.arange(len(movements) + 1))
    paths = np.stack([left, right], axis=1)
    whole: list[Whole] = []
    cut = False
    for length in range(2, parameters["longest"] + 1):
        closed = movements.source[paths[:, 0]] == movements.target[paths[:, -1]]
        if length >= parameters["shortest"]:
            whole.append(paths)
        paths = _longer(paths[~closed], first, right, movements)
        cut |= len(paths) > _MOST
        paths = paths[:_MOST]
    return Chains(_apart(whole, movements), crowded, int(left.size), cut)


def _steps(
    movements: Movements, ends: Ends, parameters: Mapping[str, Any]
) -> tuple[Whole, Whole, int]:
    """Each movement with each that may carry its amount on, sorted; and how many were crowded."""
    row = np.flatnonzero(movements.usable)
    count = len(movements.currencies)
    onward = row[ends.named[movements.target[row]]]
    before = row[ends.named[movements.source[row]]]
    spots = [
        Spots(
            end[rows] * count + movements.currency[rows],
            movements.day[rows],
            np.log(movements.low[rows]),
        )
        for end, rows in ((movements.target, onward), (movements.source, before))
    ]
    reach = Reach(
        0, parameters["days"], float(-np.log(1 - parameters["loss"])), _ROUNDING, _LOOKED_AT
    )
    nothing = np.zeros(0, dtype=np.int64)
    pairs = [(nothing, nothing), *nearby(spots[0], spots[1], reach)]
    i, j = (np.concatenate(side) for side in zip(*pairs, strict=True))
    left, right = onward[i], before[j]
    ways = np.bincount(left, minlength=len(movements))
    from_ = np.bincount(right, minlength=len(movements))
    clear = (ways[left] <= _WAYS) & (from_[right] <= _WAYS)
    order = np.lexsort((right[clear], left[clear]))
    return left[clear][order], right[clear][order], int(np.count_nonzero(ways > _WAYS))


def _longer(paths: Whole, first: Whole, right: Whole, movements: Movements) -> Whole:
    """Each chain with each step that may follow it, if that reaches an end not passed before."""
    tail = paths[:, -1]
    begin, end = first[tail], first[tail + 1]
    count = end - begin
    stem = np.repeat(np.arange(len(paths)), count)
    at = np.repeat(begin - np.cumsum(count) + count, count) + np.arange(stem.size)
    grown = np.concatenate([paths[stem], right[at][:, None]], axis=1)
    reached = movements.target[grown[:, -1]][:, None]
    passed = movements.target[grown[:, :-1]] == reached
    found: Whole = grown[~passed.any(axis=1)]
    return found


def _apart(whole: list[Whole], movements: Movements) -> list[Whole]:
    """Round trips, then the longest chains, of which no two share a movement.

    Of equal length the quickest comes first.
    """
    taken = np.zeros(len(movements), dtype=np.bool_)
    kept: list[Whole] = []
    for round_ in (True, False):
        for paths in reversed(whole):
            begin, end = paths[:, 0], paths[:, -1]
            some = paths[(movements.source[begin] == movements.target[end]) == round_]
            spent = movements.day[some[:, -1]] - movements.day[some[:, 0]]
            for path in some[np.lexsort((*some.T[::-1], spent))]:
                if not taken[path].any():
                    taken[path] = True
                    kept.append(path)
    return kept
