"""Flows: who pays whom in all, by kind and currency; counted in columns.

Where fewer than five customers or payments would be told, what says too much of each is withheld,
and with it what would give it back: the number of statements, of groups, of movements in all.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from headwater.analysis.business.money.ends import CUSTOMERS, Ends
from headwater.analysis.business.money.movements import Flags, Movements, Numbers, Whole
from headwater.analysis.business.money.rows import NO_PATTERN, Row, Told, cell, in_coins
from headwater.safeguard import SMALLEST_CELL

_DAY = 10  # letters of a date to the day


class Flows(NamedTuple):
    """The flows, and which movements are in one whose number is told.

    Attributes:
        told: The rows, each with the statements behind it; of a withheld number none.
        of: For each movement the number of its flow.
        open: For each movement whether its flow's number is told.
    """

    told: list[Told]
    of: Whole
    open: Flags

    def tells(self, movements: Whole) -> bool:
        """Whether a number of these movements gives none under five of a flow away."""
        if not self.open[movements].all():
            return False
        touched, inside = np.unique(self.of[movements], return_counts=True)
        left = np.bincount(self.of)[touched] - inside
        return bool(((inside >= SMALLEST_CELL) & ((left == 0) | (left >= SMALLEST_CELL))).all())


def flows(movements: Movements, ends: Ends, usual: Mapping[str, int]) -> Flows:
    """One row for each two ends, kind and currency.

    Args:
        movements: The movements.
        ends: Their ends.
        usual: Movements of each flow as usually read, by id: what differs from it by fewer than
            five is withheld too. Empty where this is the usual reading.
    """
    flow, first = _numbered(movements, ends)
    told = list(_rows(movements, ends, flow, first, usual))
    shown = np.array([row["count"] is not None for row, _ in told], dtype=np.bool_)
    return Flows(told, flow, shown[flow])


def _rows(
    movements: Movements, ends: Ends, flow: Whole, first: Whole, usual: Mapping[str, int]
) -> Iterator[Told]:
    count = np.bincount(flow, minlength=first.size)
    low, high = (_sums(flow, amount, first.size) for amount in (movements.low, movements.high))
    unpriced = np.bincount(flow[~np.isfinite(movements.high)], minlength=first.size)
    conflict = np.bincount(flow[movements.conflict], minlength=first.size) > 0
    dates = _dates(movements, flow, first.size)
    parties = _parties(movements, ends, flow, first.size)
    groups, behind = _behind(movements, flow, first.size)
    for n, one in enumerate(first.tolist()):
        source, target = int(movements.source[one]), int(movements.target[one])
        kind = movements.kinds[int(movements.kind[one])]
        currency = movements.currencies[int(movements.currency[one])]
        name = ["flow", ends.id[source], ends.id[target], kind, currency]
        priced = count[n] > unpriced[n]
        row: Row = {
            "pattern": "flow",
            "from": ends.id[source],
            "from_name": ends.name[source],
            "to": ends.id[target],
            "to_name": ends.name[target],
            "kind": kind,
            "currency": currency,
            "low": in_coins(low[n]) if priced else None,
            "high": in_coins(high[n]) if priced else None,
            "count": int(count[n]),
            "parties": cell(int(parties[n])),
            "first": dates[n][0],
            "last": dates[n][1],
            **NO_PATTERN,
            "conflict": bool(conflict[n]),
            "why": f"{unpriced[n]} of them without an amount" if unpriced[n] else "",
            "groups": int(groups[n]),
            "id": "|".join(name),
        }
        hidden = _withheld(row, usual)
        yield row | hidden, () if hidden else behind[n]


def _withheld(row: Row, usual: Mapping[str, int]) -> Row:
    """What says too much of each customer where fewer than five pay or are paid."""
    if CUSTOMERS not in (row["from"], row["to"]):
        return {}
    apart = abs(row["count"] - usual.get(row["id"], row["count"]))
    few = row["count"] < SMALLEST_CELL or 0 < apart < SMALLEST_CELL
    if not few and row["parties"] is not None:
        return {}
    sums = {"low": None, "high": None} if few else {}
    why = f"fewer than {SMALLEST_CELL} {'payments' if few else 'people'}: "
    why += "sum, number and dates withheld" if few else "number and dates withheld"
    rest = {"count": None, "parties": None, "first": "", "last": "", "groups": None, "why": why}
    return rest | sums | {"conflict": False}


def _numbered(movements: Movements, ends: Ends) -> tuple[Whole, Whole]:
    """The flow of each movement, and the first movement of each flow."""
    key = ends.shown[movements.source]
    for part, size in (
        (ends.shown[movements.target], len(movements.ends)),
        (movements.kind, len(movements.kinds)),
        (movements.currency, len(movements.currencies)),
    ):
        key = key * max(1, size) + part
    _, first, flow = np.unique(key, return_index=True, return_inverse=True)
    return flow.astype(np.int64), first.astype(np.int64)


def _sums(flow: Whole, amount: Numbers, size: int) -> Numbers:
    sums: Numbers = np.bincount(flow, np.nan_to_num(amount), minlength=size).astype(np.float64)
    return sums


def _dates(movements: Movements, flow: Whole, size: int) -> list[tuple[str, str]]:
    """The first and last date of each flow, or empty."""
    date = np.array(movements.date.to_pylist(), dtype=object)
    dated = np.flatnonzero(date != "")
    known, rank = np.unique(date[dated].astype(str), return_inverse=True)
    order = np.lexsort((rank, flow[dated]))
    ranked, of = rank[order], flow[dated][order]
    begin = np.searchsorted(of, np.arange(size))
    end = np.searchsorted(of, np.arange(size), side="right")
    words = [str(one)[:_DAY] for one in known.tolist()]
    return [
        (words[ranked[a]], words[ranked[b - 1]]) if b > a else ("", "")
        for a, b in zip(begin.tolist(), end.tolist(), strict=True)
    ]


def _parties(movements: Movements, ends: Ends, flow: Whole, size: int) -> Whole:
    """How many different customers are on a side of each flow; 0 where there are none."""
    customers = np.array([one == CUSTOMERS for one in ends.id], dtype=np.bool_)
    most = np.zeros(size, dtype=np.int64)
    count = max(1, len(movements.ends))
    for end in (movements.source, movements.target):
        hidden = customers[end]
        pairs = np.unique(flow[hidden] * count + end[hidden])
        most = np.maximum(most, np.bincount(pairs // count, minlength=size))
    return most


def _behind(movements: Movements, flow: Whole, size: int) -> tuple[Whole, list[tuple[str, ...]]]:
    """How many independent groups tell of each flow, and its statements."""
    told = flow[movements.told]
    count = int(movements.group.max(initial=0)) + 1
    groups = np.bincount(np.unique(told * count + movements.group) // count, minlength=size)
    order = np.argsort(told, kind="stable")
    statements = movements.statement[order].tolist()
    cuts = np.searchsorted(told[order], np.arange(size + 1)).tolist()
    return groups, [tuple(sorted(statements[a:b])) for a, b in pairwise(cuts)]
