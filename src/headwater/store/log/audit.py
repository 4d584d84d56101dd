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
from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from hashlib import sha256
from operator import xor
from pathlib import Path
from threading import Lock
from typing import Any

from headwater.model import WrongUse
from headwater.safeguard import AuditRecord
from headwater.store.keys import NodeKeys, seal, unseal
from headwater.store.log import names, query
from headwater.store.log.asked import AuditCheck, LogAsked
from headwater.store.log.merkle import EMPTY_ROOT, Peaks, leaf_hash

_CHECKPOINT = "audit.checkpoint"
_PAGE = 1_000
_IN_ORDER = f"{query.COLUMNS} WHERE seq > ? ORDER BY seq LIMIT ?"
_TOUCHED = "SELECT what, seq FROM audit_about"
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

    @staticmethod
    def check(record: AuditRecord) -> None:
        """Refuse a record that cannot be appended.

        Raises:
            WrongUse: If its time has more than one line.
        """
        if "\n" in record.when:
            raise WrongUse("the time of an audit record is not an ISO time", where=record.when)

    def append(self, connection: sqlite3.Connection, record: AuditRecord) -> int:
        """Append an entry within the caller's transaction; `publish` follows the commit."""
        tree = _kept(connection)
        seq = tree.size + 1
        texts = {"purpose": record.purpose, "recipient": record.recipient, "reason": record.reason}
        key, sealed = seal(json.dumps(texts).encode(), _about(seq))
        ids = [(self._keys.digest(name), name) for name in (record.who, *record.what)]
        (who, _), *touched = ids
        entry: Entry = (
            seq,
            str(record.operation),
            record.when,
            who,
            b"".join(digest for digest, _ in touched),
            sha256(sealed).digest(),
        )
        leaf = leaf_hash(entry_bytes(entry))
        tree.append(leaf)
        connection.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)", (*entry, leaf))
        connection.execute("INSERT INTO audit_text VALUES (?, ?, ?)", (seq, key, sealed))
        names.touch(connection, seq, {digest for digest, _ in touched})
        names.keep(connection, dict(ids))
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
        known, last = names.Known(connection, self._keys.digest), 0
        if about:
            asked = query.about(names.either(about, self._keys.digest))
            text = f"{query.COLUMNS} WHERE {asked.text} ORDER BY seq"
            rows = connection.execute(text, asked.given).fetchall()
            yield from (self._told(connection, known, row) for row in rows)
            return
        while rows := connection.execute(_IN_ORDER, (last, _PAGE)).fetchall():
            last = rows[-1][0]
            yield from (self._told(connection, known, row) for row in rows)

    def newest(self, connection: sqlite3.Connection, asked: LogAsked) -> Iterator[dict[str, Any]]:
        """The entries that are asked for, the latest first, each read when it is wanted."""
        known = names.Known(connection, self._keys.digest)
        for row in connection.execute(*query.newest(asked, self._keys.digest)):
            yield self._told(connection, known, row)

    def _told(
        self, connection: sqlite3.Connection, known: names.Known, row: Sequence[Any]
    ) -> dict[str, Any]:
        seq, operation, made, who, what, length = row
        touched = names.digests(what)
        return {
            "seq": seq,
            "operation": operation,
            "when": made,
            "who": known.name(who),
            "what": tuple(map(known.name, touched)),
            "more": length // names.DIGEST - len(touched),
            **(self._texts(connection, seq) or _NO_TEXTS),
        }

    def learn_names(self, connection: sqlite3.Connection) -> None:
        """Keep what the digests of a log from before its names stand for."""
        names.learn(connection, self._keys.digest)

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

    @staticmethod
    def forget_names(connection: sqlite3.Connection) -> None:
        """Forget what names nothing any more; the digests in the tree stay."""
        names.forget(connection)

    def verify(self, connection: sqlite3.Connection) -> AuditCheck:
        """Recompute everything from the entries and compare it with what was signed."""
        faults: list[str] = []
        signed_size, signed_root = self._checkpoint(faults)
        tree = Peaks()
        root_then = tree.root
        touched = 0
        for leaf, touches in _recomputed(connection, faults):
            touched ^= touches
            tree.append(leaf)
            if tree.size == signed_size:
                root_then = tree.root
        if tree.size < signed_size:
            faults.append(f"the log ends at {tree.size}; {signed_size} entries were signed for")
        elif root_then != signed_root:
            faults.append(f"the first {signed_size} entries are not those that were signed for")
        if _kept(connection).root != tree.root:
            faults.append("the tree that is kept does not fit the entries")
        if touched != reduce(xor, map(hash, connection.execute(_TOUCHED)), 0):
            faults.append("what entries are found by is not what they say")
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


def _recomputed(connection: sqlite3.Connection, faults: list[str]) -> Iterator[tuple[bytes, int]]:
    """The leaves that the entries give, each with a sum over what it touches.

    Gaps and alterations are added to the faults.
    """
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
        yield found, reduce(xor, (hash((one, seq)) for one in set(names.digests(rest[3]))), 0)


def _about(seq: int) -> bytes:
    return f"audit {seq}".encode("ascii")


def _signed_bytes(size: int, root: bytes) -> bytes:
    return f"headwater audit tree\n{size}\n{root.hex()}\n".encode("ascii")
