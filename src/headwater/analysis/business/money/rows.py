"""Rows: what is shown of fans, chains and settlements, and the statements behind each."""

from collections.abc import Iterable, Iterator
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

SEVERAL = "several"
"""Stands for the many ends of a fan, whose flows have rows of their own."""
_EXAMPLES = 10
_BEGINNING = 10  # letters of a date to the day


class Rows:
    """Makes rows of one set of movements."""

    def __init__(self, movements: Movements, ends: Ends) -> None:
        """Nothing is made yet."""
        self._movements, self._ends = movements, ends
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
        row |= {side: word, f"{side}_name": word, "parties": cell(fan.parties)}
        few = (moved.target if fan.into else moved.source)[fan.few]
        row["via"] = sorted({self._ends.id[end] for end in few.tolist()})
        row["passed_on"] = round(fan.share, 3)
        rows = np.sort(np.concatenate([fan.many, fan.few]))
        row["days"] = int(days[rows].max() - days[rows].min())
        many, went = len(fan.many), len(fan.few)
        sums = f"{fan.share:.0%} of the sum"
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
            row = self._row(pattern, (source, target), path)
            amounts = moved.low[path]
            row |= {"low": in_coins(amounts.min()), "high": in_coins(amounts.max())}
            row["via"] = [self._ends.id[end] for end in moved.target[path[:-1]].tolist()]
            row["passed_on"] = round(float(amounts[-1] / amounts[0]), 3)
            row["days"] = int(moved.day[path[-1]] - moved.day[path[0]])
            missing = 1 - row["passed_on"]
            row["why"] = (
                f"{len(path)} movements one after the other in {row['days']} days, "
                f"{missing:.1%} missing at the end"
            )
            yield self._told(row, path, *row["via"], row["first"])

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
        row["count"] = int(at.size)
        row["passed_on"] = round(out / into, 3)
        row["days"] = int(np.median(one.days[at]))
        row["probability"] = round(float(one.probability[at].mean()), 3)
        surest = at[np.lexsort((one.taken[at], -one.probability[at]))][:_EXAMPLES]
        row["matched"] = [self._match(one, int(n)) for n in surest]
        paid_in = moved.currencies[int(moved.currency[paid[0]])]
        row["why"] = (
            f"memos agree to {float(np.median(one.memo[at])):.0%}, paid out "
            f"{row['passed_on']:.1%} of it{f' in {paid_in}' * (paid_in != row['currency'])}, "
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
        moved = self._movements
        dates = sorted(date for n in rows.tolist() if (date := self._dates[n]))
        row: Row = {"pattern": pattern}
        for side, end in zip(("from", "to"), ends, strict=True):
            row[side] = end if isinstance(end, str) else self._ends.id[end]
            row[f"{side}_name"] = end if isinstance(end, str) else self._ends.name[end]
        row |= {"kind": "", "currency": moved.currencies[int(moved.currency[rows[0]])]}
        row |= {name: _sum(getattr(moved, name)[rows]) for name in ("low", "high")}
        row |= {"count": int(rows.size), "parties": None}
        row |= {"first": dates[0][:_BEGINNING] if dates else ""}
        row |= {"last": dates[-1][:_BEGINNING] if dates else ""}
        return row | {
            "days": None,
            "passed_on": None,
            "via": [],
            "probability": None,
            "matched": [],
            "conflict": bool(moved.conflict[rows].any()),
        }

    def _told(self, row: Row, rows: Whole, *parts: str) -> Told:
        statements, groups = self._movements.behind(np.unique(rows))
        name = "|".join([row["pattern"], row["from"], row["to"], *parts])
        return row | {"groups": groups, "id": name}, statements

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
