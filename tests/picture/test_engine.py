import duckdb
import pyarrow as pa
import pytest

from headwater.picture.engine import ask, engine_over, wide


def test_tables_of_one_use_are_gone_in_the_next():
    with engine_over(rows=pa.table({"a": [1, 2]})) as engine:
        assert ask(engine, "SELECT sum(a) AS s FROM rows").to_pylist() == [{"s": 3}]
    with engine_over() as engine, pytest.raises(duckdb.CatalogException):
        ask(engine, "SELECT * FROM rows")


def test_two_uses_at_once_do_not_see_each_other():
    with (
        engine_over(rows=pa.table({"a": [1]})) as one,
        engine_over(rows=pa.table({"a": [2]})) as other,
    ):
        assert ask(one, "SELECT a FROM rows").to_pylist() == [{"a": 1}]
        assert ask(other, "SELECT a FROM rows").to_pylist() == [{"a": 2}]


def test_what_an_item_says_of_an_entity_becomes_one_row_and_the_first_value_counts():
    rows = pa.table(
        {
            "e": [1, 1, 1, 1],
            "u": [0, 0, 0, 0],
            "item": [1, 1, 1, 2],
            "property": ["date", "kind", "kind", "kind"],
            "value": ["2025", "call", "meeting", "message"],
            "text": ["in 2025", "rang", "met", "wrote"],
            "status": ["accepted", "proposed", "accepted", "accepted"],
            "id": ["R#1.1", "R#1.2", "R#1.3", "R#2.1"],
            **{n: ["x"] * 4 for n in ("entity", "urn", "schema", "modality", "grade", "group")},
            "valid_from": [""] * 4,
        }
    )
    told = sorted(wide(rows, ("date", "kind"), ("kind",)).to_pylist(), key=lambda r: r["item"])
    assert [(row["date"], row["kind"], row["kind_said"]) for row in told] == [
        *(("2025", "call", "rang"), (None, "message", "wrote"))
    ]
    assert [row["status"] for row in told] == ["proposed", "accepted"]
    assert [row["statement"] for row in told] == ["R#1.1", "R#2.1"]
    of_none = wide(rows.slice(0, 0), ("date", "kind"), ("kind",))
    assert (of_none.num_rows, set(of_none.schema)) == (
        0,
        set(wide(rows, ("date", "kind"), ("kind",)).schema),
    )
