"""The benchmark in memory: records, who they are, contacts, movements, name pairs."""

from __future__ import annotations

import itertools
from typing import NamedTuple

from headwater.exercise.identities.pairs import NamePair, name_pairs
from headwater.exercise.identities.people import Person, people
from headwater.exercise.identities.recording import Record, record_person
from headwater.exercise.identities.ties import Contact, Movement, contacts_of, movements_of
from headwater.exercise.streams import Stream


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


def identities(seed: int, records: int, protected: float = 0.0) -> World:
    """Make a world of `records` records; seeds 1-9 are for development, 101 and up for tests.

    `protected` is the share of people recorded as being moved, victims or witnesses (each person
    keeps one category); all others are suspects.
    """
    everyone = list(people(seed, records))
    written: list[Record] = []
    truth: list[Truth] = []
    first: list[int] = []
    for person in everyone:
        first.append(len(written))
        category = _category(seed, person, protected)
        for turn in range(person.records):
            stream = Stream(seed, "record", person.number, turn)
            id = f"r{len(written):07d}"
            written.append(record_person(stream, person, id, category))
            truth.append(Truth(id, person.id))
    first.append(len(written))
    records_of = [written[start:end] for start, end in itertools.pairwise(first)]
    contacts = contacts_of(seed, everyone, records_of)
    movements = movements_of(seed, everyone, records_of)
    pairs = name_pairs(seed, everyone, records_of)
    return World(written, truth, contacts, movements, pairs)


def _category(seed: int, person: Person, protected: float) -> str:
    if protected <= 0:
        return "suspect"
    stream = Stream(seed, "category", person.number)
    if not stream.happens(protected):
        return "suspect"
    return stream.pick(("being_moved", "being_moved", "victim", "witness"))
