"""The built-in engine: our candidates, weighed by a model that is fitted to them."""

from collections.abc import Mapping, Sequence

from headwater.resolve.candidates import candidate_pairs
from headwater.resolve.engines.engine import Weighed
from headwater.resolve.records import PersonRecord
from headwater.resolve.scoring import fit


class BuiltIn:
    """Our own engine."""

    def weighed_pairs(
        self, records: Sequence[PersonRecord], judged: Mapping[tuple[str, str], bool]
    ) -> Weighed:
        """Pairs that share a key, with the bits of a model fitted to them without labels."""
        pairs = candidate_pairs(records)
        model = fit(records, pairs, judged=judged)
        bits, strata = model.weigh_evidence(records, pairs)
        return Weighed(pairs, bits, model.probability(bits, strata), model, model.digest)
