"""Chance that can be repeated: one stream of random numbers for each person or thing.

A stream's numbers depend on the seed and on its own key alone, so that adding one thing to the
world does not move any other.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from hashlib import sha256
from itertools import accumulate
from typing import TypeVar

import numpy as np

T = TypeVar("T")


class Stream:
    """Random draws for one key; the same seed and key give the same draws on every machine."""

    __slots__ = ("_share", "numbers")

    def __init__(self, seed: int, *key: str | int) -> None:
        """Start the stream of `key` in the world of `seed`."""
        digest = sha256("|".join(map(str, (seed, *key))).encode()).digest()
        self.numbers = np.random.Generator(np.random.PCG64(int.from_bytes(digest[:16], "big")))
        self._share: Callable[[], float] = self.numbers.random

    def share(self) -> float:
        """Draw a number from 0 (included) to 1 (excluded)."""
        return float(self._share())

    def happens(self, probability: float) -> bool:
        """Draw whether something of this probability happens."""
        return self._share() < probability

    def between(self, low: float, high: float) -> float:
        """Draw a number from `low` to `high`."""
        return low + (high - low) * float(self._share())

    def whole(self, low: int, high: int) -> int:
        """Draw a whole number from `low` to `high`, both included."""
        return low + int(self._share() * (high - low + 1))

    def pick(self, things: Sequence[T]) -> T:
        """Draw one of the things, each as likely as the other."""
        return things[int(self._share() * len(things))]

    def weighted(self, things: Sequence[T], weights: Sequence[float]) -> T:
        """Draw one of the things by weight."""
        heights = list(accumulate(weights))
        return things[min(bisect_right(heights, self._share() * heights[-1]), len(things) - 1)]

    def some(self, things: Sequence[T], count: int) -> list[T]:
        """Draw `count` different things (all of them when there are fewer), in drawn order."""
        left = list(things)
        return [left.pop(self.whole(0, len(left) - 1)) for _ in range(min(count, len(left)))]
