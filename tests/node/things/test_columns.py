"""Rows found by a value, whatever the column is made of."""

import pyarrow as pa

from headwater.node.things.columns import place_of, places, rows_at, rows_with, whole

PLAIN = pa.table({"id": ["a", "b", "a"], "n": [1, 2, 3]})
WORDS = pa.table({"id": pa.array(["a", "b", "a"]).dictionary_encode(), "n": [1, 2, 3]})
PARTS = pa.concat_tables([WORDS, pa.table({"id": pa.array(["č"]).dictionary_encode(), "n": [4]})])


def test_rows_are_told_in_the_order_asked_for_in_either_kind_of_column():
    for table in (PLAIN, WORDS, PARTS):
        assert rows_at(table, [2, 1], ["n", "id"]) == [{"n": 3, "id": "a"}, {"n": 2, "id": "b"}]
        assert rows_at(table, [], ["id"]) == []


def test_rows_are_found_by_a_value():
    assert [row["n"] for row in rows_with(PLAIN, "id", "a")] == [1, 3]
    assert rows_with(WORDS, "id", "c") == []


def test_a_word_has_its_place_among_others_and_one_that_is_not_there_has_none():
    words = pa.array(["a", "b", "č"])
    assert [place_of(word, words) for word in ("a", "č", "c", "", "ž")] == [0, 2, -1, -1, -1]
    assert places(PARTS["id"], words).tolist() == [0, 1, 0, 2]
    assert places(pa.chunked_array([["č", "x"], ["a"]]), words).tolist() == [2, -1, 0]
    assert places(pa.chunked_array([], pa.string()), words).tolist() == []


def test_a_column_in_parts_becomes_one():
    assert whole(PARTS["id"]).to_pylist() == ["a", "b", "a", "č"]
