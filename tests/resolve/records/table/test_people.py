import pytest

from headwater.model import NotPermitted, WrongUse
from headwater.resolve.records.table import read_people


def write(folder, *lines, encoding="utf-8", name="people.csv"):
    path = folder / name
    path.write_bytes("\n".join(lines).encode(encoding, "surrogatepass"))
    return path


def records(path, **options):
    return {record.id: record for record in read_people(path, **options).records}


def positions(table):
    return [(refusal.position, refusal.why) for refusal in table.refusals]


def test_columns_are_understood_by_their_usual_names(tmp_path):
    path = write(
        tmp_path,
        "unique_id,First_Name,surname,DOB,nationality,phone_number,soc_sec_id,suburb,category,shoe",
        "7,Goran,Perić,3.2.1980,RS,064 123 4567,998877,Zemun,suspect,44",
    )
    table = read_people(path)
    (record,) = table.records
    assert record.values == {
        "name": ("Goran Perić",),
        "birth_date": ("1980-02-03",),
        "country": ("RS",),
        "phone": ("+381641234567",),
        "document": ("social security||998877",),
        "place": ("Zemun",),
    }
    assert record.categories == ("suspect",)
    assert "shoe" in table.notes[1]
    assert "given from First_Name" in table.notes[0]


def test_several_values_of_a_cell_stand_between_semicolons(tmp_path):
    path = write(tmp_path, "id,name,alias,category", "1,Goran Perić,Goci Peric; Гоци,suspect")
    assert records(path)["1"].values["name"] == ("Goran Perić", "Goci Peric", "Гоци")


def test_a_table_without_categories_needs_one_assumed_and_says_so(tmp_path):
    path = write(tmp_path, "id,name", "1,Goran Perić")
    with pytest.raises(WrongUse, match="category"):
        read_people(path)
    table = read_people(path, assume_category="suspect")
    assert not table.records[0].protected
    assert any("assumed to be suspect" in caveat for caveat in table.caveats)


def test_an_assumed_category_never_overrides_a_given_one(tmp_path):
    path = write(tmp_path, "id,name,category", "1,Goran Perić,other", "2,Ana Lukić,")
    found = records(path, assume_category="suspect")
    assert (found["1"].categories, found["2"].categories) == (("other",), ("suspect",))


@pytest.mark.parametrize("column", ["role", "occupation", "victim_of"])
def test_no_category_is_assumed_where_a_column_names_people_to_protect(tmp_path, column):
    path = write(tmp_path, f"id,name,{column}", "1,Goran Perić,asylum seeker")
    with pytest.raises(NotPermitted):
        read_people(path, assume_category="suspect")


def test_a_name_that_is_a_protected_word_by_chance_is_no_obstacle(tmp_path):
    path = write(tmp_path, "id,first_name,surname,occupation", "1,Anna,Child,children's writer")
    assert len(records(path, assume_category="suspect")) == 1


def test_people_without_a_decision_are_protected_unless_one_is_assumed(tmp_path):
    path = write(tmp_path, "id,name,category", "1,Ana Lukić,", "2,Goran Perić,boss")
    table = read_people(path)
    assert all(record.protected for record in table.records)
    assert [position for position, _ in positions(table)] == ["line 3"]


def test_what_is_wrong_with_a_row_is_said_with_its_line_and_the_rest_goes_on(tmp_path):
    path = tmp_path / "people.csv"
    path.write_bytes(
        b"id,name,category,birth_date\n"
        b"1,Goran Peric,suspect,1980\n"
        b"\n"
        b"id,name,category,birth_date\n"  # line 4
        b"2,Ana\n"  # line 5
        b"3,Zor\xe1n,suspect,\n"  # line 6
        b"1,Goran P.,suspect,\n"  # line 7
        b",Nobody Known,suspect,\n"  # line 8
        b"4,Ivan Simic,suspect,yesterday\n"  # line 9
        b"5,Ivo \xed\xa0\x80,suspect,\n"  # line 10, a lone surrogate
        b"6,Last One,suspect,1990-01-02\n"
    )
    table = read_people(path)
    assert [record.id for record in table.records] == ["1", "4", "6"]
    said = dict(positions(table))
    assert sorted(said) == sorted(f"line {n}" for n in range(4, 11))
    assert "header" in said["line 4"]
    assert "UTF-8" in said["line 6"]
    assert "same id" in said["line 7"]
    assert "no date" in said["line 9"]


def test_a_refusal_never_repeats_what_stood_there(tmp_path):
    path = write(tmp_path, "id,name,category,birth_date", "secret-id,Ana Lukić,witness,hidden day")
    (refusal,) = read_people(path).refusals
    assert "hidden" not in str(refusal)
    assert "Ana" not in str(refusal)


def test_a_protective_category_in_a_second_row_of_one_id_still_protects(tmp_path):
    path = write(tmp_path, "id,name,category", "1,Ana Lukić,suspect", "1,Ana Lukić,victim")
    assert records(path)["1"].protected


@pytest.mark.parametrize(
    ("lines", "word"),
    [
        (["name,category", "Ana,suspect"], "ids"),
        (["id,category", "1,suspect"], "names"),
        (["id;name;category", "1;Ana;suspect"], "semicolons"),
        (["id\tname\tcategory", "1\tAna\tsuspect"], "tabs"),
        (["id,name,name", "1,Ana,Ana"], "two columns"),
        (["id,name,category"], "no row"),
        ([""], "empty"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_as_a_whole(tmp_path, lines, word):
    with pytest.raises(WrongUse, match=word):
        read_people(write(tmp_path, *lines), assume_category="suspect")


def test_a_parquet_file_is_read_like_csv(tmp_path):
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = tmp_path / "people.parquet"
    columns = {"id": [1, 2], "name": ["Goran Perić", None], "category": ["suspect", "suspect"]}
    pq.write_table(pa.table(columns), path)
    table = read_people(path)
    assert [record.id for record in table.records] == ["1", "2"]
    assert [position for position, _ in positions(table)] == ["row 2"]


def test_a_date_without_such_a_day_is_compared_in_part_and_its_line_is_noted(tmp_path):
    rows = ("1,Goran Perić,suspect,32.13.1990", "2,Ana Lukić,suspect,1980-00-00")
    table = read_people(write(tmp_path, "id,name,category,born", *rows))
    assert [record.values["birth_date"] for record in table.records] == [("1990",), ("1980",)]
    assert table.refusals == ()
    (note,) = (note for note in table.notes if "no such day" in note)
    assert note.endswith("is compared: line 2.")


def test_a_phone_without_digits_is_refused_by_its_line_and_the_row_stays(tmp_path):
    table = read_people(write(tmp_path, "id,name,category,tel", "1,Goran Perić,suspect,abc;064 1"))
    assert table.records[0].values["phone"] == ("0641",)
    assert positions(table) == [("line 2", "it has no digits")]
