import pyarrow as pa

from headwater.picture.tables import KEYS, TABLES, make_table


def test_rows_stand_in_the_same_order_however_they_came():
    rows = [{"id": "b"}, {"id": "a"}, {"id": "c"}]
    one = make_table("entities", pa.Table.from_pylist(rows))
    other = make_table("entities", pa.Table.from_pylist(rows[::-1]))
    assert one.equals(other)
    assert one["id"].to_pylist() == ["a", "b", "c"]


def test_what_is_missing_is_empty_for_words_and_a_gap_for_numbers():
    row = make_table("legs", {"from": pa.array(["a", None]), "to": pa.array(["b", "c"])})
    assert row["from"].to_pylist() == ["", "a"]
    assert row["mode"].to_pylist() == ["", ""]
    assert row["fee_min"].to_pylist() == [None, None]


def test_repeating_words_sort_by_letter_not_by_first_use():
    columns = {"urn": ["b", "a", "b"], "item": [1, 2, 1], "n": [2, 1, 1]}
    table = make_table("statements", columns)
    assert table["urn"].to_pylist() == ["a", "b", "b"]
    assert table["n"].to_pylist() == [1, 1, 2]


def test_every_table_has_an_order():
    assert set(KEYS) == set(TABLES)
    assert all(set(keys) <= set(TABLES[name].names) for name, keys in KEYS.items())
