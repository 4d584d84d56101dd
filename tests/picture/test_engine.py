import duckdb
import pyarrow as pa
import pytest

from headwater.picture.engine import ask, engine_over


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
