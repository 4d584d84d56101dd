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
    assert "line 2: id is empty" in refused.value.why
