"""Labelled pairs of names: one person's records, and different people of one family name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from headwater.exercise.identities.people import Person
from headwater.exercise.identities.recording import Record
from headwater.exercise.streams import Stream

COUNT = 3000


class NamePair(NamedTuple):
    """Two records and whether they are the same person; `scripts` like arab-latn."""

    left: str
    right: str
    left_name: str
    right_name: str
    same: int
    scripts: str


def name_pairs(
    seed: int, everyone: Sequence[Person], records_of: Sequence[Sequence[Record]]
) -> list[NamePair]:
    """Draw up to 3,000 true pairs and as many of different people with one family name."""
    stream = Stream(seed, "pairs")
    true = [
        (left, right)
        for records in records_of
        for place, left in enumerate(records)
        for right in records[place + 1 :]
    ]
    hard = _hard(stream, everyone, records_of)
    drawn = [_pair(*pair, 1) for pair in _some(stream, true)]
    return drawn + [_pair(*pair, 0) for pair in _some(stream, hard)]


def _some(stream: Stream, pairs: list[tuple[Record, Record]]) -> list[tuple[Record, Record]]:
    order = stream.numbers.permutation(len(pairs))[:COUNT]
    return [pairs[place] for place in sorted(order.tolist())]


def _hard(
    stream: Stream, everyone: Sequence[Person], records_of: Sequence[Sequence[Record]]
) -> list[tuple[Record, Record]]:
    by_family: dict[tuple[str, str], list[int]] = {}
    for person in everyone:
        name = person.name
        by_family.setdefault((name.culture, name.home.family.form), []).append(person.number)
    found = []
    for holders in by_family.values():
        for place, number in enumerate(holders):
            others = [n for n in holders[place + 1 : place + 40] if _differ(everyone, number, n)]
            for other in stream.some(others, 2):
                found.append((stream.pick(records_of[number]), stream.pick(records_of[other])))
    return found


def _differ(everyone: Sequence[Person], one: int, other: int) -> bool:
    """Namesakes cannot be told apart by name and make no fair pair."""
    return everyone[one].name.given != everyone[other].name.given


def _pair(left: Record, right: Record, same: int) -> NamePair:
    scripts = "-".join(sorted((left.script, right.script)))
    return NamePair(left.id, right.id, left.name, right.name, same, scripts)
