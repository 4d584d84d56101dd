"""DuckDB in memory: joins and pivots over columns of statements."""

# ruff: noqa: S608 - the words put into SQL are this package's own names, never anybody's input

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    import duckdb


@cache
def _database() -> "duckdb.DuckDBPyConnection":
    """An empty database in memory, started once; it writes nothing to disk."""
    import duckdb

    return duckdb.connect(":memory:", config={"threads": 2, "temp_directory": ""})


@contextmanager
def engine_over(**tables: pa.Table) -> Iterator["duckdb.DuckDBPyConnection"]:
    """DuckDB over these tables, which it sees as views; what it makes goes with it."""
    engine = _database().cursor()
    try:
        for name, table in tables.items():
            engine.register(f"{name}_", table)
            engine.execute(f"CREATE TEMP VIEW {name} AS SELECT * FROM {name}_")
        yield engine
    finally:
        engine.close()


def make_wide(
    engine: "duckdb.DuckDBPyConnection",
    name: str,
    properties: Sequence[str],
    said: Sequence[str] = (),
) -> None:
    """A table with one row for each entity and item: its properties, and the words of some."""
    columns = [
        f"arg_min(value, row) FILTER (WHERE property = '{one}') AS \"{one}\"" for one in properties
    ]
    columns += [
        f"nullif(arg_min(text, row) FILTER (WHERE property = '{one}'), '') AS \"{one}_said\""
        for one in said
    ]
    firsts = ", ".join(f'r."{one}"' for one in _OF_FIRST)
    engine.execute(f"""
        CREATE TEMP TABLE {name} AS WITH wide AS (
            SELECT e, u, item, min(row) AS row, max(status) AS status, {", ".join(columns)}
            FROM rows GROUP BY e, u, item)
        SELECT wide.*, r.id AS statement, {firsts} FROM wide JOIN rows r USING (row)""")


_OF_FIRST = ("entity", "urn", "schema", "modality", "grade", "group", "valid_from")


def ask(engine: "duckdb.DuckDBPyConnection", query: str) -> pa.Table:
    """The answer to a query."""
    return engine.sql(query).to_arrow_table()
