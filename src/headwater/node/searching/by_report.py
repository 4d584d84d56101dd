"""By report: rows of a table that is sorted by report, found without looking through it."""

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc


class ByReport:
    """A table of a picture whose rows of one report stand together.

    Cost: one pass over the table's numbers; finding costs a look through the reports' names.

    Args:
        table: The table, with a column `urn` of repeated words.
    """

    def __init__(self, table: pa.Table) -> None:
        self._table = table
        urns = table["urn"].unify_dictionaries().combine_chunks()
        codes = urns.indices.to_numpy()
        begins = np.flatnonzero(np.diff(codes, prepend=-1))
        self._urns = urns.dictionary
        self._begin = np.zeros(len(self._urns) + 1, dtype=np.int64)
        self._size = np.zeros(len(self._urns) + 1, dtype=np.int64)
        self._begin[codes[begins]] = begins
        self._size[codes[begins]] = np.diff(begins, append=len(codes))

    def row(self, urn: str, column: str, value: object) -> dict[str, Any] | None:
        """The row of a report that holds a value; None where there is none."""
        code = pc.index(self._urns, pa.scalar(urn, self._urns.type)).as_py()
        part = self._table.slice(int(self._begin[code]), int(self._size[code]))
        rows: list[dict[str, Any]] = part.filter(pc.equal(part[column], value)).to_pylist()
        return rows[0] if rows else None
