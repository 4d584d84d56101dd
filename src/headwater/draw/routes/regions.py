"""Regions: a route from the Bosporus to the Channel is drawn as several maps, not as one."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from headwater.draw.routes.route import Stop, Stretch

_NEAR_DEGREES = 3.0


class Region(NamedTuple):
    """Stops that lie near each other, and the legs that run between them."""

    stops: tuple[Stop, ...]
    stretches: tuple[Stretch, ...]


def route_regions(stops: Sequence[Stop], stretches: Sequence[Stretch]) -> list[Region]:
    """Part the stops that legs use into regions, those with most legs first.

    Two stops are in one region if a chain of stops, each within about 330 km of the next, joins
    them. Legs from one region to another are in none. Cost grows with the stops squared.
    """
    used = {end for stretch in stretches for end in (stretch.start, stretch.end)}
    placed = [s for s in stops if s.id in used and s.latitude is not None]
    region_of = {stop.id: number for number, stop in enumerate(placed)}
    for first in placed:
        for second in placed:
            if _near(first, second) and region_of[first.id] != region_of[second.id]:
                gone, kept = region_of[second.id], region_of[first.id]
                region_of = {i: kept if r == gone else r for i, r in region_of.items()}
    found = []
    for number in dict.fromkeys(region_of.values()):
        inside = tuple(s for s in placed if region_of[s.id] == number)
        legs = tuple(s for s in stretches if _within(s, number, region_of))
        if legs:
            found.append(Region(inside, legs))
    return sorted(found, key=lambda region: -len(region.stretches))


def _near(first: Stop, second: Stop) -> bool:
    squeeze = math.cos(math.radians(first.latitude or 0.0))
    down = (first.latitude or 0.0) - (second.latitude or 0.0)
    across = ((first.longitude or 0.0) - (second.longitude or 0.0)) * squeeze
    return math.hypot(down, across) <= _NEAR_DEGREES


def _within(stretch: Stretch, region: int, region_of: dict[str, int]) -> bool:
    return region_of.get(stretch.start) == region == region_of.get(stretch.end)
