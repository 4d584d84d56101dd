"""The tables of a picture: names, columns, types. Missing numbers are null, words empty."""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

_TEXT, _FLAG = pa.string(), pa.bool_()
_KINDS = {
    "word": pa.dictionary(pa.int32(), _TEXT),  # text that repeats
    "flag": _FLAG,
    "count": pa.int32(),
    "number": pa.float64(),
}

UNNAMED = "unnamed"
"""The series of counts that name none, as of people in one incident: in nothing that is asked of
the series of a picture, unless somebody asks for it by this name."""


def _table(names: str, **others: str) -> pa.Schema:
    """Columns in this order; what is not named under another kind is text."""
    kinds = {name: _KINDS[kind] for kind, some in others.items() for name in some.split()}
    return pa.schema([(name, kinds.get(name, _TEXT)) for name in names.split()])


TABLES: dict[str, pa.Schema] = {
    "entities": _table(
        "id schema caption category rankable protected public_office status statements reports "
        "groups first last",
        flag="rankable protected public_office",
        count="statements reports groups",
    ),
    "names": _table("entity name kind language status statement"),
    "links": _table(
        "id source target layer kind directed date weight grade status modality report group "
        "statement",
        flag="directed",
        number="weight",
    ),
    "legs": _table(
        "id from to from_name to_name mode date date_to network persons fee_min fee_max currency "
        "fee_basis service_model payment_mode report group grade status modality statement "
        "fee_statement",
        number="persons fee_min fee_max",
    ),
    "places": _table(
        "id name kind country lat lon statements", number="lat lon", count="statements"
    ),
    "money": _table(
        "id kind date from to low high currency basis text report group grade status modality "
        "statement",
        number="low high",
    ),
    "series": _table(
        "series date value low high unit place mode release report group grade status "
        "modality statement",
        number="value low high",
    ),
    "reports": _table(
        "urn originator title information_from information_to record_date format file items "
        "statements group group_reason origin_known",
        flag="origin_known",
        count="items statements",
    ),
    "statements": _table(
        "id urn item n entity mention schema property value text language start end extractor "
        "author status basis modality attribution grade handling originator group",
        word="urn entity mention schema property language extractor author status basis modality "
        "attribution grade handling originator group",
        count="item n start end",
    ),
    "items": _table(
        "urn item text grade handling graded_by_default provenance language",
        word="urn grade handling language",
        flag="graded_by_default",
        count="item",
    ),
    "categories": _table("entity category case decided_by date reason statement"),
}
"""The tables of every picture; entities bear the ids that judgements gave them, also as values."""

KEYS: dict[str, tuple[str, ...]] = {
    "entities": ("id",),
    "names": ("entity", "statement", "name"),
    "links": ("statement", "source", "target"),
    "legs": ("statement", "fee_statement", "from", "to"),
    "places": ("id",),
    "money": ("statement", "from", "to"),
    "series": ("series", "date", "release", "statement"),
    "reports": ("urn",),
    "statements": ("urn", "item", "n"),
    "items": ("urn", "item"),
    "categories": ("entity", "statement"),
}
"""What the rows of each table are sorted by."""


def make_table(name: str, columns: Mapping[str, object] | pa.Table) -> pa.Table:
    """A table of a picture from the columns there are: typed, completed and sorted.

    A column that is not given is empty (words), false (flags), or null (numbers).
    """
    rows = _height(columns)
    given = {key: _array(columns[key]) for key in _names(columns)}
    arrays = [_column(field, given.get(field.name), rows) for field in TABLES[name]]
    return in_order(pa.Table.from_arrays(arrays, schema=TABLES[name]), KEYS[name])


def in_order(table: pa.Table, keys: tuple[str, ...]) -> pa.Table:
    """The rows in the order of the key columns."""
    if table.num_rows < 2:
        return table
    ranked = pa.table({key: sortable(table[key]) for key in keys})
    if _is_in_order(ranked):
        return table
    return table.take(pc.sort_indices(ranked, sort_keys=[(key, "ascending") for key in keys]))


def _is_in_order(ranked: pa.Table) -> bool:
    """Whether each row stands where sorting would put it; much quicker than sorting."""
    fine: pa.ChunkedArray = pa.chunked_array([np.ones(ranked.num_rows - 1, dtype=np.bool_)])
    for column in reversed(ranked.columns):
        before, after = column.slice(0, ranked.num_rows - 1), column.slice(1)
        fine = pc.or_(pc.less(before, after), pc.and_(pc.equal(before, after), fine))
    return bool(pc.all(fine, skip_nulls=False).as_py())


def sortable(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Words as the number of their place among the words, so that sorting them is quick."""
    if not pa.types.is_dictionary(column.type):
        return column
    one = column.unify_dictionaries().combine_chunks()
    place = pc.sort_indices(pc.sort_indices(one.dictionary))
    return pa.chunked_array([pc.take(place, one.indices)])


def _names(columns: Mapping[str, object] | pa.Table) -> list[str]:
    return list(columns.column_names if isinstance(columns, pa.Table) else columns)


def _height(columns: Mapping[str, object] | pa.Table) -> int:
    return max((len(_array(columns[name])) for name in _names(columns)), default=0)


def _array(column: object) -> pa.Array | pa.ChunkedArray:
    if isinstance(column, pa.Array | pa.ChunkedArray):
        return column
    return pa.array(column)


def _column(field: pa.Field, given: pa.Array | pa.ChunkedArray | None, rows: int) -> pa.Array:
    if given is None:
        given = pa.nulls(rows, field.type)
    if given.type != field.type:
        given = given.cast(field.type)
    if isinstance(given, pa.ChunkedArray):
        given = given.unify_dictionaries().combine_chunks()
    if given.null_count == 0:
        return given
    if pa.types.is_dictionary(field.type):
        return given.fill_null("")
    if field.type == _TEXT:
        return given.fill_null("")
    return given.fill_null(False) if field.type == _FLAG else given
