"""Sheet: the rows of a CSV file or a spreadsheet as text, and the rows that cannot be read."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from headwater.model import Refused

FORMULA = "\x00formula"
"""Stands in a cell for a formula without a stored value; the cell is refused."""
MOST_COLUMNS = 2_000
LONGEST_CELL = 1_000_000
"""Characters; a longer cell refuses its row."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text under named columns.

    Attributes:
        columns: Names as they stand in the file.
        rows: Row number (from 1, the header not counted) and its cells, one for each column.
        faults: Position, what and why of rows and cells that could not be read.
        serial_dates: True where a bare number in a date column is a spreadsheet's day count.
        name: Name of the sheet, empty for a file that has only one.
    """

    columns: tuple[str, ...]
    rows: list[tuple[int, list[str]]]
    faults: list[tuple[str, str, str]] = field(default_factory=list)
    serial_dates: bool = False
    name: str = ""


def read_csv(text: str, suffix: str = ".csv") -> Table:
    """Read comma, semicolon, tab or bar separated text with one header row.

    Raises:
        Refused: If there is no header, or two columns share a name.
    """
    # The limit is the module's; ours is checked cell by cell, so that one row is refused.
    csv.field_size_limit(1 << 31 - 1)
    stated = re.match(r"sep=(.)\n", text)  # what Excel writes above the header
    text = text[stated.end() :] if stated else text
    delimiter = "\t" if suffix == ".tsv" else stated[1] if stated else _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    return as_table(_lines(reader))


def _delimiter(text: str) -> str:
    head = next((line for line in text.split("\n", 50) if line.strip()), "")
    outside = "".join(head.split('"')[::2])
    return max(",;\t|", key=lambda mark: (outside.count(mark), mark == ","))


def _lines(reader: Iterator[list[str]]) -> Iterator[list[str] | str]:
    """Rows of cells; a row that breaks the form of the file comes as the words of the fault."""
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as bad:
            yield str(bad)
        else:
            yield cells


def as_table(
    lines: Iterable[list[str] | str], *, serial_dates: bool = False, name: str = ""
) -> Table:
    """Take the first line with a cell in it as the header, and all below as rows.

    Blank rows are no rows. A row with more or fewer cells than the header is a fault.

    Raises:
        Refused: If there is no header, or two columns share a name.
    """
    iterator = iter(lines)
    header = next((line for line in iterator if not isinstance(line, str) and any(line)), None)
    if header is None:
        raise Refused("the table is empty", why="it has no header row", do="give a header and rows")
    columns = _columns(header)
    table = Table(columns, [], serial_dates=serial_dates, name=name)
    for number, line in enumerate(_filled(iterator), 1):
        fault = line if isinstance(line, str) else _fault(line, len(columns))
        if isinstance(line, str) or fault:
            table.faults.append((f"row {number}", "the row cannot be read", fault))
        else:
            table.rows.append((number, [cell.strip() for cell in line[: len(columns)]]))
            if FORMULA in line:
                _take_out_formulas(table)
    return table


def _take_out_formulas(table: Table) -> None:
    number, cells = table.rows[-1]
    for at, cell in enumerate(cells):
        if cell == FORMULA:
            cells[at] = ""
            where = f"row {number}, {table.columns[at]}"
            why = "the workbook holds no value beside it, and formulas are not run"
            table.faults.append((where, "a formula without a value was refused", why))


def _filled(lines: Iterator[list[str] | str]) -> Iterator[list[str] | str]:
    return (line for line in lines if isinstance(line, str) or any(line))


def _columns(header: list[str]) -> tuple[str, ...]:
    while header and not header[-1].strip():
        header = header[:-1]
    names = [cell.strip() or f"column {n}" for n, cell in enumerate(header, 1)]
    if len(names) > MOST_COLUMNS:
        raise Refused("the table is too wide", why=f"it has over {MOST_COLUMNS:,} columns")
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise Refused(
            f"two columns are named {twice[0][:40]!r}",
            why="a mapping could not tell them apart",
            do="rename one",
        )
    return tuple(names)


def _fault(cells: list[str], width: int) -> str:
    if len(cells) != width and (len(cells) < width or any(cells[width:])):
        return f"it has {len(cells)} cells under {width} columns"
    if max(map(len, cells)) > LONGEST_CELL:
        return f"a cell is longer than {LONGEST_CELL:,} characters"
    return ""
