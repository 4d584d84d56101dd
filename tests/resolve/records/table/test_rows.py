import pytest

from headwater.model import WrongUse
from headwater.resolve.records.table.rows import read_rows


def test_every_row_knows_its_line_even_behind_a_cell_of_two_lines(tmp_path):
    path = tmp_path / "p.csv"
    path.write_text('id,name\n1,"A\nB"\n\n2,C\n', encoding="utf-8")
    assert [(row.position, row.cells["id"]) for row in read_rows(path).rows] == [
        ("line 2", "1"),
        ("line 5", "2"),
    ]


def test_a_byte_order_mark_and_spaces_around_cells_make_no_difference(tmp_path):
    path = tmp_path / "p.csv"
    path.write_text("\ufeffid , name\n1 , A \n", encoding="utf-8")
    assert read_rows(path).rows[0].cells == {"id": "1", "name": "A"}


def test_a_file_in_another_encoding_is_refused_in_words(tmp_path):
    path = tmp_path / "p.csv"
    path.write_bytes("id,name\n1,Ана\n".encode("utf-16"))
    with pytest.raises(WrongUse) as refused:
        read_rows(path)
    assert refused.value.do


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(WrongUse, match="no file"):
        read_rows(tmp_path / "gone.csv")
