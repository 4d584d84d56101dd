"""Tables of the log in the node's one database, and what brings an older log to them."""
# ruff: noqa: S608 - put together from constants

_FOUND_BY = """
CREATE INDEX IF NOT EXISTS audit_made ON audit (made);
CREATE INDEX IF NOT EXISTS audit_who ON audit (who, made);
CREATE INDEX IF NOT EXISTS audit_seldom ON audit (operation, made)
    WHERE operation <> 'consultation';
-- The entries that touch an id, by its digest.
CREATE TABLE IF NOT EXISTS audit_about (
    what BLOB NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (what, seq)) STRICT, WITHOUT ROWID;
-- What a digest of the log stands for, as long as that is here.
CREATE TABLE IF NOT EXISTS audit_name (
    digest BLOB PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""

TABLES = f"""
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY, operation TEXT NOT NULL, made TEXT NOT NULL, who BLOB NOT NULL,
    what BLOB NOT NULL, texts BLOB NOT NULL, leaf BLOB NOT NULL) STRICT;
CREATE TABLE audit_text (seq INTEGER PRIMARY KEY, key BLOB NOT NULL, sealed BLOB NOT NULL) STRICT;
CREATE TABLE audit_tree (
    one INTEGER PRIMARY KEY CHECK (one = 1), size INTEGER NOT NULL, peaks BLOB NOT NULL) STRICT;
{_FOUND_BY}
"""

UPDATE = f"""
{_FOUND_BY}
INSERT OR REPLACE INTO node VALUES ('log_names', 'due');
"""
"""For a log from before it was found by anything; what it touches, and the names of that, are
learned when the node is opened: an entry may touch 300,000 ids, which SQL would cut one by one."""
