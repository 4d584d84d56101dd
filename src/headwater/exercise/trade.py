"""What truly happens day by day: flows on legs, launches, contacts, payments, operations.

An operation changes the flow of the legs it treats by its true factor while it lasts, and sends a
share of the people lost there to another leg. Figures keep to data/calibration.csv: a boat with its
engine costs about EUR 10,000, about 53 persons are aboard.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from headwater.exercise.networks import Leg, Network, Person
from headwater.exercise.streams import Stream


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation with its true effect: the factor on the treated legs' flow while it lasts."""

    id: str
    start: date
    end: date
    place: str
    kind: str
    network: str
    legs: tuple[str, ...]
    factor: float
    displaced_to: str
    displaced_share: float


@dataclass(frozen=True, slots=True)
class Launch:
    """One boat put to sea."""

    id: str
    day: date
    leg: str
    network: str
    place: str
    persons: int
    boat_cost: int
    fee: int
    currency: str
    outcome: str
    dead: int
    missing: int
    pilot: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A true tie between two people, in one layer; weight is contacts a month."""

    source: str
    target: str
    layer: str
    weight: float


@dataclass(frozen=True, slots=True)
class Payment:
    """Money that truly changed hands."""

    day: date
    payer: str
    payee: str
    amount: int
    currency: str
    method: str
    leg: str


def plan_operations(
    seed: int, networks: tuple[Network, ...], period: tuple[date, date]
) -> tuple[Operation, ...]:
    """Draw the operations: arrests, seizures and border measures, each on one network's legs."""
    stream = Stream(seed, "operations")
    first, last = period
    legs = [leg for network in networks for leg in network.legs]
    found = []
    for number in range(max(5, len(networks))):
        kind = stream.pick(("arrests", "seizures", "border_measure"))
        network = stream.pick(networks)
        treated = list(network.legs) if kind == "arrests" else stream.some(network.legs, 2)
        start = first + timedelta(days=stream.whole(45, (last - first).days - 60))
        factor = {
            "arrests": stream.between(0.35, 0.7),
            "seizures": stream.between(0.55, 0.95),
            "border_measure": stream.between(0.4, 1.0),
        }[kind]
        names = {leg.id for leg in treated}
        corridor = [
            leg
            for leg in legs
            if leg.id not in names and leg.stretch.mode == treated[0].stretch.mode
        ]
        found.append(
            Operation(
                id=f"OP{number + 1:03d}",
                start=start,
                end=start + timedelta(days=stream.whole(14, 56)),
                place=treated[0].stretch.origin,
                kind=kind,
                network=network.id,
                legs=tuple(leg.id for leg in treated),
                factor=round(factor, 2),
                displaced_to=stream.pick(corridor).id if corridor else "",
                displaced_share=round(stream.between(0.1, 0.6), 2) if corridor else 0.0,
            )
        )
    return tuple(sorted(found, key=lambda operation: (operation.start, operation.id)))


def count_flows(
    seed: int,
    networks: tuple[Network, ...],
    operations: tuple[Operation, ...],
    period: tuple[date, date],
) -> dict[str, NDArray[np.int64]]:
    """Persons moved on each leg each day (index 0 = first day)."""
    first, last = period
    days = (last - first).days + 1
    season = _season(first, days)
    sea = sea_state(seed, days)
    expected: dict[str, NDArray[np.float64]] = {}
    for network in networks:
        for leg in network.legs:
            base = network.strength * Stream(seed, "flow", leg.id).between(3.0, 14.0)
            rate = base * season
            if leg.stretch.at_sea:
                rate = rate * sea * 3.0
            working = np.zeros(days)
            working[(leg.start - first).days : (leg.end - first).days + 1] = 1.0
            expected[leg.id] = rate * working
    for operation in operations:
        _apply(operation, expected, first)
    return {
        leg: Stream(seed, "persons", leg).numbers.poisson(rate) for leg, rate in expected.items()
    }


def _season(first: date, days: int) -> NDArray[np.float64]:
    start = first.timetuple().tm_yday
    wave: NDArray[np.float64] = 1.0 + 0.45 * np.sin(
        2 * np.pi * (np.arange(days) + start - 120) / 365.25
    )
    return wave


def sea_state(seed: int, days: int) -> NDArray[np.float64]:
    """How well the sea lets boats go, 0 (closed) to 1, for each day; spells last some days."""
    noise = Stream(seed, "sea").numbers.normal(size=days + 6)
    smooth = np.convolve(noise, np.ones(4) / 2.0, mode="valid")[:days]
    closed_to_open: NDArray[np.float64] = np.clip(0.5 + 0.6 * smooth, 0.0, 1.0)
    return closed_to_open


def _apply(operation: Operation, expected: dict[str, NDArray[np.float64]], first: date) -> None:
    window = slice((operation.start - first).days, (operation.end - first).days + 1)
    lost: NDArray[np.float64] | float = 0.0
    for leg in operation.legs:
        lost = lost + expected[leg][window] * (1 - operation.factor)
        expected[leg][window] *= operation.factor
    if operation.displaced_to:
        expected[operation.displaced_to][window] += lost * operation.displaced_share


def draw_launches(
    seed: int, network: Network, flows: dict[str, NDArray[np.int64]], first: date
) -> list[Launch]:
    """Turn the people of a network's sea legs into boats, in the order of days."""
    launches: list[Launch] = []
    pilots = network.holding("pilot")
    for leg in network.legs:
        if not leg.stretch.at_sea or not pilots:
            continue
        stream = Stream(seed, "launches", leg.id)
        waiting, room = 0, _room(stream)
        for day, persons in enumerate(flows[leg.id].tolist()):
            waiting += persons
            while persons and waiting >= room:
                ident = f"{network.id}-B{len(launches) + 1:04d}"
                sailing = first + timedelta(days=day)
                launches.append(_launch(stream, ident, (leg, pilots), sailing, room))
                waiting, room = waiting - room, _room(stream)
    return launches


def _room(stream: Stream) -> int:
    """How many the next boat takes: about 53, as counted in 2024."""
    return min(95, max(8, round(float(stream.numbers.normal(53, 12)))))


def _launch(
    stream: Stream, ident: str, run: tuple[Leg, tuple[Person, ...]], day: date, aboard: int
) -> Launch:
    leg, pilots = run
    outcome = stream.weighted(("arrived", "returned", "intercepted", "incident"), (78, 8, 12, 2))
    incident = outcome == "incident"
    return Launch(
        id=ident,
        day=day,
        leg=leg.id,
        network=leg.network,
        place=leg.stretch.origin,
        persons=aboard,
        boat_cost=round(stream.between(8500, 11500) / 100) * 100,
        fee=round(stream.between(leg.fee_low, leg.fee_high) / 50) * 50,
        currency=leg.stretch.currency,
        outcome=outcome,
        dead=stream.whole(1, 6) if incident else 0,
        missing=stream.whole(0, 4) if incident else 0,
        pilot=stream.pick(pilots).id,
    )


# who talks to whom: role, role, layer, probability, contacts a month
_TALK = (
    ("organiser", "coordinator", "command", 0.8, 1.5),
    ("organiser", "hawaladar", "money", 0.6, 0.5),
    ("coordinator", "broker", "calls", 0.7, 12.0),
    ("coordinator", "transporter", "calls", 0.8, 14.0),
    ("coordinator", "guide", "calls", 0.5, 10.0),
    ("coordinator", "safe_house_keeper", "calls", 0.5, 8.0),
    ("coordinator", "pilot", "calls", 0.4, 4.0),
    ("coordinator", "equipment_supplier", "calls", 0.7, 4.0),
    ("coordinator", "enforcer", "calls", 0.6, 5.0),
    ("broker", "recruiter", "calls", 0.6, 11.0),
    ("broker", "hawaladar", "money", 0.6, 6.0),
    ("broker", "advertiser", "calls", 0.6, 5.0),
    ("broker", "forger", "calls", 0.4, 3.0),
    ("transporter", "driver", "calls", 0.7, 18.0),
    ("driver", "lookout", "calls", 0.5, 16.0),
    ("driver", "guide", "co_travel", 0.3, 3.0),
    ("guide", "small_hand", "co_travel", 0.4, 4.0),
    ("safe_house_keeper", "small_hand", "calls", 0.4, 3.0),
    ("enforcer", "small_hand", "co_travel", 0.3, 2.0),
    ("driver", "driver", "calls", 0.3, 6.0),
)


def tie_people(seed: int, network: Network) -> list[Tie]:
    """True ties inside a network, in a fixed order."""
    stream = Stream(seed, "ties", network.id)
    ties = []
    for one, other, layer, probability, monthly in _TALK:
        for source in network.holding(one):
            for target in network.holding(other):
                if source.id == target.id or (one == other and source.id > target.id):
                    continue
                if stream.happens(probability):
                    weight = round(monthly * stream.between(0.4, 1.8), 2)
                    ties.append(Tie(source.id, target.id, layer, weight))
    return ties


def tie_networks(seed: int, networks: tuple[Network, ...]) -> list[Tie]:
    """Ties across networks: coordinators who hand people on, hawaladars who settle accounts."""
    stream = Stream(seed, "ties between")
    ties = []
    for network in networks:
        other = stream.pick(networks)
        for role, layer, monthly in (("coordinator", "calls", 4.0), ("hawaladar", "money", 2.0)):
            if other.id != network.id and stream.happens(0.7):
                source, target = (
                    stream.pick(network.holding(role)),
                    stream.pick(other.holding(role)),
                )
                ties.append(Tie(source.id, target.id, layer, round(monthly * stream.share(), 2)))
    return ties


def pay(seed: int, network: Network, count: int, period: tuple[date, date]) -> list[Payment]:
    """Payments of a network: customers to broker or hawaladar, on to those who work the legs."""
    stream = Stream(seed, "payments", network.id)
    first, last = period
    holders, brokers = network.holding("hawaladar"), network.holding("broker")
    workers = network.holding("transporter", "driver", "guide", "coordinator")
    found = []
    for _ in range(count):
        leg = stream.pick(network.legs)
        day = leg.start + timedelta(days=stream.whole(0, max(0, (leg.end - leg.start).days)))
        day = min(max(day, first), last)
        fee = round(stream.between(leg.fee_low, leg.fee_high) / 10) * 10
        step = stream.weighted(("customer", "onward", "wage"), (50, 25, 25))
        if step == "customer":
            payer, payee = "customer", stream.pick(holders if stream.happens(0.7) else brokers).id
        elif step == "onward":
            payer, payee = stream.pick(brokers).id, stream.pick(holders).id
            fee *= stream.whole(3, 12)
        else:
            payer, payee = stream.pick(holders).id, stream.pick(workers).id
            fee = round(stream.between(100, 900) / 50) * 50
        method = stream.weighted(("hawala", "cash", "transfer"), (60, 25, 15))
        found.append(Payment(day, payer, payee, max(fee, 20), leg.stretch.currency, method, leg.id))
    return sorted(found, key=lambda p: (p.day, p.payer, p.payee, p.amount, p.leg))
