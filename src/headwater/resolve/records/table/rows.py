"""Rows of a plain file with the place each stands at; a row that cannot be read is refused."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from headwater.model import Refusal, WrongUse

if TYPE_CHECKING:
    from _csv import Reader

_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}
csv.field_size_limit(1 << 20)


class Row(NamedTuple):
    """One row: where it stands (`line 7` of a CSV file, `row 7` of Parquet), and its cells."""

    position: str
    cells: dict[str, str]


@dataclass(slots=True)
class PlainRows:
    """A plain file: its columns, and its rows in order.

    Attributes:
        file: Name of the file.
        columns: Headers, in order, without the space around them.
        rows: Rows that could be read.
        refusals: Rows that could not.
    """

    file: str
    columns: tuple[str, ...]
    rows: list[Row] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)

    def in_order(self) -> tuple[Refusal, ...]:
        """The refusals by the place they stand at."""
        return tuple(sorted(self.refusals, key=lambda r: int(r.position.rpartition(" ")[2])))

    def refuse(self, position: str, what: str, why: str, do: str = "") -> None:
        """Keep what was not taken, and why, without repeating its content."""
        self.refusals.append(Refusal(self.file, position, what, why, do))


def read_rows(path: Path) -> PlainRows:
    """Read a CSV file (UTF-8, commas, with a header) or a Parquet file; all cells as text.

    Raises:
        WrongUse: If there is no such file, or it has no header that can be read, or no rows.
    """
    if not path.is_file():
        raise WrongUse(f"there is no file {path.name}", where=str(path), do="check the path")
    read = _read_parquet(path) if path.suffix.lower() == ".parquet" else _read_csv(path)
    if not read.rows:
        first = read.refusals[0] if read.refusals else None
        raise WrongUse(
            f"{path.name} has no row that can be read",
            where=first.position if first else "",
            why=first.why if first else "it has a header alone",
            do=first.do if first else "give a file with rows",
        )
    return read


def _read_csv(path: Path) -> PlainRows:
    # What is not UTF-8 comes through as lone surrogates, so that only its row is refused.
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        lines = _lines(csv.reader(file), path.name)
        header = next(lines, None)
        read = PlainRows(path.name, _header(path.name, header[1] if header else []))
        for position, cells in lines:
            _take(read, position, cells)
    return read


def _lines(reader: "Reader", file: str) -> Iterator[tuple[str, list[str]]]:
    """Rows that are not blank, each with the line it begins in."""
    ended = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as bad:
            raise WrongUse(
                f"{file} cannot be read as CSV",
                where=f"line {ended + 1}",
                why=str(bad),
                do="save it as CSV in UTF-8",
            ) from bad
        if len(cells) > 1 or any(cell.strip() for cell in cells):
            yield f"line {ended + 1}", cells
        ended = reader.line_num


def _header(file: str, cells: list[str]) -> tuple[str, ...]:
    names = tuple(cell.strip() for cell in cells)
    if not any(names):
        what = "begins with no header" if cells else "is empty"
        raise WrongUse(f"{file} {what}", do="give a file with a header and rows")
    if not all(map(_is_text, names)) or any("\0" in name for name in names):
        raise WrongUse(f"{file} is not UTF-8", where="line 1", do="save it as CSV in UTF-8")
    separator = next((mark for mark in _SEPARATORS if len(names) == 1 and mark in names[0]), "")
    if separator:
        raise WrongUse(
            f"the cells of {file} are separated by {_SEPARATORS[separator]}",
            where="line 1",
            why="a plain file has commas between its cells",
            do="save it as CSV with commas",
        )
    return _each_once(file, names)


def _each_once(file: str, names: tuple[str, ...]) -> tuple[str, ...]:
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice:
        raise WrongUse(
            f"{file} has two columns {twice[0]!r}", where="line 1", do="name each column once"
        )
    return names


def _take(read: PlainRows, position: str, cells: list[str]) -> None:
    wanted = len(read.columns)
    if not all(map(_is_text, cells)):
        read.refuse(position, "the row is left out", "it is not UTF-8", "save the file as UTF-8")
    elif len(cells) != wanted:
        read.refuse(position, "the row is left out", *_miscounted(cells, wanted))
    elif tuple(cell.strip() for cell in cells) == read.columns:
        read.refuse(position, "the row is left out", "it repeats the header", "keep one header")
    else:
        texts = (cell.strip() for cell in cells)
        read.rows.append(Row(position, dict(zip(read.columns, texts, strict=True))))


def _miscounted(cells: list[str], wanted: int) -> tuple[str, str]:
    """Why a row has not as many cells as the header, and what to do."""
    lines = sum(cell.count("\n") for cell in cells) + 1
    if lines > 1:
        why = f"a quotation mark in it is not closed, so it takes in {lines} lines"
        return why, "close it, or take it away"
    why = f"the header has {wanted} cells, and the row {len(cells)}"
    return why, "quote cells that hold a comma" if len(cells) > wanted else "put commas between"


def _is_text(cell: str) -> bool:
    """Whether it can be written as UTF-8: without lone surrogates."""
    try:
        cell.encode()
    except UnicodeEncodeError:
        return False
    return True


def _read_parquet(path: Path) -> PlainRows:
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    try:
        table = pq.read_table(path)
        texts = [pc.fill_null(column.cast(pa.string()), "").to_pylist() for column in table.columns]
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError, UnicodeDecodeError, OSError) as bad:
        raise WrongUse(
            f"{path.name} cannot be read as Parquet", why=str(bad).splitlines()[0][:200]
        ) from bad
    read = PlainRows(path.name, _each_once(path.name, tuple(table.column_names)))
    for number, cells in enumerate(zip(*texts, strict=True), start=1):
        _take(read, f"row {number}", list(cells))
    return read
