"""Plain files of a few columns, CSV or Parquet, read as text with nothing guessed."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import WrongUse


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
            do=_separated(table.column_names) or "name the columns in the first line",
        )
    if table.num_rows == 0:
        raise WrongUse(f"{path.name} has a header and no rows", do="give a file with rows")
    return table


def _separated(names: Sequence[str]) -> str:
    """What to do about a header that another sign than the comma parts; empty where none does."""
    for sign, called in ((";", "semicolons"), ("\t", "tabs")):
        if any(sign in name for name in names):
            return f"the columns seem to be separated by {called}: save it with commas"
    return ""


def text_of(table: pa.Table, name: str, default: str = "") -> pa.Array:
    """A column without the space around its values; the default where it is not there."""
    if name not in table.column_names:
        return repeat(default, table.num_rows)
    return pc.utf8_trim_whitespace(table[name]).combine_chunks()


def repeat(word: str, rows: int) -> pa.Array:
    """A column that says the same in every row."""
    return pa.repeat(word, rows).cast(pa.string())


def lines_of(path: Path) -> list[int]:
    """The line of each row of a CSV file, from 1; a Parquet file has none, so none is given."""
    if path.suffix.lower() == ".parquet":
        return []
    lines, ended = [], 0
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        for cells in reader:
            if cells:  # blank lines are no rows
                lines.append(ended + 1)
            ended = reader.line_num
    return lines[1:]


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
