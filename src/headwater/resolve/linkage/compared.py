"""Compared: the pairs of records that were weighed, and those that the clusters to come ask for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from headwater.resolve.linkage.linked import Scoring
from headwater.resolve.linkage.scale import Scale
from headwater.resolve.records import PersonRecord

if TYPE_CHECKING:
    import numpy as np

_MOST_NEIGHBOURS = 60
"""What would join more records than this to one is no cluster."""


class Compared:
    """Pairs with their bits; each pair once, the smaller place first, in order.

    Attributes:
        records: Records in the order of their ids.
        pairs: Places of the two records; shape (n, 2).
        bits: Evidence from the two records, as the model gave it; shape (n,).
        odds: The same as calibrated log2 odds; shape (n,).

    Args:
        records: The records.
        model: Weighs the pairs that are added.
        scale: Reads its bits as odds.
    """

    def __init__(self, records: Sequence[PersonRecord], model: Scoring, scale: Scale) -> None:
        import numpy as np

        self.pairs = np.zeros((0, 2), np.int64)
        self.bits, self.odds = np.zeros(0), np.zeros(0)
        self.records = records
        self._model = model
        self._scale = scale
        self._closed = np.array([record.protected for record in records], dtype=bool)

    def take(self, pairs: "np.ndarray[Any, Any]", bits: "np.ndarray[Any, Any]") -> None:
        """Take in weighed pairs; those of protected records, and of a record with itself, are not.

        Of a pair that comes twice the one with more bits is kept.
        """
        import numpy as np

        pairs, bits = self._open(np.sort(pairs, axis=1), bits)
        odds = np.concatenate((self.odds, self._scale.odds(pairs, bits)))
        pairs, bits = np.concatenate((self.pairs, pairs)), np.concatenate((self.bits, bits))
        order = np.lexsort((-bits, pairs[:, 1], pairs[:, 0]))
        first = np.ones(len(pairs), dtype=bool)
        first[1:] = np.any(np.diff(pairs[order], axis=0), axis=1)
        kept = order[first]
        self.pairs, self.bits, self.odds = pairs[kept], bits[kept], odds[kept]

    def bits_of(self, left: int, right: int) -> float:
        """Bits of a pair that was weighed, smaller place first."""
        import numpy as np

        begin, end = np.searchsorted(self.pairs[:, 0], (left, left + 1))
        return float(self.bits[begin + np.searchsorted(self.pairs[begin:end, 1], right)])

    def add(self, pairs: Sequence[tuple[int, int]]) -> None:
        """Weigh further pairs, smaller place first, where they were not weighed yet."""
        import numpy as np

        wanted = np.array(pairs, np.int64).reshape(-1, 2)
        known = self.pairs[:, 0] * len(self.records) + self.pairs[:, 1]
        wanted = wanted[~np.isin(wanted[:, 0] * len(self.records) + wanted[:, 1], known)]
        wanted, _ = self._open(wanted, np.zeros(len(wanted)))
        if len(wanted):
            self.take(wanted, np.asarray(self._model.weigh_pairs(self.records, wanted)))

    def complete(self, rounds: int) -> None:
        """Add the third side wherever two records are both more likely than not a third.

        Average link needs the pairs between clusters, and a candidate search leaves many out.
        """
        for _ in range(rounds):
            self.add(self._third_sides())

    def _third_sides(self) -> list[tuple[int, int]]:
        near: dict[int, list[int]] = {}
        for left, right in self.pairs[self.odds > 0].tolist():
            near.setdefault(left, []).append(right)
            near.setdefault(right, []).append(left)
        groups = (sorted(held) for held in near.values() if len(held) <= _MOST_NEIGHBOURS)
        return sorted({(a, b) for held in groups for a in held for b in held if a < b})

    def _open(
        self, pairs: "np.ndarray[Any, Any]", bits: "np.ndarray[Any, Any]"
    ) -> tuple["np.ndarray[Any, Any]", "np.ndarray[Any, Any]"]:
        left, right = pairs[:, 0], pairs[:, 1]
        open_ = ~(self._closed[left] | self._closed[right]) & (left != right)
        return pairs[open_], bits[open_]
