"""Postings: under each number the numbers of what it stands in, as one flat array."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]


class Postings:
    """What stands under each of some keys.

    Args:
        pairs: Key and what stands under it; a pair that comes twice counts once.
        keys: How many keys there are; they are numbered from 0.
    """

    def __init__(self, pairs: Sequence[tuple[int, int]] | Numbers, keys: int) -> None:
        both = np.asarray(pairs, dtype=np.int64).reshape(-1, 2)
        order = np.lexsort((both[:, 1], both[:, 0]))
        both = both[order]
        if len(both):
            fresh = np.ones(len(both), dtype=np.bool_)
            fresh[1:] = (both[1:] != both[:-1]).any(axis=1)
            both = both[fresh]
        self._values = both[:, 1].astype(np.int32)
        self._starts = np.searchsorted(both[:, 0], np.arange(keys + 1))

    def of(self, key: int) -> npt.NDArray[np.int32]:
        """What stands under a key, in order."""
        return self._values[self._starts[key] : self._starts[key + 1]]
