"""A log from before it was found by anything."""

import sqlite3

from headwater.store.log import TABLES, UPDATE

OLD = TABLES.partition("CREATE INDEX")[0]


def test_an_older_log_is_found_by_each_id_that_an_entry_touches():
    connection = sqlite3.connect(":memory:")
    connection.executescript(f"{OLD} CREATE TABLE node (key PRIMARY KEY, value);")
    one, two = b"1" * 16, b"2" * 16
    for seq, what in enumerate((one + two, b"", two + one + two), 1):
        connection.execute("INSERT INTO audit VALUES (?, '', '', x'', ?, x'', x'')", (seq, what))
    connection.executescript(UPDATE)
    rows = connection.execute("SELECT what, seq FROM audit_about ORDER BY seq, what")
    assert rows.fetchall() == [(one, 1), (two, 1), (one, 3), (two, 3)]
