"""What people do together: calls, and stays in the same place on the same day.

People live in communities of some households; each has ties inside it, a few outside, and some are
hubs. Each act stands in one record, so that two records of one person tell of different acts of
the same circle.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from headwater.exercise.identities.draws import Draws
from headwater.exercise.identities.people import COMMUNITY, Person
from headwater.exercise.identities.recording import Record
from headwater.exercise.streams import Stream

_FIRST, _DAYS = date(2023, 1, 1), 1095
HUB = 400  # one in so many, such as a money changer, has dealings with every community
_KINDS = ("call", "call", "call", "message", "payment", "co_travel")


class Contact(NamedTuple):
    """A contact told of in record `source`; the target is a record id or a phone number."""

    source: str
    target: str
    date: str
    kind: str


class Movement(NamedTuple):
    """A stay of the person of a record at a place on a day."""

    id: str
    place: str
    date: str


def _communities(everyone: Sequence[Person]) -> list[list[Person]]:
    groups: list[list[Person]] = []
    for person in everyone:
        if person.household // COMMUNITY >= len(groups):
            groups.append([])
        groups[person.household // COMMUNITY].append(person)
    return groups


def contacts_of(
    seed: int, everyone: Sequence[Person], records_of: Sequence[Sequence[Record]]
) -> list[Contact]:
    """Draw everyone's contacts."""
    found = []
    for group in _communities(everyone):
        for person in group:
            stream = Draws(seed, "contacts", person.number)
            circle = _circle(stream, person, group, everyone)
            for record in records_of[person.number]:
                if circle and stream.happens(0.42):
                    for friend in stream.some(circle, stream.whole(1, 3)):
                        found.append(_contact(stream, record, friend, records_of))
    return found


def _circle(
    stream: Stream, person: Person, group: list[Person], everyone: Sequence[Person]
) -> list[Person]:
    """The people a person deals with: more often the first of the community, and the hubs."""
    size = stream.weighted((1, 2, 3, 4, 6), (25, 30, 25, 15, 5))
    circle = []
    for _ in range(size):
        far = stream.share()
        if far < 0.04:
            friend = everyone[stream.whole(0, (len(everyone) - 1) // HUB) * HUB]
        elif far < 0.1:
            friend = stream.pick(everyone)
        else:
            friend = group[int(len(group) * stream.share() ** 1.7)]
        if friend is not person and friend not in circle:
            circle.append(friend)
    return circle


def _contact(
    stream: Stream, record: Record, friend: Person, records_of: Sequence[Sequence[Record]]
) -> Contact:
    kind = stream.pick(_KINDS)
    if kind in {"call", "message"} and stream.happens(0.5):
        target = stream.pick(friend.phones)
    else:
        target = stream.pick(records_of[friend.number]).id
    return Contact(record.id, target, _day(stream.whole(0, _DAYS)), kind)


def _day(number: int) -> str:
    return (_FIRST + timedelta(days=number)).isoformat()


def movements_of(
    seed: int, everyone: Sequence[Person], records_of: Sequence[Sequence[Record]]
) -> list[Movement]:
    """Draw who stayed in the safe houses of each community, and when; nobody is in two at once."""
    found = []
    for place, group in enumerate(_communities(everyone)):
        stream = Draws(seed, "movements", place)
        houses = [
            f"{stream.pick(group).place.name}, house {stream.whole(1, 400)}" for _ in range(4)
        ]
        busy: set[tuple[int, int]] = set()
        for _ in range(len(group) // 3):
            day, house = stream.whole(0, _DAYS), stream.pick(houses)
            for person in stream.some(group, stream.whole(2, 4)):
                if (person.number, day) not in busy and stream.happens(0.8):
                    busy.add((person.number, day))
                    record = stream.pick(records_of[person.number])
                    found.append(Movement(record.id, house, _day(day)))
    return found


def _house(stream: Stream, group: Sequence[Person]) -> str:
    return f"{stream.pick(group).place.name}, house {stream.whole(1, 400)}"
