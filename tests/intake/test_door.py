"""The door: what kind of file it is."""

import pytest

from headwater.intake.door import form_of
from headwater.intake.taken import Original


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("a.TXT", b"words", "text"),
        ("README", b"words", "text"),
        ("a.txt", b"%PDF-1.7", "pdf"),
        ("scan", b"%PDF-1.7", "pdf"),
        ("a.docx", b"PK\x03\x04", "docx"),
        ("a.xlsx", b"PK\x03\x04", "xlsx"),
        ("a.htm", b"<html>", "html"),
        ("a.json", b"{}", "ftm"),
        ("a.exe", b"MZ", ""),
    ],
)
def test_a_file_is_known_by_its_first_bytes_or_its_ending(name, content, form):
    assert form_of(Original(name, content)) == form


def test_an_unknown_kind_is_refused_with_the_kinds_that_are_read(take):
    (refusal,) = take({"a.exe": b"MZ words"}).refusals
    assert (refusal.position, "PDF" in refusal.do) == ("whole file", True)


def test_an_unknown_table_is_refused_with_its_columns_and_the_way_out(take):
    (refusal,) = take({"a.csv": "alpha,beta\n1,2\n"}).refusals
    assert "alpha, beta" in refusal.why
    assert "mapping" in refusal.do


def test_what_cannot_be_read_does_not_stop_the_rest(take):
    taken = take({"a.pdf": b"%PDF-broken", "b.txt": "Seen at Horgos.", "c.docx": b"PK\x03\x04"})
    assert [report.file for report in taken.reports] == ["b.txt"]
    assert [r.file for r in taken.refusals] == ["a.pdf", "c.docx"]


def test_a_workbook_gives_a_report_for_each_visible_sheet(take, tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    book.active.title = "calls"
    book.active.append(["caller", "called"])
    book.active.append(["+447700900123", "+447700900124"])
    other = book.create_sheet("seizures")
    other.append(["date", "article", "quantity"])
    other.append(["2025-01-02", "boat", 3])
    hidden = book.create_sheet("secret")
    hidden.append(["name"])
    hidden.sheet_state = "veryHidden"
    (tmp_path / "in").mkdir()
    book.save(tmp_path / "in" / "b.xlsx")
    taken = take(tmp_path / "in")
    assert [report.file for report in taken.reports] == ["b.xlsx > calls", "b.xlsx > seizures"]
    assert len({report.urn for report in taken.reports}) == 2
    assert [(r.file, r.what) for r in taken.refusals] == [("b.xlsx > secret", "hidden sheet")]
    assert "+447700900123" in {s.value for s in taken.statements}
