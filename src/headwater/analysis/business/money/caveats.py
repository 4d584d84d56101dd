"""What a reader of a finding about money must know."""

from collections.abc import Iterator

import numpy as np

from headwater.analysis.business.money.chains import Chains
from headwater.analysis.business.money.ends import Ends
from headwater.analysis.business.money.movements import Flags, Movements
from headwater.analysis.business.money.offices import Matched
from headwater.safeguard import SMALLEST_CELL


def caveats(
    movements: Movements, told: Flags, ends: Ends, followed: Chains, matched: Matched
) -> Iterator[str]:
    """The caveats, in full sentences; first whom the finding cannot name yet.

    Args:
        movements: The movements.
        told: Those in a flow whose number is told: of the others nothing is counted here either.
        ends: The ends.
        followed: The chains.
        matched: The settlements.
    """
    whole = bool(told.all())
    yield from _hidden(ends, whole=whole)
    if not len(movements):
        yield "No payment is told in this picture."
    else:
        yield (
            "Money is seen where somebody kept a record or looked; most cash and hawala is not. A "
            "pattern is a reason to look, and traders, families and employers make the same ones."
        )
    yield from _counted(movements, told)
    yield from matched.caveats if whole else ()
    if matched.silent:
        silent = matched.silent if whole else "Some"
        yield f"{silent} movements bear no memo; they settle with nothing here."
    if followed.crowded:
        yield (
            f"{followed.crowded if whole else 'Some'} movements could have gone on in more than "
            "three ways; they are in no chain."
        )
    if followed.cut:
        yield "There are more chains than are looked at: give fewer days, or a smaller loss."


def _hidden(ends: Ends, *, whole: bool) -> Iterator[str]:
    """Who is not named; never a number under five, nor two whose difference is one.

    Where a flow is withheld, ends less those that the other flows show would be its people.
    """
    waiting = int(np.count_nonzero(ends.waiting))
    if waiting:
        told = whole and waiting >= SMALLEST_CELL and not 0 < ends.hidden - waiting < SMALLEST_CELL
        yield (
            f"{waiting if told else 'Some'} of the ends have no category that anybody decided, and "
            "are shown as customers whether they pay or are paid. Somebody decides that first: in "
            "the review of people, or in the column category of a plain file. Then ask again."
        )
    if ends.hidden:
        count = ends.hidden if whole and ends.hidden >= SMALLEST_CELL else "Some"
        yield (
            f"{count} of the ends are neither "
            "suspected nor convicted people nor bodies: they are the customers, in aggregate, and "
            "no pattern is looked for around them. Of fewer than five payments or people neither "
            "number nor dates are told."
        )


def _counted(movements: Movements, told: Flags) -> Iterator[str]:
    whole = bool(told.all())
    for reason, count in movements.left_out.items():
        if count:
            yield f"{count if whole or count >= SMALLEST_CELL else 'Some'} payments {reason}."
    if not told.all():
        yield "Payments of which the number is withheld are in none of the numbers that follow."
    without = movements.currencies.index("") if "" in movements.currencies else -1
    for marked, words in (
        (movements.conflict, _CONFLICT),
        (~np.isfinite(movements.high), "payments have no amount; they are counted, not summed."),
        (~movements.usable & (movements.low > 0), _UNDATED),
        (movements.currency == without, _LOOSE),
    ):
        count = int(np.count_nonzero(marked & told))
        if count:
            yield f"{count} {words}"
    again = movements.repeated(told)
    if again:
        yield f"{again} payments are told more than once; each is counted once."


_CONFLICT = (
    "payments have different amounts in different reports; the sums run from the lowest to the "
    "highest."
)
_UNDATED = "payments have no date to the day; they are in flows and in no pattern."
_LOOSE = "payments have no currency; they are added up by themselves."
