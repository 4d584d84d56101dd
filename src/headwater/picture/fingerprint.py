"""The fingerprint: SHA-256 over what tables say, not over how they lie in memory."""

import hashlib
from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc


def fingerprint_of(tables: Mapping[str, pa.Table]) -> str:
    """One digest of all tables, in hexadecimal; the same on every machine.

    The rows count in the order they stand in, so tables are sorted first (`make_table`). How a
    column is cut into chunks, and which words its dictionary holds unused, does not count; a table
    without rows is as if it were not there.
    """
    digest = hashlib.sha256(b"headwater picture 1")
    for name in sorted(tables):
        table = tables[name]
        if table.num_rows:
            digest.update(f"\x1e{name}\x1f{table.num_rows}".encode())
            for column, values in zip(table.column_names, table.columns, strict=True):
                digest.update(f"\x1f{column}\x1f".encode())
                for part in _parts(values):
                    digest.update(part)
    return digest.hexdigest()


def _parts(column: pa.ChunkedArray) -> Iterator[memoryview]:
    """A column as bytes: for words the lengths, then the letters; for numbers the gaps first."""
    if pa.types.is_dictionary(column.type):
        words, places = _canonical(column)
        yield from _parts(pa.chunked_array([words]))
        yield places.data.cast("B")
    elif pa.types.is_string(column.type):
        lengths = pc.binary_length(column).to_numpy().astype("<i8")
        yield lengths.data.cast("B")
        for chunk in column.chunks:
            yield _letters(chunk)
    else:
        gaps = column.is_null().to_numpy().astype("<u1")
        yield gaps.data.cast("B")
        # Adding zero makes minus zero and zero one.
        numbers = column.cast(pa.float64()).fill_null(0.0).to_numpy().astype("<f8") + 0.0
        yield numbers.data.cast("B")


def _canonical(column: pa.ChunkedArray) -> tuple[pa.Array, npt.NDArray[np.int32]]:
    """The words that are used, in text order, and for each row the place of its word."""
    one = column.unify_dictionaries().combine_chunks()
    used = np.flatnonzero(np.bincount(one.indices.to_numpy()))
    words = pc.take(one.dictionary, pa.array(used))
    order = pc.sort_indices(words).to_numpy()
    place = np.empty(len(one.dictionary), dtype="<i4")
    place[used[order]] = np.arange(used.size, dtype="<i4")
    return pc.take(words, pa.array(order)), place[one.indices.to_numpy()]


def _letters(chunk: pa.StringArray) -> memoryview:
    """The bytes of the words of one chunk, one after another."""
    offsets = np.frombuffer(chunk.buffers()[1], dtype=np.int32)
    first, last = offsets[chunk.offset], offsets[chunk.offset + len(chunk)]
    data = chunk.buffers()[2]
    return memoryview(data)[first:last] if data is not None else memoryview(b"")
