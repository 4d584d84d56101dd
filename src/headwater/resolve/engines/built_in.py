"""The built-in engine: our candidates, weighed by a model that is fitted to them."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from headwater.resolve.candidates import candidate_pairs
from headwater.resolve.engines.engine import Weighed
from headwater.resolve.records import PersonRecord
from headwater.resolve.scoring import STRATA, Model, Part, Weight, fit


class BuiltIn:
    """Our own engine."""

    def weighed_pairs(
        self, records: Sequence[PersonRecord], judged: Mapping[tuple[str, str], bool]
    ) -> Weighed:
        """Pairs that share a key, with the bits of a model fitted to them without labels."""
        pairs = candidate_pairs(records)
        fitted = fit(records, pairs, judged=judged)
        model = Calibrated(fitted)
        bits = model.weigh_pairs(records, pairs)
        return Weighed(pairs, bits, model, fitted.digest)


class Calibrated:
    """A fitted model as linkage wants it: bits that are worth the same in all scripts.

    Args:
        model: The model, whose bits are worth more or less from one pair of scripts to another.
    """

    def __init__(self, model: Model) -> None:
        self._model = model
        known = [model.calibration[stratum] for stratum in STRATA]
        self._offset = np.array([one.offset for one in known])
        self._slope = np.array([one.slope for one in known])
        self._sure = np.array([one.sure_from for one in known])

    def weigh(self, left: PersonRecord, right: PersonRecord) -> Weight:
        """Calibrated bits of one pair, and the parts they come from."""
        weight = self._model.weigh(left, right)
        bits = float(self.weigh_pairs((left, right), np.array([[0, 1]]))[0])
        return Weight(bits, (*weight.parts, Part("calibration", "", bits - weight.bits)))

    def weigh_pairs(
        self, records: Sequence[PersonRecord], pairs: NDArray[Any]
    ) -> NDArray[np.float64]:
        """Calibrated log2 odds of many pairs, given as places in the sequence."""
        bits, strata = self._model.weigh_evidence(records, pairs)
        calibrated: NDArray[np.float64] = self._offset[strata] + self._slope[strata] * bits
        return calibrated

    def sure_from(self) -> NDArray[np.float64]:
        """By pair of scripts: calibrated bits from which nobody need be asked."""
        edges: NDArray[np.float64] = self._offset + self._slope * self._sure
        return edges
