"""Sureness: the bits from which a join of two records needs no person, by the scripts of both."""

from collections import Counter
from collections.abc import Sequence

from headwater.resolve.linkage.linked import Scoring
from headwater.resolve.names import read_name
from headwater.resolve.records import PersonRecord
from headwater.resolve.scoring import STRATA


class Sureness:
    """Looks up the model's bound for a pair of records.

    Args:
        model: Has a bound for each pair of scripts, infinite where too few pairs were checked.
        records: The records that pairs are places in.
    """

    def __init__(self, model: Scoring, records: Sequence[PersonRecord]) -> None:
        self._scripts = [_script(record) for record in records]
        self._bounds = dict(zip(STRATA, map(float, model.sure_from()), strict=True))

    def bound(self, left: int, right: int) -> float:
        """Bits from which the two need no person; infinite if nothing is enough."""
        scripts = " ".join(sorted((self._scripts[left], self._scripts[right])))
        return self._bounds.get(scripts, self._bounds[STRATA[-1]])


def chance(bits: float) -> float:
    """The probability that calibrated bits stand for."""
    return float(1 / (1 + 2.0**-bits))


def _script(record: PersonRecord) -> str:
    """The script that most words of the names are in."""
    names = map(read_name, record.values.get("name", ()))
    counted = Counter(token.script for name in names for token in name.tokens)
    return max(sorted(counted), key=counted.__getitem__, default="")
