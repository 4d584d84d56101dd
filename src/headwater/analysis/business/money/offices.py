"""Offices: pairs of ends of which one took money in and the other paid out what belongs to it.

This is how hawala settles: nothing moves between the two, and only memo, amount and day show it.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from headwater.analysis.business.money.ends import Ends
from headwater.analysis.business.money.movements import Flags, Movements, Numbers, Whole
from headwater.analysis.business.money.settlements import Ledger, Search, ledger_of, settlements


class Office(NamedTuple):
    """What one end took in and another paid out.

    Attributes:
        taker: Number of the end that took money in.
        payer: Number of the end that paid it out.
        taken: Movements in, one for each pair.
        paid: Movements out, beside them.
        probability: Probability that the two belong together.
        memo: Share of the shorter memo that agrees.
        days: Days between the two.
        change: What was paid out over what came in, less one.
        rival: Probability of the next best.
    """

    taker: int
    payer: int
    taken: Whole
    paid: Whole
    probability: Numbers
    memo: Numbers
    days: Whole
    change: Numbers
    rival: Numbers


class Matched(NamedTuple):
    """The pairs of ends, and what the matching says of itself."""

    offices: list[Office]
    told: dict[str, Any]
    caveats: tuple[str, ...]
    silent: int


def offices(movements: Movements, ends: Ends, parameters: Mapping[str, Any]) -> Matched:
    """Match what was taken in by one named end with what another named end paid out.

    Movements without a memo are not compared: equal amounts alone show nothing.
    """
    written = np.array([bool(memo) for memo in movements.memo.to_pylist()], dtype=np.bool_)
    row = movements.usable & written
    taken = np.flatnonzero(row & ends.named[movements.target])
    paid = np.flatnonzero(row & ends.named[movements.source])
    silent = int(np.count_nonzero(movements.usable & ~written))
    if not (taken.size and paid.size):
        return Matched([], {}, (), silent)

    def allowed(i: Whole, j: Whole) -> Flags:
        one, other = taken[i], paid[j]
        free: Flags = (
            (one != other)
            & (movements.target[one] != movements.source[other])
            & (movements.source[one] != movements.source[other])
            & (movements.target[one] != movements.target[other])
        )
        return free

    search = Search(
        days=parameters["settle_days"], change=parameters["change"], least=parameters["least"]
    )
    found = settlements(
        _ledger(movements, taken), _ledger(movements, paid), search, allowed=allowed
    )
    return Matched(
        _by_office(movements, taken, paid, found.pairs), found.told, found.caveats, silent
    )


def _ledger(movements: Movements, rows: Whole) -> Ledger:
    at = pa.array(rows)
    words = pa.array(movements.currencies, pa.string())
    return ledger_of(
        {
            "date": movements.date.take(at),
            "amount": movements.low[rows],
            "currency": words.take(pa.array(movements.currency[rows])),
            "memo": movements.memo.take(at),
        }
    )


def _by_office(movements: Movements, taken: Whole, paid: Whole, pairs: pa.Table) -> list[Office]:
    left, right = taken[pairs["left"].to_numpy()], paid[pairs["right"].to_numpy()]
    count = len(movements.ends)
    key = movements.target[left] * count + movements.source[right]
    order = np.argsort(key, kind="stable")
    groups = np.split(order, np.flatnonzero(np.diff(key[order])) + 1) if order.size else []
    columns = [
        pairs[name].to_numpy() for name in ("probability", "memo", "days", "change", "rivals")
    ]
    return [
        Office(
            int(key[rows[0]] // count),
            int(key[rows[0]] % count),
            left[rows],
            right[rows],
            *(column[rows] for column in columns),
        )
        for rows in groups
    ]
