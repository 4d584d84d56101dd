"""Postings: under each number the numbers of what it stands in, as one flat array."""

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64] | npt.NDArray[np.int32]

_LOW = (1 << 32) - 1


class Postings:
    """What stands under each of some keys.

    Cost: one sort; eight bytes a key and four for what stands under it.

    Args:
        keys: A key for each pair; pairs with a key below 0 are left out.
        values: What stands under it, not below 0; a pair that comes twice counts once.
        count: How many keys there are; they are numbered from 0.
    """

    def __init__(self, keys: Numbers, values: Numbers, count: int) -> None:
        # Two numbers in one word are sorted many times as quickly as pairs.
        pairs = (keys.astype(np.int64) << 32) | values
        pairs = pairs[keys >= 0]
        pairs.sort()
        if len(pairs) > 1:
            pairs = pairs[np.append(True, pairs[1:] != pairs[:-1])]
        self._values = (pairs & _LOW).astype(np.int32)
        self._starts = np.searchsorted(pairs, np.arange(count + 1, dtype=np.int64) << 32)

    def of(self, key: int) -> npt.NDArray[np.int32]:
        """What stands under a key, in order; nothing under a key below 0."""
        if key < 0:
            return self._values[:0]
        return self._values[self._starts[key] : self._starts[key + 1]]
