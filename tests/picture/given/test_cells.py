import pyarrow as pa
import pytest

from headwater.model import WrongUse
from headwater.picture.given.cells import PlainCells


def cells(**columns):
    return PlainCells(pa.table(columns), "links.csv")


def test_a_word_among_numbers_is_named_with_its_line():
    given = cells(weight=["1", "", "many"])
    assert given.number("weight").to_pylist() == [1.0, None, None]
    assert given.caveats() == ["links.csv, line 4: many is not a number; left empty"]


def test_a_negative_number_is_taken_only_where_there_can_be_one():
    given = cells(weight=["1", "-2"])
    assert given.number("weight").to_pylist() == [1.0, -2.0]
    assert given.number("weight", least=0).to_pylist() == [1.0, None]


def test_missing_columns_give_gaps_and_defaults():
    given = cells(id=["a"])
    assert given.number("persons").to_pylist() == [None]
    assert given.flag("directed", default=True).to_pylist() == [True]


def test_yes_and_no_are_read_in_their_usual_spellings():
    given = cells(directed=["1", "FALSE", "yes", "", "undirected"])
    assert given.flag("directed", default=True).to_pylist() == [True, False, True, True, False]


def test_a_time_of_day_stays_with_its_date():
    given = cells(date=["2025-03-01T10:00", "1.3.2025", "2025-03"])
    assert given.date("date").to_pylist() == ["2025-03-01T10:00", "2025-03-01", "2025-03"]


def test_a_file_whose_every_row_is_left_out_is_refused():
    with pytest.raises(WrongUse) as refused:
        cells(id=["", ""]).needed("id")
    assert "lines 2, 3: id is empty" in refused.value.why


def test_a_point_that_may_part_thousands_is_never_read_in_silence():
    given = cells(persons=["12", "1.200", "0.500", "1.5"])
    assert given.number("persons", whole=True).to_pylist() == [12.0, None, None, None]
    assert given.caveats()[0] == (
        "links.csv, line 3: 1.200 may be thousands or a fraction; left empty"
    )
    given = cells(value=["100", "1.200", "2.400.000"])
    assert given.number("value").to_pylist() == [100.0, 1.2, None]
    said = "links.csv, line 3: value 1.200 is read as a fraction, not as thousands"
    assert any(words.startswith(said) for words in given.caveats())
    given = cells(value=["1.234", "5.678"])
    assert given.number("value").to_pylist() == [1.234, 5.678]
    assert given.caveats() == []


def test_a_date_whose_day_may_be_its_month_is_told_once_how_it_is_read():
    given = cells(date=["15/03/2025", "05/02/2025", "2023-02-30", "06/02/2025"])
    assert given.date("date").to_pylist() == ["2025-03-15", "2025-02-05", "", "2025-02-06"]
    assert given.caveats() == [
        "links.csv, line 4: 2023-02-30 is not a date; left empty: "
        "write 2025-03-15, 2025-03, 2025 or 15.3.2025",
        "links.csv, line 3: date 05/02/2025 is read as day/month/year, and 1 like it.",
    ]


def test_currencies_are_read_as_people_write_them_and_what_is_none_stays_as_it_stands():
    given = cells(currency=["EURO", "€", "GBP ", "din", "KM", "", "shells"])
    codes = ["EUR", "EUR", "GBP", "RSD", "BAM", "", "SHELLS"]
    assert given.currency("currency").to_pylist() == codes
    assert given.caveats() == [
        "links.csv, line 8: shells is not a currency; kept as it stands, compared with nothing "
        "else: write EUR, GBP or another code of ISO 4217; €, £, euros, din and KM are read too"
    ]


def test_what_many_rows_lack_is_told_once_with_the_first_line():
    given = cells(date=["", "2025", ""])
    given.lacking(pa.compute.equal(given.text("date"), ""), "has no date")
    assert given.caveats() == ["links.csv, line 2 has no date; so do 1 more rows."]


def test_half_a_person_is_not_taken():
    given = cells(dead_and_missing=["4.5", "4.0", "3"])
    assert given.number("dead_and_missing", whole=True).to_pylist() == [None, 4.0, 3.0]
    assert given.caveats() == ["links.csv, line 2: 4.5 is not a whole number; left empty"]


def test_harmless_notes_are_one_and_stand_behind_those_that_lose_something():
    given = cells(mode=["cart"] * 12, persons=["x", *["1"] * 11], id=[*["a"] * 11, ""])
    given.word("mode", ("boat", "van"))
    given.number("persons")
    given.needed("id")
    assert given.caveats() == [
        "links.csv, line 13: id is empty; the row was left out",
        "links.csv, line 2: x is not a number; left empty",
        "links.csv, 12 cells, lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more: cart is not a mode "
        "(boat, van); left empty",
    ]
