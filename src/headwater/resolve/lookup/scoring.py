"""Scoring of the persons of one part: against each other and against those who are here."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from headwater.resolve.lookup.entry import lookup_keys, unpacked
from headwater.resolve.lookup.judging import Pair
from headwater.resolve.lookup.search import Search
from headwater.resolve.lookup.verdict import (
    Scored,
    Scoring,
    may_be_one,
    may_be_scored,
    verdicts,
)
from headwater.resolve.records import PersonRecord, Told
from headwater.store import Store


class Compared(NamedTuple):
    """What was compared.

    Attributes:
        pairs: The pairs, by ids of which the smaller comes first.
        verdicts: Those that are sure, or likely enough to ask a person.
    """

    pairs: frozenset[Pair]
    verdicts: tuple[Scored, ...]


def compare(
    store: Store, told: Mapping[str, Told], before: Collection[Pair], model: Scoring
) -> Compared:
    """Compare persons whose entries are in the index with whom they may be.

    Args:
        store: The node's store.
        told: The persons, by entity.
        before: Pairs that were scored earlier and are scored again.
        model: The frozen model that weighs.
    """
    numbers = {entity: number for number, entity, _ in store.indexed_as(sorted(told))}
    records = {entity: one.record for entity, one in told.items()}
    search = Search(store, model.prior)
    near = {
        entity: search.found(lookup_keys(records[entity]), number)
        for entity, number in sorted(numbers.items())
        if may_be_scored(records[entity])
    }
    names = _names(store, {n for some in near.values() for n in some}, records)
    pairs = {
        (min(entity, names[number]), max(entity, names[number]))
        for entity, some in near.items()
        for number in some
        if number in names
    }
    missing = {end for pair in before for end in pair} - records.keys()
    records |= {e: unpacked(e, text) for _, e, text in store.indexed_as(sorted(missing))}
    pairs |= {pair for pair in before if records.keys() >= set(pair)}
    return _weighed(records, pairs, model)


def look_up(store: Store, record: PersonRecord, model: Scoring) -> tuple[Scored, ...]:
    """Who of a node a person may be, the likeliest first; nothing is written.

    Args:
        store: The node's store.
        record: The person; need not be in the node.
        model: The frozen model that weighs.

    Cost: some rows of each key and a bounded number of comparisons, as in `search`, so that it
    grows with the logarithm of the node. Most of the time goes into names of two scripts; many
    records at once cost less each, by `compare`.
    """
    if not may_be_scored(record):
        return ()
    records = {record.id: record}
    numbers = Search(store, model.prior).found(lookup_keys(record), 0)
    names = _names(store, numbers, records)
    pairs = {(min(record.id, n), max(record.id, n)) for n in names.values() if n != record.id}
    verdicts = _weighed(records, pairs, model).verdicts
    return tuple(sorted(verdicts, key=lambda one: (-one.bits, one.left.id, one.right.id)))


def _names(
    store: Store, numbers: Collection[int], records: dict[str, PersonRecord]
) -> dict[int, str]:
    """Entities by number; records that were not read before are added."""
    names = {}
    for number, entity, text in store.indexed(sorted(numbers)):
        names[number] = entity
        if entity not in records:
            records[entity] = unpacked(entity, text)
    return names


def _weighed(
    records: Mapping[str, PersonRecord], pairs: Collection[Pair], model: Scoring
) -> Compared:
    open_ = {entity for entity, record in records.items() if may_be_scored(record)}
    scored = sorted(
        pair
        for pair in pairs
        if open_.issuperset(pair) and may_be_one(*(records[end] for end in pair))
    )
    ids = sorted({end for pair in scored for end in pair})
    place = {entity: number for number, entity in enumerate(ids)}
    places = [(place[left], place[right]) for left, right in scored]
    found = verdicts([records[entity] for entity in ids], places, model)
    return Compared(frozenset(pairs), tuple(found))
