"""Workbook: the visible sheets of an Excel file as lines of text cells."""

import io
from datetime import date, datetime, time, timedelta
from itertools import zip_longest
from typing import Any

from headwater.intake.archive import check_office_file, open_archive, read_member
from headwater.intake.tables.sheet import FORMULA
from headwater.model import Refused

MOST_CELLS = 20_000_000


def workbook_sheets(content: bytes) -> list[dict[str, Any]]:
    """The sheets of a workbook in order.

    Returns:
        For each sheet its `name`, whether it is `hidden`, and its `lines` of text cells; a hidden
        sheet has no lines.

    Raises:
        Refused: If the file cannot be opened.
    """
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    check_office_file(content, "xl/workbook.xml", "an Excel file")
    try:
        values = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        written = None
        if _has_formulas(content):
            written = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    except (InvalidFileException, KeyError, ValueError) as bad:
        raise Refused(
            "the workbook cannot be opened", why="it is damaged", do="save it anew"
        ) from bad
    sheets = []
    formulas = written.worksheets if written else [None] * len(values.worksheets)
    for sheet, source in zip(values.worksheets, formulas, strict=True):
        hidden = sheet.sheet_state != "visible"
        lines = [] if hidden else _lines(sheet, source)
        sheets.append({"name": sheet.title, "hidden": hidden, "lines": lines})
    return sheets


def _lines(sheet: Any, source: Any) -> list[list[str]]:  # noqa: ANN401 - worksheets of openpyxl
    for stated in (sheet, source):
        if stated is not None:
            stated.reset_dimensions()  # it may be a lie; the rows say how large the sheet is
    lines: list[list[str]] = []
    cells = 0
    sources = source.iter_rows(values_only=True) if source is not None else ()
    rows = zip_longest(sheet.iter_rows(values_only=True), sources)
    for values, written in rows:
        line = [
            FORMULA if value is None and _is_formula(given) else _text(value)
            for value, given in zip_longest(values or (), written or ())
        ]
        while line and not line[-1]:
            line.pop()
        cells += len(line)
        if cells > MOST_CELLS:
            raise Refused("the sheet is too large", why=f"over {MOST_CELLS:,} cells", do="split it")
        lines.append(line)
    width = max(map(len, lines), default=0)
    return [line + [""] * (width - len(line)) if line else [] for line in lines]


def _has_formulas(content: bytes) -> bool:
    with open_archive(content) as archive:
        return any(
            b"<f" in read_member(archive, member)
            for member in archive.infolist()
            if member.filename.startswith("xl/worksheets/")
        )


def _is_formula(given: object) -> bool:
    return (isinstance(given, str) and given.startswith("=")) or type(given).__name__ in (
        "ArrayFormula",
        "DataTableFormula",
    )


def _text(value: object) -> str:
    """A cell as words: whole numbers without a point, days without midnight."""
    match value:
        case None:
            text = ""
        case bool():
            text = "true" if value else "false"
        case datetime():
            text = value.isoformat(timespec="seconds").removesuffix("T00:00:00")
        case date() | time():
            text = value.isoformat()
        case timedelta():
            text = f"{value.total_seconds():.0f}"
        case float() if value.is_integer() and abs(value) < 1e15:
            text = f"{value:.0f}"
        case _:
            text = str(value)
    return text
