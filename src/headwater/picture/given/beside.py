"""Files that methods read as they are given: operations, incidents. What cannot be is told by line.

The rows stay, so that a statement id still names its row; a row that cannot be used is emptied.
"""

from collections.abc import Callable

import pyarrow as pa
import pyarrow.compute as pc

from headwater.picture.given.cells import PlainCells

_OUT = "the row was left out"
_OF_DISRUPTIONS = ("agency", "group", "level", "case", "series", "grade")  # columns that may be


def _operations(cells: PlainCells) -> pa.Table:
    table = cells.table
    for name in ("date", "end"):
        table = _with(table, name, cells.date(name))
    lost = pc.and_(pc.equal(table["date"], ""), pc.equal(table["end"], ""))
    bare = pc.and_(pc.equal(cells.text("date"), ""), pc.equal(cells.text("end"), ""))
    cells.lacking(bare, "has neither date nor end, so it explains no shift")
    for name in ("id", "place", "kind", *_OF_DISRUPTIONS):
        cells.text(name)
    return _emptied(table, pc.or_(lost, pc.invert(cells.kept)))


def _incidents(cells: PlainCells) -> pa.Table:
    table = _with(cells.table, "date", cells.date("date"))
    blank = pc.equal(cells.text("date"), "")
    cells.lacking(blank, "has no date, so it is in no season")
    numbers = (
        cells.number("lat", least=-90, most=90, instead=_OUT),
        cells.number("lon", least=-180, most=180, instead=_OUT),
        cells.number("dead_and_missing", least=0, instead=_OUT, whole=True),
    )
    for name in ("lat", "lon", "dead_and_missing"):
        cells.note(pc.equal(cells.text(name), ""), _empty(name))
    for name in ("cause", "route", "region", "country", "record_type"):
        cells.text(name)
    out = pc.invert(cells.kept)
    for number in numbers:
        out = pc.or_(out, pc.is_null(number))
    return _emptied(table, out)


CHECKS: dict[str, Callable[[PlainCells], pa.Table]] = {
    "operations": _operations,
    "incidents": _incidents,
}
"""For each of these files how it is looked through; gives the rows as methods may use them."""


def _empty(name: str) -> Callable[[int], str]:
    return lambda _: f"{name} is empty; {_OUT}"


def _with(table: pa.Table, name: str, column: pa.Array) -> pa.Table:
    return table.set_column(table.column_names.index(name), name, column)


def _emptied(table: pa.Table, rows: pa.Array) -> pa.Table:
    """The table with every cell of these rows empty."""
    for name in table.column_names:
        table = _with(table, name, pc.if_else(rows, "", table[name]))
    return table
