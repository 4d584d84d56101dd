"""Flows: who pays whom in all, by kind and currency; counted in columns."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from headwater.analysis.business.money.ends import CUSTOMERS, Ends
from headwater.analysis.business.money.movements import Movements, Numbers, Whole
from headwater.analysis.business.money.rows import Row, Told, cell, in_coins
from headwater.safeguard import SMALLEST_CELL

_DAY = 10  # letters of a date to the day


def flows(movements: Movements, ends: Ends) -> Iterator[Told]:
    """One row for each two ends, kind and currency, with the statements behind it."""
    flow, first = _numbered(movements, ends)
    count = np.bincount(flow, minlength=first.size)
    low, high = (_sums(flow, amount, first.size) for amount in (movements.low, movements.high))
    unpriced = np.bincount(flow[~np.isfinite(movements.high)], minlength=first.size)
    conflict = np.bincount(flow[movements.conflict], minlength=first.size) > 0
    dates = _dates(movements, flow, first.size)
    parties = _parties(movements, ends, flow, first.size)
    groups, statements = _behind(movements, flow, first.size)
    for n, one in enumerate(first.tolist()):
        source, target = int(movements.source[one]), int(movements.target[one])
        kind = movements.kinds[int(movements.kind[one])]
        currency = movements.currencies[int(movements.currency[one])]
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
            "days": None,
            "passed_on": None,
            "via": [],
            "probability": None,
            "matched": [],
            "conflict": bool(conflict[n]),
            "why": f"{unpriced[n]} of them without an amount" if unpriced[n] else "",
            "groups": int(groups[n]),
        }
        name = "|".join(["flow", row["from"], row["to"], kind, currency])
        yield row | _withheld(row) | {"id": name}, statements[n]


def _withheld(row: Row) -> Row:
    """What says too much of each customer where fewer than five pay or are paid."""
    if CUSTOMERS not in (row["from"], row["to"]):
        return {}
    few = row["count"] < SMALLEST_CELL
    if not few and row["parties"] is not None:
        return {}
    sums = {"low": None, "high": None} if few else {}
    why = f"fewer than {SMALLEST_CELL} {'payments' if few else 'people'}: "
    why += "sum, number and dates withheld" if few else "number and dates withheld"
    return {"count": None, "parties": None, "first": "", "last": "", "why": why} | sums


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
