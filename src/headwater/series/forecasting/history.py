"""The past of one series on an even grid, and where in the year each of its steps lies."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]

YEAR = 365.25


@dataclass(frozen=True, slots=True)
class History:
    """Counts of steps that follow each other without a hole.

    Attributes:
        values: One count a step, at least one of them known; nan where nobody counted.
        middles: Day number (proleptic Gregorian) of the middle of each step; one more for every
            step to come that is asked for.
        days: Length of a step in days.
    """

    values: Array
    middles: Array
    days: float

    @classmethod
    def of(cls, values: Array, last: date, days: float, ahead: int = 0) -> "History":
        """Steps of one length.

        Args:
            values: The counts.
            last: Last day of the last of them.
            days: Length of a step in days.
            ahead: How many steps to come there must be place for.
        """
        number = np.arange(1 - values.size, ahead + 1)
        return cls(
            values,
            np.asarray(last.toordinal() + number * days - (days - 1) / 2.0, dtype=np.float64),
            days,
        )

    @property
    def size(self) -> int:
        """How many steps are past."""
        return int(self.values.size)

    @property
    def a_year(self) -> int:
        """Steps of a year, to the nearest."""
        return max(round(YEAR / self.days), 1)

    def steps(self, days: float) -> int:
        """How many steps so many days are, at least one."""
        return max(round(days / self.days), 1)

    def until(self, size: int) -> "History":
        """Only the first so many steps; their places in the year stay known."""
        return History(self.values[:size], self.middles, self.days)


def bridged(values: Array) -> Array:
    """Counts in which a gap holds the last known count; nan before the first."""
    known = np.isfinite(values)
    last = np.maximum.accumulate(np.where(known, np.arange(values.size), -1))
    return np.where(last >= 0, values[np.maximum(last, 0)], np.nan)


def trailing(values: Array, length: int) -> Array:
    """Mean of the last so many steps, at each step; of fewer at the beginning."""
    sums = np.concatenate([[0.0], np.cumsum(values)])
    ends = np.arange(1, values.size + 1)
    begins = np.maximum(ends - length, 0)
    means: Array = (sums[ends] - sums[begins]) / (ends - begins)
    return means


def centred(values: Array, width: int) -> Array:
    """Mean of the steps around each, as far as there are any."""
    sums = np.concatenate([[0.0], np.cumsum(values)])
    at = np.arange(values.size)
    low, high = np.maximum(at - width // 2, 0), np.minimum(at + width // 2 + 1, values.size)
    means: Array = (sums[high] - sums[low]) / (high - low)
    return means
