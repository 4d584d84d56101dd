"""DuckDB in memory: joins and pivots over columns of statements."""

# ruff: noqa: S608 - the words put into SQL are this package's own names, never anybody's input

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
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


def wide(rows: pa.Table, properties: Sequence[str], said: Sequence[str] = ()) -> pa.Table:
    """One row for each entity and item: its properties, where it was said, and how.

    Args:
        rows: Statements with their codes, as `Coded.rows_of` gives them.
        properties: A column for each, with the first value given, or null.
        said: Properties of which the words are wanted too, as `NAME_said`.
    """
    found = _first_of(rows, properties) if rows.num_rows else _nothing(rows, properties)
    columns = {name: found[name] for name in ("e", "u", "item", "status")}
    columns |= {name: rows["value"].take(found[name]) for name in properties}
    columns |= {f"{name}_said": rows["text"].take(found[name]) for name in said}
    columns |= {name: rows[name].take(found["at_row"]) for name in _OF_FIRST}
    return pa.table(columns | {"statement": rows["id"].take(found["at_row"])})


def _first_of(rows: pa.Table, properties: Sequence[str]) -> pa.Table:
    """For each entity and item the place of the first statement, and of that of each property."""
    asked = ", ".join(
        f"min(at_row) FILTER (WHERE property = '{one}') AS \"{one}\"" for one in properties
    )
    coded = rows.select(["e", "u", "item", "property", "status"])
    at = pa.array(np.arange(rows.num_rows, dtype=np.int32))
    with engine_over(rows=coded.append_column("at_row", at)) as engine:
        return ask(
            engine,
            f"""
            SELECT e, u, item, max(status) AS status, min(at_row) AS at_row, {asked}
            FROM rows GROUP BY e, u, item""",
        )


def _nothing(rows: pa.Table, properties: Sequence[str]) -> pa.Table:
    """The same of no statements: a small node says nothing of most kinds, and need not ask."""
    places = dict.fromkeys((*properties, "at_row"), pa.array([], pa.int32()))
    columns = {"status": pa.array([], pa.string())} | places
    return pa.table({name: rows[name] for name in ("e", "u", "item")} | columns)


_OF_FIRST = ("entity", "urn", "schema", "modality", "grade", "group", "valid_from")


def ask(engine: "duckdb.DuckDBPyConnection", query: str) -> pa.Table:
    """The answer to a query."""
    return engine.sql(query).to_arrow_table()
