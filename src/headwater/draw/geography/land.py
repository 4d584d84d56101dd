"""Land and borders within a window of the globe, from Natural Earth, simplified to about 1 km.

Borders are drawn as they stand there; nothing is said by it on the status of any territory.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Line: TypeAlias = NDArray[np.float64]
"""Points of a line: degrees east, degrees north."""


class Window(NamedTuple):
    """A part of the globe, in degrees."""

    west: float
    south: float
    east: float
    north: float


class Geography(NamedTuple):
    """What lies in a window.

    Attributes:
        land: Rings of land, cut at the window.
        borders: Lines between countries.
    """

    land: list[Line]
    borders: list[Line]


def geography(window: Window) -> Geography:
    """Land and borders in a window; cost grows with the points of the whole file."""
    land, borders = [], []
    for kind, line in _everything():
        low, high = line.min(axis=0), line.max(axis=0)
        apart = low[0] > window.east or high[0] < window.west
        if apart or low[1] > window.north or high[1] < window.south:
            continue
        if kind == "border":
            borders += list(_parts(line, window))
        elif len(ring := _cut(line, window)) > 2:
            land.append(ring)
    return Geography(land, borders)


@cache
def _everything() -> tuple[tuple[str, Line], ...]:
    text = files("headwater.draw.geography").joinpath("land_and_borders.txt").read_text("utf-8")
    found = []
    for row in text.splitlines():
        kind, _, numbers = row.partition(" ")
        if kind != "#":
            steps = np.array(numbers.split(), dtype=np.int64).reshape(-1, 2)
            found.append((kind, steps.cumsum(axis=0) / 100.0))
    return tuple(found)


def _parts(line: Line, window: Window) -> Iterator[Line]:
    """The parts of a line within the window. Source: Liang and Barsky (1984)."""
    start, step = line[:-1], np.diff(line, axis=0)
    ends = [(np.array(edge) - start) for edge in (window[:2], window[2:])]
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = np.stack([np.where(step != 0, end / step, np.sign(end) * np.inf) for end in ends])
    enter = np.maximum(np.nan_to_num(shares.min(axis=0)).max(axis=1), 0.0)
    leave = np.minimum(np.nan_to_num(shares.max(axis=0)).min(axis=1), 1.0)
    part: list[Line] = []
    for at in np.flatnonzero(enter < leave).tolist():
        if part and (enter[at] > 0 or (part[-1] != line[at]).any()):
            yield np.array(part)
            part = []
        part = part or [start[at] + step[at] * enter[at]]
        part.append(line[at + 1] if leave[at] == 1 else start[at] + step[at] * leave[at])
    if part:
        yield np.array(part)


def _cut(ring: Line, window: Window) -> Line:
    """The part of a ring within the window. Source: Sutherland and Hodgman (1974)."""
    sides = ((0, window.west, 1), (0, window.east, -1), (1, window.south, 1), (1, window.north, -1))
    for axis, limit, sign in sides:
        kept: list[Line] = []
        points = [ring[-1], *ring] if len(ring) else []
        for before, point in pairwise(points):
            was, now = ((one[axis] - limit) * sign >= 0 for one in (before, point))
            if was != now:
                share = (limit - before[axis]) / (point[axis] - before[axis])
                kept.append(before + (point - before) * share)
            if now:
                kept.append(point)
        ring = np.array(kept)
    return ring
