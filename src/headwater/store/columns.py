"""Reading by column: everything that is allowed, as Arrow tables.

Integers come out of the database, and words are put to them at the end, once for each distinct
one. A dictionary holds nothing but what its rows use: an unused entry would be a leak.
"""
# ruff: noqa: S608 - queries are put together from constants of the store; values are bound

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, starmap
from typing import Any

import numpy as np
import pyarrow as pa
from msgspec.json import Decoder
from numpy.typing import NDArray

from headwater.model import parse_grade, strictest
from headwater.safeguard import Label
from headwater.store.packing import Allowed, Kind, Names, spoken, unpack
from headwater.store.reading import as_json, period_of

_CHUNK = 10_000  # items
_KIND_FIELDS = (
    "schema", "property", "language", "extractor", "author", "status", "basis", "modality",
    "attribution",
)  # fmt: skip
_STATUS = _KIND_FIELDS.index("status")
_ALLOWED = "label IN (SELECT value FROM json_each(?))"
_LISTED = "SELECT value FROM json_each(?)"
_AMONG = f"item.id IN ({_LISTED})"
_SCAN = "SELECT item.id, urn, number, text, statements FROM item JOIN report ON report.id = report"

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Items:
    """The allowed items by column, in report order.

    Attributes:
        ids: Row ids, ascending.
        reports: Row ids of their reports.
        numbers: Item numbers.
        labels: Label ids.
        grades: Grades as written.
    """

    ids: Integers
    reports: Integers
    numbers: Integers
    labels: Integers
    grades: Sequence[str]

    @classmethod
    def read(cls, connection: sqlite3.Connection, where: str, given: Sequence[str]) -> "_Items":
        """Read those for which a condition holds."""
        rows = connection.execute(
            f"SELECT id, report, number, label, grade FROM item WHERE {where} ORDER BY id", given
        ).fetchall()
        ids, reports, numbers, labels, grades = zip(*rows, strict=True) if rows else [()] * 5
        return cls(
            _integers(ids), _integers(reports), _integers(numbers), _integers(labels), grades
        )


class Columns:
    """The tables of one moment of a node; the caller holds the read transaction.

    Args:
        connection: A reader.
        kinds: All kinds by id.
        labels: All labels by id.
        allowed: Ids of the labels that the viewer may see.
        only: Row ids of the items to read; None for all of them.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        kinds: Mapping[int, Kind],
        labels: Mapping[int, Label],
        allowed: Allowed,
        only: Collection[int] | None = None,
    ) -> None:
        self._connection = connection
        self._kinds = kinds
        self._handlings = {i: label.handling for i, label in labels.items() if i in allowed}
        self._together: dict[frozenset[int], str] = {}
        self._few = only is not None
        self._where = _ALLOWED if only is None else f"{_ALLOWED} AND {_AMONG}"
        self._given = [as_json(allowed)] if only is None else [as_json(allowed), as_json(only)]
        self._items = _Items.read(connection, self._where, self._given)

    def scan(self) -> pa.Table:
        """One row a statement; see `Store.scan`."""
        integers, words = self._statements()
        places, n, kinds, start, length = integers
        spots = np.searchsorted(self._items.ids, places)
        columns: dict[str, Any] = {
            **self._of_items(spots, ("urn", "item")),
            "n": _int32(n),
            **words,
            **self._of_kinds(kinds, places, n),
            "start": _int32(start),
            "end": _int32(start + length),
            **self._of_items(
                spots, ("recorded", "grade", "grade_system", "handling", "originator", "label")
            ),
        }
        return pa.table({name: columns[name] for name in _SCAN_COLUMNS})

    def _statements(self) -> tuple[list[Integers], dict[str, pa.ChunkedArray]]:
        """Items' row ids, n, kinds, starts and lengths; and the columns of words."""
        integers: list[list[Integers]] = [[] for _ in range(5)]
        words: list[list[pa.Array]] = [[] for _ in _SPOKEN]
        names = Names(self._connection, at_once=not self._few)
        cursor = self._connection.execute(
            f"{_SCAN} WHERE {self._where} ORDER BY item.id", self._given
        )
        while held := cursor.fetchmany(_CHUNK):
            items = unpack(f"[{','.join([packed for *_, packed in held])}]")
            if not any(items):
                continue
            n, _, kinds, _, _, start, length, *days = zip(*chain.from_iterable(items), strict=True)
            places = np.repeat([place for place, *_ in held], list(map(len, items)))
            for column, chunk in zip(integers, (places, n, kinds, start, length), strict=True):
                column.append(np.array(chunk, dtype=np.int64))
            said = [
                spoken(row, text, own, names)
                for (_, urn, number, text, _), rows in zip(held, items, strict=True)
                for own in (f"{urn}#{number}@",)
                for row in rows
            ]
            for made, type_, some in zip(
                words, _SPOKEN.values(), (*zip(*said, strict=True), *days), strict=True
            ):
                chunk = pa.array(some, pa.string())
                made.append(chunk.dictionary_encode() if type_ == _WORDS else chunk)
        return [np.concatenate(c) if c else _integers(()) for c in integers], {
            name: pa.chunked_array(made, type_).unify_dictionaries()
            for made, (name, type_) in zip(words, _SPOKEN.items(), strict=True)
        }

    def _of_kinds(
        self, kinds: Integers, places: Integers, n: Integers
    ) -> dict[str, pa.DictionaryArray]:
        used, codes = _ranks(kinds)
        rows = [self._kinds[int(kind)] for kind in used]
        columns = {
            name: _dictionary(codes, [row[index] for row in rows])
            for index, name in enumerate(_KIND_FIELDS)
        }
        where = f"WHERE item IN ({_LISTED})" if self._few else ""
        standing = self._connection.execute(
            f"SELECT item, n, status FROM standing {where} ORDER BY item, n", self._given[1:]
        ).fetchall()
        if standing and len(n):
            stated = [row[_STATUS] for row in rows]
            columns["status"] = _overlaid(codes, stated, places, n, standing)
        return columns

    def _of_items(self, spots: Integers, names: Sequence[str]) -> dict[str, pa.Array]:
        """Columns that an item, its label or its report decides, at the given items."""
        items = self._items
        made: dict[str, pa.Array] = {}
        for name in names:
            if name == "item":
                made[name] = _int32(items.numbers[spots])
            elif name == "label":
                made[name] = _int32(items.labels[spots])
            elif name == "handling":
                words = {i: handling.text for i, handling in self._handlings.items()}
                made[name] = _mapped(items.labels[spots], words)
            elif name in ("grade", "grade_system"):
                made[name] = self._grades(name).take(pa.array(spots))
            else:
                made[name] = _mapped(items.reports[spots], self._of_reports(name))
        return made

    def _of_reports(self, name: str) -> dict[int, str]:
        if not self._few:
            return dict(self._connection.execute(f"SELECT id, {name} FROM report").fetchall())
        query = f"SELECT id, {name} FROM report WHERE id IN ({_LISTED})"
        wanted = as_json(set(self._items.reports.tolist()))
        return dict(self._connection.execute(query, (wanted,)).fetchall())

    def _grades(self, name: str) -> pa.DictionaryArray:
        grades = pa.array(self._items.grades, pa.string()).dictionary_encode()
        if name == "grade":
            return grades
        systems = [parse_grade(grade).system for grade in grades.dictionary.to_pylist()]
        return _dictionary(grades.indices.to_numpy(), systems)

    def items(self) -> pa.Table:
        """One row an item; see `Store.items`."""
        query = (
            "SELECT text, graded_by_default, provenance, provenance_grade, language "
            f"FROM item WHERE {self._where} ORDER BY id"
        )
        rows = self._connection.execute(query, self._given).fetchall()
        text, by_default, provenance, its_grade, language = (
            zip(*rows, strict=True) if rows else [()] * 5
        )
        spots = np.arange(len(self._items.ids))
        columns = {
            **self._of_items(spots, ("urn", "item", "grade", "grade_system", "handling", "label")),
            "text": pa.array(text, pa.string()),
            "graded_by_default": pa.array(map(bool, by_default), pa.bool_()),
            "provenance": pa.array(provenance, pa.string()).dictionary_encode(),
            "provenance_grade": pa.array(
                [grade or "" for grade in its_grade], pa.string()
            ).dictionary_encode(),
            "language": pa.array(language, pa.string()).dictionary_encode(),
        }
        return pa.table({name: columns[name] for name in _ITEM_COLUMNS})

    def reports(self) -> pa.Table:
        """One row a report; see `Store.reports`."""
        items: dict[int, int] = {}
        labels: dict[int, set[int]] = {}
        for report, label in zip(
            self._items.reports.tolist(), self._items.labels.tolist(), strict=True
        ):
            items[report] = items.get(report, 0) + 1
            labels.setdefault(report, set()).add(label)
        cursor = self._connection.execute("SELECT * FROM report ORDER BY id")
        fields = [column[0] for column in cursor.description]
        place = fields.index("id")
        rows = [row for row in cursor if row[place] in items]
        by_field = zip(*rows, strict=True) if rows else [()] * len(fields)
        told = dict(zip(fields, by_field, strict=True))
        recorded = zip(*(told[f"record_{end}"] for end in ("from", "to", "exact")), strict=True)
        columns = {name: told[name] for name in _REPORT_SCHEMA.names if name in told} | {
            "information_from": [day or "" for day in told["information_from"]],
            "information_to": [day or "" for day in told["information_to"]],
            "record_date": list(starmap(_period_text, recorded)),
            "dates_assumed": list(map(bool, told["dates_assumed"])),
            "items": [items[report] for report in told["id"]],
            "cites": list(map(_CITES.decode, told["cites"])),
            "origin_known": list(map(bool, told["origin_known"])),
            "handling": [self._strictest(frozenset(labels[report])) for report in told["id"]],
        }
        return pa.Table.from_pydict(columns, schema=_REPORT_SCHEMA)

    def _strictest(self, labels: frozenset[int]) -> str:
        """The handling of a whole with these labels; reports have few different ones."""
        known = self._together.get(labels)
        if known is None:
            known = self._together[labels] = strictest(self._handlings[i] for i in labels).text
        return known


_WORDS = pa.dictionary(pa.int32(), pa.string())
_SPOKEN = {
    "entity": _WORDS, "value": pa.string(), "text": pa.string(), "valid_from": _WORDS,
    "valid_to": _WORDS,
}  # fmt: skip
_SCAN_COLUMNS = (
    "urn", "item", "n", "entity", "schema", "property", "value", "text", "language", "start",
    "end", "extractor", "author", "status", "basis", "modality", "attribution", "valid_from",
    "valid_to", "recorded", "grade", "grade_system", "handling", "originator", "label",
)  # fmt: skip
_ITEM_COLUMNS = (
    "urn", "item", "text", "grade", "grade_system", "handling", "graded_by_default", "provenance",
    "provenance_grade", "language", "label",
)  # fmt: skip
_REPORT_SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in ("urn", "originator", "title", "information_from")),
        *((name, pa.string()) for name in ("information_to", "record_date")),
        ("dates_assumed", pa.bool_()),
        *((name, pa.string()) for name in ("format", "file", "sha256")),
        ("items", pa.int32()),
        ("cites", pa.list_(pa.string())),
        ("origin_known", pa.bool_()),
        ("recorded", pa.string()),
        ("handling", pa.string()),
    ]
)


_CITES = Decoder(list[str])


@lru_cache(maxsize=10_000)
def _period_text(earliest: str | None, latest: str | None, exact: int | None) -> str:
    period = period_of({"_from": earliest, "_to": latest, "_exact": exact}, "")
    return period.text if period else ""


def _integers(values: Sequence[int]) -> Integers:
    return np.array(values, dtype=np.int64)


def _int32(values: Integers) -> pa.Array:
    return pa.array(values.astype(np.int32))


def _dictionary(codes: Integers, words: Sequence[str]) -> pa.DictionaryArray:
    """Words by code, each distinct word once and only if a row uses it."""
    used, _ = _ranks(codes)
    distinct: dict[str, int] = {}
    renumbered = np.zeros(len(words), dtype=np.int32)
    for code in used.tolist():
        renumbered[code] = distinct.setdefault(words[code], len(distinct))
    return pa.DictionaryArray.from_arrays(
        pa.array(renumbered[codes], pa.int32()), pa.array(list(distinct), pa.string())
    )


def _mapped(ids: Integers, words: Mapping[int, str]) -> pa.DictionaryArray:
    """Words by id."""
    used, codes = _ranks(ids)
    return _dictionary(codes, [words[int(one)] for one in used])


def _ranks(ids: Integers) -> tuple[Integers, Integers]:
    """The distinct ids in order, and the place of each id among them; quicker than by sorting."""
    seen = np.zeros(int(ids.max(initial=0)) + 1, dtype=np.bool_)
    seen[ids] = True
    return np.flatnonzero(seen), (np.cumsum(seen) - 1)[ids]


def _overlaid(
    codes: Integers,
    stated: Sequence[str],
    places: Integers,
    n: Integers,
    standing: Sequence[tuple[int, int, str]],
) -> pa.DictionaryArray:
    """The stated status of each statement, or the reviewed one where there was a review."""
    words = [*stated, *(status for *_, status in standing)]
    reviewed, reviewed_n = (_integers(column) for column in list(zip(*standing, strict=True))[:2])
    low, width = min(n.min(), reviewed_n.min()), max(n.max(), reviewed_n.max()) + 1
    width -= low
    ids, reviewed = places * width + n - low, reviewed * width + reviewed_n - low
    spot = np.minimum(np.searchsorted(reviewed, ids), len(reviewed) - 1)
    return _dictionary(np.where(reviewed[spot] == ids, len(stated) + spot, codes), words)
