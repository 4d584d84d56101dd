"""Movements: payments as told, each counted once however many agencies report it.

The same day, ends, amount and currency in two reports are one movement, and so are statements about
one payment; within one report every line is a movement of its own. Where reports agree in all but
the amount (and give the payment one id, or the same memo), it is one movement with a conflict:
its amount is the range of what they say.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from headwater.analysis.business.money.kinds import kinds_of
from headwater.analysis.business.money.settlements import NO_DAY, days_of
from headwater.analysis.grades import is_weak
from headwater.model import currency_code
from headwater.picture import Picture

Whole = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

_UNTOLD = 0.005  # amounts that differ by less are the same to the smallest coin


@dataclass(frozen=True, slots=True, eq=False)
class Movements:
    """Movements of money between two ends, one row each.

    Attributes:
        source: Number of the end it comes from, in `ends`.
        target: Number of the end it goes to.
        day: Days since 1970, `NO_DAY` where no day is known.
        date: The date as told, or empty.
        low: Least amount told; nan where none is.
        high: Largest amount told.
        currency: Number of the currency in `currencies`.
        kind: Number of the kind in `kinds`.
        memo: What is written on it.
        conflict: Whether reports give it different amounts.
        weak: Whether every telling of it has a weak grade.
        ends: Ids of the ends, in text order; the empty one stands for an end that is not said.
        currencies: The currencies; the empty one stands for none.
        kinds: The kinds.
        told: For each telling the number of its movement, in order.
        statement: For each telling its statement id.
        group: For each telling the number of its independence group.
        left_out: What was not counted, by reason.
    """

    source: Whole
    target: Whole
    day: Whole
    date: pa.Array
    low: Numbers
    high: Numbers
    currency: Whole
    kind: Whole
    memo: pa.Array
    conflict: Flags
    weak: Flags
    ends: list[str]
    currencies: list[str]
    kinds: list[str]
    told: Whole
    statement: npt.NDArray[np.object_]
    group: Whole
    left_out: dict[str, int]

    def __len__(self) -> int:
        """How many movements there are."""
        return int(self.source.size)

    @property
    def usable(self) -> Flags:
        """Movements with a day and an amount above zero: those that patterns are looked for in."""
        found: Flags = (self.day != NO_DAY) & (self.low > 0)
        return found

    def repeated(self, chosen: Flags) -> int:
        """How many tellings of the chosen movements only say again what another said."""
        return int(np.count_nonzero(chosen[self.told])) - int(np.count_nonzero(chosen))

    def behind(self, movements: Whole) -> tuple[tuple[str, ...], int]:
        """The statements behind some movements, and their number of independence groups."""
        begin = np.searchsorted(self.told, movements)
        end = np.searchsorted(self.told, movements, side="right")
        count = end - begin
        at = np.repeat(begin - np.cumsum(count) + count, count) + np.arange(int(count.sum()))
        return tuple(sorted(set(self.statement[at]))), int(np.unique(self.group[at]).size)


def movements_of(picture: Picture, parameters: Mapping[str, Any]) -> Movements:
    """The payments of a picture that are told as done, by include_proposed and drop_weak."""
    told, left_out = _payments(picture, parameters)
    number = _same(told)
    order = np.argsort(number, kind="stable")
    told, number = told.take(pa.array(order)), number[order]
    first = np.flatnonzero(np.append(True, np.diff(number) > 0)[: number.size])
    one = told.take(pa.array(first))
    ends = sorted(set(pc.unique(one["from"]).to_pylist()) | set(pc.unique(one["to"]).to_pylist()))
    kinds, currencies = (sorted(pc.unique(one[name]).to_pylist()) for name in ("kind", "currency"))
    low, high = (_each(told[name], first, end) for name, end in (("low", min), ("high", max)))
    return Movements(
        source=_at(one["from"], ends),
        target=_at(one["to"], ends),
        day=days_of(one["date"]),
        date=one["date"].combine_chunks(),
        low=low,
        high=high,
        currency=_at(one["currency"], currencies),
        kind=_at(one["kind"], kinds),
        memo=one["text"].combine_chunks(),
        conflict=_differ(told, first),
        weak=_each(pc.cast(told["weak"], pa.float64()), first, min) > 0,
        ends=ends,
        currencies=currencies,
        kinds=kinds,
        told=number,
        statement=told["statement"].to_numpy(),
        group=_codes(told["group"]),
        left_out=left_out,
    )


def _payments(picture: Picture, parameters: Mapping[str, Any]) -> tuple[pa.Table, dict[str, int]]:
    """The tellings that count, and how many do not, by reason."""
    money = picture.money
    money = money.append_column("kinds", kinds_of(picture)).filter(
        pc.equal(money["kind"], "payment")
    )
    left_out = {}

    def keep(table: pa.Table, mask: pa.ChunkedArray, reason: str) -> pa.Table:
        kept = table.filter(mask)
        left_out[reason] = table.num_rows - kept.num_rows
        return kept

    if not parameters["include_proposed"]:
        accepted = pc.equal(money["status"], "accepted")
        money = keep(money, accepted, "are proposed and not yet accepted")
    money = money.append_column("weak", is_weak(money["grade"]))
    if parameters["drop_weak"]:
        money = keep(money, pc.invert(money["weak"]), "have a weak grade")
    done = pc.equal(money["modality"], "done")
    money = keep(money, done, "are told as planned, alleged, attempted or denied")
    neither = pc.and_(pc.equal(money["from"], ""), pc.equal(money["to"], ""))
    money = keep(money, pc.invert(neither), "say neither who pays nor who is paid")
    itself = pc.equal(money["from"], money["to"])
    money = keep(money, pc.invert(itself), "go from somebody to the same: left out")
    below = pc.fill_null(pc.or_(pc.less(money["low"], 0), pc.less(money["high"], 0)), False)
    left_out["have an amount below zero, which says nothing: counted without it"] = (
        pc.sum(below).as_py() or 0
    )
    columns = {
        name: money[name]
        for name in ("id", "date", "from", "to", "text", "report", "group", "statement", "weak")
    }
    for name in ("low", "high"):
        columns[name] = pc.if_else(below, None, money[name])
    columns["currency"] = _coded(money["currency"])
    columns["kind"] = money["kinds"]
    return pa.table(columns).combine_chunks(), left_out


def _coded(currency: pa.ChunkedArray) -> pa.ChunkedArray:
    """Currencies as codes; what is no code stands as it was told."""
    said = pc.unique(currency)
    codes = [currency_code(word or "") or (word or "").strip().upper() for word in said.to_pylist()]
    return pa.array(codes, pa.string()).take(pc.index_in(currency, value_set=said))


def _same(told: pa.Table) -> Whole:
    """The number of the movement of each telling."""
    report = _codes(told["report"])
    number = _codes(told["id"])
    ends = _joined(*(_codes(told[name]) for name in ("date", "from", "to", "currency")))
    amount = _joined(*(_codes(_filled(told[name])) for name in ("low", "high")))
    # The n-th line of a report is the same as the n-th line like it of another report.
    alike = _joined(ends, amount)
    number = _merged(number, _joined(alike, _occurrence(_joined(alike, report), number)))
    memo = _codes(told["text"])
    silent = pc.equal(told["text"], "").to_numpy()
    same = _joined(ends, memo)
    # Another amount under the same memo is a conflict, where no report has two such lines.
    rows = np.unique(np.stack([same, report, number], axis=1), axis=0)
    lone = np.unique(rows[:, :2], axis=0, return_counts=True)
    crowded = lone[0][lone[1] > 1, 0]
    own = int(same.max(initial=0)) + 1 + np.arange(same.size)
    return _merged(number, np.where(silent | np.isin(same, crowded), own, same))


def _occurrence(key: Whole, number: Whole) -> Whole:
    """For each telling how many other movements with its key were told before it."""
    order = np.lexsort((number, key))
    sorted_key, sorted_number = key[order], number[order]
    new_key = np.append(True, np.diff(sorted_key) != 0)[: key.size]
    new = new_key | np.append(True, np.diff(sorted_number) != 0)[: key.size]
    running = np.cumsum(new)
    start = np.maximum.accumulate(np.where(new_key, running, 0))
    found = np.empty_like(key)
    found[order] = running - start
    return found


def _merged(number: Whole, same: Whole) -> Whole:
    """Numbers joined where two movements share a key: the parts of the graph between the two."""
    if number.size == 0:
        return number
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    _, left = np.unique(number, return_inverse=True)
    _, right = np.unique(same, return_inverse=True)
    rows = int(left.max()) + 1
    size = rows + int(right.max()) + 1
    graph = coo_matrix((np.ones(left.size), (left, rows + right)), shape=(size, size))
    part = connected_components(graph, directed=False)[1][left].astype(np.int64)
    # Numbered in the order in which they are first told.
    _, first, number = np.unique(part, return_index=True, return_inverse=True)
    rank = np.empty_like(first)
    rank[np.argsort(first, kind="stable")] = np.arange(first.size)
    found: Whole = rank[number].astype(np.int64)
    return found


def _joined(*keys: Whole) -> Whole:
    """One number for each combination of numbers."""
    found = keys[0]
    for key in keys[1:]:
        found = np.unique(found * (int(key.max(initial=0)) + 1) + key, return_inverse=True)[1]
    return found.astype(np.int64)


def _differ(told: pa.Table, first: Whole) -> Flags:
    """Whether the tellings of each movement give different amounts."""
    apart = np.zeros(first.size, dtype=np.bool_)
    for name in ("low", "high"):
        least, most = (_each(told[name], first, end) for end in (min, max))
        apart |= np.nan_to_num(most - least) > _UNTOLD
    return apart


def _each(column: pa.ChunkedArray, first: Whole, end: Callable[..., Any]) -> Numbers:
    """The least or the largest of each run of rows; nan where there is none."""
    values: Numbers = column.to_numpy().astype(np.float64)
    if values.size == 0:
        return values
    found: Numbers = (np.fmin if end is min else np.fmax).reduceat(values, first)
    return found


def _filled(column: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.fill_null(column, -1.0)


def _codes(column: pa.ChunkedArray) -> Whole:
    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks()
    if pa.types.is_dictionary(column.type):
        column = column.cast(pa.string())
    codes: Whole = column.dictionary_encode().indices.to_numpy().astype(np.int64)
    return codes


def _at(column: pa.ChunkedArray, known: list[str]) -> Whole:
    places: Whole = pc.index_in(column, value_set=pa.array(known, pa.string())).to_numpy()
    return places.astype(np.int64)
