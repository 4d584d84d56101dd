"""The benchmark in memory: records, who they are, contacts, movements, name pairs."""

from __future__ import annotations

from typing import NamedTuple

from headwater.exercise.identities.draws import Draws
from headwater.exercise.identities.pairs import NamePair, name_pairs, unambiguous_pair_share
from headwater.exercise.identities.people import Person, people
from headwater.exercise.identities.recording import Record, Written, record_person
from headwater.exercise.identities.ties import Contact, Movement, contacts_of, movements_of


class Truth(NamedTuple):
    """Which person a record is of."""

    id: str
    person: str


class World(NamedTuple):
    """A benchmark world as plain lists."""

    records: list[Record]
    truth: list[Truth]
    contacts: list[Contact]
    movements: list[Movement]
    pairs: list[NamePair]
    unambiguous_pair_share: float


def identities(seed: int, records: int, protected: float = 0.0) -> World:
    """Make a world of `records` records; seeds 1-9 are for development, 101 and up for tests.

    `protected` is the share of people recorded as being moved, victims or witnesses (each person
    keeps one category); all others are suspects.
    """
    everyone = list(people(seed, records))
    ids = _ids(seed, sum(person.records for person in everyone))
    written: list[Written] = []
    truth: list[Truth] = []
    of: list[list[Written]] = []
    for person in everyone:
        category = _category(seed, person, protected)
        mine: list[Written] = []
        stream = Draws(seed, "records", person.number)
        for _ in range(person.records):
            mine.append(record_person(stream, person, ids[len(truth)], category))
            truth.append(Truth(mine[-1].record.id, person.id))
        written += mine
        of.append(mine)
    records_of = [[one.record for one in mine] for mine in of]
    return World(
        sorted(one.record for one in written),
        sorted(truth),
        contacts_of(seed, everyone, records_of),
        movements_of(seed, everyone, records_of),
        name_pairs(seed, everyone, of),
        unambiguous_pair_share(everyone, records_of),
    )


def _ids(seed: int, count: int) -> list[str]:
    """Ids in random order: records of one person are no neighbours, so that no matcher profits."""
    stream = Draws(seed, "ids")
    drawn = sorted(range(count), key=lambda _: stream.share())
    return [f"r{number:07d}" for number in drawn]


def _category(seed: int, person: Person, protected: float) -> str:
    if protected <= 0:
        return "suspect"
    stream = Draws(seed, "category", person.number)
    if not stream.happens(protected):
        return "suspect"
    return stream.pick(("being_moved", "being_moved", "victim", "witness"))
