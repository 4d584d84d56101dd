"""Workbooks: what is shown, what is hidden, formulas and dates."""

import io
from datetime import date, datetime

import openpyxl
import pytest

from headwater.intake.tables.sheet import FORMULA
from headwater.intake.tables.workbook import workbook_sheets
from headwater.model import Refused


def saved(book: openpyxl.Workbook) -> bytes:
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_cells_come_as_words():
    book = openpyxl.Workbook()
    book.active.append(["day", "moment", "whole", "part", "phone", "yes"])
    moment = datetime(2025, 1, 2, 3, 4, 5)
    book.active.append([date(2025, 1, 2), moment, 12.0, 1.5, "+447700900123", True])
    (sheet,) = workbook_sheets(saved(book))
    assert sheet["lines"][1] == [
        *("2025-01-02", "2025-01-02T03:04:05", "12", "1.5", "+447700900123", "true"),
    ]


def test_a_hidden_sheet_gives_its_name_and_no_cell():
    book = openpyxl.Workbook()
    book.active.append(["a"])
    for state in ("hidden", "veryHidden"):
        sheet = book.create_sheet(state)
        sheet.append(["secret"])
        sheet.sheet_state = state
    sheets = workbook_sheets(saved(book))
    assert [s["hidden"] for s in sheets] == [False, True, True]
    assert "secret" not in str(sheets[1:]).replace("'name': 'secret'", "")


def test_a_formula_whose_value_is_not_stored_is_marked():
    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    book.active.append([1, "=A2*2"])
    (sheet,) = workbook_sheets(saved(book))
    assert sheet["lines"][1] == ["1", FORMULA]


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0old", b"a,b\n1,2"])
def test_what_is_no_workbook_is_refused(content):
    with pytest.raises(Refused):
        workbook_sheets(content)
