"""Rows found by a value, whatever the column is made of."""

import pyarrow as pa

from headwater.node.things.columns import by_id, rows_among, rows_with

PLAIN = pa.table({"id": ["a", "b", "a"], "n": [1, 2, 3]})
WORDS = pa.table({"id": pa.array(["a", "b", "a"]).dictionary_encode(), "n": [1, 2, 3]})


def test_rows_are_found_in_either_kind_of_column():
    for table in (PLAIN, WORDS):
        assert rows_with(table, "id", "a")["n"].to_pylist() == [1, 3]
        assert rows_with(table, "id", "c").num_rows == 0
        assert rows_among(table, "id", {"b", "c"})["n"].to_pylist() == [2]


def test_rows_come_under_their_id():
    assert by_id(PLAIN, "id", {"b"}) == {"b": {"id": "b", "n": 2}}
    assert by_id(PLAIN, "id", set()) == {}
