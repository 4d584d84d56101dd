"""Where people stand: groups as discs that keep off each other, people inside their disc."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from headwater.draw.layout import Box, Point, Points, push_apart, spring_layout

_LARGEST = 46.0  # pixels of the radius of a disc over the root of its people


class Disc(NamedTuple):
    """The ground of a group; `name` is empty for people in none."""

    name: str
    x: float
    y: float
    radius: float


def placed(
    groups: Sequence[str],
    pairs: Sequence[tuple[int, int]],
    area: Box,
    sizes: Sequence[tuple[float, float]],
) -> tuple[list[Point], list[Disc]]:
    """Where each person stands, and the discs of the groups that have a name.

    Args:
        groups: Group of each person; people of the group "" stand together without a disc.
        pairs: Tied people, by number.
        area: Where they may stand.
        sizes: Width and height that each person takes up, name included.
    """
    names = sorted(set(groups), key=lambda name: (name == "", -groups.count(name), name))
    inside = [[i for i, own in enumerate(groups) if own == name] for name in names]
    discs = _discs(names, inside, groups, pairs, area)
    spots: dict[int, Point] = {}
    for members, disc in zip(inside, discs, strict=True):
        number = {one: i for i, one in enumerate(members)}
        ties = [(number[a], number[b]) for a, b in pairs if a in number and b in number]
        for one, (x, y) in zip(members, _in_disc(len(members), ties), strict=True):
            spots[one] = (disc.x + x * disc.radius, disc.y + y * disc.radius)
    people = [Box(*spots[i], *size) for i, size in enumerate(sizes)]
    apart = push_apart(people, Box(area.x, area.y, area.width, area.height))
    return [(box.x, box.y) for box in apart], [disc for disc in discs if disc.name]


def _discs(
    names: Sequence[str],
    inside: Sequence[Sequence[int]],
    groups: Sequence[str],
    pairs: Sequence[tuple[int, int]],
    area: Box,
) -> list[Disc]:
    """Discs in rows, near where people of two groups are tied, as large as the area allows."""
    number = {name: i for i, name in enumerate(names)}
    across = {(number[groups[a]], number[groups[b]]) for a, b in pairs if groups[a] != groups[b]}
    near = spring_layout(len(names), sorted(across))
    wide = [2 * (math.sqrt(len(members)) + 0.8) for members in inside]
    choices = [_rows(near, count) for count in range(1, len(names) + 1)]
    rows = max(choices, key=lambda rows: _scale(rows, wide, area), default=[])
    scale = _scale(rows, wide, area)
    tall = [max(wide[i] for i in row) * scale for row in rows]
    spare = (area.height - sum(tall)) / max(len(rows), 1)
    discs, top = {}, area.y - area.height / 2
    for row, high in zip(rows, tall, strict=True):
        gap = (area.width - sum(wide[i] for i in row) * scale) / len(row)
        left = area.x - area.width / 2
        for i in row:
            half = wide[i] * scale / 2
            discs[i] = Disc(names[i], left + gap / 2 + half, top + (spare + high) / 2, half)
            left += gap + 2 * half
        top += spare + high
    return [discs[i] for i in range(len(names))]


def _rows(near: Points, count: int) -> list[list[int]]:
    """The discs in so many rows, from the top down, each from left to right."""
    falling = np.argsort(near[:, 1], kind="stable")
    parts = np.array_split(falling, count)
    return [sorted(part.tolist(), key=lambda i: (near[i, 0], i)) for part in parts]


def _scale(rows: Sequence[Sequence[int]], wide: Sequence[float], area: Box) -> float:
    """How large discs can be in these rows."""
    widest = max((sum(wide[i] for i in row) for row in rows), default=1.0)
    high = sum(max(wide[i] for i in row) for row in rows) or 1.0
    return min(area.width / widest, area.height / high, _LARGEST)


def _in_disc(count: int, ties: Sequence[tuple[int, int]]) -> Points:
    """Positions within the unit disc, those tied most near its middle."""
    if count == 1:
        return np.zeros((1, 2))
    square = spring_layout(count, ties) * 2 - 1
    reach = np.abs(square).max(axis=1, keepdims=True)
    length = np.sqrt((square**2).sum(axis=1, keepdims=True))
    # A square is bent into a disc: its corners come as near to the middle as its sides are.
    disc: Points = 0.82 * square * reach / np.maximum(length, 1e-9)
    return disc
