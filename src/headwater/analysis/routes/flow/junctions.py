"""Junctions: places that people pass, where those who come and those who go on must balance.

People are not lost between two legs, but some stay, some join on the way, and some go by legs that
nobody told of. How far the two sides differ is learned from the junctions whose legs are all
counted, and is large where they differ much.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from headwater.analysis.routes.flow.counts import Counted, Leg
from headwater.analysis.routes.route_map import Sightings, Spot, folded, journeys, meeting

_EXACT_KM = 20.0


class Junction(NamedTuple):
    """Legs that end at a place and legs that go on from it, by number."""

    place: str
    into: tuple[int, ...]
    out: tuple[int, ...]


def junctions(known: Counted, parameters: Mapping[str, Any]) -> list[Junction]:
    """Where people pass from legs to legs.

    Places that are no farther apart than both are inexact are one (two sides of a crossing). Where
    journeys join each leg of a place to others, those that they join balance among themselves.
    Places in the parameter `open` balance nothing.
    """
    place = _merged(known.legs)
    opened = {folded(name) for name in parameters["open"].split("|") if name.strip()}
    into: dict[str, list[int]] = defaultdict(list)
    out: dict[str, list[int]] = defaultdict(list)
    names: dict[str, str] = {}
    closed: set[str] = set()
    for at, leg in enumerate(known.legs):
        if place.get(leg.start.id) == place.get(leg.end.id):
            continue  # it stays at one place
        for spot, ends in ((leg.start, out), (leg.end, into)):
            if spot.id:
                one = place[spot.id]
                ends[one].append(at)
                names.setdefault(one, spot.name)
                if folded(spot.name) in opened:
                    closed.add(one)
    joined = _joined(known.sightings, known.legs)
    found = []
    for one in sorted(set(into) & set(out) - closed):
        parts = _parts(into[one], out[one], joined)
        found += [Junction(names[one], tuple(a), tuple(b)) for a, b in parts]
    return found


def _merged(legs: Sequence[Leg]) -> dict[str, str]:
    """For each place the one that it is taken for; the two ends of a leg are never one."""
    apart = {frozenset((leg.start.id, leg.end.id)) for leg in legs}
    spots = {spot.id: spot for leg in legs for spot in (leg.start, leg.end) if spot.id}
    exact = [spot for spot in spots.values() if _is_exact(spot)]
    head = {one: one for one in spots}

    def first(one: str) -> str:
        while head[one] != one:
            one = head[one]
        return one

    for one, others in meeting(exact).items():
        for other in others:
            low, high = sorted((first(one), first(other)))
            if frozenset((one, other)) not in apart:
                head[high] = low
    return {one: first(one) for one in spots}


def _is_exact(spot: Spot) -> bool:
    return spot.within_km is not None and spot.within_km < _EXACT_KM


def _joined(found: Sightings, legs: Sequence[Leg]) -> set[tuple[int, int]]:
    """Pairs of legs that some journey goes over, one after the other."""
    numbers: dict[tuple[str, str, str], int] = {
        (folded(leg.start.name), folded(leg.end.name), leg.mode): at for at, leg in enumerate(legs)
    }
    nowhere = Spot("", "")

    def number(at: int) -> int:
        start, end, mode = found.legs[at]
        first, last = (folded(found.spots.get(one, nowhere).name) for one in (start, end))
        return numbers.get((first, last, mode), -1)

    steps = journeys(found, {"support": 1, "days": 3, "longest": 2})
    return {(number(step.legs[0]), number(step.legs[1])) for step in steps}


def _parts(
    into: Iterable[int], out: Iterable[int], joined: set[tuple[int, int]]
) -> list[tuple[list[int], list[int]]]:
    """The legs of a place, in parts where journeys tell how every one of them goes on."""
    comes, goes = sorted(into), sorted(out)
    steps = [(a, b) for a in comes for b in goes if (a, b) in joined and a != b]
    if {a for a, _ in steps} != set(comes) or {b for _, b in steps} != set(goes):
        return [(comes, goes)]
    parts: list[tuple[set[int], set[int]]] = []
    for a, b in steps:
        met = [part for part in parts if a in part[0] or b in part[1]]
        parts = [part for part in parts if part not in met]
        whole = ({a}, {b})
        for part in met:
            whole = (whole[0] | part[0], whole[1] | part[1])
        parts.append(whole)
    return [(sorted(a), sorted(b)) for a, b in parts]
