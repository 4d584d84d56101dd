"""Where people stand: groups as discs that keep off each other, people inside or just outside."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from headwater.draw.layout import Box, Point, Points, push_apart, spring_layout

_LARGEST = 46.0  # pixels of the radius of a disc over the root of its people
_RING = 1.0  # room around a disc for people of no group, in the same measure
_STEP = 30.0  # pixels between two of them


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
        groups: Group of each person; people of the group "" stand just outside the disc of those
            they are tied to, and together without a disc where they are tied to no group.
        pairs: Tied people, by number.
        area: Where they may stand.
        sizes: Width and height that each person takes up, name included.
    """
    beside = _beside(groups, pairs)
    hosts = [beside.get(i, own) for i, own in enumerate(groups)]
    names = sorted(set(hosts), key=lambda name: (name == "", -hosts.count(name), name))
    inside = [
        [i for i, own in enumerate(hosts) if own == name and i not in beside] for name in names
    ]
    rings = [[i for i, host in beside.items() if host == name] for name in names]
    across = [(hosts[a], hosts[b]) for a, b in pairs if hosts[a] != hosts[b]]
    wide = [2 * (math.sqrt(len(own)) + 0.8) for own in inside]
    discs = _discs(names, list(zip(wide, map(bool, rings), strict=True)), across, area)
    spots: dict[int, Point] = {}
    for members, disc in zip(inside, discs, strict=True):
        number = {one: i for i, one in enumerate(members)}
        ties = [(number[a], number[b]) for a, b in pairs if a in number and b in number]
        for one, (x, y) in zip(members, _in_disc(len(members), ties), strict=True):
            spots[one] = (disc.x + x * disc.radius, disc.y + y * disc.radius)
    for ring, disc in zip(rings, discs, strict=True):
        _stand_around(disc, ring, pairs, spots)
    people = [Box(*spots[i], *size) for i, size in enumerate(sizes)]
    apart = push_apart(people, Box(area.x, area.y, area.width, area.height))
    return [(box.x, box.y) for box in apart], [disc for disc in discs if disc.name]


def _beside(groups: Sequence[str], pairs: Sequence[tuple[int, int]]) -> dict[int, str]:
    """Beside which group each person of none stands: where those tied to them do, most of them."""
    found: dict[int, str] = {}
    while True:
        near: dict[int, list[str]] = {}
        for one, other in [*pairs, *((b, a) for a, b in pairs)]:
            host = groups[other] or found.get(other, "")
            if host and not groups[one] and one not in found:
                near.setdefault(one, []).append(host)
        if not near:
            return found
        found |= {one: max(sorted(set(near[one])), key=near[one].count) for one in sorted(near)}


def _stand_around(
    disc: Disc, ring: Sequence[int], pairs: Sequence[tuple[int, int]], spots: dict[int, Point]
) -> None:
    """People of no group just outside a disc, on the side of those they are tied to."""
    reach = disc.radius + _STEP / 2

    def at(angle: float) -> Point:
        return disc.x + reach * math.cos(angle), disc.y + reach * math.sin(angle)

    angles: dict[int, float] = {}
    for one in ring:
        tied = [
            spots[b if a == one else a]
            for a, b in pairs
            if one in (a, b) and {a, b} - {one} <= spots.keys()
        ]
        x, y = (sum(spot[axis] for spot in tied) / len(tied) for axis in (0, 1))
        angles[one] = math.atan2(y - disc.y, x - disc.x)
        spots[one] = at(angles[one])
    gap = min(_STEP / reach, 2 * math.pi / max(len(ring), 1))
    last = -math.inf
    for one in sorted(ring, key=lambda i: (angles[i], i)):
        last = max(angles[one], last + gap)
        spots[one] = at(last)


def _discs(
    names: Sequence[str],
    sizes: Sequence[tuple[float, bool]],
    tied: Sequence[tuple[str, str]],
    area: Box,
) -> list[Disc]:
    """Discs in rows, near where people of two groups are tied, as large as the area allows.

    `sizes` holds how wide each is, and whether people of no group stand around it.
    """
    wide = [own + 2 * _RING * ring for own, ring in sizes]
    number = {name: i for i, name in enumerate(names)}
    near = spring_layout(len(names), sorted({(number[a], number[b]) for a, b in tied}))
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
            own = sizes[i][0] * scale / 2
            discs[i] = Disc(names[i], left + gap / 2 + half, top + (spare + high) / 2, own)
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
