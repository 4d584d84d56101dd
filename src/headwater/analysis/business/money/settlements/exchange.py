"""Exchange: what one currency was worth in another, as the movements themselves show."""

from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from headwater.analysis.business.money.settlements.ledger import Flags, Ledger, Whole

_FEWEST = 10  # pairs with the same memo that a rate needs
_SPREAD = 0.05  # most that half of them may lie off it, as a share
_SHORTEST = 5  # letters of a memo that may tell


class Rate(NamedTuple):
    """A rate read from movements.

    Attributes:
        origin: Currency of the left movement.
        target: Currency of the right movement.
        log: Natural logarithm of how many of the target one of the origin brought.
        pairs: Movements it was read from.
    """

    origin: str
    target: str
    log: float
    pairs: int


def rates_between(left: Ledger, right: Ledger, first: int, last: int) -> list[Rate]:
    """A rate for each pair of currencies that enough movements with the same rare memo show.

    Memos count that occur once in either ledger, on movements `first` to `last` days apart. The
    rate is the middle of what they show, fees included; where they do not agree there is none.
    """
    i, j = _alike(left, right)
    lag = right.day[j] - left.day[i]
    near = (lag >= first) & (lag <= last)
    i, j = i[near], j[near]
    ends = (left.currency.take(pa.array(i)), right.currency.take(pa.array(j)))
    one, other = (np.array(side.to_pylist(), dtype=object) for side in ends)
    found = []
    for origin, target in sorted(set(zip(one.tolist(), other.tolist(), strict=True))):
        if origin == target or not (origin and target):
            continue
        both = (one == origin) & (other == target)
        shown = np.log(right.amount[j[both]] / left.amount[i[both]])
        middle = float(np.median(shown))
        off = float(np.median(np.abs(shown - middle)))
        if shown.size >= _FEWEST and off <= _SPREAD:
            found.append(Rate(origin, target, middle, int(shown.size)))
    return found


def _alike(left: Ledger, right: Ledger) -> tuple[Whole, Whole]:
    """Rows whose memo occurs once in the left ledger and once in the right."""
    words = pc.unique(pa.chunked_array([left.memo, right.memo]))
    long = pc.greater_equal(pc.utf8_length(words), _SHORTEST).to_numpy(zero_copy_only=False)
    places = []
    for ledger in (left, right):
        word = pc.index_in(ledger.memo, value_set=words).to_numpy().astype(np.int64)
        places.append(_once(word, ledger.usable, len(words)))
    both = np.flatnonzero((places[0] >= 0) & (places[1] >= 0) & long)
    return places[0][both], places[1][both]


def _once(word: Whole, usable: Flags, size: int) -> Whole:
    """For each memo the row that bears it; -1 where none or several do."""
    rows = np.flatnonzero(usable)
    place = np.full(size, -1, dtype=np.int64)
    place[word[rows]] = rows
    place[np.bincount(word[rows], minlength=size) > 1] = -1
    return place
