"""Workbooks: other programs open them."""

import io
from datetime import datetime

from headwater.exercise.workbook import workbook


def test_a_workbook_opens_with_its_dates_and_numbers():
    import openpyxl

    rows = [
        {"when": datetime(2025, 3, 4, 12, 30), "phone": "+447700900123", "n": 7, "note": "a & <b>"},
        {"when": datetime(2025, 3, 5), "phone": "", "n": 8, "note": "ш"},
    ]
    content = workbook({"when": "почетак", "phone": "телефон", "n": "n", "note": "note"}, rows)
    book = openpyxl.load_workbook(io.BytesIO(content))
    read = list(book.active.iter_rows(values_only=True))
    assert read[0] == ("почетак", "телефон", "n", "note")
    assert read[1] == (datetime(2025, 3, 4, 12, 30), "+447700900123", 7, "a & <b>")
    assert read[2] == (datetime(2025, 3, 5), None, 8, "ш")
