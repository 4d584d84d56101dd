"""Evidence: how much, in bits, speaks for a pair of records being one person; a cheap first look.

Fellegi & Sunter (1969): agreement on a value counts log2(m / share of the value), disagreement
log2((1 - m) / (1 - chance agreement)), and what is not known counts nothing. How often pairs of
one person agree on a field (m) is read off the data: among pairs that all the other fields make
almost sure. Good enough to rank candidates, not to merge: names are compared by sketches only.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from headwater.resolve.candidates.attributes import Attributes
from headwater.resolve.candidates.likeness import names_bits

Ints = NDArray[np.int64]
Bits = NDArray[np.float32]

AGREEING: Mapping[str, float] = {
    "country": 0.9,
    "sex": 0.97,
    "place": 0.4,
    "postcode": 0.6,
    "year": 0.93,
    "next year": 0.05,
    "day": 0.9,
}
"""First reading of m: the share of pairs of one person that agree, where both have the field."""

_OWN_SHARE: Mapping[str, float] = {"country": 0.3, "sex": 0.5}
"""How much of an agreement the names do not say already: names go with a country and a sex."""

_HELD_BY_READING = 20
"""As many sure pairs as the first reading weighs, when m is read off the data."""

_SURE = 6.0
"""Bits above an even chance from which a pair counts as almost sure."""


class Evidence:
    """What speaks for pairs of records, without the identifiers that they share."""

    def __init__(self, known: Attributes, agreeing: Mapping[str, float] = AGREEING) -> None:
        self._known = known
        self._agreeing = agreeing
        self._worth = {
            field: _worth(column, agreeing[field]) * np.float32(_OWN_SHARE.get(field, 1))
            for field, column in self._columns().items()
        }
        self._against = {f: _against(column, agreeing[f]) for f, column in self._columns().items()}
        self._next_year, self._other_year = _years_apart(known.year, agreeing)

    def bits(self, left: Ints, right: Ints) -> Bits:
        """Bits for pairs of records by their positions."""
        total = names_bits(self._known.words, self._known.start, self._known.word, left, right)
        for field in self._columns():
            total += self._field(field, left, right)
        return total

    def informed(self, left: Ints, right: Ints, identifiers: Bits, odds: float) -> "Evidence":
        """The same with m as these pairs show it, for each field where the others are sure.

        `odds` is the number of pairs that are looked at for each one of one person, in bits.
        """
        total = self.bits(left, right) + identifiers
        level = odds + _SURE
        agreeing = dict(self._agreeing)
        for field, column in self._columns().items():
            sure = total - self._field(field, left, right) >= level
            one, other = column[left[sure]], column[right[sure]]
            both = (one != 0) & (other != 0)
            agreeing[field] = _share(one[both] == other[both], self._agreeing[field])
            if field == "year":
                near = np.abs(one - other)[both] == 1
                agreeing["next year"] = _share(near, self._agreeing["next year"])
        return Evidence(self._known, agreeing)

    def _columns(self) -> dict[str, Ints]:
        return {"year": self._known.year, "day": self._known.day, **self._known.codes}

    def _field(self, field: str, left: Ints, right: Ints) -> Bits:
        column = self._columns()[field]
        one, other = column[left], column[right]
        against: Bits = np.full(len(left), self._against[field])
        if field == "year":
            against = np.where(np.abs(one - other) == 1, self._next_year, self._other_year)
        bits = np.where(one == other, self._worth[field][left], against)
        return np.where((one != 0) & (other != 0), bits, 0).astype(np.float32)


def _share(agreed: NDArray[np.bool_], reading: float) -> float:
    return (int(agreed.sum()) + reading * _HELD_BY_READING) / (len(agreed) + _HELD_BY_READING)


def _worth(column: Ints, agreeing: float) -> Bits:
    """For each record: bits that another with the same value earns, never less than none."""
    _, inverse, count = np.unique(column, return_inverse=True, return_counts=True)
    given = max(1, int((column != 0).sum()))
    return np.maximum(0, np.log2(agreeing * given / count[inverse])).astype(np.float32)


def _against(column: Ints, agreeing: float) -> np.float32:
    _, count = np.unique(column[column != 0], return_counts=True)
    if len(count) < 2:
        return np.float32(0)
    chance = float(((count / count.sum()) ** 2).sum())
    return np.float32(min(0.0, np.log2((1 - agreeing) / (1 - chance))))


def _years_apart(year: Ints, agreeing: Mapping[str, float]) -> tuple[np.float32, np.float32]:
    """Bits for birth years next to each other, and for years further apart."""
    share = np.bincount(year[year > 0]) / max(1, int((year > 0).sum()))
    same, beside = float((share**2).sum()), 2 * float((share[1:] * share[:-1]).sum())
    beside = max(beside, 1e-6)
    rest = max(1 - same - beside, 1e-6)
    left_over = max(1 - agreeing["year"] - agreeing["next year"], 1e-3)
    next_year = np.log2(agreeing["next year"] / beside)
    return np.float32(next_year), np.float32(min(0.0, np.log2(left_over / rest)))
