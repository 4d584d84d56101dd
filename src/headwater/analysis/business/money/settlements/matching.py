"""Matching: two ledgers, or one with itself, to settlements with a probability and the reason."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from headwater.analysis.business.money.settlements.assignment import assigned
from headwater.analysis.business.money.settlements.beginnings import by_beginning
from headwater.analysis.business.money.settlements.exchange import Rate, rates_between
from headwater.analysis.business.money.settlements.ledger import (
    Allowed,
    Flags,
    Ledger,
    Numbers,
    Whole,
)
from headwater.analysis.business.money.settlements.memos import Memos
from headwater.analysis.business.money.settlements.nearby import Reach, Spots, nearby
from headwater.analysis.business.money.settlements.splits import Split, Trial, splits
from headwater.analysis.business.money.settlements.weights import (
    NOT_ALIKE,
    SILENT,
    Pairs,
    Weighed,
    amount_levels,
    heights,
    memo_levels,
    usual,
    weigh,
)
from headwater.model import WrongUse

_FEW = 0.05  # share of the movements under which settlements may all be chance
_CROWD = 60  # movements written alike that one in a crowd is compared with
_SILENT_REACH = 0.01  # of the logarithm: without a memo, amounts must be this close


@dataclass(frozen=True, slots=True)
class Search:
    """How far settlements are looked for.

    Attributes:
        before: Days by which the right side may come first.
        days: Days by which it may come later.
        change: Share by which the right amount may lie off the left: fees, rates, rounding.
        least: Least probability of what is given back.
        looked_at: Most pairs looked at; beyond it each movement is compared with the nearest only.
    """

    before: int = 3
    days: int = 30
    change: float = 0.15
    least: float = 0.5
    looked_at: int = 50_000_000

    def __post_init__(self) -> None:
        """Refuse a window that cannot be searched."""
        if self.before < 0 or self.days < 0 or self.before + self.days > 1000:
            raise WrongUse("the days do not make a window", do="0 to 1000 days in all")
        if not 0 < self.change < 1:
            raise WrongUse("the change must lie between 0 and 1", do="0.15 for 15 in 100")


@dataclass(frozen=True, slots=True, eq=False)
class Settlements:
    """Movements that belong together.

    Attributes:
        pairs: One row for each left and right movement of a settlement: settlement (its number),
            kind (one, split: several right make up the left, gathered: several left make up the
            right), left, right (rows of the ledgers), probability, memo (share of the shorter memo
            that agrees), bits (how rare that is), days, change (right over left, less one; of
            the whole where split), rivals (probability of the next best).
        rates: Rates of exchange that were read from the movements.
        told: What was estimated and what it took.
        caveats: What a reader must know.
    """

    pairs: pa.Table
    rates: tuple[Rate, ...] = ()
    told: dict[str, Any] = field(default_factory=dict)
    caveats: tuple[str, ...] = ()


def settlements(
    left: Ledger, right: Ledger, search: Search | None = None, *, allowed: Allowed | None = None
) -> Settlements:
    """Find which movements of two ledgers belong together.

    A movement settles with one other, or with two to four whose amounts add up to it. Nothing is
    learned from labels. Cost: see `nearby`; estimation grows with the pairs whose memos agree.

    Args:
        left: Movements, as those at the place of origin.
        right: The other ledger; the same object compares a ledger with itself.
        search: How far to look.
        allowed: Which pairs may belong together; none given: all, and in a ledger compared with
            itself all but a movement and itself.
    """
    search = search or Search()
    lower, upper = (abs(float(np.log(1 + by * search.change))) for by in (-1, 1))
    most = max(20, int(search.looked_at / max(1, 2 * len(left))))
    reach = Reach(-search.before, search.days, lower, upper, most)
    memos = Memos(left.memo, right.memo)
    rates = rates_between(left, right, reach.first, reach.last) if left is not right else []
    sides = _Sides(left, right, memos, allowed or _any(left is right))
    pairs = _pairs(sides, reach, rates)
    sizes = (len(left), len(right))
    shape = usual(reach.lower, reach.upper, reach.first, reach.last - reach.first + 1)
    weighed = weigh(pairs, sizes, shape)
    chosen = assigned(pairs.left, pairs.right, weighed.score)
    chosen = chosen[weighed.probability[chosen] >= search.least]
    rows = [_one_to_one(pairs, weighed, chosen, sizes)]
    if left is not right:
        trial = Trial(left, right, False, memos, weighed, reach, sides.allowed)
        rows += _several(trial, pairs, chosen, search.least)
    table = _numbered(pa.concat_tables(rows))
    said = [*_caveats(left, right, reach), *_few(weighed.expected, left, right)]
    return Settlements(table, tuple(rates), _told(pairs, weighed, reach), tuple(said))


def _pairs(sides: "_Sides", reach: Reach, rates: list[Rate]) -> Pairs:
    """The pairs worth comparing, out of all those near in amount and time."""
    rows, spots = _spots(sides.left, sides.right, rates)
    found = _Found(sides, reach)
    for a, b in nearby(*spots, reach):
        found.add(rows[0][a], rows[1][b], spots[1].size[b] - spots[0].size[a])
    if reach.cut:
        # In a crowd the nearest amounts may not be the right ones: so also those written alike.
        again = replace(reach, most=_CROWD, near=0, looked_at=0, cut=0)
        spots, rows = by_beginning(sides.left, sides.right)
        for a, b in nearby(*spots, again):
            found.add(rows[0][a], rows[1][b], spots[1].size[b] - spots[0].size[a], counted=False)
    return found.pairs()


class _Sides(NamedTuple):
    """Two ledgers, what is written on them, and which pairs may belong together."""

    left: Ledger
    right: Ledger
    memos: Memos
    allowed: Allowed


class _Found:
    """Pairs as they are found; those whose memos may agree are kept, of the others the levels."""

    def __init__(self, sides: _Sides, reach: Reach) -> None:
        self._sides, self._reach = sides, reach
        tall = heights(reach.lower, reach.upper, reach.last - reach.first + 1)
        self._spread = [np.zeros(one, dtype=np.int64) for one in tall]
        nothing = np.zeros(0, dtype=np.int64)
        self._kept = [(nothing, nothing, np.zeros(0), np.zeros(0, dtype=np.bool_))]

    def add(self, i: Whole, j: Whole, change: Numbers, *, counted: bool = True) -> None:
        """Add pairs of rows; `change` is the logarithm of what is missing or too much."""
        memos = self._sides.memos
        free = self._sides.allowed(i, j)
        i, j, change = i[free], j[free], change[free]
        silent = memos.silent(i, j)
        agree = ~silent & memos.may_agree(i, j)
        if counted:
            for spread, level in zip(self._spread[1:], self._levels(i, j, change), strict=True):
                spread += np.bincount(level, minlength=spread.size)
            self._spread[0][NOT_ALIKE] += np.count_nonzero(~silent & ~agree)
            self._spread[0][SILENT] += np.count_nonzero(silent)
        kept = agree | (silent & (np.abs(change) <= _SILENT_REACH))
        flag = np.full(int(kept.sum()), counted, dtype=np.bool_)
        self._kept.append((i[kept], j[kept], change[kept], flag))

    def pairs(self) -> Pairs:
        """All that was kept, each pair once."""
        i, j, change, counted = (np.concatenate(one) for one in zip(*self._kept, strict=True))
        _, first = np.unique(i * max(1, len(self._sides.right)) + j, return_index=True)
        i, j, change, counted = (one[first] for one in (i, j, change, counted))
        silent = self._sides.memos.silent(i, j)
        bits, share = self._sides.memos.shared(i, j)
        memo = np.where(silent, SILENT, memo_levels(bits, share))
        told = memo[counted & ~silent]
        self._spread[0] += np.bincount(told, minlength=self._spread[0].size)
        amount, lag = self._levels(i, j, change)
        levels = np.stack([memo, amount, lag], axis=1)
        whole = (self._spread[0], self._spread[1], self._spread[2])
        # Where not all that is near was looked at, the pairs there are stand for the others.
        seen = float(self._spread[2].sum()) * self._reach.near / max(1, self._reach.looked_at)
        return Pairs(i, j, bits, share, lag + self._reach.first, change, levels, whole, seen)

    def _levels(self, i: Whole, j: Whole, change: Numbers) -> tuple[Whole, Whole]:
        left, right = self._sides.left, self._sides.right
        # Amounts in two currencies are compared at the rate, and never the same to the coin.
        paid = left.amount[i] * np.exp(change)
        amount = amount_levels(left.amount[i], paid, change, self._reach.lower)
        return amount, right.day[j] - left.day[i] - self._reach.first


def _any(alone: bool) -> Allowed:
    def allowed(i: Whole, j: Whole) -> Flags:
        free: Flags = (i != j) if alone else np.ones(i.size, dtype=np.bool_)
        return free

    return allowed


def _spots(
    left: Ledger, right: Ledger, rates: list[Rate]
) -> tuple[tuple[Whole, Whole], tuple[Spots, Spots]]:
    """Where movements lie; left ones once more for each currency that there is a rate to."""
    words = pc.unique(pa.chunked_array([left.currency, right.currency]))
    place = [
        pc.index_in(one.currency, value_set=words).to_numpy().astype(np.int64)
        for one in (left, right)
    ]
    number = {word: n for n, word in enumerate(words.to_pylist())}
    here, there = np.flatnonzero(left.usable), np.flatnonzero(right.usable)
    parts = [(here, place[0][here], np.log(left.amount[here]))]
    for rate in rates:
        row = here[place[0][here] == number[rate.origin]]
        target = np.full(row.size, number[rate.target])
        parts.append((row, target, np.log(left.amount[row]) + rate.log))
    rows, places, sizes = (np.concatenate(one) for one in zip(*parts, strict=True))
    spots = (
        Spots(places, left.day[rows], sizes),
        Spots(place[1][there], right.day[there], np.log(right.amount[there])),
    )
    return (rows, there), spots


def _codes(words: pa.Array) -> Whole:
    codes: Whole = pc.dictionary_encode(words).indices.to_numpy().astype(np.int64)
    return codes


def _one_to_one(pairs: Pairs, weighed: Weighed, chosen: Whole, sizes: tuple[int, int]) -> pa.Table:
    """The rows of the chosen pairs, each with the probability of the next best beside it."""
    rival = np.zeros(chosen.size)
    for side, size in ((pairs.left, sizes[0]), (pairs.right, sizes[1])):
        rest = weighed.probability.copy()
        rest[chosen] = 0.0
        most = np.zeros(size)
        np.maximum.at(most, side, rest)
        rival = np.maximum(rival, most[side[chosen]])
    return pa.table(
        {
            "kind": pa.repeat("one", chosen.size).cast(pa.string()),
            "group": pairs.left[chosen],
            "left": pairs.left[chosen],
            "right": pairs.right[chosen],
            "probability": weighed.probability[chosen],
            "memo": pairs.share[chosen],
            "bits": pairs.bits[chosen],
            "days": pairs.lag[chosen],
            "change": np.expm1(pairs.change[chosen]),
            "rivals": rival,
        }
    )


def _several(trial: Trial, pairs: Pairs, chosen: Whole, least: float) -> Iterator[pa.Table]:
    """The rows of movements that several others make up, among those not yet matched."""
    trial = replace(
        trial,
        wholes=_without(trial.wholes, pairs.left[chosen]),
        parts=_without(trial.parts, pairs.right[chosen]),
    )
    for kind in ("split", "gathered"):
        found = [one for one in splits(trial) if one.probability >= least]
        for one in found:
            yield _rows_of(one, kind, trial)
        whole = np.array([one.whole for one in found], dtype=np.int64)
        part = np.array([part for one in found for part in one.parts], dtype=np.int64)
        trial = replace(
            trial,
            wholes=_without(trial.parts, part),
            parts=_without(trial.wholes, whole),
            swapped=True,
        )


def _rows_of(one: Split, kind: str, trial: Trial) -> pa.Table:
    parts = np.array(one.parts, dtype=np.int64)
    whole = np.full(parts.size, one.whole)
    left, right = (parts, whole) if trial.swapped else (whole, parts)
    bits, share = trial.memos.shared(left, right)
    sums = [float(trial.wholes.amount[one.whole]), float(trial.parts.amount[parts].sum())]
    lag = trial.parts.day[parts] - trial.wholes.day[one.whole]
    before, after = reversed(sums) if trial.swapped else sums
    return pa.table(
        {
            "kind": [kind] * parts.size,
            "group": whole,
            "left": left,
            "right": right,
            "probability": np.full(parts.size, one.probability),
            "memo": share,
            "bits": bits,
            "days": -lag if trial.swapped else lag,
            "change": np.full(parts.size, after / before - 1),
            "rivals": np.zeros(parts.size),
        }
    )


def _without(ledger: Ledger, rows: Whole) -> Ledger:
    amount = ledger.amount.copy()
    amount[rows] = np.nan
    return replace(ledger, amount=amount)


def _numbered(table: pa.Table) -> pa.Table:
    """The rows with the number of their settlement, by kind and left row."""
    order = [("kind", "ascending"), ("group", "ascending"), ("left", "ascending")]
    table = table.sort_by([*order, ("right", "ascending")])
    kind = _codes(table["kind"].combine_chunks())
    group = table["group"].to_numpy()
    new = np.append(False, (np.diff(kind) != 0) | (np.diff(group) != 0))[: kind.size]
    number = pa.array(np.cumsum(new).astype(np.int64))
    return table.drop_columns(["group"]).add_column(0, "settlement", number)


def _told(pairs: Pairs, weighed: Weighed, reach: Reach) -> dict[str, Any]:
    lag, amount = weighed.among[2], weighed.among[1]
    days = np.arange(lag.size) + reach.first
    late = np.cumsum(lag)
    return {
        "looked_at": reach.looked_at,
        "compared": int(pairs.left.size),
        "expected": round(weighed.expected, 1),
        "rounds": weighed.rounds,
        "same_amount": round(float(amount[0]), 3),
        "days_median": int(days[int(np.searchsorted(late, 0.5))]),
        "days_q95": int(days[int(np.searchsorted(late, 0.95))]),
    }


def _few(expected: float, left: Ledger, right: Ledger) -> Iterator[str]:
    least = min(int(np.count_nonzero(one.usable)) for one in (left, right))
    if 0 < expected < _FEW * least:
        yield (
            f"Only about {expected:.0f} of {least} movements seem to settle with another; so few "
            "may be look-alikes: read each before it is used."
        )


def _caveats(left: Ledger, right: Ledger, reach: Reach) -> Iterator[str]:
    ledgers = [left] if left is right else [left, right]
    lacking = sum(int(np.count_nonzero(~one.usable)) for one in ledgers)
    if lacking:
        yield f"{lacking} movements lack a day or an amount above zero and cannot be matched."
    if reach.cut:
        yield (
            f"{reach.cut} movements have so many others near in amount and time that each was "
            f"compared with the nearest {2 * reach.most} and those written alike only; fewer days "
            "leave fewer."
        )
