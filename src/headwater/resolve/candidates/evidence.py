"""Evidence: how much, in bits, speaks for a pair of records being one person; a cheap first look.

Fellegi & Sunter (1969): agreement on a value counts log2(m / share of the value), disagreement
log2((1 - m) / (1 - chance agreement)), and what is not known counts nothing. Good enough to rank
candidates, not to merge: the names are compared by sketches, and m is a fixed reading per field.
"""

import numpy as np
from numpy.typing import NDArray

from headwater.resolve.candidates.attributes import CODES, Attributes
from headwater.resolve.candidates.likeness import likeness

Ints = NDArray[np.int64]
Bits = NDArray[np.float32]

AGREEING = {"country": 0.9, "sex": 0.98, "place": 0.4, "postcode": 0.6}
"""Share of pairs of one person that agree on a field, where both have it."""

_NEXT_YEAR = -1.0
_OTHER_YEAR = -6.0
_SAME_DAY = 0.9
_UNMATCHED = -2.5


class Shares:
    """What agreeing on each value is worth, over all records."""

    def __init__(self, known: Attributes) -> None:
        self.known = known
        self.year = _worth(known.year, 0.9)
        self.day = _worth(known.day, _SAME_DAY)
        self.codes = {field: _worth(known.codes[field], AGREEING[field]) for field in CODES}
        self.against = {f: _against(known.codes[f], AGREEING[f]) for f in CODES}

    def bits(self, left: Ints, right: Ints) -> Bits:
        """Bits for pairs of records by their positions, without identifiers."""
        known = self.known
        total = names_bits(known, left, right) + self._birth(left, right)
        for field in CODES:
            one, other = known.codes[field][left], known.codes[field][right]
            both = (one != 0) & (other != 0)
            agreed = np.where(one == other, self.codes[field][left], self.against[field])
            total += np.where(both, agreed, 0)
        return total.astype(np.float32)

    def _birth(self, left: Ints, right: Ints) -> Bits:
        known = self.known
        apart = np.abs(known.year[left] - known.year[right])
        year = np.where(apart == 0, self.year[left], np.where(apart == 1, _NEXT_YEAR, _OTHER_YEAR))
        both_years = (known.year[left] != 0) & (known.year[right] != 0)
        one, other = known.day[left], known.day[right]
        both_days = (one != 0) & (other != 0)
        day = np.where(one == other, self.day[left], -3.0)
        return (np.where(both_years, year, 0) + np.where(both_days, day, 0)).astype(np.float32)


def _worth(column: Ints, agreeing: float) -> Bits:
    """For each record: bits that another with the same value earns."""
    _, inverse, count = np.unique(column, return_inverse=True, return_counts=True)
    given = max(1, int((column != 0).sum()))
    return np.log2(agreeing * given / count[inverse]).astype(np.float32)


def _against(column: Ints, agreeing: float) -> float:
    values, count = np.unique(column[column != 0], return_counts=True)
    if len(values) < 2:
        return 0.0
    chance = float(((count / count.sum()) ** 2).sum())
    return float(np.log2((1 - agreeing) / (1 - chance)))


def names_bits(known: Attributes, left: Ints, right: Ints) -> Bits:
    """Bits of the names of pairs of records: each word with its best match on the other side."""
    of_left = np.diff(known.start)[left]
    of_right = np.diff(known.start)[right]
    here, there = _combinations(of_left, of_right)
    pair = np.repeat(np.arange(len(left)), of_left * of_right)
    bits = likeness(
        known.words,
        known.word[known.start[left][pair] + here],
        known.word[known.start[right][pair] + there],
    )
    width = int(max(of_left.max(initial=1), of_right.max(initial=1)))
    best_left = _best(pair * width + here, bits, len(left) * width)
    best_right = _best(pair * width + there, bits, len(left) * width)
    best = (best_left + best_right).reshape(len(left), width).sum(axis=1) / 2
    surplus = np.abs(of_left - of_right)
    return (best - _UNMATCHED * 0.5 * np.minimum(surplus, 1)).astype(np.float32)


def _combinations(of_left: Ints, of_right: Ints) -> tuple[Ints, Ints]:
    number = of_left * of_right
    within = np.arange(int(number.sum())) - np.repeat(np.cumsum(number) - number, number)
    wide = np.repeat(of_right, number)
    return within // wide, within % wide


def _best(slot: Ints, bits: Bits, slots: int) -> Bits:
    best = np.full(slots, -np.inf, np.float32)
    np.maximum.at(best, slot, bits)
    return np.where(np.isfinite(best), np.maximum(best, _UNMATCHED), 0).astype(np.float32)
