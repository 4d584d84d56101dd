"""Columns: what a picture's tables hold in some rows, without unpacking the rest."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Fields = dict[str, Any]
Rows = npt.NDArray[np.integer[Any]]


def whole(column: pa.ChunkedArray) -> pa.Array:
    """A column in one piece, which it mostly is already."""
    if column.num_chunks == 1:
        return column.chunk(0)
    one = column.unify_dictionaries() if pa.types.is_dictionary(column.type) else column
    return one.combine_chunks()


def rows_at(table: pa.Table, rows: Rows | Sequence[int], names: Iterable[str]) -> list[Fields]:
    """What some columns hold in some rows, in that order. Cost: by the rows asked for."""
    wanted, at = list(names), pa.array(rows, pa.int64())
    columns = (_words(table[name].take(at)).to_pylist() for name in wanted)
    return [dict(zip(wanted, row, strict=True)) for row in zip(*columns, strict=True)]


def _words(column: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.cast(column, pa.string()) if pa.types.is_dictionary(column.type) else column


def rows_with(table: pa.Table, column: str, value: str) -> list[Fields]:
    """The rows of a small table whose column holds a value. Cost: one pass over the column."""
    rows: list[Fields] = table.filter(pc.equal(table[column], value)).to_pylist()
    return rows


def place_of(word: str, words: pa.Array) -> int:
    """Where a word stands among words that are in order; -1 where it does not."""
    at = bisect_left(words, word, key=lambda one: one.as_py())
    return at if at < len(words) and words[at].as_py() == word else -1


def places(column: pa.ChunkedArray | pa.Array, words: pa.Array) -> npt.NDArray[np.int32]:
    """For each row of a column, where its word stands among some words; -1 where it does not."""
    one = whole(column) if isinstance(column, pa.ChunkedArray) else column
    if not pa.types.is_dictionary(one.type):
        return _numbers(pc.index_in(one, value_set=words))
    codes: npt.NDArray[np.int32] = one.indices.to_numpy()
    return codes if one.dictionary.equals(words) else places(one.dictionary, words)[codes]


class Ranked(NamedTuple):
    """Words by row, as numbers in the order of the words.

    Attributes:
        codes: For each row the place of its word among the words; -1 where it has none.
        words: The words, in order.
    """

    codes: npt.NDArray[np.int32]
    words: tuple[str, ...]


def ranked(column: pa.ChunkedArray | pa.Array) -> Ranked:
    """A column of words that repeat, as numbers."""
    words = pc.unique(column).drop_null()
    words = words.take(pc.sort_indices(words))
    return Ranked(places(column, words), tuple(words.to_pylist()))


def different(keys: Rows, of: Rows, count: int) -> npt.NDArray[np.int64]:
    """For each key below a count, how many different numbers stand beside it."""
    width = int(of.max(initial=0)) + 1
    found: npt.NDArray[np.int64] = np.bincount(
        np.unique(keys * width + of) // width, minlength=count
    )
    return found


def words_in(column: pa.ChunkedArray, rows: Rows) -> list[str]:
    """The different words of a column of repeated words in some rows, in order."""
    words = whole(column)
    used = np.flatnonzero(np.bincount(words.indices.to_numpy()[rows]))
    return sorted(words.dictionary.take(pa.array(used)).to_pylist())


def _numbers(found: pa.Array) -> npt.NDArray[np.int32]:
    numbers: npt.NDArray[np.int32] = pc.fill_null(found, -1).to_numpy()
    return numbers
