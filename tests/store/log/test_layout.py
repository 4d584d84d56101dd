"""A log from before it was found by anything."""

import sqlite3

from headwater.store.log import TABLES, UPDATE

OLD = TABLES.partition("CREATE INDEX IF")[0]


def test_an_older_log_gets_the_tables_of_a_new_one_and_is_marked_to_be_learned():
    older, newer = (sqlite3.connect(":memory:") for _ in range(2))
    older.executescript(f"{OLD} CREATE TABLE node (key PRIMARY KEY, value); {UPDATE}")
    newer.executescript(f"{TABLES} CREATE TABLE node (key PRIMARY KEY, value);")
    layouts = [
        {row[0] for row in each.execute("SELECT sql FROM sqlite_master")} for each in (older, newer)
    ]
    assert layouts[0] == layouts[1]
    assert older.execute("SELECT * FROM node").fetchall() == [("log_names", "due")]
