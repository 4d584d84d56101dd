"""Where things stand on a sheet: springs for networks, and boxes that keep off each other.

Deterministic: starting points come from the order of the nodes, never from chance.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]


class Box(NamedTuple):
    """An upright rectangle: its centre and its size, in pixels."""

    x: float
    y: float
    width: float
    height: float

    def touches(self, other: "Box") -> bool:
        """Whether two boxes overlap."""
        return (
            abs(self.x - other.x) * 2 < self.width + other.width
            and abs(self.y - other.y) * 2 < self.height + other.height
        )


def spring_layout(count: int, ties: Sequence[tuple[int, int]], rounds: int = 400) -> Points:
    """Positions in the unit square, near where tied and far where not.

    Cost grows with rounds times count squared. Source: Fruchterman and Reingold (1991), with a
    pull to the middle so that separate parts stay on the sheet.
    """
    if count == 0:
        return np.zeros((0, 2))
    turn = math.pi * (3 - math.sqrt(5))
    order = np.arange(count)
    radius = np.sqrt((order + 0.5) / count)
    place = np.stack([radius * np.cos(order * turn), radius * np.sin(order * turn)], axis=1)
    tied = np.zeros((count, count))
    for a, b in ties:
        if a != b:
            tied[a, b] = tied[b, a] = 1.0
    ideal = 1.2 / math.sqrt(count)
    for step in range(rounds):
        place = _pulled(place, tied, ideal, heat=0.15 * (1 - step / rounds) ** 2 + 0.001)
    low, high = place.min(axis=0), place.max(axis=0)
    scaled: Points = np.where(high > low, (place - low) / np.maximum(high - low, 1e-9), 0.5)
    return scaled


def _pulled(place: Points, tied: Points, ideal: float, heat: float) -> Points:
    gap = place[:, None, :] - place[None, :, :]
    distance = np.sqrt((gap**2).sum(axis=2)) + 1e-6
    push = ideal**2 / distance
    np.fill_diagonal(push, 0.0)
    pull = tied * distance**2 / ideal
    force = (gap / distance[:, :, None] * (push - pull)[:, :, None]).sum(axis=1) - 0.3 * place
    length = np.sqrt((force**2).sum(axis=1, keepdims=True)) + 1e-9
    moved: Points = place + force / length * np.minimum(length, heat)
    return moved


def push_apart(boxes: Sequence[Box], sheet: Box, rounds: int = 300) -> list[Box]:
    """The same boxes, moved as little as needed so that none covers another, all on the sheet.

    Stops after `rounds`; where the sheet is too small some overlap is left.
    """
    placed = [list(box) for box in boxes]
    for _ in range(rounds):
        if not _one_push(placed):
            break
        for box in placed:
            for axis in (0, 1):
                room = (sheet[axis + 2] - box[axis + 2]) / 2
                box[axis] = min(max(box[axis], sheet[axis] - room), sheet[axis] + room)
    return [Box(*box) for box in placed]


def _one_push(placed: list[list[float]]) -> bool:
    moved = False
    for i, first in enumerate(placed):
        for second in placed[i + 1 :]:
            over = [(first[a + 2] + second[a + 2]) / 2 - abs(first[a] - second[a]) for a in (0, 1)]
            if min(over) <= 0.01:
                continue
            axis = 0 if over[0] < over[1] * 1.5 else 1
            side = 1 if first[axis] >= second[axis] else -1
            first[axis] += side * over[axis] / 2
            second[axis] -= side * over[axis] / 2
            moved = True
    return moved


def free_spot(candidates: Sequence[Box], taken: Sequence[Box]) -> Box | None:
    """The first candidate that touches nothing taken, or None."""
    return next((c for c in candidates if not any(c.touches(t) for t in taken)), None)


Point = tuple[float, float]


def label_spots(
    choices: Sequence[Sequence[Box]], lines: Sequence[tuple[Point, Point]], sheet: Box
) -> list[Box]:
    """For each label the one of its spots that the fewest lines and other labels cross.

    Labels take turns in their order, twice; the first spot wins where several are equal. A spot
    that leaves the sheet is only taken where none stays on it.
    """
    taken: list[Box] = [spots[0] for spots in choices]
    for n, spots in [*enumerate(choices)] * 2:
        others = taken[:n] + taken[n + 1 :]
        taken[n] = min(spots, key=lambda spot: _cost(spot, lines, others, sheet))
    return taken


def _cost(
    spot: Box, lines: Sequence[tuple[Point, Point]], others: Sequence[Box], sheet: Box
) -> tuple[bool, int]:
    off = any(
        abs(spot[axis] - sheet[axis]) > (sheet[axis + 2] - spot[axis + 2]) / 2 for axis in (0, 1)
    )
    covered = sum(spot.touches(other) for other in others)
    return off, 3 * covered + sum(crosses(spot, *line) for line in lines)


def crosses(box: Box, start: Point, end: Point) -> bool:
    """Whether a straight line runs through a box. Source: Liang and Barsky (1984)."""
    enter, leave = 0.0, 1.0
    for axis in (0, 1):
        low, high = box[axis] - box[axis + 2] / 2, box[axis] + box[axis + 2] / 2
        step = end[axis] - start[axis]
        if abs(step) < 1e-9:
            if not low <= start[axis] <= high:
                return False
            continue
        first, last = sorted(((low - start[axis]) / step, (high - start[axis]) / step))
        enter, leave = max(enter, first), min(leave, last)
    return enter < leave
