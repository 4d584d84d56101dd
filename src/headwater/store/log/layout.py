"""Tables of the log in the node's one database, and what brings an older log to them."""
# ruff: noqa: S608 - put together from constants

_FOUND_BY = """
CREATE INDEX audit_made ON audit (made);
CREATE INDEX audit_who ON audit (who, made);
CREATE INDEX audit_seldom ON audit (operation, made) WHERE operation <> 'consultation';
-- The entries that touch an id, by its digest.
CREATE TABLE audit_about (
    what BLOB NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (what, seq)) STRICT, WITHOUT ROWID;
-- What a digest of the log stands for, as long as that is here.
CREATE TABLE audit_name (digest BLOB PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
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
INSERT INTO audit_about
WITH RECURSIVE place (n) AS (
    SELECT 0 UNION ALL SELECT n + 1 FROM place WHERE n < (SELECT max(length(what)) FROM audit) / 16
)
SELECT DISTINCT substr(what, n * 16 + 1, 16), seq FROM audit JOIN place ON n * 16 < length(what);
INSERT OR REPLACE INTO node VALUES ('log_names', 'due');
"""
"""For a log from before it was found by anything; its names are learned when the node is opened."""
