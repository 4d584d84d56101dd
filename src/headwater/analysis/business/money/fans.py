"""Fans: many pay one who passes it on within days, or one is paid and pays it out to many."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import numpy as np

from headwater.analysis.business.money.ends import Ends
from headwater.analysis.business.money.movements import Movements, Numbers, Whole
from headwater.analysis.business.money.windows import apart, different, totals, windows

_FEWER = 3  # the few are at most a third of the many


class Fan(NamedTuple):
    """Many movements on one side of an end, few on the other, of about the same sum.

    Attributes:
        hub: Number of the end.
        into: Whether the many come in.
        many: The movements of the many side.
        few: Those of the other side.
        parties: Different ends on the many side.
        share: Sum of the few over the sum of the many.
    """

    hub: int
    into: bool
    many: Whole
    few: Whole
    parties: int
    share: float


class _Side(NamedTuple):
    """Movements by hub and currency, sorted by these and the day."""

    row: Whole
    place: Whole
    day: Whole
    other: Whole
    amount: Numbers


def fans(
    movements: Movements, ends: Ends, parameters: Mapping[str, Any], *, into: bool
) -> Iterator[Fan]:
    """Stretches of days in which many pay one (`into`) or one pays many, by hub and day.

    Only ends that may be named are hubs. The earliest stretch counts, then the next after its
    end. Cost: movements times their logarithm.
    """
    near, far = (
        (movements.target, movements.source) if into else (movements.source, movements.target)
    )
    many = _side(movements, ends, near, far)
    few = _side(movements, ends, far, near)
    if not (many.row.size and few.row.size):
        return
    days = parameters["days"]
    begin = np.arange(many.row.size)
    _, end = windows(many.place, many.day, many.place, many.day, many.day + days)
    parties = different(many.other, many.place, begin, end)
    total = totals(many.amount, begin, end)
    last = many.day[end - 1]
    first, until = (many.day, last + days) if into else (many.day - days, last)
    start, stop = windows(few.place, few.day, many.place, first, until)
    share = totals(few.amount, start, stop) / total
    enough = (parties >= parameters["many"]) & (_FEWER * (stop - start) <= end - begin)
    enough &= (share >= parameters["share"]) & (share <= 2 - parameters["share"])
    for at in apart(np.flatnonzero(enough), end).tolist():
        yield Fan(
            hub=int(near[many.row[at]]),
            into=into,
            many=np.sort(many.row[at : end[at]]),
            few=np.sort(few.row[start[at] : stop[at]]),
            parties=int(parties[at]),
            share=float(share[at]),
        )


def _side(movements: Movements, ends: Ends, hub: Whole, other: Whole) -> _Side:
    row = np.flatnonzero(movements.usable & ends.named[hub])
    place = hub[row] * len(movements.currencies) + movements.currency[row]
    order = np.lexsort((movements.day[row], place))
    row, place = row[order], place[order]
    return _Side(row, place, movements.day[row], other[row], movements.low[row])
