"""PDF, Word and HTML: their words, line by line."""

import io

import docx
import pytest

from headwater.intake.pages import declared_charset, docx_text, html_text, pdf_text
from headwater.model import Refused

REPORT = ["Originator: Border Police", "", "1. A van at Horgos. [1B-P]", "2. A boat. [2D-P]"]


def word_file(*lines: str) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "price", "2,000"
    document.add_paragraph("behind the table")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def pdf_file(*lines: str) -> bytes:
    """A PDF of one page, written by hand."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        *(len(objects) + 1, len(body)),
    )
    return body + head + table + tail


def test_the_text_of_a_pdf_is_read():
    assert "A van at Horgos" in pdf_text(pdf_file("A van at Horgos", "second line"))


def test_a_pdf_of_pictures_is_refused_with_advice():
    with pytest.raises(Refused, match="no text") as refused:
        pdf_text(pdf_file())
    assert "character recognition" in refused.value.do


def test_paragraphs_and_tables_of_a_word_file_come_in_order():
    lines = docx_text(word_file("first", "second")).split("\n")
    assert lines == ["first", "second", "price | 2,000", "behind the table"]


def test_a_numbered_list_of_word_keeps_its_numbers():
    document = docx.Document()
    for line in ("A van", "A boat"):
        document.add_paragraph(line, style="List Number")
    written = io.BytesIO()
    document.save(written)
    assert docx_text(written.getvalue()) == "1. A van\n2. A boat"


def test_a_page_loses_its_scripts_and_keeps_its_blocks():
    page = (
        "<html><head><title>t</title><style>p{}</style></head><body><p>One <b>two</b>\n three</p>"
    )
    page += "<script>evil()</script><ul><li>first<li>second</ul><div>four</div></body></html>"
    assert html_text(page.encode()) == "One two three\n- first\n- second\nfour"


def test_a_page_without_words_is_refused():
    with pytest.raises(Refused):
        html_text(b"<html><body><script>x</script></body></html>")


def test_a_page_says_its_own_encoding():
    assert declared_charset(b'<html><meta charset="windows-1251">') == "windows-1251"
    assert declared_charset(b"<html>") == ""


@pytest.mark.parametrize("form", ["docx", "pdf", "html"])
def test_a_report_in_any_form_has_header_items_and_gradings(take, form):
    content = {
        "docx": word_file(*REPORT),
        "pdf": pdf_file(*(line.replace("(", "") for line in REPORT if line)),
        "html": "".join(f"<p>{line}</p>" for line in REPORT).encode(),
    }[form]
    taken = take({f"r.{form}": content})
    (report,) = taken.reports
    assert (report.originator, report.format) == ("Border Police", form)
    assert [item.grade.text for item in report.items][:2] == ["1B", "2D"]
    assert report.items[0].text == "A van at Horgos."
