"""Columns: rows of a picture's tables found by one value, without unpacking the rest."""

from collections.abc import Collection
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

Fields = dict[str, Any]


def rows_with(table: pa.Table, column: str, value: str) -> pa.Table:
    """The rows whose column holds a value. Cost: one pass over numbers, or over the words."""
    held = table[column]
    if not pa.types.is_dictionary(held.type):
        return table.filter(pc.equal(held, value))
    whole = held.unify_dictionaries().combine_chunks()
    number = pc.index(whole.dictionary, pa.scalar(value, whole.dictionary.type)).as_py()
    if number < 0:
        return table.slice(0, 0)
    return table.filter(pc.equal(whole.indices, number))


def rows_among(table: pa.Table, column: str, values: Collection[str]) -> pa.Table:
    """The rows whose column holds one of some values."""
    held = table[column]
    wanted = pa.array(sorted(values), pa.string())
    if not pa.types.is_dictionary(held.type):
        return table.filter(pc.is_in(held, value_set=wanted))
    whole = held.unify_dictionaries().combine_chunks()
    numbers = pc.index_in(wanted, value_set=whole.dictionary).drop_null()
    return table.filter(pc.is_in(whole.indices, value_set=numbers))


def by_id(table: pa.Table, column: str, values: Collection[str]) -> dict[str, Fields]:
    """The rows under some ids, by id."""
    if not values:
        return {}
    return {row[column]: row for row in rows_among(table, column, values).to_pylist()}
