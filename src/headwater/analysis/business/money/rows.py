"""Rows: what is shown of fans, chains and settlements, and the statements behind each."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

import numpy as np

from headwater.analysis.business.money.chains import Chains
from headwater.analysis.business.money.ends import CUSTOMERS, Ends
from headwater.analysis.business.money.fans import Fan
from headwater.analysis.business.money.movements import Flags, Movements, Numbers, Whole
from headwater.analysis.business.money.offices import Office
from headwater.safeguard import SMALLEST_CELL

Row: TypeAlias = dict[str, Any]
Told: TypeAlias = tuple[Row, tuple[str, ...]]
"""A row and the statements behind it."""
Tells: TypeAlias = Callable[[Whole], bool]

NO_PATTERN: Mapping[str, Any] = MappingProxyType(
    {"days": None, "passed_on": None, "via": (), "probability": None, "matched": ()}
)
"""What a row holds that is no pattern, or not yet."""
SEVERAL = "several"
"""Stands for the many ends of a fan, whose flows have rows of their own."""
_EXAMPLES = 10
_SUMS = ("low", "high")
_BETWEEN = "; amounts, days and what is missing are of those between the customers"
_BEGINNING = 10  # letters of a date to the day


class Rows:
    """Makes rows of one set of movements."""

    def __init__(self, movements: Movements, ends: Ends, tells: Tells) -> None:
        """Nothing is made yet.

        Args:
            movements: The movements.
            ends: Their ends.
            tells: Whether a number of these movements of customers may be told.
        """
        self._movements, self._ends, self._tells = movements, ends, tells
        self._dates: list[str] = movements.date.to_pylist()
        self._first = movements.statement[
            np.searchsorted(movements.told, np.arange(len(movements)))
        ]
        count = len(movements.ends)
        self._direct = set(np.unique(movements.source * count + movements.target).tolist())

    def fan(self, fan: Fan) -> Told:
        """The row of a fan."""
        moved, days = self._movements, self._movements.day
        ends: tuple[int | str, int | str] = (SEVERAL, fan.hub)
        ends = ends if fan.into else ends[::-1]
        others = (moved.source if fan.into else moved.target)[fan.many]
        word = CUSTOMERS if self._hidden(others).all() else SEVERAL
        row = self._row("fan_in" if fan.into else "fan_out", ends, fan.many)
        side = "from" if fan.into else "to"
        row |= {side: word, f"{side}_name": word}
        row["parties"] = cell(fan.parties) if self._open(fan.many) else None
        few = (moved.target if fan.into else moved.source)[fan.few]
        row["via"] = sorted({self._ends.id[end] for end in few.tolist()})
        rows = np.sort(np.concatenate([fan.many, fan.few]))
        whole = bool(self._plain(rows).all())
        row["passed_on"] = round(fan.share, 3) if whole else None
        row["days"] = int(days[rows].max() - days[rows].min())
        many, went = (self._number(some) for some in (fan.many, fan.few))
        sums = f"{fan.share:.0%} of the sum" if whole else "about the same sum"
        row["why"] = (
            f"{many} in, then {went} out with {sums} within {row['days']} days"
            if fan.into
            else f"{went} in with {sums}, then {many} out within {row['days']} days"
        )
        return self._told(row, rows, row["currency"], row["first"])

    def chains(self, chains: Chains) -> Iterator[Told]:
        """The rows of chains; one that ends where it began is a round trip."""
        moved = self._movements
        for path in chains.found:
            source, target = int(moved.source[path[0]]), int(moved.target[path[-1]])
            pattern = "round_trip" if source == target else "layering"
            between = path[self._plain(path)]
            if not between.size:
                continue
            row = self._row(pattern, (source, target), between)
            amounts = moved.low[between]
            row |= {"low": in_coins(amounts.min()), "high": in_coins(amounts.max())}
            row |= {"count": len(path)}
            row["via"] = [self._ends.id[end] for end in moved.target[path[:-1]].tolist()]
            row["passed_on"] = round(float(amounts[-1] / amounts[0]), 3)
            row["days"] = int(moved.day[between[-1]] - moved.day[between[0]])
            missing = 1 - row["passed_on"]
            row["why"] = (
                f"{len(path)} movements one after the other in {row['days']} days, "
                f"{missing:.1%} missing at the end"
                f"{_BETWEEN if between.size < path.size else ''}"
            )
            yield self._told(row, between, *row["via"], row["first"])

    def offices(self, offices: Iterable[Office]) -> Iterator[Told]:
        """The rows of settlements between two ends, by currency of what was taken in."""
        moved = self._movements
        for one in offices:
            money = moved.currency[one.taken] * len(moved.currencies) + moved.currency[one.paid]
            for currency in np.unique(money).tolist():
                yield self._office(one, np.flatnonzero(money == currency))

    def _office(self, one: Office, at: Whole) -> Told:
        moved = self._movements
        taken, paid = one.taken[at], one.paid[at]
        row = self._row("settlement", (one.taker, one.payer), np.unique(taken))
        rows = np.unique(np.concatenate([taken, paid]))
        out, into = (
            float(moved.low[np.unique(paid)].sum()),
            float(moved.low[np.unique(taken)].sum()),
        )
        both = self._open(rows)
        row["count"] = int(at.size) if both else None
        row["passed_on"] = round(out / into, 3) if both else None
        row["days"] = int(np.median(one.days[at]))
        row["probability"] = round(float(one.probability[at].mean()), 3)
        surest = at[np.lexsort((one.taken[at], -one.probability[at]))][: _EXAMPLES * both]
        row["matched"] = [self._match(one, int(n)) for n in surest]
        paid_in = moved.currencies[int(moved.currency[paid[0]])]
        row["why"] = (
            f"memos agree to {float(np.median(one.memo[at])):.0%}, paid out "
            f"{f'{out / into:.1%} of it' if both else 'about as much'}"
            f"{f' in {paid_in}' * (paid_in != row['currency'])}, "
            f"{row['days']} days later (medians)"
            f"{'' if self._moved_between(one) else '; no movement between the two is known'}"
        )
        return self._told(row, rows, row["currency"], paid_in)

    def _moved_between(self, one: Office) -> bool:
        """Whether money is also known to have moved between the two."""
        count = len(self._movements.ends)
        pairs = {one.taker * count + one.payer, one.payer * count + one.taker}
        return not pairs.isdisjoint(self._direct)

    def _match(self, one: Office, n: int) -> Row:
        """One matched pair; memos are never quoted, for they name customers."""
        taken, paid = int(one.taken[n]), int(one.paid[n])
        rival = f"; the next best has {one.rival[n]:.0%}" if one.rival[n] >= 0.01 else ""
        return {
            "in": str(self._first[taken]),
            "out": str(self._first[paid]),
            "probability": round(float(one.probability[n]), 3),
            "why": f"memo {one.memo[n]:.0%} alike, amount {one.change[n]:+.1%}, "
            f"{int(one.days[n])} days{rival}",
        }

    def _row(self, pattern: str, ends: tuple[int | str, int | str], rows: Whole) -> Row:
        """What every row holds; the two ends are numbers, or words."""
        moved, told = self._movements, self._open(rows)
        plain = rows if told else rows[self._plain(rows)]
        dates = sorted(date for n in plain.tolist() if (date := self._dates[n]))
        row: Row = {"pattern": pattern}
        for side, end in zip(("from", "to"), ends, strict=True):
            row[side] = end if isinstance(end, str) else self._ends.id[end]
            row[f"{side}_name"] = end if isinstance(end, str) else self._ends.name[end]
        row |= {"kind": "", "currency": moved.currencies[int(moved.currency[rows[0]])]}
        whole = bool(self._plain(rows).all())  # one customer more or less would show in a sum
        row |= {name: _sum(getattr(moved, name)[rows]) if whole else None for name in _SUMS}
        row |= {"count": int(rows.size) if told else None, "parties": None}
        row |= {"first": dates[0][:_BEGINNING] if dates else ""}
        row |= {"last": dates[-1][:_BEGINNING] if dates else ""}
        return {**row, **NO_PATTERN, "conflict": bool(moved.conflict[plain].any())}

    def _told(self, row: Row, rows: Whole, *parts: str) -> Told:
        """The row with what stands behind it; of a withheld number what is of no customer."""
        name = "|".join([row["pattern"], row["from"], row["to"], *parts])
        if self._open(rows):
            statements, groups = self._movements.behind(np.unique(rows))
            return row | {"groups": groups, "id": name}, statements
        plain = rows[self._plain(rows)]
        statements = self._movements.behind(np.unique(plain))[0] if plain.size else ()
        return row | {"groups": None, "id": name}, statements

    def _plain(self, rows: Whole) -> Flags:
        """Which of the movements are between ends that are named, or of which nothing is told."""
        moved = self._movements
        some: Flags = ~self._hidden(moved.source[rows]) & ~self._hidden(moved.target[rows])
        return some

    def _open(self, rows: Whole) -> bool:
        """Whether the number of these movements may be told."""
        some = rows[~self._plain(rows)]
        return not some.size or self._tells(some)

    def _number(self, rows: Whole) -> str:
        return str(len(rows)) if self._open(rows) else "some"

    def _hidden(self, ends: Whole) -> Flags:
        return ~self._ends.named[ends] & ~self._ends.unsaid[ends]


def cell(count: int) -> int | None:
    """How many different ends; a number under five says too much of each."""
    return count if count >= SMALLEST_CELL else None


def _sum(amounts: Numbers) -> float | None:
    known = amounts[np.isfinite(amounts)]
    return in_coins(known.sum()) if known.size else None


def in_coins(amount: float) -> float:
    """An amount to the smallest coin."""
    return round(float(amount), 2)
