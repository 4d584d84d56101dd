"""What Splink found, as linkage asks for it: bits of a pair, and the fields they come from."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from headwater.resolve.engines.splink.weighing import weigh_further
from headwater.resolve.records import PersonRecord
from headwater.resolve.scoring import Part, Weight

if TYPE_CHECKING:
    Bits = Mapping[str, np.ndarray[Any, Any]]

_ROUNDS = 200
_PRIOR = "prior"


class SplinkModel:
    """Weights of pairs as Splink gives them, at the prior odds of one batch.

    Args:
        records: The records.
        pairs: Places of the candidate pairs.
        weighed: Bits of each of them by field.
        fields: Fields that are compared as lists.
        trained: What Splink learnt, in its own form.
    """

    def __init__(
        self,
        records: Sequence[PersonRecord],
        pairs: "np.ndarray[Any, Any]",
        weighed: "Bits",
        fields: Sequence[str],
        trained: Mapping[str, Any],
    ) -> None:
        self._fields, self._trained = fields, trained
        self._weights: dict[tuple[str, str], Weight] = {}
        self._prior = _prior(np.sum(list(weighed.values()), axis=0), len(records))
        self._note(records, pairs, weighed)

    def weigh(self, left: PersonRecord, right: PersonRecord) -> Weight:
        """Evidence of one pair."""
        if _key(left, right) not in self._weights:
            self.weigh_pairs([left, right], np.array([[0, 1]]))
        return self._weights[_key(left, right)]

    def weigh_pairs(
        self, records: Sequence[PersonRecord], pairs: "np.ndarray[Any, Any]"
    ) -> "np.ndarray[Any, Any]":
        """Bits of many pairs, given as places in the sequence; those not seen yet are weighed."""
        keys = [_key(records[left], records[right]) for left, right in pairs.tolist()]
        further = np.array([key not in self._weights for key in keys], dtype=bool)
        if further.any():
            rest = pairs[further]
            self._note(records, rest, weigh_further(records, rest, self._fields, self._trained))
        return np.array([self._weights[key].bits for key in keys])

    def weigh_fields(
        self, records: Sequence[PersonRecord], pairs: "np.ndarray[Any, Any]"
    ) -> "np.ndarray[Any, Any]":
        """Bits of each field, one row a pair; not a number where a field says nothing."""
        self.weigh_pairs(records, pairs)
        told = [self.weigh(records[left], records[right]).parts for left, right in pairs.tolist()]
        names = sorted({part.field for parts in told for part in parts} - {_PRIOR})
        column = {name: place for place, name in enumerate(names)}
        found = np.full((len(pairs), len(names)), np.nan)
        for row, parts in enumerate(told):
            for part in parts:
                if part.field in column:
                    found[row, column[part.field]] = part.bits
        return found

    def probability(
        self,
        bits: "np.ndarray[Any, Any]",
        strata: "np.ndarray[Any, Any] | None" = None,  # noqa: ARG002 - alike in all scripts
    ) -> "np.ndarray[Any, Any]":
        """Chance that pairs of so many bits are one person, taken at its word."""
        return _chances(bits)

    def sure(
        self,
        bits: "np.ndarray[Any, Any]",
        strata: "np.ndarray[Any, Any]",  # noqa: ARG002 - alike in all scripts
    ) -> "np.ndarray[Any, Any]":
        """Nothing is sure: no checked pairs stand behind the weights that Splink estimates."""
        return np.zeros(np.shape(bits), dtype=bool)

    def _note(
        self, records: Sequence[PersonRecord], pairs: "np.ndarray[Any, Any]", weighed: "Bits"
    ) -> None:
        columns = [bits.tolist() for bits in weighed.values()]
        for (left, right), *said in zip(pairs.tolist(), *columns, strict=True):
            told = ((_PRIOR, self._prior), *zip(weighed, said, strict=True))
            parts = tuple(Part(field, "", bits) for field, bits in told if bits)
            weight = Weight(sum(part.bits for part in parts), parts)
            self._weights[_key(records[left], records[right])] = weight


def _key(left: PersonRecord, right: PersonRecord) -> tuple[str, str]:
    return (left.id, right.id) if left.id < right.id else (right.id, left.id)


def _chances(odds: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    """Probabilities of log2 odds."""
    chances: np.ndarray[Any, Any] = 1.0 / (1.0 + 2.0 ** -np.clip(odds, -60.0, 60.0))
    return chances


def _prior(bits: "np.ndarray[Any, Any]", records: int) -> float:
    """Log2 of the prior odds of a random pair, as its most likely value given the bits.

    The EM step of Fellegi-Sunter for the share of matches alone, weights held.
    """
    every = max(1.0, records * (records - 1) / 2)
    prior = float(-np.log2(every))
    for _ in range(_ROUNDS):
        share = min(max(float(_chances(bits + prior).sum()), 1.0) / every, 0.5)
        before, prior = prior, float(np.log2(share / (1.0 - share)))
        if abs(before - prior) < 1e-6:
            break
    return prior
