"""The audit log: entries in a hash tree, and their free texts apart from it.

An entry holds what must stay for ever: number, operation, time, and keyed digests that stand for
the user, the ids and the recipient. Purpose, reason and recipient lie in a text that is sealed
under a key of its own and can be detached; the entry keeps the digest of the sealed bytes only.
The tree's size and root are signed and kept in a file of their own after each entry.

Source: DPA 2018 s.62 (what is logged); RFC 6962 (the tree).
"""

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import chain
from pathlib import Path
from threading import Lock
from typing import Any

from headwater.model import WrongUse
from headwater.safeguard import AuditRecord
from headwater.store.keys import NodeKeys, seal, unseal
from headwater.store.log.merkle import EMPTY_ROOT, Peaks, leaf_hash
from headwater.store.protocol import AuditCheck

_CHECKPOINT = "audit.checkpoint"
_DIGEST = 16
_PAGE = 1_000
_ENTRIES = """
SELECT seq, operation, made, who, what FROM audit WHERE seq > ? ORDER BY seq LIMIT ?
"""
_OF_THE_HOUSE = ("log", "journal", "broken glass", "review queue", "groups", "watches")
"""What is logged by its name, not by an id."""
_NAMES = """
SELECT name FROM user UNION ALL SELECT 'user ' || name FROM user
UNION ALL SELECT urn FROM report UNION ALL SELECT name FROM entity
UNION SELECT urn || '#' || number || '@' || json_extract(s.value, '$[1]')
FROM item JOIN report ON report.id = report, json_each(statements) s
WHERE json_type(s.value, '$[1]') = 'text'
UNION SELECT urn || '#' || number || '@' || json_extract(s.value, '$[3][0]')
FROM item JOIN report ON report.id = report, json_each(statements) s
WHERE json_type(s.value, '$[3]') = 'array'
"""
_VERIFIED = """
SELECT seq, leaf, sealed, operation, made, who, what, texts
FROM audit LEFT JOIN audit_text USING (seq) ORDER BY seq
"""
_NO_TEXTS: dict[str, str | None] = {"purpose": None, "recipient": None, "reason": None}

Entry = tuple[int, str, str, bytes, bytes, bytes]


def entry_bytes(entry: Entry) -> bytes:
    """The bytes whose hash is the entry's leaf."""
    seq, operation, made, who, what, texts = entry
    lines = (str(seq), operation, made, who.hex(), what.hex(), texts.hex())
    return "\n".join(lines).encode("utf-8")


class AuditLog:
    """The audit log of one node.

    Args:
        folder: The node's directory.
        keys: The node's keys.
    """

    def __init__(self, folder: Path, keys: NodeKeys) -> None:
        self._path = folder / _CHECKPOINT
        self._keys = keys
        self._one_at_a_time = Lock()

    def append(self, connection: sqlite3.Connection, record: AuditRecord) -> int:
        """Append an entry within the caller's transaction; `publish` follows the commit."""
        if "\n" in record.when:
            raise WrongUse("the time of an audit record is not an ISO time", where=record.when)
        tree = _kept(connection)
        seq = tree.size + 1
        texts = {"purpose": record.purpose, "recipient": record.recipient, "reason": record.reason}
        key, sealed = seal(json.dumps(texts).encode(), _about(seq))
        what = b"".join(map(self._keys.digest, record.what))
        entry: Entry = (
            seq,
            str(record.operation),
            record.when,
            self._keys.digest(record.who),
            what,
            sha256(sealed).digest(),
        )
        leaf = leaf_hash(entry_bytes(entry))
        tree.append(leaf)
        connection.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)", (*entry, leaf))
        connection.execute("INSERT INTO audit_text VALUES (?, ?, ?)", (seq, key, sealed))
        connection.execute("UPDATE audit_tree SET size = ?, peaks = ?", (tree.size, tree.as_bytes))
        return seq

    def publish(self, connection: sqlite3.Connection) -> None:
        """Sign the tree as it stands and replace the checkpoint; threads take turns."""
        with self._one_at_a_time:
            self._publish(_kept(connection))

    def _publish(self, tree: Peaks) -> None:
        signature = self._keys.sign(_signed_bytes(tree.size, tree.root))
        content = {"size": tree.size, "root": tree.root.hex(), "signature": signature.hex()}
        beside = self._path.with_suffix(f".{os.getpid()}")  # another process has its own
        with beside.open("w", encoding="ascii") as file:
            json.dump(content, file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self._path)

    def entries(self, connection: sqlite3.Connection, about: str) -> Iterator[dict[str, Any]]:
        """Entries in order; digests in words where the node still knows who or what they mean."""
        wanted = self._keys.digest(about) if about else b""
        names = chain(_OF_THE_HOUSE, (name for (name,) in connection.execute(_NAMES)))
        known = {self._keys.digest(name): name for name in names}
        last = 0
        while rows := connection.execute(_ENTRIES, (last, _PAGE)).fetchall():
            last = rows[-1][0]
            for seq, operation, made, who, what in rows:
                ids = [what[i : i + _DIGEST] for i in range(0, len(what), _DIGEST)]
                if wanted and wanted not in (who, *ids):
                    continue
                yield {
                    "seq": seq,
                    "operation": operation,
                    "when": made,
                    "who": known.get(who, who.hex()),
                    "what": tuple(known.get(digest, digest.hex()) for digest in ids),
                    **(self._texts(connection, seq) or _NO_TEXTS),
                }

    @staticmethod
    def _texts(connection: sqlite3.Connection, seq: int) -> dict[str, str | None] | None:
        row = connection.execute(
            "SELECT key, sealed FROM audit_text WHERE seq = ?", (seq,)
        ).fetchone()
        if row is None:
            return None
        key, sealed = row
        texts: dict[str, str | None] = json.loads(unseal(key, sealed, _about(seq)))
        return texts

    def detach(self, connection: sqlite3.Connection, mentioned: Callable[[str], bool]) -> int:
        """Destroy the free texts that mention what was erased; the tree stays whole."""
        hit = [
            (seq,)
            for seq, key, sealed in connection.execute("SELECT seq, key, sealed FROM audit_text")
            if any(map(mentioned, json.loads(unseal(key, sealed, _about(seq))).values()))
        ]
        connection.executemany("DELETE FROM audit_text WHERE seq = ?", hit)
        return len(hit)

    def verify(self, connection: sqlite3.Connection) -> AuditCheck:
        """Recompute everything from the entries and compare it with what was signed."""
        faults: list[str] = []
        signed_size, signed_root = self._checkpoint(faults)
        tree = Peaks()
        root_then = tree.root
        for leaf in _recomputed(connection, faults):
            tree.append(leaf)
            if tree.size == signed_size:
                root_then = tree.root
        if tree.size < signed_size:
            faults.append(f"the log ends at {tree.size}; {signed_size} entries were signed for")
        elif root_then != signed_root:
            faults.append(f"the first {signed_size} entries are not those that were signed for")
        if _kept(connection).root != tree.root:
            faults.append("the tree that is kept does not fit the entries")
        return AuditCheck(tree.size, tree.root.hex(), tuple(faults))

    def _checkpoint(self, faults: list[str]) -> tuple[int, bytes]:
        """The signed size and root; what is wrong with the checkpoint is added to the faults."""
        try:
            content = json.loads(self._path.read_text(encoding="ascii"))
            size, root = int(content["size"]), bytes.fromhex(content["root"])
            signature = bytes.fromhex(content["signature"])
        except (OSError, ValueError, KeyError, TypeError):
            faults.append("the signed checkpoint is missing or cannot be read")
            return 0, EMPTY_ROOT
        if not self._keys.signed(_signed_bytes(size, root), signature):
            faults.append("the checkpoint is not signed by this node")
        return size, root

    def leaves(self, connection: sqlite3.Connection) -> list[bytes]:
        """Leaf hashes in order, for the proofs of `headwater.store.log.merkle`."""
        return [leaf for (leaf,) in connection.execute("SELECT leaf FROM audit ORDER BY seq")]


def _kept(connection: sqlite3.Connection) -> Peaks:
    """The tree as it was kept after the last entry."""
    return Peaks(*connection.execute("SELECT size, peaks FROM audit_tree").fetchone())


def _recomputed(connection: sqlite3.Connection, faults: list[str]) -> Iterator[bytes]:
    """The leaves that the entries give; gaps and alterations are added to the faults."""
    expected = 1
    for seq, leaf, sealed, *rest in connection.execute(_VERIFIED):
        if seq != expected:
            faults.append(f"entries {expected} to {seq - 1} are missing")
        expected = seq + 1
        found = leaf_hash(entry_bytes((seq, *rest)))
        if found != leaf:
            faults.append(f"entry {seq} was altered")
        if sealed is not None and sha256(sealed).digest() != rest[-1]:
            faults.append(f"the text of entry {seq} was altered")
        yield found


def _about(seq: int) -> bytes:
    return f"audit {seq}".encode("ascii")


def _signed_bytes(size: int, root: bytes) -> bytes:
    return f"headwater audit tree\n{size}\n{root.hex()}\n".encode("ascii")
