"""Evidence: what the records of two clusters say together, field by field.

The pairs across two clusters are no independent witnesses: a birth date that agrees in four pairs
is one date. So each field counts once, with the mean over those pairs in which both records have
it. A cluster is thereby better known than its members, which often fill in different fields.
"""

from collections.abc import Sequence
from math import isnan
from typing import TYPE_CHECKING, Any

from headwater.resolve.linkage.compared import Compared
from headwater.resolve.linkage.linked import Scoring
from headwater.resolve.linkage.rivals import standing
from headwater.resolve.linkage.scale import Scale

if TYPE_CHECKING:
    import numpy as np

_NEVER_COMPARED = -1.0
_WORTH_PARTS = -10.0
"""Log2 odds below which a pair counts as a whole: it says no, and fields change nothing in that."""

_SUPPORT = 3.0
"""Bits from which a field speaks clearly for a pair."""


class Evidence:
    """Log2 odds of compared pairs, by themselves and as parts of what clusters say.

    Args:
        compared: The pairs.
        model: Weighs their fields.
        scale: Reads its bits as odds.
        company: Bits that shared company adds to each pair; not a number where nothing is known.

    Attributes:
        odds: Log2 odds of each pair, rivals considered; shape (n,).
        absent: Log2 odds of a pair that was never compared.
    """

    def __init__(
        self,
        compared: Compared,
        model: Scoring,
        scale: Scale,
        company: "np.ndarray[Any, Any] | None" = None,
    ) -> None:
        import numpy as np

        pairs, odds = compared.pairs, compared.odds
        told = np.flatnonzero(odds > _WORTH_PARTS)
        fields = model.weigh_fields(compared.records, pairs[told])
        self._supported = np.zeros(len(pairs), dtype=bool)
        self._supported[told] = (np.nan_to_num(fields) >= _SUPPORT).any(axis=1)
        ties = np.zeros(len(pairs)) if company is None else np.nan_to_num(company)
        self.odds = odds.copy()
        said = np.nansum(fields, axis=1)
        self.odds[told] = standing(pairs[told], odds[told], said, ties[told])
        self.absent = _absent(odds)
        # The last column is what is no field's: names, prior, calibration, rivals.
        self._parts = np.zeros((len(pairs), fields.shape[1] + 1))
        self._known = np.zeros(self._parts.shape)
        self._parts[told, :-1] = np.nan_to_num(fields) * scale.slopes(pairs[told])[:, np.newaxis]
        self._known[told, :-1] = ~np.isnan(fields)
        self._known[:, -1] = 1
        self._parts[:, -1] = self.odds - self._parts.sum(axis=1)
        self._each: list[float] = self.odds.tolist()
        self._company = None if company is None else company.tolist()

    def across(self, rows: Sequence[int], every: int) -> float:
        """Log2 odds of two clusters.

        Args:
            rows: The pairs across them that were compared.
            every: Number of all pairs across them.
        """
        if len(rows) == 1:
            told = self._each[rows[0]]
        else:
            known = self._known[rows].sum(axis=0)
            known[known == 0] = 1
            told = float((self._parts[rows].sum(axis=0) / known).sum())
        return (told * len(rows) + (every - len(rows)) * self.absent) / every

    def supported(self, row: int) -> bool:
        """Whether some field of a pair speaks for it clearly, so that not all rests on names."""
        return bool(self._supported[row])

    def company(self, rows: Sequence[int]) -> float:
        """Bits from the company of two clusters: the mean over the pairs of which it is known."""
        if self._company is None:
            return 0.0
        told = [bits for row in rows if not isnan(bits := self._company[row])]
        return float(sum(told) / len(told)) if told else 0.0


def _absent(odds: "np.ndarray[Any, Any]") -> float:
    """Odds of a pair never compared: the middle of those that speak against.

    It is no more likely one person than they are.
    """
    import numpy as np

    against = odds[odds < 0]
    return min(_NEVER_COMPARED, float(np.median(against))) if len(against) else _NEVER_COMPARED
