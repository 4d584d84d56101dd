"""Labelled pairs of names: one person's records, and different people of one family name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from headwater.exercise.identities.people import Person
from headwater.exercise.identities.recording import Record, Written
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
    seed: int, everyone: Sequence[Person], written: Sequence[Sequence[Written]]
) -> list[NamePair]:
    """Draw up to 3,000 true pairs and as many of different people with one family name.

    Records that hold only a byname are left out: no comparison of names can know them.
    """
    stream = Stream(seed, "pairs")
    records_of = [[one.record for one in mine if one.named] for mine in written]
    true = [pair for records in records_of for pair in combinations(records, 2)]
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
        for place, number in enumerate(holders[:-1]):
            other = holders[stream.whole(place + 1, min(place + 40, len(holders) - 1))]
            if _differ(everyone, number, other) and records_of[number] and records_of[other]:
                found.append((stream.pick(records_of[number]), stream.pick(records_of[other])))
    return found


def _differ(everyone: Sequence[Person], one: int, other: int) -> bool:
    """Namesakes cannot be told apart by name and make no fair pair."""
    return everyone[one].name.given != everyone[other].name.given


def _pair(left: Record, right: Record, same: int) -> NamePair:
    scripts = "-".join(sorted((left.script, right.script)))
    return NamePair(left.id, right.id, left.name, right.name, same, scripts)


def unambiguous_pair_share(
    everyone: Sequence[Person], records_of: Sequence[Sequence[Record]]
) -> float:
    """Share of true pairs that agree on a phone or a full birth date, or whose name is unique.

    A name is unique when nobody else in the world has its given and family name: the ceiling for
    whoever merges only what is beyond doubt.
    """
    holders = Counter(person.name.key for person in everyone)
    pairs = clear = 0
    for person, records in zip(everyone, records_of, strict=True):
        unique = holders[person.name.key] == 1
        for left, right in combinations(records, 2):
            pairs += 1
            clear += unique or _agree(left, right)
    return round(clear / pairs, 4) if pairs else 0.0


def _agree(left: Record, right: Record) -> bool:
    same_phone = bool(left.phone) and left.phone == right.phone
    return same_phone or (len(left.birth_date) == 10 and left.birth_date == right.birth_date)
