"""Original files: sealed one by one and appended to packs beside the database.

`blobs/000001.pack` grows at its end until it is full. Each file lies in it sealed under a key of
its own; the keys lie in the database. What stands behind the length that the database knows was
never acknowledged, and is cut off.
"""

import os
import sqlite3
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from headwater.model import DamagedNode, Refused
from headwater.store.database import unwritable
from headwater.store.keys import seal, unseal

_FOLDER = "blobs"
_FULL = 256 * 2**20  # bytes after which the next batch begins a new pack
_ZEROS = bytes(2**20)


class Packs:
    """The packs of one node.

    Args:
        node: The node's directory.
    """

    def __init__(self, node: Path) -> None:
        self._folder = node / _FOLDER
        self._folder.mkdir(exist_ok=True)

    def _path(self, number: int) -> Path:
        return self._folder / f"{number:06d}.pack"

    def append(self, connection: sqlite3.Connection, originals: Mapping[str, bytes]) -> None:
        """Append the originals that are not here yet; on disk before the transaction commits.

        Raises:
            Refused: If content is not what its digest says.
            HeadwaterError: If the disk is full.
        """
        known = "SELECT 1 FROM blob WHERE sha256 = ?"
        digests = {bytes.fromhex(name): content for name, content in originals.items()}
        new = {d: c for d, c in digests.items() if not connection.execute(known, (d,)).fetchone()}
        if not new:
            return
        number, begin = self._open_pack(connection)
        rows: list[tuple[bytes, int, int, int, bytes]] = []
        sealed: list[bytes] = []
        position = begin
        for digest, content in new.items():
            if sha256(content).digest() != digest:
                raise Refused("an original is not what its digest says", where=digest.hex())
            key, body = seal(content, digest)
            rows.append((digest, number, position, len(body), key))
            sealed.append(body)
            position += len(body)
        self._write(number, begin, sealed)
        connection.executemany("INSERT INTO blob VALUES (?, ?, ?, ?, ?)", rows)
        connection.execute("UPDATE pack SET length = ? WHERE number = ?", (position, number))

    @staticmethod
    def _open_pack(connection: sqlite3.Connection) -> tuple[int, int]:
        """Number and length of the pack that is being filled."""
        last = connection.execute("SELECT number, length FROM pack ORDER BY number DESC").fetchone()
        if last is not None and last[1] < _FULL:
            return int(last[0]), int(last[1])
        number = (last[0] if last else 0) + 1
        connection.execute("INSERT INTO pack VALUES (?, 0)", (number,))
        return number, 0

    def _write(self, number: int, begin: int, pieces: list[bytes]) -> None:
        path = self._path(number)
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            with os.fdopen(descriptor, "r+b") as file:
                file.truncate(begin)
                file.seek(begin)
                file.writelines(pieces)
                file.flush()
                os.fsync(file.fileno())
            if begin == 0:
                _sync_folder(self._folder)
        except OSError as error:
            raise unwritable(str(error)) from error

    def read(self, connection: sqlite3.Connection, name: str) -> bytes | None:
        """Content of an original by its SHA-256 (hex), or None.

        Raises:
            DamagedNode: If its bytes were altered or are gone.
        """
        try:
            digest = bytes.fromhex(name)
        except ValueError:
            return None
        row = connection.execute(
            "SELECT pack, start, length, key FROM blob WHERE sha256 = ?", (digest,)
        ).fetchone()
        if row is None:
            return None
        number, start, length, key = row
        try:
            with self._path(number).open("rb") as file:
                file.seek(start)
                body = file.read(length)
        except OSError as error:
            raise DamagedNode(
                "an original file cannot be read",
                where=self._path(number).name,
                why=str(error),
                do="restore the folder blobs from a backup",
            ) from error
        return unseal(key, body, digest)

    @staticmethod
    def drop(connection: sqlite3.Connection, name: str) -> bool:
        """Destroy an original's key and mark its bytes for overwriting; False if there is none."""
        digest = bytes.fromhex(name)
        marked = connection.execute(
            "INSERT INTO shred SELECT pack, start, length FROM blob WHERE sha256 = ?", (digest,)
        )
        connection.execute("DELETE FROM blob WHERE sha256 = ?", (digest,))
        return marked.rowcount > 0

    def shred(self, connection: sqlite3.Connection) -> None:
        """Overwrite the bytes that are marked, in a transaction that forgets the marks."""
        for number, start, length in connection.execute("SELECT * FROM shred").fetchall():
            path = self._path(number)
            if not path.exists():
                continue
            with path.open("r+b") as file:
                file.seek(start)
                for done in range(0, length, len(_ZEROS)):
                    file.write(_ZEROS[: length - done])
                file.flush()
                os.fsync(file.fileno())
        connection.execute("DELETE FROM shred")

    def untidy(self, connection: sqlite3.Connection) -> bool:
        """Whether a crash left bytes that nobody acknowledged, or an overwriting undone."""
        if connection.execute("SELECT 1 FROM shred").fetchone():
            return True
        lengths = dict(connection.execute("SELECT number, length FROM pack"))
        return any(path.stat().st_size > lengths.get(n, 0) for n, path in self._files())

    def tidy(self, connection: sqlite3.Connection) -> None:
        """Cut off what was never acknowledged; the caller holds the write transaction."""
        lengths = dict(connection.execute("SELECT number, length FROM pack"))
        for number, path in self._files():
            length = lengths.get(number)
            if length is None:
                path.unlink()
            elif path.stat().st_size > length:
                os.truncate(path, length)
        self.shred(connection)

    def _files(self) -> list[tuple[int, Path]]:
        return [(int(path.stem), path) for path in sorted(self._folder.glob("[0-9]*.pack"))]


def _sync_folder(folder: Path) -> None:
    """Make a new file's name durable, not only its content."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
