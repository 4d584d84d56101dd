"""Windows: how many different ends, and how much money, in every stretch of days at once."""

import numpy as np
import numpy.typing as npt

Whole = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]

_DAYS = 1 << 24  # more than any day
_FIRST = 1 << 22  # days are counted from before any of them


def windows(place: Whole, day: Whole, at: Whole, first: Whole, last: Whole) -> tuple[Whole, Whole]:
    """For each question the slice of the rows of a place with a day from first to last.

    Args:
        place: Place of each row; the rows are sorted by place and day.
        day: Day of each row.
        at: Place that is asked about.
        first: First day asked about.
        last: Last day asked about.
    """
    key = place * _DAYS + day + _FIRST
    begin = np.searchsorted(key, at * _DAYS + first + _FIRST)
    end = np.searchsorted(key, at * _DAYS + last + _FIRST, side="right")
    return begin, end


def different(words: Whole, place: Whole, begin: Whole, end: Whole) -> Whole:
    """How many different words each slice holds; slices may overlap, and none goes backwards.

    A row repeats a word where the one before it with this word lies in the slice too. Each row is
    such a repetition in a run of slices, so that all are counted by adding up where runs begin and
    end: in time of the rows and slices times their logarithm.

    Args:
        words: Number of the word of each row.
        place: Place of each row; the same word in another place is another one.
        begin: First row of each slice, never falling.
        end: Row after the last of each slice, never falling.
    """
    order = np.lexsort((np.arange(words.size), words, place))
    same = (words[order][1:] == words[order][:-1]) & (place[order][1:] == place[order][:-1])
    before = np.full(words.size, -1, dtype=np.int64)
    before[order[1:][same]] = order[:-1][same]
    rows = np.flatnonzero(before >= 0)
    first = np.searchsorted(end, rows, side="right")  # first slice that reaches the row
    last = np.searchsorted(begin, before[rows], side="right")  # after the last that has both
    runs = first < last
    change = np.zeros(begin.size + 1, dtype=np.int64)
    np.add.at(change, first[runs], 1)
    np.add.at(change, last[runs], -1)
    found: Whole = end - begin - np.cumsum(change)[:-1]
    return found


def totals(values: Numbers, begin: Whole, end: Whole) -> Numbers:
    """Sum of the values in each slice."""
    passed = np.append(0.0, np.cumsum(values))
    found: Numbers = passed[end] - passed[begin]
    return found


def apart(chosen: Whole, end: Whole) -> Whole:
    """Of these slices, by number, the earliest, then the earliest after its end, and so on."""
    kept, place = [], 0
    while place < chosen.size:
        kept.append(int(chosen[place]))
        place = max(place + 1, int(np.searchsorted(chosen, end[chosen[place]])))
    return np.array(kept, dtype=np.int64)
