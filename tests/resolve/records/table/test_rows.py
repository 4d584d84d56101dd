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


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        (b"Peri\xe6,Peric\n", "not UTF-8"),
        (b"Ana\n", "the row 1"),
        (b"Ana,Ana,Ana\n", "the row 3"),
        (b'"Ana,Ana\nEma,Ema\n', "takes in 3 lines"),
    ],
)
def test_where_no_row_can_be_read_the_first_is_named_with_what_to_do(tmp_path, rows, why):
    path = tmp_path / "p.csv"
    path.write_bytes(b"left,right\n" + rows)
    with pytest.raises(WrongUse) as refused:
        read_rows(path)
    assert refused.value.where == "line 2"
    assert why in refused.value.why
    path.write_bytes(b"left,right\nEma,Ema\n" + rows)
    read = read_rows(path)
    assert len(read.rows) == 1
    (left_out,) = read.in_order()
    assert (left_out.position, left_out.do) == ("line 3", refused.value.do)
    assert "Ana" not in left_out.why


def test_a_row_whose_cells_are_all_empty_is_not_dropped(tmp_path):
    path = tmp_path / "p.csv"
    path.write_text("left,right\n,\n\n \nAna,Ana\n", encoding="utf-8")
    assert [row.position for row in read_rows(path).rows] == ["line 2", "line 5"]


def test_refusals_stand_in_the_order_of_the_file(tmp_path):
    path = tmp_path / "p.csv"
    path.write_text("left,right\n" + "Ana,Ana\n" * 9 + "Ana\n", encoding="utf-8")
    read = read_rows(path)
    read.refuse("line 2", "later", "found")
    assert [refusal.position for refusal in read.in_order()] == ["line 2", "line 11"]


def test_what_is_no_text_file_is_refused(tmp_path):
    path = tmp_path / "p.csv"
    path.write_bytes(b"id\0,name\0\n1,A\n")
    with pytest.raises(WrongUse, match="not UTF-8"):
        read_rows(path)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(WrongUse, match="no file"):
        read_rows(tmp_path / "gone.csv")
