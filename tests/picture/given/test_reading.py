import csv

import pytest

from headwater.model import NotPermitted, WrongUse
from headwater.picture import from_plain_files, with_plain_files


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return path


def test_ends_that_no_list_of_people_has_are_people_without_attributes(tmp_path):
    links = write(tmp_path / "links.csv", "source,target\nNA,007\n007,x\n")
    people = write(tmp_path / "people.csv", "id,name,category\n007,Ana,suspect\n")
    picture = from_plain_files(links=links, people=people)
    assert picture.entities["id"].to_pylist() == ["007", "NA", "x"]
    assert picture.entities["caption"].to_pylist() == ["Ana", "NA", "x"]
    assert picture.entities["rankable"].to_pylist() == [True, False, False]
    assert picture.entities["protected"].to_pylist() == [False, True, True]
    assert any("2 of 3 people have no category" in caveat for caveat in picture.caveats)


def test_links_keep_their_rows_weights_and_columns_of_their_own(tmp_path):
    links = write(tmp_path / "links.csv", "source,target,weight,seen_by\na,b,2.5,Ana\nb,a,,Mia\n")
    picture = from_plain_files(links=links)
    assert picture.links["weight"].to_pylist() == [2.5, 1.0]
    assert picture.links["statement"].to_pylist() == ["links.csv#1.1", "links.csv#2.1"]
    assert picture.tables["given_links"]["seen_by"].to_pylist() == ["Ana", "Mia"]


def test_self_ties_and_repeats_are_said_not_dropped(tmp_path):
    links = write(tmp_path / "links.csv", "source,target\na,a\na,b\na,b\n")
    picture = from_plain_files(links=links)
    assert picture.links.num_rows == 3
    assert any("1 of the links tie somebody to themselves" in c for c in picture.caveats)
    assert any("1 of the links repeat another" in c for c in picture.caveats)


def test_legs_carry_their_fee_and_the_group_that_runs_them(tmp_path):
    legs = write(
        tmp_path / "legs.csv",
        "from,to,mode,group,persons,fee_min,fee_max,currency,fee_basis,report\n"
        "Horgos,Szeged,van,G1,12,500,700,EUR,person,R1\nHorgos,Szeged,van,,,,,,,\n",
    )
    first, second = sorted(from_plain_files(legs=legs).legs.to_pylist(), key=lambda r: r["id"])
    assert (first["fee_min"], first["fee_max"], first["fee_basis"]) == (500.0, 700.0, "person")
    assert (first["network"], first["report"], first["group"]) == ("G1", "R1", "R1")
    assert (second["fee_min"], second["persons"], second["report"]) == (None, None, "legs.csv")


def test_money_and_series_become_tables(tmp_path):
    money = write(tmp_path / "m.csv", "date,from,to,amount,currency\n2025-01-02,a,b,900,EUR\n")
    series = write(tmp_path / "s.csv", "date,series,value\n2025-01-02,arrivals,31\n")
    picture = from_plain_files(money=money, series=series)
    assert picture.money.select(["kind", "low", "high"]).to_pylist() == [
        {"kind": "payment", "low": 900.0, "high": 900.0}
    ]
    assert picture.series["value"].to_pylist() == [31.0]


def test_legs_with_bad_cells_are_taken_and_each_cell_is_named_with_its_line(tmp_path):
    legs = write(
        tmp_path / "legs.csv",
        "from,to,mode,date,fee_min,fee_max,currency,fee_basis,driver\n"
        "A,B,van,2026-03-01,100,200,EUR,person,x\n"
        "A,B,teleport,2026-03-02,,,,,\n"
        "A,B,Taxi boat,2026-13-01,300,200,EUR,person,\n"
        "A,,foot,1.4.2026,many,-3,EUR,per head,\n"
        ",,foot,,,,,,\n",
    )
    picture = from_plain_files(legs=legs)
    rows = sorted(picture.legs.to_pylist(), key=lambda row: row["id"])
    assert [row["mode"] for row in rows] == ["van", "", "taxi_boat", "foot"]
    assert [row["date"] for row in rows] == ["2026-03-01", "2026-03-02", "", "2026-04-01"]
    assert [row["fee_min"] for row in rows] == [100.0, None, None, None]
    said = "\n".join(picture.caveats)
    for words in (
        "line 3: teleport is not a mode (foot, ",
        "line 4: 2026-13-01 is not a date; left empty",
        "line 4: fee_min 300 is above fee_max 200; both left empty",
        "line 5: many is not a number; left empty",
        "line 5: -3 is below 0; left empty",
        "line 5: per head is not a fee_basis (person, ",
        "kept as it stands, compared with nothing else",
        "line 6: from and to are both empty; the row was left out",
        "columns carried along, not used: driver.",
    ):
        assert words in said


def test_links_with_bad_cells_are_taken_without_them(tmp_path):
    links = write(
        tmp_path / "links.csv",
        "source,target,weight,date,directed,grade\n"
        "a,b,lots,yesterday,maybe,2D\na,,1,,,\nb,c,-1,,,\nc,d,3,,0,9Z\n",
    )
    picture = from_plain_files(links=links)
    assert picture.links.select(["source", "weight", "date"]).to_pylist() == [
        {"source": "a", "weight": 1.0, "date": ""},
        {"source": "b", "weight": 1.0, "date": ""},
    ]
    said = "\n".join(picture.caveats)
    for words in (
        "line 2: lots is not a number; taken as 1",
        "line 2: yesterday is not a date; left empty",
        "line 2: maybe is not yes or no; taken as yes",
        "line 3: target is empty; the row was left out",
        "line 4: -1 is below 0; taken as 1",
        "line 5: 9Z is not a grade; the row was left out",
    ):
        assert words in said


def test_money_and_series_name_their_bad_cells_too(tmp_path):
    money = write(tmp_path / "m.csv", "date,from,to,amount,currency\n31.2.2025,a,b,x,EUR\n")
    series = write(tmp_path / "s.csv", "date,series,value\n2025-99,arrivals,n/a\n")
    said = "\n".join(from_plain_files(money=money, series=series).caveats)
    for words in (
        *("m.csv, line 2: 31.2.2025 is not a date", "m.csv, line 2: x is not a number"),
        *("s.csv, line 2: 2025-99 is not a date", "s.csv, line 2: n/a is not a number"),
    ):
        assert words in said


def test_ten_bad_cells_are_named_and_the_others_counted(tmp_path):
    rows = "".join(f"a,b{n},x{n}\n" for n in range(25))
    picture = from_plain_files(links=write(tmp_path / "l.csv", f"source,target,weight\n{rows}"))
    named = [caveat for caveat in picture.caveats if "not a number" in caveat]
    assert [f"line {n}" in named[n - 2] for n in range(2, 12)] == [True] * 10
    assert len(named) == 10
    assert "l.csv: 15 more cells could not be taken." in picture.caveats


def test_columns_of_people_that_nothing_uses_are_named_once(tmp_path):
    people = write(
        tmp_path / "p.csv", "id,name,category,country,role,ranking\na,Ana,suspect,RS,boss,1\n"
    )
    caveats = from_plain_files(people=people).caveats
    assert [c for c in caveats if "not used" in c] == [
        "p.csv: columns carried along, not used: role, ranking."
    ]


@pytest.mark.parametrize("text", ["source\na\n", "source,target\na,\n"])
def test_links_of_which_no_row_can_be_used_are_refused(tmp_path, text):
    with pytest.raises(WrongUse, match="target"):
        from_plain_files(links=write(tmp_path / "links.csv", text))


def test_a_kind_of_file_that_does_not_exist_is_refused(tmp_path):
    with pytest.raises(WrongUse, match="ships"):
        from_plain_files(ships=tmp_path / "ships.csv")


def test_files_beside_a_picture_change_none_of_its_tables(tmp_path):
    built = from_plain_files(links=write(tmp_path / "links.csv", "source,target\na,b\n"))
    rates = write(tmp_path / "rates.csv", "date,currency,rate\n2025-01-01,GBP,1.2\n")
    beside = with_plain_files(built, rates=rates)
    assert beside.links == built.links
    assert beside.tables["given_rates"]["rate"].to_pylist() == ["1.2"]
    assert beside.fingerprint != built.fingerprint


def test_the_same_files_give_the_same_fingerprint_and_other_files_another(tmp_path):
    links = write(tmp_path / "links.csv", "source,target\na,b\n")
    first = from_plain_files(links=links).fingerprint
    assert from_plain_files(links=links).fingerprint == first
    write(links, "source,target\na,c\n")
    assert from_plain_files(links=links).fingerprint != first


def test_an_assumed_category_is_said_again_and_never_overrides_a_given_one(tmp_path):
    people = write(tmp_path / "people.csv", "id,category\na,other\nb,\n")
    picture = from_plain_files(people=people, assume_category="suspect")
    assert picture.entities["category"].to_pylist() == ["other", "suspect"]
    assert picture.categories["entity"].to_pylist() == ["a"]
    assert any("assumed to be suspect" in caveat for caveat in picture.caveats)


def test_a_category_is_not_assumed_where_a_column_names_a_victim(tmp_path):
    people = write(tmp_path / "people.csv", "id,part\na,victim_adult\nb,\n")
    with pytest.raises(NotPermitted):
        from_plain_files(people=people, assume_category="suspect")
    assert from_plain_files(people=people).entities["rankable"].to_pylist() == [False, False]


def test_the_caviar_files_load_whole(shared, tmp_path):
    folder = shared / "data" / "networks" / "caviar"
    with (folder / "people.csv").open(encoding="utf-8") as file:
        ids = [row["id"] for row in csv.DictReader(file)]
    people = write(tmp_path / "people.csv", "id\n" + "\n".join(ids) + "\n")
    picture = from_plain_files(links=folder / "links.csv", people=people)
    assert (picture.entities.num_rows, picture.links.num_rows) == (110, 295)


def test_a_mistyped_year_and_a_crowd_on_one_leg_are_named_and_kept(tmp_path):
    legs = tmp_path / "legs.csv"
    legs.write_text(
        "from,to,date,persons\na,b,2024-02-03,5\na,b,2024-03-03,3000000\nb,c,2034-02-28,2\n"
        "b,c,2023-12-01,2\n",
        encoding="utf-8",
    )
    picture = from_plain_files(legs=legs)
    said = " ".join(picture.caveats)
    assert "line 4: 2034-02-28 is years after the other dates of the file" in said
    assert "line 3: 3,000,000 persons on one leg are odd" in said
    assert picture.legs.num_rows == 4


def test_names_of_series_that_differ_in_capitals_or_spaces_are_one_and_that_is_said(tmp_path):
    rows = "2024-01-01,beach,1\n2024-01-08,beach,2\n2024-01-15, Beach ,3\n2024-01-15,river,4\n"
    series = write(tmp_path / "s.csv", "date,series,value\n" + rows)
    picture = from_plain_files(series=series)
    assert picture.series["series"].to_pylist() == ["beach", "beach", "beach", "river"]
    assert any("line 4" in one and "'Beach' counts as 'beach'" in one for one in picture.caveats)


def test_a_date_that_is_counted_twice_differently_is_named_with_its_lines(tmp_path):
    rows = "2024-01-01,beach,1\n2024-01-08,beach,2\n2024-01-08,beach,2\n2024-01-01,beach,9\n"
    series = write(tmp_path / "s.csv", "date,series,value\n" + rows)
    told = [one for one in from_plain_files(series=series).caveats if "counted twice" in one]
    assert len(told) == 1
    assert "lines 2, 5: beach 2024-01-01" in told[0]


def test_places_and_modes_of_one_date_are_no_double_and_are_kept(tmp_path):
    rows = "2024-01-01,beach,1,North,\n2024-01-01,beach,9,South,Boat\n"
    rows += "2024-01-01,beach,7,South,on foot\n2024-01-01,beach,8,South,boat\n"
    series = write(tmp_path / "s.csv", "date,series,value,place,mode\n" + rows)
    picture = from_plain_files(series=series)
    assert picture.series["place"].to_pylist() == ["North", "South", "South", "South"]
    assert picture.series["mode"].to_pylist() == ["", "boat", "foot", "boat"]
    assert any("lines 3, 5: beach 2024-01-01" in one for one in picture.caveats)


def test_a_count_at_a_place_that_is_somebody_is_left_out(tmp_path):
    rows = "2024-01-01,beach,1,North\n2024-01-01,beach,9,house of Vesna Kos\n"
    series = write(tmp_path / "s.csv", "date,series,value,place\n" + rows)
    people = write(tmp_path / "p.csv", "id,name,category\na,Vesna Kos,victim\n")
    picture = from_plain_files(series=series, people=people)
    assert picture.series["place"].to_pylist() == ["North"]
