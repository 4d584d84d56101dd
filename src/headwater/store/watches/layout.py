"""Tables of watches and alerts in the node's one database."""

TABLES = """
CREATE TABLE IF NOT EXISTS watch (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, question TEXT NOT NULL, owner TEXT NOT NULL,
    purpose TEXT NOT NULL, made TEXT NOT NULL, expires TEXT NOT NULL, matter TEXT NOT NULL,
    subjects TEXT NOT NULL, safeguarding INTEGER NOT NULL, ended TEXT NOT NULL) STRICT;
-- An alert repeats nothing of what it rests on; item: the one that raised it.
CREATE TABLE IF NOT EXISTS alert (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, watch TEXT NOT NULL,
    item INTEGER NOT NULL REFERENCES item, made TEXT NOT NULL, urgency TEXT NOT NULL,
    why TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS alert_watch ON alert (watch);
-- The statements it rests on; n 0: the words of the item.
CREATE TABLE IF NOT EXISTS alert_ground (
    alert INTEGER NOT NULL REFERENCES alert ON DELETE CASCADE,
    item INTEGER NOT NULL REFERENCES item, n INTEGER NOT NULL,
    PRIMARY KEY (alert, item, n)) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS alert_ground_item ON alert_ground (item);
CREATE TABLE IF NOT EXISTS alert_read (
    alert INTEGER NOT NULL REFERENCES alert ON DELETE CASCADE, who TEXT NOT NULL,
    made TEXT NOT NULL, PRIMARY KEY (alert, who)) STRICT, WITHOUT ROWID;
"""

_ASKED = "INSERT OR IGNORE INTO node SELECT 'watched', coalesce(max(id), 0) || '' FROM item;"
UPDATE = f"{TABLES} {_ASKED}"
"""For a node from before the watches: what it holds already is asked nothing."""
