"""Candidate pairs: those pairs of records that are worth a comparison."""

import math
from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from headwater.resolve.candidates.attributes import attributes
from headwater.resolve.candidates.blocks import Blocks, blocks, first_of
from headwater.resolve.candidates.evidence import Evidence
from headwater.resolve.candidates.keys import key_hash
from headwater.resolve.records import PersonRecord

Ints = NDArray[np.int64]
Bits = NDArray[np.float32]

_AT_ONCE = 400_000
"""Pairs weighed at a time; bounds the memory."""

_PARTS_TO_LEARN_FROM = 5

_SHORTLIST = 4
"""Pairs on the list that is ranked again, for each one that there is room for."""

_OUTRANKED = 2.0
"""Bits that a pair loses each time the better partners of its records double; on an invented
development world, anything from 2 to 4 did equally well."""


def candidate_pairs(records: Sequence[PersonRecord], per_record: float = 10) -> Ints:
    """Pairs of records that may be one person, the best that the allowance has room for.

    All pairs that share a key are looked at (blocks over the limit through their splits) and
    weighed on cheap evidence. The best over all records together make a shortlist, on which a pair
    loses weight for every better partner that its records have: one person has few records, so of
    a hundred namesakes the hundredth is hardly the same. The best of these are kept: a record with
    many likely partners gets more of the allowance than one with none. The result depends on the
    set of records alone, not on their order, nor on how their ids sort.

    Nothing is known here of whom to leave out: records of protected people must be dropped by the
    caller before, and then no pair has one.

    Args:
        records: Records with ids that differ.
        per_record: Candidates that a record has on average. Every pair is a candidate at both of
            its records, so at most `per_record * len(records) / 2` pairs come back.

    Returns:
        Positions in `records`, shape (pairs, 2), left < right, sorted.
    """
    # By a hash of the ids: in many tables records of one person have ids next to each other, and
    # neither neighbours within a block nor ties should profit from what is no evidence.
    mixed = [(key_hash(record.id), record.id) for record in records]
    shuffled = sorted(range(len(mixed)), key=mixed.__getitem__)
    kept = _best_pairs([records[p] for p in shuffled], int(per_record * len(records) / 2))
    places = np.array(shuffled, np.int64)[kept] if len(kept) else np.empty((0, 2), np.int64)
    places.sort(axis=1)
    return places[np.lexsort((places[:, 1], places[:, 0]))]


def _best_pairs(records: Sequence[PersonRecord], room: int) -> Ints:
    known = attributes(records)
    count = max(1, len(records))
    found = blocks(records, known)
    evidence = _informed(Evidence(known), found, count)
    best = _Best(_SHORTLIST * room)
    for code, identifiers in _shared(found, count):
        best.add(code, evidence.bits(code // count, code % count) + identifiers)
    codes, bits = best.settled()
    pairs = np.stack((codes // count, codes % count), axis=1)
    return pairs[np.lexsort((codes, -_less_outranked(pairs, bits, count)))[:room]]


def _less_outranked(pairs: Ints, bits: Bits, count: int) -> Bits:
    """Bits less what it costs a pair that its records have better partners."""
    record, both = pairs.T.ravel(), np.tile(bits, 2)
    order = np.lexsort((-both, record))
    begin = np.searchsorted(record[order], np.arange(count))
    better = np.empty(len(order))
    better[order] = np.arange(len(order)) - begin[record[order]]
    outranked = np.log2(1 + better).reshape(2, -1).mean(axis=0)
    after: Bits = (bits - _OUTRANKED * outranked).astype(np.float32)
    return after


def _informed(evidence: Evidence, found: Blocks, count: int) -> Evidence:
    """Evidence with the reliability of each field as the first pairs show it."""
    parts = list(islice(_shared(found, count), _PARTS_TO_LEARN_FROM))
    if not parts:
        return evidence
    code = np.concatenate([code for code, _ in parts])
    identifiers = np.concatenate([bits for _, bits in parts])
    # One pair of one person for every two records is the rule in lists of people.
    partners = float((found.last - np.arange(len(found.last)) - 1).sum())
    odds = math.log2(max(2.0, 2 * partners / count))
    return evidence.informed(code // count, code % count, identifiers, odds)


class _Best:
    """The pairs of most weight so far; of equal ones those that come first."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._floor = -np.inf
        self._parts: list[tuple[Ints, Bits]] = []
        self._held = 0

    def add(self, codes: Ints, bits: Bits) -> None:
        above = bits >= self._floor
        self._parts.append((codes[above], bits[above]))
        self._held += int(above.sum())
        if self._held > 2 * self._room + _AT_ONCE:
            self._settle()

    def settled(self) -> tuple[Ints, Bits]:
        """The codes of the best pairs, with their bits."""
        self._settle()
        return self._parts[0]

    def _settle(self) -> None:
        codes = np.concatenate([np.empty(0, np.int64), *(part[0] for part in self._parts)])
        bits = np.concatenate([np.empty(0, np.float32), *(part[1] for part in self._parts)])
        order = np.lexsort((-bits, codes))
        order = order[first_of(codes[order])]
        order = order[np.lexsort((codes[order], -bits[order]))][: self._room]
        if len(order) == self._room and self._room:
            self._floor = float(bits[order[-1]])
        self._parts = [(codes[order], bits[order])]
        self._held = len(order)


def _shared(found: Blocks, count: int) -> Iterator[tuple[Ints, Bits]]:
    """Pairs as one code, with the bits of the identifiers they share; records in turn."""
    rows = np.argsort(found.record, kind="stable")
    partners = (found.last - np.arange(len(found.last)) - 1)[rows]
    reached = np.cumsum(partners)
    edges = np.searchsorted(found.record[rows], np.arange(count + 1))
    before = np.concatenate(([0], reached))[edges]
    turn = before // _AT_ONCE
    for step in np.unique(turn[:-1]):
        of = np.flatnonzero(turn[:-1] == step)
        part = slice(edges[of[0]], edges[of[-1] + 1])
        yield _distinct(found, rows[part], partners[part], count)


def _distinct(found: Blocks, rows: Ints, partners: Ints, count: int) -> tuple[Ints, Bits]:
    row = np.repeat(rows, partners)
    within = np.arange(len(row)) - np.repeat(np.cumsum(partners) - partners, partners)
    one, other = found.record[row], found.record[row + 1 + within]
    code = np.minimum(one, other) * count + np.maximum(one, other)
    order = np.argsort(code, kind="stable")
    code, bits = code[order], found.bits[row][order]
    first = np.flatnonzero(first_of(code))
    return code[first], np.add.reduceat(bits, first) if len(first) else bits
