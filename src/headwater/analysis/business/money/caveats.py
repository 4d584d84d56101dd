"""What a reader of a finding about money must know."""

from collections.abc import Iterator

import numpy as np

from headwater.analysis.business.money.chains import Chains
from headwater.analysis.business.money.ends import Ends
from headwater.analysis.business.money.movements import Movements
from headwater.analysis.business.money.offices import Matched
from headwater.safeguard import SMALLEST_CELL


def caveats(movements: Movements, ends: Ends, followed: Chains, matched: Matched) -> Iterator[str]:
    """The caveats, in full sentences; first whom the finding cannot name yet."""
    yield from _hidden(ends)
    if not len(movements):
        yield "No payment is told in this picture."
    else:
        yield (
            "Money is seen where somebody kept a record or looked; most cash and hawala is not. A "
            "pattern is a reason to look, and traders, families and employers make the same ones."
        )
    yield from _counted(movements)
    yield from matched.caveats
    if matched.silent:
        yield f"{matched.silent} movements bear no memo; they settle with nothing here."
    if followed.crowded:
        yield (
            f"{followed.crowded} movements could have gone on in more than three ways; they are in "
            "no chain."
        )
    if followed.cut:
        yield "There are more chains than are looked at: give fewer days, or a smaller loss."


def _hidden(ends: Ends) -> Iterator[str]:
    """Who is not named; never a number under five, nor two whose difference is one."""
    waiting = int(np.count_nonzero(ends.waiting))
    if waiting:
        told = waiting >= SMALLEST_CELL and not 0 < ends.hidden - waiting < SMALLEST_CELL
        yield (
            f"{waiting if told else 'Some'} of the ends have no category that anybody decided, and "
            "are shown as customers whether they pay or are paid. Decide it first (headwater "
            "review --people, headwater categorise, or the column category of a plain file), "
            "then ask again."
        )
    if ends.hidden:
        yield (
            f"{ends.hidden if ends.hidden >= SMALLEST_CELL else 'Some'} of the ends are neither "
            "suspected nor convicted people nor bodies: they are the customers, in aggregate, and "
            "no pattern is looked for around them. Of fewer than five payments or people neither "
            "number nor dates are told."
        )


def _counted(movements: Movements) -> Iterator[str]:
    for reason, count in movements.left_out.items():
        if count and reason == "repeated":
            yield f"{count} payments are told more than once; each is counted once."
        elif count:
            yield f"{count} payments {reason}."
    conflicts = int(np.count_nonzero(movements.conflict))
    if conflicts:
        yield (
            f"Of {conflicts} payments reports give different amounts; the sums run from the lowest "
            "to the highest."
        )
    unpriced = int(np.count_nonzero(~np.isfinite(movements.high)))
    if unpriced:
        yield f"{unpriced} payments have no amount; they are counted, not summed."
    undated = int(np.count_nonzero(~movements.usable & (movements.low > 0)))
    if undated:
        yield f"{undated} payments have no date to the day; they are in flows and in no pattern."
    without = movements.currencies.index("") if "" in movements.currencies else -1
    loose = int(np.count_nonzero(movements.currency == without))
    if loose:
        yield f"{loose} payments have no currency; they are added up by themselves."
