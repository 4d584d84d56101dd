import numpy as np

from headwater.resolve.engines.splink.table import (
    EDGES,
    candidates,
    fields_held,
    name_level,
    people,
    place_id,
)
from headwater.resolve.records import PersonRecord

RECORDS = [
    PersonRecord("a", {"name": ("Goran Perić",), "phone": ("1",), "birth_date": ("1980",)}),
    PersonRecord("b", {"name": ("Горан Перић",), "phone": ("2",)}),
    PersonRecord("c", {"plate": ("X1",)}),
]
PAIRS = np.array([[0, 1], [0, 2]])


def test_only_fields_that_several_records_have_are_compared():
    assert fields_held(RECORDS) == ("phone",)


def test_a_name_meets_another_at_a_level_and_no_name_at_none():
    assert 0 < name_level(RECORDS[0], RECORDS[1]) <= len(EDGES)
    assert name_level(RECORDS[0], RECORDS[2]) is None


def test_the_table_says_whom_a_record_meets_and_at_which_level():
    table = people(RECORDS, PAIRS, ["phone"]).to_pydict()
    level = name_level(RECORDS[0], RECORDS[1])
    assert table["met"] == [[f"{place_id(1)}:{level}"], [f"{place_id(0)}:{level}"], []]
    assert table["named"] == ["y", "y", None]
    assert table["phone"] == [["1"], ["2"], None]
    assert table["born"] == ["1980", None, None]


def test_candidates_are_the_pairs_by_their_places():
    table = candidates(PAIRS).to_pydict()
    assert table["join_key_l"] == [place_id(0)] * 2
    assert table["join_key_r"] == [place_id(1), place_id(2)]
