"""Population: by how much names make pairs look likelier than so many people allow.

The larger a table, the more of its pairs are namesakes, of whom names alone say too much. Where
both records have a date of birth, namesakes are told apart; and whether a record has one does not
depend on who else has one. So the matches expected among all pairs must be as many as those among
the dated pairs, over the share of pairs that are dated. What they are too many by is taken off the
odds of all: names rest on the prior, dates hardly do, so that there is one point where both agree.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from headwater.resolve.records import PersonRecord

if TYPE_CHECKING:
    import numpy as np

_LEAST_DATED = 200
"""Matches to be expected among dated pairs before they are evidence on the others."""
_MOST = 12.0
_STEPS = 12


def overcount(
    records: Sequence[PersonRecord], pairs: "np.ndarray[Any, Any]", odds: "np.ndarray[Any, Any]"
) -> float:
    """Bits by which the odds of all pairs are too high; 0 where dates do not say so.

    Args:
        records: The records.
        pairs: Places of compared pairs; shape (n, 2).
        odds: Log2 odds of each; shape (n,).
    """
    import numpy as np

    has_date = np.array([bool(record.values.get("birth_date")) for record in records], dtype=bool)
    dated = has_date[pairs].all(axis=1)
    share = float(has_date.mean()) ** 2 if len(records) else 0.0

    def too_many(less: float) -> bool:
        chances = 1 / (1 + np.exp2(np.clip(less - odds, -60, 60)))
        return float(chances.sum()) * share > max(float(chances[dated].sum()), _LEAST_DATED)

    low, high = 0.0, _MOST
    if not too_many(low):
        return low
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if too_many(middle) else (low, middle)
    return low
