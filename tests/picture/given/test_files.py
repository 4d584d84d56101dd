import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from headwater.model import WrongUse
from headwater.picture.given.files import lines_of, read_plain, text_of


def write(path, text, encoding="utf-8"):
    path.write_bytes(text.encode(encoding))
    return path


def test_ids_stay_the_text_that_they_are(tmp_path):
    table = read_plain(write(tmp_path / "p.csv", "id,phone\nNA,+38160\n007,null\n"), ["id"])
    assert table.to_pylist() == [{"id": "NA", "phone": "+38160"}, {"id": "007", "phone": "null"}]


def test_a_mark_at_the_start_and_spaces_in_the_header_do_not_matter(tmp_path):
    table = read_plain(write(tmp_path / "p.csv", "id, name\n1,Ana\n", "utf-8-sig"), ["id", "name"])
    assert table["name"].to_pylist() == ["Ana"]


def test_parquet_reads_like_csv_with_gaps_empty(tmp_path):
    pq.write_table(pa.table({"id": [1, 2], "name": ["Ana", None]}), tmp_path / "p.parquet")
    table = read_plain(tmp_path / "p.parquet", ["id"])
    assert table.to_pylist() == [{"id": "1", "name": "Ana"}, {"id": "2", "name": ""}]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"id\n", "no rows"),
        (b"name\nAna\n", "no column 'id'"),
        (b"no;id\n1;2\n", "separated by semicolons: save it with commas"),
        (b"no\tid\n1\t2\n", "separated by tabs: save it with commas"),
        (b"id,id\n1,2\n", "two columns"),
        (b"id,name\n1\n", "cannot be read"),
        ("id\nŽarko\n".encode("cp1250"), "UTF-8"),
        ("id,name\n1,Žarko\n".encode("utf-16"), "UTF-8"),
    ],
)
def test_a_file_that_cannot_be_taken_says_why(tmp_path, content, says):
    (tmp_path / "p.csv").write_bytes(content)
    with pytest.raises(WrongUse) as refused:
        read_plain(tmp_path / "p.csv", ["id"])
    assert says in str(refused.value)


def test_a_file_that_is_no_parquet_or_is_not_there_says_so(tmp_path):
    with pytest.raises(WrongUse, match="Parquet"):
        read_plain(write(tmp_path / "p.parquet", "id\n1\n"), ["id"])
    with pytest.raises(WrongUse, match="no file"):
        read_plain(tmp_path / "gone.csv", ["id"])


def test_missing_columns_are_empty():
    table = pa.table({"id": [" a "]})
    assert text_of(table, "id").to_pylist() == ["a"]
    assert text_of(table, "name").to_pylist() == [""]


def test_rows_are_found_by_their_line_past_blank_lines_and_cells_of_two_lines(tmp_path):
    path = write(tmp_path / "p.csv", 'id,name\n\na,"Ana\nKos"\nb,Mia\n')
    assert lines_of(path) == [3, 5]
