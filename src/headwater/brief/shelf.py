"""Shelf: rows of an Arrow table found by the value of one column, without unpacking the rest."""

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Any

Fields = dict[str, Any]


class Shelf:
    """A table with an index on one column, made when first asked.

    Making it costs one sort of the column; finding costs a binary search.

    Args:
        table: An Arrow table, or None for an empty one.
        column: The column to find by; of text.
    """

    def __init__(self, table: Any, column: str) -> None:  # noqa: ANN401 - Arrow has no types
        self._table = table
        self._column = column

    def find(self, value: str, most: int = 200) -> list[Fields]:
        """The first rows, at most `most`, that hold this value, in the table's order."""
        codes, order, starts, whole = self._index
        code = codes.get(value)
        if code is None:
            return []
        begin, end = int(starts[code]), int(starts[code + 1])
        rows: list[Fields] = whole.take(order[begin : min(end, begin + most)]).to_pylist()
        return rows

    @cached_property
    def _index(self) -> tuple[Mapping[str, int], Any, Any, Any]:
        import numpy as np

        if self._table is None or not self._table.num_rows:
            return {}, None, None, None
        whole = self._table.combine_chunks()
        encoded = whole[self._column].combine_chunks()
        if not hasattr(encoded, "indices"):
            encoded = encoded.dictionary_encode()
        numbers = encoded.indices.to_numpy(zero_copy_only=False)
        order = np.argsort(numbers, kind="stable")
        words = encoded.dictionary.to_pylist()
        starts = np.searchsorted(numbers[order], np.arange(len(words) + 1))
        return {word: i for i, word in enumerate(words)}, order, starts, whole


def filtered(table: Any, column: str, among: Collection[object]) -> Any:  # noqa: ANN401 - Arrow has no types
    """The part of an Arrow table whose column holds one of some values."""
    import pyarrow as pa
    import pyarrow.compute as pc

    values = table[column]
    if pa.types.is_dictionary(values.type):
        values = values.cast(values.type.value_type)
    wanted = pa.array(sorted(among, key=str), type=values.type)
    return table.filter(pc.is_in(values, value_set=wanted))
