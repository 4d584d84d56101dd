"""Observers: where one more would tell most, and what the counts could tell at best."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from headwater.analysis.routes.flow.counts import Array, Count
from headwater.analysis.routes.flow.junctions import Junction
from headwater.analysis.routes.flow.shares import Share

_FEWEST_A_CHAIN = 5.0  # moves of a chain that count as one independent draw
_CLEAR = 1e-9


def next_observers(
    logs: Array, people: Array, unwatched: Sequence[int], share: Share
) -> list[dict[str, Any]]:
    """For each unwatched leg how much narrower all their intervals would be if it were watched.

    Expected widths, in people, of the 90 % intervals of all unwatched legs together; the logarithms
    are taken as jointly normal for this.

    Args:
        logs: Logarithms of flows of one period: draws x legs.
        people: People of that period: draws x legs.
        unwatched: Numbers of the legs that nobody watches.
        share: Which share the new observer would see.
    """
    if not unwatched:
        return []
    chosen = list(unwatched)
    width = np.diff(np.quantile(people[:, chosen], [0.05, 0.95], axis=0), axis=0)[0]
    off = logs[:, chosen] - logs[:, chosen].mean(axis=0)
    variance = (off**2).mean(axis=0)
    together = off.T @ off / len(off)
    alike = together**2 / np.outer(variance, variance)
    alike = np.maximum(alike - _FEWEST_A_CHAIN / len(off), 0.0)  # what chance alone would show
    np.fill_diagonal(alike, 1.0)
    blur = 1 / (share.middle * np.exp(logs[:, chosen]).mean(axis=0) + 1) + 1 / share.size
    known = alike * (variance / (variance + blur))[None, :]
    after = (width[:, None] * np.sqrt(1 - known)).sum(axis=0)
    before = float(width.sum())
    order = np.argsort(after, kind="stable")
    return [
        {"at": chosen[n], "width_before": before, "width_after": float(after[n])}
        for n in order.tolist()
    ]


def determined(counts: Sequence[Count], joints: Sequence[Junction], legs: int) -> list[bool]:
    """Whether each leg's flow follows from the counts alone, were every junction in balance.

    It does where it is a weighted sum of counts and balances: a question of rank, whatever the
    numbers.
    """
    rows = np.zeros((len(counts) + len(joints), legs))
    for row, count in enumerate(counts):
        rows[row, list(count.legs)] = 1.0
    for row, joint in enumerate(joints, start=len(counts)):
        rows[row, list(joint.into)] = 1.0
        rows[row, list(joint.out)] -= 1.0
    _, sizes, directions = np.linalg.svd(rows, full_matrices=True)
    rank = int((sizes > _CLEAR * max(sizes, default=1.0)).sum())
    free = (directions[rank:] ** 2).sum(axis=0) if legs else np.zeros(0)
    return [bool(one < _CLEAR) for one in free]
