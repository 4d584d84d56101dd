"""Beginnings: movements of two ledgers placed by currency and by how their memos begin."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from headwater.analysis.business.money.settlements.ledger import Ledger, Whole
from headwater.analysis.business.money.settlements.nearby import Spots

_LETTERS = 4


def by_beginning(left: Ledger, right: Ledger) -> tuple[tuple[Spots, Spots], tuple[Whole, Whole]]:
    """Where the movements of both lie, and the row of each; those with a shorter memo nowhere."""
    keys = []
    for ledger in (left, right):
        front = pc.utf8_slice_codeunits(ledger.memo, 0, _LETTERS)
        long = pc.greater_equal(pc.utf8_length(front), _LETTERS)
        keys.append((pc.binary_join_element_wise(ledger.currency, front, "|"), long))
    known = pc.unique(pa.chunked_array([key for key, _ in keys]))
    spots, rows = [], []
    for ledger, (key, long) in zip((left, right), keys, strict=True):
        row = np.flatnonzero(ledger.usable & long.to_numpy(zero_copy_only=False))
        place = pc.index_in(key, value_set=known).to_numpy().astype(np.int64)[row]
        spots.append(Spots(place, ledger.day[row], np.log(ledger.amount[row])))
        rows.append(row)
    return (spots[0], spots[1]), (rows[0], rows[1])
