"""Columns: reading the store's scan of statements by column, a few million rows at a time."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from headwater.model import Modality, Status, statement_id

if TYPE_CHECKING:
    import pyarrow as pa


class Row(NamedTuple):
    """What resolution needs of one statement, and the number of its row in the scan."""

    entity: str
    schema: str
    property: str
    value: str
    number: int


def codes(scan: "pa.Table", column: str) -> tuple["np.ndarray[Any, Any]", list[str]]:
    """A text column as numbers and the list of texts that they stand for."""
    import pyarrow as pa

    chunks = scan.column(column)
    if not pa.types.is_dictionary(chunks.type):
        chunks = chunks.dictionary_encode()
    array = chunks.unify_dictionaries().combine_chunks()
    if isinstance(array, pa.ChunkedArray):
        array = array.chunk(0)
    return array.indices.to_numpy(zero_copy_only=False), array.dictionary.to_pylist()


def among(scan: "pa.Table", column: str, wanted: Collection[str]) -> "np.ndarray[Any, Any]":
    """For every row, whether the column holds one of the wanted texts."""
    numbers, texts = codes(scan, column)
    hits = np.array([text in wanted for text in texts], dtype=bool)
    return hits[numbers] if len(texts) else np.zeros(len(numbers), dtype=bool)


def standing(scan: "pa.Table") -> "np.ndarray[Any, Any]":
    """For every row, whether it says that something is so, and nobody rejected it."""
    rejected = among(scan, "status", {Status.REJECTED})
    done: np.ndarray[Any, Any] = among(scan, "modality", {Modality.DONE}) & ~rejected
    return done


def rows(scan: "pa.Table", chosen: "np.ndarray[Any, Any]") -> Iterator[Row]:
    """The chosen rows of the scan, in its order."""
    numbers = np.flatnonzero(chosen)
    part = scan.select(["entity", "schema", "property", "value"]).take(numbers)
    columns = [_texts(part, name) for name in ("entity", "schema", "property", "value")]
    return map(Row, *columns, numbers.tolist())


class Ids:
    """Ids of the statements in the rows of a scan, one at a time.

    Attributes:
        urns: Number of each row's report in the list of URNs.
        items: Number of each row's item.
    """

    def __init__(self, scan: "pa.Table") -> None:
        self.urns, self._texts = codes(scan, "urn")
        self.items = scan.column("item").to_numpy()
        self._positions = scan.column("n").to_numpy()

    def of(self, number: int) -> str:
        """Id of the statement in a row."""
        urn = self._texts[self.urns[number]]
        return statement_id(urn, int(self.items[number]), int(self._positions[number]))


def statement_ids(scan: "pa.Table", numbers: Collection[int]) -> dict[int, str]:
    """Ids of the statements in the given rows of the scan."""
    ordered = sorted(numbers)
    part = scan.select(["urn", "item", "n"]).take(np.array(ordered, dtype=np.int64))
    columns = _texts(part, "urn"), part.column("item").to_pylist(), part.column("n").to_pylist()
    return dict(zip(ordered, map(statement_id, *columns), strict=True))


def _texts(table: "pa.Table", column: str) -> list[str]:
    numbers, texts = codes(table, column)
    return [texts[number] for number in numbers.tolist()]
