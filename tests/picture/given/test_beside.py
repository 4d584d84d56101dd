import pytest

from headwater.picture import from_plain_files


def given(folder, kind, text):
    path = folder / f"{kind}.csv"
    path.write_text(text, encoding="utf-8")
    picture = from_plain_files(**{kind: path})
    return picture.tables[f"given_{kind}"].to_pylist(), "\n".join(picture.caveats)


def test_an_operation_whose_dates_cannot_be_is_told_by_line_and_the_others_stay(tmp_path):
    rows, said = given(
        tmp_path,
        "operations",
        "id,date,end,place,kind\nA,2024-02-31,,Horgos,arrests\n\nB,31/12,2024-03-01,Horgos,arrests\n"
        "C,1.3.2024,,Horgos,arrests\nD,,,Horgos,arrests\n",
    )
    assert [(row["id"], row["date"], row["end"]) for row in rows] == [
        ("", "", ""),
        ("B", "", "2024-03-01"),
        ("C", "2024-03-01", ""),
        ("", "", ""),
    ]
    assert "operations.csv, line 2: 2024-02-31 is not a date; left empty: write 2025-03-15" in said
    assert "operations.csv, line 4: 31/12 is not a date" in said
    assert "line 6 has neither date nor end" in said


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("2024-02-31,46.1,20,7,x", "2024-02-31 is not a date; left empty"),
        ("31/12,46.1,20,7,x", "31/12 is not a date; left empty"),
        (",46.1,20,7,x", "line 2 has no date, so it is in no season"),
    ],
)
def test_an_incident_without_a_date_that_can_be_counts_in_no_season(tmp_path, row, said):
    (kept,), caveats = given(tmp_path, "incidents", f"date,lat,lon,dead_and_missing,cause\n{row}\n")
    assert (kept["date"], kept["dead_and_missing"]) == ("", "7")
    assert said in caveats


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("2024-02-01,95,20,7,x", "95 is above 90; the row was left out"),
        ("2024-02-01,46,-181,7,x", "-181 is below -180; the row was left out"),
        ("2024-02-01,46,,7,x", "lon is empty; the row was left out"),
        ("2024-02-01,46,20,-1,x", "-1 is below 0; the row was left out"),
        ("2024-02-01,46,20,many,x", "many is not a number; the row was left out"),
    ],
)
def test_an_incident_that_cannot_be_is_told_with_its_value_and_line(tmp_path, row, said):
    (gone, kept), caveats = given(
        tmp_path,
        "incidents",
        f"date,lat,lon,dead_and_missing,cause\n{row}\n2024-03-01,46,20,2,x\n",
    )
    assert set(gone.values()) == {""}
    assert kept["dead_and_missing"] == "2"
    assert f"incidents.csv, line 2: {said}" in caveats
