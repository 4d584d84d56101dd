"""Blocks: records that share a key, none so large that comparing all its pairs would cost much.

A block over the limit is split by what else is known of its records (a further word of the name,
place, birth year, country, and these together); beside that, its records are put in order of
spelling and of birth, and neighbours compared. So no key is ever dropped as too common.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.resolve.candidates.attributes import Attributes
from headwater.resolve.candidates.keys import IDENTIFIERS, key_hash, record_keys
from headwater.resolve.records import PersonRecord

Ints = NDArray[np.int64]

LARGEST = 100
"""Records in a block of which all pairs are compared."""

WINDOW = 8
"""Neighbours that each record of a larger block is compared with, in each order."""

SPLITS = (
    ("near",),
    ("place",),
    ("year",),
    ("name", "country"),
    ("near", "year"),
    ("near", "country"),
    ("year", "country"),
    ("year", "day"),
)
"""What a block over the limit is split by; every split on its own, not one after the other."""

ORDERS = (("name", "year", "day"), ("year", "day", "country"), ("country", "name", "year"))
_KINDS = frozenset(IDENTIFIERS.values())


class Rows(NamedTuple):
    """Keys and the positions of their records, sorted by key and then by position."""

    key: Ints
    record: Ints
    identifier: NDArray[np.bool_]


class Blocks(NamedTuple):
    """Records block after block.

    Attributes:
        record: Positions of records.
        last: For each of them, the place behind the last one that it is compared with.
        bits: For each of them, what sharing this block's key is worth; 0 but for identifiers.
    """

    record: Ints
    last: Ints
    bits: NDArray[np.float32]


def blocks(records: Sequence[PersonRecord], known: Attributes) -> Blocks:
    """Blocks of records: each pair that shares a key, up to the limit and its splits."""
    rows = _rows(records)
    size, _ = _sizes(rows.key)
    bits = np.where(rows.identifier, np.log2(len(records) / np.maximum(size, 1)), 0)
    small = size <= LARGEST
    large = Rows(rows.key[~small], rows.record[~small], rows.identifier[~small])
    return _joined(
        [
            _blocks(rows.key[small], rows.record[small], bits[small]),
            *(_split(large, known, split) for split in SPLITS),
            *(_neighbours(large, known, order) for order in ORDERS),
        ]
    )


def _rows(records: Sequence[PersonRecord]) -> Rows:
    keys: list[int] = []
    held: list[int] = []
    strong: list[bool] = []
    for position, record in enumerate(records):
        for text in record_keys(record):
            keys.append(key_hash(text))
            held.append(position)
            strong.append(text[0] in _KINDS)
    key, place = np.array(keys, np.int64), np.array(held, np.int64)
    order = np.lexsort((place, key))
    return Rows(key[order], place[order], np.array(strong, bool)[order])


def first_of(ordered: Ints) -> NDArray[np.bool_]:
    """Where a value stands that is not the one before it."""
    changed = np.ones(len(ordered), bool)
    changed[1:] = ordered[1:] != ordered[:-1]
    return changed


def _sizes(key: Ints) -> tuple[Ints, Ints]:
    """Of sorted keys: how many are the same, and where those end."""
    edges = np.append(np.flatnonzero(first_of(key)), len(key))
    size, end = np.diff(edges), edges[1:]
    return np.repeat(size, size), np.repeat(end, size)


def _blocks(key: Ints, record: Ints, bits: NDArray[np.float64] | None = None) -> Blocks:
    """Blocks of more than one record, from sorted keys."""
    size, _ = _sizes(key)
    several = size > 1
    worth = np.zeros(len(key)) if bits is None else bits
    _, last = _sizes(key[several])
    return Blocks(record[several], last, worth[several].astype(np.float32))


def _joined(parts: Sequence[Blocks]) -> Blocks:
    offset = np.cumsum([0, *(len(part.record) for part in parts)])
    return Blocks(
        np.concatenate([part.record for part in parts]),
        np.concatenate([part.last + o for part, o in zip(parts, offset, strict=False)]),
        np.concatenate([part.bits for part in parts]),
    )


def _column(known: Attributes, name: str) -> Ints:
    if name in known.codes:
        return known.codes[name]
    return {"year": known.year, "day": known.day, "name": known.name}[name]


def _split(large: Rows, known: Attributes, by: Sequence[str]) -> Blocks:
    """Blocks within the limit that large ones fall into; records without the attribute are out."""
    key, record = large.key, large.record
    for name in by:
        if name == "near":
            key, record = _by_words(key, record, known)
            continue
        code = _column(known, name)[record]
        has = code != 0
        key, record = _mixed(key[has], code[has]), record[has]
    order = np.lexsort((record, key))
    key, record = key[order], record[order]
    new = first_of(key) | first_of(record)
    key, record = key[new], record[new]
    size, _ = _sizes(key)
    return _blocks(key[size <= LARGEST], record[size <= LARGEST])


def _by_words(key: Ints, record: Ints, known: Attributes) -> tuple[Ints, Ints]:
    """One row for each skeleton near one of the words of each record."""
    row, word = _spread(known.start, record)
    row_of, near = _spread(known.words.near_start, known.word[word])
    return _mixed(key[row[row_of]], known.words.near[near]), record[row[row_of]]


def _spread(start: Ints, of: Ints) -> tuple[Ints, Ints]:
    """For each of some lists that lie one after the other: its number here, and its elements."""
    length = start[of + 1] - start[of]
    row = np.repeat(np.arange(len(of)), length)
    within = np.arange(len(row)) - np.repeat(np.cumsum(length) - length, length)
    return row, start[of][row] + within


def _neighbours(large: Rows, known: Attributes, order: Sequence[str]) -> Blocks:
    columns = [_column(known, name)[large.record] for name in reversed(order)]
    sort = np.lexsort((large.record, *columns, large.key))
    _, last = _sizes(large.key[sort])
    near = np.minimum(last, np.arange(len(sort)) + 1 + WINDOW)
    return Blocks(large.record[sort], near, np.zeros(len(sort), np.float32))


def _mixed(key: Ints, code: Ints) -> Ints:
    """One code of two: Steele, Lea & Flood's SplitMix64 finaliser (2014) over their sum."""
    z = key.view(np.uint64) * np.uint64(3) + code.view(np.uint64)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return (z ^ (z >> np.uint64(31))).view(np.int64)
