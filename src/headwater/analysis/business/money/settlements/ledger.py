"""Ledger: movements of money as columns: day, amount, currency, memo."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Whole: TypeAlias = npt.NDArray[np.int64]
Numbers: TypeAlias = npt.NDArray[np.float64]
Flags: TypeAlias = npt.NDArray[np.bool_]

Allowed: TypeAlias = Callable[[Whole, Whole], Flags]
"""Which pairs of a left and a right row may belong together at all."""

NO_DAY = np.iinfo(np.int32).min
"""Stands for a day that is not known."""


@dataclass(frozen=True, slots=True, eq=False)
class Ledger:
    """Movements of money, one row each.

    Attributes:
        day: Days since 1970; `NO_DAY` where no day is known.
        amount: Amount; nan where none above zero is known.
        currency: ISO 4217 code, empty where it is not said.
        memo: What is written on it: lower case, without accents, one space between words.
    """

    day: Whole
    amount: Numbers
    currency: pa.Array
    memo: pa.Array

    def __len__(self) -> int:
        """How many movements there are."""
        return int(self.day.size)

    @property
    def usable(self) -> Flags:
        """Movements with a day and an amount; no other can be matched."""
        found: Flags = (self.day != NO_DAY) & np.isfinite(self.amount)
        return found


def ledger_of(table: pa.Table | Mapping[str, object]) -> Ledger:
    """A ledger from the columns date, amount, and, where there are any, currency and memo.

    Dates may be days or ISO text; a month or a year is no day.
    """
    columns = table if isinstance(table, pa.Table) else pa.table(dict(table))
    rows = columns.num_rows
    amount = _flat(columns["amount"].cast(pa.float64())).to_numpy(zero_copy_only=False)
    amount = np.where(np.isfinite(amount) & (amount > 0), amount, np.nan)
    return Ledger(
        day=days_of(columns["date"]),
        amount=amount,
        currency=pc.utf8_upper(_words(columns, "currency", rows)),
        memo=folded(_words(columns, "memo", rows)),
    )


def days_of(dates: pa.ChunkedArray) -> Whole:
    """Days since 1970; `NO_DAY` where it is no day of the calendar."""
    dates = _flat(dates)
    if not pa.types.is_temporal(dates.type):
        words = pc.utf8_slice_codeunits(pc.cast(dates, pa.string()), 0, 10)
        moment = pc.strptime(words, format="%Y-%m-%d", unit="s", error_is_null=True)
        real = pc.equal(pc.strftime(moment, format="%Y-%m-%d"), words)
        dates = pc.if_else(real, moment, None)
    day = pc.cast(pc.cast(dates, pa.date32()), pa.int32())
    found: Whole = pc.fill_null(day, NO_DAY).to_numpy(zero_copy_only=False).astype(np.int64)
    return found


def folded(memos: pa.Array) -> pa.Array:
    """Memos in lower case, without accents, with one space between words."""
    bare = pc.replace_substring_regex(pc.utf8_normalize(memos, form="NFKD"), r"\p{M}", "")
    words = pc.replace_substring_regex(pc.utf8_lower(bare), r"[^\p{L}\p{N}]+", " ")
    return pc.utf8_trim_whitespace(words)


def _words(columns: pa.Table, name: str, rows: int) -> pa.Array:
    if name not in columns.column_names:
        return pa.repeat("", rows).cast(pa.string())
    return pc.fill_null(_flat(columns[name].cast(pa.string())), "")


def _flat(column: pa.ChunkedArray | pa.Array) -> pa.Array:
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
