"""Engine: pairs of records that may be one person, each with its weight in bits.

An engine never says who is who: its pairs are clustered by `headwater.resolve.linkage`.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from headwater.resolve.linkage import Scoring
from headwater.resolve.records import PersonRecord

if TYPE_CHECKING:
    import numpy as np


class Weighed(NamedTuple):
    """Pairs with their weights.

    Attributes:
        pairs: Places of the two records in the sequence, the smaller first; shape (n, 2).
        bits: Evidence of each pair, prior odds included, as the model gives it; shape (n,).
        chances: Calibrated chance that each pair is one person; shape (n,).
        model: What explains a pair, weighs further ones, and says which joins are sure.
        digest: Which model it was, so that a result can be traced.
    """

    pairs: "np.ndarray[Any, Any]"
    bits: "np.ndarray[Any, Any]"
    chances: "np.ndarray[Any, Any]"
    model: Scoring
    digest: str


class Engine(Protocol):
    """Pairs the records of a batch, and weighs the pairs."""

    def weighed_pairs(
        self,
        records: Sequence[PersonRecord],
        judged: Mapping[tuple[str, str], bool],
    ) -> Weighed:
        """Pairs of records that may be one person.

        Args:
            records: The records, none of them protected, in the order of their ids.
            judged: What people decided, by two ids of which the smaller comes first.
        """
