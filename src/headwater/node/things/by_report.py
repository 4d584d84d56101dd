"""By report: rows of a table that is sorted by report, found without looking through it."""

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from headwater.model import parse_statement_id
from headwater.node.things.columns import place_of, whole

if TYPE_CHECKING:
    from headwater.picture import Picture


class ByReport:
    """Where the rows of each report stand in a table of a picture.

    Cost: one pass over the table's numbers; finding costs a binary search.

    Args:
        table: A table sorted by report and by item, with the columns `urn` of repeated words and
            `item`.
    """

    def __init__(self, table: pa.Table) -> None:
        urns = whole(table["urn"])
        codes = urns.indices.to_numpy()
        self._starts = np.flatnonzero(np.diff(codes, prepend=-1))
        self._ends = np.append(self._starts, len(codes))[1:]
        self._urns = urns.dictionary.take(pa.array(codes[self._starts]))
        self._items = whole(table["item"]).to_numpy()

    def rows(self, urn: str, item: int) -> range:
        """The rows of an item."""
        at = place_of(urn, self._urns)
        if at < 0:
            return range(0)
        begin, end = int(self._starts[at]), int(self._ends[at])
        first, last = np.searchsorted(self._items[begin:end], (item, item + 1)).tolist()
        return range(begin + first, begin + last)


class Sentences:
    """The statements and items of a picture, by their ids.

    Args:
        picture: The picture.
    """

    def __init__(self, picture: "Picture") -> None:
        self._statements, self._items = ByReport(picture.statements), ByReport(picture.items)
        self._numbers = whole(picture.statements["n"])

    def statement(self, statement: str) -> int:
        """Row of a statement; -1 where there is none.

        Raises:
            WrongUse: If the id is malformed.
        """
        urn, item, n = parse_statement_id(statement)
        rows = self._statements.rows(urn, item)
        at: int = self._numbers[rows.start : rows.stop].index(n).as_py()
        return rows[at] if at >= 0 else -1

    def item(self, urn: str, item: int) -> int:
        """Row of an item; -1 where there is none."""
        rows = self._items.rows(urn, item)
        return rows[0] if rows else -1
