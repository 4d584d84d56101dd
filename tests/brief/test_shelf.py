"""Rows found by one column."""

import pyarrow as pa

from headwater.brief.shelf import Shelf, filtered


def _table(kind: pa.DataType) -> pa.Table:
    keys = pa.array(["b", "a", "b", "c"]).cast(kind)
    return pa.table({"key": keys, "n": [1, 2, 3, 4]})


def test_rows_come_back_in_their_order_from_plain_and_coded_columns():
    for kind in (pa.string(), pa.dictionary(pa.int32(), pa.string())):
        shelf = Shelf(_table(kind), "key")
        assert [row["n"] for row in shelf.find("b")] == [1, 3]
        assert [row["n"] for row in shelf.find("b", most=1)] == [1]
        assert shelf.find("nobody") == []
        assert filtered(_table(kind), "key", {"a", "c"})["n"].to_pylist() == [2, 4]


def test_an_empty_shelf_finds_nothing():
    assert Shelf(None, "key").find("a") == []
    assert Shelf(_table(pa.string()).slice(0, 0), "key").find("a") == []
    assert Shelf(pa.concat_tables([_table(pa.string())] * 2), "key").find("c")[1]["n"] == 4
