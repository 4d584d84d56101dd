"""Holdings: what each report holds, as sparse rows, so that many pairs are compared at once."""

from typing import NamedTuple

import numpy as np

from headwater.picture.independence.texts import Codes


class Met(NamedTuple):
    """Things that both reports of pairs hold, by pair and thing.

    Attributes:
        pair: Number of the pair.
        thing: The thing.
        place: Its place among all that is held by the one of each pair.
    """

    pair: Codes
    thing: Codes
    place: Codes


class Holdings:
    """Which things each report holds.

    Args:
        held: What is held, a report's number times that of things and the thing's, in order.
        reports: How many reports there are.
        things: How many things there are.

    Attributes:
        counts: How many things each report holds.
    """

    def __init__(self, held: Codes, reports: int, things: int) -> None:
        from scipy.sparse import csr_array

        begins = np.searchsorted(held, np.arange(reports + 1) * things)
        place = np.arange(1, held.size + 1, dtype=np.int32)
        self._rows = csr_array((place, held % things, begins), shape=(reports, things))
        self.counts: Codes = np.diff(begins)

    def of(self, report: int) -> Codes:
        """What one report holds, in order."""
        begin, end = self._rows.indptr[report : report + 2]
        things: Codes = self._rows.indices[begin:end].astype(np.int64)
        return things

    def both(self, one: Codes, other: Codes, others: "Holdings | None" = None) -> Met:
        """What both reports of each pair hold.

        Args:
            one: The one report of each pair.
            other: The other.
            others: What the other reports hold, where that is told apart.
        """
        from scipy.sparse import csr_array

        theirs = (others or self)._rows[other]
        marks = np.ones(theirs.nnz, dtype=np.int8)
        marked = csr_array((marks, theirs.indices, theirs.indptr), shape=theirs.shape)
        met = self._rows[one].multiply(marked).tocsr()
        pair = np.repeat(np.arange(one.size), np.diff(met.indptr))
        return Met(pair, met.indices.astype(np.int64), met.data.astype(np.int64) - 1)
