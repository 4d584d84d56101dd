"""Plain files of a few columns, CSV or Parquet, read as text with nothing guessed."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import WrongUse

_ROWS_NAMED = 5


def read_plain(path: Path, wanted: Sequence[str]) -> pa.Table:
    """The file as a table of text columns, in the order of its rows.

    Every value is text as it stands: `NA` and `007` stay what they are. A gap in Parquet is empty.

    Args:
        path: A CSV file (UTF-8, with a header) or a Parquet file.
        wanted: Columns that must be there.

    Raises:
        WrongUse: If it cannot be read, has no rows, or lacks a wanted column.
    """
    if not path.is_file():
        raise WrongUse(f"there is no file {path.name}", where=str(path), do="check the path")
    table = _read_parquet(path) if path.suffix.lower() == ".parquet" else _read_csv(path)
    missing = [name for name in wanted if name not in table.column_names]
    if missing:
        raise WrongUse(
            f"{path.name} has no column {missing[0]!r}",
            why=f"it needs {', '.join(wanted)}; it has {', '.join(table.column_names)}",
            do="name the columns in the first line",
        )
    if table.num_rows == 0:
        raise WrongUse(f"{path.name} has a header and no rows", do="give a file with rows")
    return table


def text_of(table: pa.Table, name: str, default: str = "") -> pa.Array:
    """A column without the space around its values; the default where it is not there."""
    if name not in table.column_names:
        return repeat(default, table.num_rows)
    return pc.utf8_trim_whitespace(table[name]).combine_chunks()


def repeat(word: str, rows: int) -> pa.Array:
    """A column that says the same in every row."""
    return pa.repeat(word, rows).cast(pa.string())


def number_of(table: pa.Table, name: str, file: str, *, least: float | None = None) -> pa.Array:
    """A column as numbers; empty cells are null.

    Raises:
        WrongUse: If a cell is no number, or is below the least; the rows are named.
    """
    words = text_of(table, name)
    empty = pc.equal(words, "")
    shaped = pc.match_substring_regex(words, r"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$")
    _refuse_rows(pc.or_(empty, shaped), file, name, "is not a number", "write 1234.5")
    numbers = pc.cast(pc.if_else(empty, None, words), pa.float64())
    if least is not None:
        fine = pc.fill_null(pc.greater_equal(numbers, least), True)
        _refuse_rows(fine, file, name, f"is below {least:g}", f"give {least:g} or more")
    return numbers


def flag_of(table: pa.Table, name: str, file: str, *, default: bool) -> pa.Array:
    """A column as yes or no (1, true, yes; 0, false, no; any case); empty cells are the default.

    Raises:
        WrongUse: If a cell is none of these words.
    """
    words = pc.utf8_lower(text_of(table, name))
    yes = pc.is_in(words, value_set=pa.array(["1", "true", "yes", "directed"]))
    no = pc.is_in(words, value_set=pa.array(["0", "false", "no", "undirected"]))
    empty = pc.equal(words, "")
    _refuse_rows(pc.or_(empty, pc.or_(yes, no)), file, name, "is not yes or no", "write 1 or 0")
    return pc.if_else(empty, default, yes)


def require_text(column: pa.Array, file: str, name: str) -> pa.Array:
    """The column, if no cell of it is empty.

    Raises:
        WrongUse: If one is.
    """
    _refuse_rows(pc.not_equal(column, ""), file, name, "is empty", "give a value in every row")
    return column


def _refuse_rows(fine: pa.Array, file: str, name: str, wrong: str, do: str) -> None:
    bad = [row + 1 for row in pc.indices_nonzero(pc.invert(fine)).to_pylist()]
    if bad:
        shown = ", ".join(map(str, bad[:_ROWS_NAMED]))
        more = f" and {len(bad) - _ROWS_NAMED} more" if len(bad) > _ROWS_NAMED else ""
        where = f"{file}, row {shown}{more} (the header is not counted)"
        raise WrongUse(f"the column {name} {wrong}", where=where, do=do)


def _read_parquet(path: Path) -> pa.Table:
    import pyarrow.parquet as pq

    try:
        table = pq.read_table(path)
        columns = [pc.fill_null(column.cast(pa.string()), "") for column in table.columns]
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError, OSError) as bad:
        raise WrongUse(f"{path.name} cannot be read as Parquet", why=_first_line(bad)) from bad
    return pa.table(dict(zip(table.column_names, columns, strict=True)))


def _read_csv(path: Path) -> pa.Table:
    from pyarrow import csv as arrow_csv

    names = _header(path)
    try:
        table = arrow_csv.read_csv(
            path,
            parse_options=arrow_csv.ParseOptions(newlines_in_values=True),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False
            ),
        )
    except pa.ArrowInvalid as bad:
        raise WrongUse(
            f"{path.name} cannot be read as CSV",
            why=_first_line(bad),
            do="save it as UTF-8 with as many cells in each row as the header has",
        ) from bad
    return table.rename_columns([name.strip() for name in table.column_names])


def _header(path: Path) -> list[str]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            names = next(csv.reader(io.StringIO(file.readline())), [])
    except UnicodeDecodeError as bad:
        raise WrongUse(f"{path.name} is not UTF-8", do="save it as CSV in UTF-8") from bad
    stripped = [name.strip() for name in names]
    if not any(stripped):
        raise WrongUse(f"{path.name} is empty", do="give a file with a header and rows")
    twice = sorted({name for name in stripped if stripped.count(name) > 1})
    if twice:
        raise WrongUse(f"{path.name} has two columns {twice[0]!r}", do="name each column once")
    return names


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0][:200]
