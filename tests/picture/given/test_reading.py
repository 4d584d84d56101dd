import csv

import pytest

from headwater.model import BadGrading, NotPermitted, WrongUse
from headwater.picture import from_plain_files


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


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("source\na\n", "no column 'target'"),
        ("source,target\na,\n", "is empty"),
        ("source,target,weight\na,b,-1\n", "below 0"),
        ("source,target,weight\na,b,lots\n", "not a number"),
    ],
)
def test_links_that_make_no_sense_are_refused(tmp_path, text, says):
    with pytest.raises(WrongUse) as refused:
        from_plain_files(links=write(tmp_path / "links.csv", text))
    assert says in str(refused.value)


def test_a_grade_that_does_not_exist_is_refused(tmp_path):
    with pytest.raises(BadGrading) as refused:
        from_plain_files(links=write(tmp_path / "l.csv", "source,target,grade\na,b,9Z\n"))
    assert "l.csv" in refused.value.where


def test_a_kind_of_file_that_does_not_exist_is_refused(tmp_path):
    with pytest.raises(WrongUse, match="ships"):
        from_plain_files(ships=tmp_path / "ships.csv")


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
