"""Expectation maximisation for substring pairs, on many word pairs at once.

The model is the memoryless joint transducer of Ristad and Yianilos (1998), with units of several
letters. Words of the same two lengths share one grid, so that each step of the forward and backward
sums is one operation on an array.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Pair = tuple[str, str, float]
Units = dict[tuple[str, str], float]
Shape = tuple[int, int]

_SEEN_TWICE = 2


class Side:
    """Substrings of the words of one side, numbered; 0 is the empty one, -1 becomes the last.

    Args:
        words: The words.
        lengths: Lengths of the substrings; 0 for the empty one.
        known: Substrings that are numbered though no word had them.
    """

    def __init__(self, words: Sequence[str], lengths: set[int], known: Iterable[str] = ()) -> None:
        counts: Counter[str] = Counter()
        for word in words:
            for length in lengths - {0}:
                counts.update(word[i : i + length] for i in range(len(word) - length + 1))
        seen = {s for s, n in counts.items() if len(s) == 1 or n >= _SEEN_TWICE}
        self.texts = ["", *sorted(seen | set(known))]
        self.ids = {text: number for number, text in enumerate(self.texts)}
        self.lengths = lengths | {len(text) for text in self.texts}

    def encode(self, words: Sequence[str], size: int) -> dict[int, NDArray[np.int32]]:
        """Length of substring -> its number at each start, a row a word, all words `size` long."""
        ids, none = self.ids, len(self.texts)
        return {
            length: np.array(
                [
                    [ids.get(w[i : i + length], none) for i in range(size - length + 1)]
                    for w in words
                ],
                dtype=np.int32,
            ).reshape(len(words), -1)
            for length in self.lengths
            if length <= size
        }


class Grid:
    """Word pairs of one size, and the number of the unit at each step through their grid."""

    def __init__(
        self, pairs: Sequence[Pair], sides: tuple[Side, Side], shapes: Sequence[Shape]
    ) -> None:
        self.n, self.m = len(pairs[0][0]), len(pairs[0][1])
        self.weights = np.array([w for _, _, w in pairs])
        left = sides[0].encode([x for x, _, _ in pairs], self.n)
        right = sides[1].encode([y for _, y, _ in pairs], self.m)
        width = len(sides[1].texts) + 1
        self.steps: list[tuple[int, int, int, int, NDArray[np.int32]]] = []
        for i in range(self.n + 1):
            for j in range(self.m + 1):
                for a, b in shapes:
                    if a <= i and b <= j:
                        keys = left[a][:, i - a] * width + right[b][:, j - b]
                        self.steps.append((i, j, i - a, j - b, keys))

    def expect(self, p: NDArray[np.float64], counts: NDArray[np.float64]) -> None:
        """Add the expected counts of the units; pairs that cannot be made of units add none."""
        size = len(self.weights)
        forward = np.zeros((self.n + 1, self.m + 1, size))
        backward = np.zeros_like(forward)
        forward[0, 0] = 1.0
        backward[self.n, self.m] = 1.0
        for i, j, k, q, keys in self.steps:
            forward[i, j] += forward[k, q] * p[keys]
        for i, j, k, q, keys in reversed(self.steps):
            backward[k, q] += backward[i, j] * p[keys]
        total = forward[self.n, self.m]
        share = np.divide(self.weights, total, out=np.zeros(size), where=total > 0)
        for i, j, k, q, keys in self.steps:
            np.add.at(counts, keys, forward[k, q] * p[keys] * backward[i, j] * share)


def grids(pairs: Sequence[Pair], sides: tuple[Side, Side], shapes: Sequence[Shape]) -> list[Grid]:
    """The pairs, sorted into grids by size."""
    by_size: dict[tuple[int, int], list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_size[len(pair[0]), len(pair[1])].append(pair)
    return [Grid(by_size[size], sides, shapes) for size in sorted(by_size)]
