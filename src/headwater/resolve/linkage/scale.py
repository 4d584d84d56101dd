"""Scale: a model's bits read as calibrated odds, and the odds that need no person.

Both depend on the scripts of the two names, by which models are calibrated.
"""

from collections import Counter
from collections.abc import Sequence
from math import log2
from typing import TYPE_CHECKING, Any

from headwater.resolve.linkage.linked import Scoring
from headwater.resolve.linkage.population import overcount
from headwater.resolve.names import read_name
from headwater.resolve.records import PersonRecord
from headwater.resolve.scoring import STRATA

if TYPE_CHECKING:
    import numpy as np

_SCRIPTS = ("latn", "cyrl", "arab", "other")
_WIDEST = 50.0
_STEP = 0.05
_LEAST_SURE = 0.99


class Scale:
    """Reads bits of pairs of records as log2 odds: 0 is even, 6.6 is 99 in 100.

    Args:
        model: Calibrates bits by pair of scripts.
        records: The records that pairs are places in.
        sure_among: Least number of records among which a join has to be sure.

    Attributes:
        overcount: Bits that are taken off the odds of all pairs; see `population`.
    """

    def __init__(
        self, model: Scoring, records: Sequence[PersonRecord], sure_among: int = 0
    ) -> None:
        import numpy as np

        self._model = model
        self._script = np.array([_script(record) for record in records], np.int8)
        self._stratum = np.array([[_stratum(a, b) for b in _SCRIPTS] for a in _SCRIPTS], np.int8)
        # Prior odds fall with the number of others that a record could be.
        others = max(len(records) - 1, 1)
        self._sure = self._edges(withheld=log2(max(1.0, (sure_among - 1) / others)))
        every = np.arange(len(STRATA), dtype=np.int8)
        at = [_odds(model.probability(np.full(len(every), bits), every)) for bits in (0.0, 4.0)]
        self._slope = (at[1] - at[0]) / 4
        self.overcount = 0.0

    def settle(
        self,
        records: Sequence[PersonRecord],
        pairs: "np.ndarray[Any, Any]",
        bits: "np.ndarray[Any, Any]",
    ) -> None:
        """From now on take off the odds what these pairs show them to be too high by."""
        self.overcount = overcount(records, pairs, self.odds(pairs, bits))

    def odds(
        self, pairs: "np.ndarray[Any, Any]", bits: "np.ndarray[Any, Any]"
    ) -> "np.ndarray[Any, Any]":
        """Calibrated log2 odds of the pairs."""
        strata = self._stratum[self._script[pairs[:, 0]], self._script[pairs[:, 1]]]
        return _odds(self._model.probability(bits, strata)) - self.overcount

    def slopes(self, pairs: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
        """By how much the log2 odds of each pair rise with a bit: curves are straight lines."""
        import numpy as np

        strata = self._stratum[self._script[pairs[:, 0]], self._script[pairs[:, 1]]]
        return np.asarray(self._slope[strata])

    def sure_from(self, left: int, right: int) -> float:
        """Odds from which a join of the two records needs no person; infinite if none does."""
        return self._sure[int(self._stratum[self._script[left], self._script[right]])]

    def _edges(self, withheld: float) -> list[float]:
        """By stratum, the odds of the fewest bits that, less some, are sure: 99 in 100 as well."""
        import numpy as np

        steps = np.arange(-_WIDEST, 2 * _WIDEST, _STEP)
        bits, strata = np.tile(steps, len(STRATA)), np.repeat(np.arange(len(STRATA)), len(steps))
        strata = strata.astype(np.int8)
        odds = _odds(self._model.probability(bits, strata))
        counted = bits - withheld
        likely = self._model.probability(counted, strata) >= _LEAST_SURE
        sure = likely & self._model.sure(counted, strata)
        least = np.where(sure, odds, np.inf).reshape(len(STRATA), -1)
        return [float(edge) for edge in least.min(axis=1)]


def chance(odds: float) -> float:
    """The probability that log2 odds stand for."""
    return float(1 / (1 + 2.0**-odds))


def _odds(probability: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    import numpy as np

    held = np.clip(probability, 2.0**-_WIDEST, 1 - 2.0**-_WIDEST)
    return np.asarray(np.log2(held) - np.log2(1 - held))


def _script(record: PersonRecord) -> int:
    """The script that most words of the names are in."""
    names = map(read_name, record.values.get("name", ()))
    counted = Counter(token.script for name in names for token in name.tokens)
    held = max(sorted(counted), key=counted.__getitem__, default="other")
    return _SCRIPTS.index(held) if held in _SCRIPTS else len(_SCRIPTS) - 1


def _stratum(one: str, two: str) -> int:
    label = " ".join(sorted((one, two)))
    return STRATA.index(label) if label in STRATA else len(STRATA) - 1
