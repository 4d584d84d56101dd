"""Nearby: which movements of two ledgers lie close in amount and time, in bounded work.

Blocks are a place (a currency, an account) and a bucket of days as wide as the window, so that two
buckets hold whatever is in the window; inside a block the movements are sorted by amount, so that a
band of amounts is one slice. Where a slice is longer than it may be, its middle is taken: the
nearest amounts, and among equal amounts the nearest days.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from headwater.analysis.business.money.settlements.ledger import Flags, Numbers, Whole

_STEPS = 1e6  # steps of the logarithm of an amount
_LOWEST = 5.0  # a hundredth of anything is above exp(-5)
_DAYS = 10  # bits for the day inside a bucket
_AMOUNT = 26  # bits for the amount
WIDEST = 1 << _DAYS
"""Most days of a window, both ends together."""
_CHUNK = 2_000_000


class Spots(NamedTuple):
    """Where movements lie: number of the place, day, natural logarithm of the amount."""

    place: Whole
    day: Whole
    size: Numbers


@dataclass(slots=True)
class Reach:
    """How far is looked, and what it took.

    Attributes:
        first: Least number of days from left to right; may be below zero.
        last: Most days.
        lower: How far the logarithm of the right amount may lie below the left.
        upper: How far above.
        most: Most movements that one is compared with in each of the two buckets.
        near: Pairs there are in the slices, looked at or not, counted while looking.
        looked_at: Pairs looked at, counted while looking.
        cut: Movements with more near ones than `most`, counted while looking.
    """

    first: int
    last: int
    lower: float
    upper: float
    most: int
    near: int = 0
    looked_at: int = 0
    cut: int = 0


def nearby(left: Spots, right: Spots, reach: Reach) -> Iterator[tuple[Whole, Whole]]:
    """Pairs of a left and a right movement within reach, in chunks of bounded size.

    Cost: both sides sorted once, then 2 x left x `reach.most` pairs at the most.
    """
    if not (left.day.size and right.day.size):
        return
    width = reach.last - reach.first + 1
    start = min(int(right.day.min()), int(left.day.min()) + reach.first)
    sorted_, order = _sorted(right, start, width)
    bucket, inside = np.divmod(left.day + reach.first - start, width)
    slices = [_slices(left, bucket + n, inside, sorted_, reach) for n in (0, 1)]
    reach.cut += int(np.count_nonzero(slices[0][2] | slices[1][2]))
    for begin, end, _ in slices:
        for i, place in _expanded(begin, end):
            reach.looked_at += i.size
            j = order[place]
            lag = right.day[j] - left.day[i]
            kept = (lag >= reach.first) & (lag <= reach.last)
            yield i[kept], j[kept]


class _Sorted(NamedTuple):
    """Right movements by block, amount and day: the blocks there are, and the sorted keys."""

    blocks: Whole
    keys: Whole


def _sorted(right: Spots, start: int, width: int) -> tuple[_Sorted, Whole]:
    bucket, inside = np.divmod(right.day - start, width)
    blocks, block = np.unique((right.place << 32) | bucket, return_inverse=True)
    key = _key(block, _steps(right.size), inside)
    order = np.argsort(key, kind="stable")
    return _Sorted(blocks, key[order]), order


def _steps(size: Numbers) -> Whole:
    steps: Whole = np.clip((size + _LOWEST) * _STEPS, 0, (1 << _AMOUNT) - 1).astype(np.int64)
    return steps


def _key(block: Whole, steps: Whole, day: Whole | int) -> Whole:
    key: Whole = (block << (_AMOUNT + _DAYS)) | (steps << _DAYS) | day
    return key


def _slices(
    left: Spots, bucket: Whole, day: Whole, right: _Sorted, reach: Reach
) -> tuple[Whole, Whole, Flags]:
    """For each left movement its slice of the right ones in a bucket, and whether it was cut."""
    wanted = (left.place << 32) | bucket
    block = np.minimum(np.searchsorted(right.blocks, wanted), right.blocks.size - 1)
    there = right.blocks[block] == wanted
    low, middle, high = (_steps(left.size + by) for by in (-reach.lower, 0.0, reach.upper))
    begin = np.searchsorted(right.keys, _key(block, low, 0))
    end = np.searchsorted(right.keys, _key(block, high, WIDEST - 1), side="right")
    end = np.where(there, end, begin)
    reach.near += int((end - begin).sum())
    long = end - begin > reach.most
    middle = np.searchsorted(right.keys, _key(block, middle, day)).astype(np.int64)
    first = np.clip(middle - reach.most // 2, begin, np.maximum(begin, end - reach.most))
    begin = np.where(long, first, begin).astype(np.int64)
    return begin, np.where(long, begin + reach.most, end), long


def _expanded(begin: Whole, end: Whole) -> Iterator[tuple[Whole, Whole]]:
    """Each row with each place of its slice, in chunks."""
    count = end - begin
    passed = np.cumsum(count)
    row = 0
    while row < count.size:
        done = passed[row - 1] if row else 0
        stop = max(row + 1, int(np.searchsorted(passed, done + _CHUNK, side="right")))
        some = count[row:stop]
        i = np.repeat(np.arange(row, stop), some)
        offset = np.arange(i.size) - np.repeat(np.cumsum(some) - some, some)
        yield i, np.repeat(begin[row:stop], some) + offset
        row = stop
