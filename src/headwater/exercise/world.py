"""The whole synthetic world: built once from a seed, then only read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from headwater.exercise.networks import Leg, Network, Person, found_network
from headwater.exercise.streams import Stream
from headwater.exercise.tables import agencies, places
from headwater.exercise.trade import (
    Launch,
    Operation,
    Payment,
    Tie,
    count_flows,
    draw_launches,
    pay,
    plan_operations,
    tie_networks,
    tie_people,
)


@dataclass(frozen=True, slots=True)
class Size:
    """How large a world is: reports (text and tables together), networks, period, table rows."""

    reports: int
    networks: int
    first: date
    last: date
    calls: int
    payments: int
    crossings: int


SIZES = {
    "small": Size(400, 8, date(2025, 1, 1), date(2025, 12, 31), 3_000, 60, 12),
    "medium": Size(20_000, 40, date(2024, 1, 1), date(2025, 12, 31), 40_000, 80, 25),
    "large": Size(100_000, 120, date(2024, 1, 1), date(2025, 12, 31), 150_000, 120, 40),
}


@dataclass(frozen=True, slots=True)
class Seizure:
    """Things truly seized; articles as (article, count)."""

    id: str
    day: date
    place: str
    network: str
    articles: tuple[tuple[str, int], ...]
    value: int
    operation: str


@dataclass(frozen=True, slots=True)
class Arrest:
    """A person truly arrested."""

    id: str
    day: date
    place: str
    person: str
    operation: str


@dataclass(frozen=True, slots=True)
class World:
    """Everything that is true, in fixed order."""

    seed: int
    size: Size
    networks: tuple[Network, ...]
    network: dict[str, Network]
    people: dict[str, Person]
    legs_seen: dict[str, tuple[Leg, ...]]
    operations: tuple[Operation, ...]
    flows: dict[str, NDArray[np.int64]]
    launches: tuple[Launch, ...]
    ties_of: dict[str, tuple[Tie, ...]]
    payments_of: dict[str, tuple[Payment, ...]]
    seizures: tuple[Seizure, ...]
    arrests: tuple[Arrest, ...]

    def launch_near(self, day: date) -> Launch | None:
        """The launch closest after a day, if boats go in this world."""
        return _near(self.launches, day) if self.launches else None

    def seizure_near(self, day: date) -> Seizure:
        """The seizure closest after a day."""
        return _near(self.seizures, day)

    def arrest_near(self, day: date) -> Arrest:
        """The arrest closest after a day."""
        return _near(self.arrests, day)


class _Dated(Protocol):
    @property
    def day(self) -> date: ...


Happening = TypeVar("Happening", bound=_Dated)


def _near(happenings: Sequence[Happening], day: date) -> Happening:
    place = bisect_left(happenings, day, key=lambda happening: happening.day)
    return happenings[min(place, len(happenings) - 1)]


def build_world(seed: int, size: Size) -> World:
    """Build the world of a seed at one size."""
    period = (size.first, size.last)
    networks = tuple(found_network(seed, n, *period) for n in range(size.networks))
    operations = plan_operations(seed, networks, period)
    flows = count_flows(seed, networks, operations, period)
    launches = [
        launch for network in networks for launch in draw_launches(seed, network, flows, size.first)
    ]
    between = tie_networks(seed, networks)
    people = {person.id: person for network in networks for person in network.people}
    return World(
        seed=seed,
        size=size,
        networks=networks,
        network={network.id: network for network in networks},
        people=people,
        legs_seen=_legs_seen(networks),
        operations=operations,
        flows=flows,
        launches=tuple(sorted(launches, key=lambda launch: (launch.day, launch.id))),
        ties_of={
            network.id: (
                *tie_people(seed, network),
                *(tie for tie in between if tie.source.startswith(network.id)),
            )
            for network in networks
        },
        payments_of={n.id: tuple(pay(seed, n, size.payments, period)) for n in networks},
        seizures=_seize(seed, size, networks, operations),
        arrests=_arrest(seed, size, networks, operations),
    )


def _legs_seen(networks: tuple[Network, ...]) -> dict[str, tuple[Leg, ...]]:
    legs = tuple(leg for network in networks for leg in network.legs)
    seen = {}
    for agency in agencies():
        near = tuple(
            leg
            for leg in legs
            if places()[leg.stretch.origin].country in agency.countries
            or places()[leg.stretch.destination].country in agency.countries
        )
        seen[agency.code] = near or legs
    return seen


def _occasions(
    stream: Stream, size: Size, networks: tuple[Network, ...], operations: tuple[Operation, ...]
) -> list[tuple[date, Network, str]]:
    """Days on which something is done: within operations, and by chance at the road side."""
    by_id = {network.id: network for network in networks}
    found = []
    for operation in operations:
        days = (operation.end - operation.start).days
        for _ in range(stream.whole(2, 5)):
            day = operation.start + timedelta(days=stream.whole(0, days))
            found.append((day, by_id[operation.network], operation.id))
    for _ in range(len(networks) * 4):
        day = size.first + timedelta(days=stream.whole(0, (size.last - size.first).days))
        found.append((day, stream.pick(networks), ""))
    return sorted(found, key=lambda occasion: (occasion[0], occasion[1].id, occasion[2]))


def _seize(
    seed: int, size: Size, networks: tuple[Network, ...], operations: tuple[Operation, ...]
) -> tuple[Seizure, ...]:
    stream = Stream(seed, "seizures")
    own = tuple(operation for operation in operations if operation.kind == "seizures")
    found = []
    for number, (day, network, operation) in enumerate(_occasions(stream, size, networks, own)):
        if network.corridor == "channel" or stream.happens(0.4):
            boats = stream.whole(1, 14)
            articles: tuple[tuple[str, int], ...] = (
                ("boat", boats),
                ("engine", max(1, boats + stream.whole(-2, 2))),
                ("life_jacket", boats * stream.whole(5, 30)),
            )
            value = boats * stream.whole(8500, 11500)
        else:
            phones, papers = stream.whole(1, 9), stream.whole(1, 14)
            articles = (("phone", phones), ("document", papers))
            value = phones * 150 + papers * 400
        place = stream.pick(network.legs).stretch.origin
        ident = f"SZ{number + 1:05d}"
        found.append(Seizure(ident, day, place, network.id, articles, value, operation))
    return tuple(found)


def _arrest(
    seed: int, size: Size, networks: tuple[Network, ...], operations: tuple[Operation, ...]
) -> tuple[Arrest, ...]:
    stream = Stream(seed, "arrests")
    own = tuple(operation for operation in operations if operation.kind == "arrests")
    found = []
    for number, (day, network, operation) in enumerate(_occasions(stream, size, networks, own)):
        # Arrests hit those on the road; who runs the trade is almost never there.
        weights = [8.0 if p.role in {"driver", "guide", "pilot"} else 1.0 for p in network.people]
        person = stream.weighted(network.people, weights)
        place = stream.pick(network.legs).stretch.origin
        found.append(Arrest(f"AR{number + 1:05d}", day, place, person.id, operation))
    return tuple(found)
