"""Archive: the members of a ZIP, and what keeps a hostile one out.

Source: limits after the notes on import safety; zip bombs as in D. Fifield, "A better zip bomb"
(WOOT 2019), whose overlapping members are caught by the total, not by the ratio.
"""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from headwater.intake.taken import Original
from headwater.model import Refusal, Refused

MOST_MEMBERS = 200_000
MOST_BYTES = 2_000_000_000
LARGEST_RATIO = 100
SMALL_MEMBER = 1_000_000
"""Bytes; a member of this size may be packed at any ratio: it cannot do harm."""
LARGEST_FILE = 200_000_000
"""Bytes of one file; a larger one is refused."""

_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)


def open_archive(content: bytes) -> zipfile.ZipFile:
    """Open a ZIP whose directory promises nothing out of measure.

    Raises:
        Refused: If it is damaged, or a bomb by its own directory.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (*_DAMAGED, ValueError) as bad:
        raise Refused(
            "the archive cannot be opened", why="it is damaged or cut off", do="pack it anew"
        ) from bad
    members = archive.infolist()
    total = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS:
        raise Refused(
            "the archive has too many members", why=f"more than {MOST_MEMBERS:,}", do="split it"
        )
    if total > MOST_BYTES:
        raise Refused(
            "the archive unpacks to too much", why=f"more than {MOST_BYTES:,} bytes", do="split it"
        )
    if total > SMALL_MEMBER and total > LARGEST_RATIO * max(1, len(content)):
        raise Refused(
            "the archive is packed like a bomb",
            why=f"it unpacks to more than {LARGEST_RATIO} times its size",
            do="pack real files",
        )
    return archive


def members(original: Original, endings: tuple[str, ...] = ("",)) -> Iterator[Original | Refusal]:
    """The members of a ZIP in the order of their names, each as a file or as a refusal.

    Args:
        original: The ZIP.
        endings: Only members whose name ends so.

    Raises:
        Refused: If the archive as a whole cannot be taken.
    """
    with open_archive(original.content) as archive:
        for member in sorted(archive.infolist(), key=lambda one: one.filename):
            if member.is_dir() or not member.filename.lower().endswith(endings):
                continue
            name = f"{original.name} > {member.filename}"
            try:
                yield Original(name, read_member(archive, member))
            except Refused as bad:
                yield Refusal(name, "whole file", bad.what, bad.why or bad.what, bad.do)


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """Unpack one member.

    Raises:
        Refused: If its name leads out of the archive, it is a link, encrypted, a bomb or damaged.
    """
    _check_member(member)
    limit = min(LARGEST_FILE, max(SMALL_MEMBER, LARGEST_RATIO * max(1, member.compress_size)))
    try:
        with archive.open(member) as stream:
            content = stream.read(limit + 1)
    except _DAMAGED as bad:
        raise Refused("the member is damaged", why="it cannot be unpacked") from bad
    if len(content) > limit:
        raise Refused(
            "the member is packed like a bomb",
            why=f"it unpacks to more than {LARGEST_RATIO} times its size, or beyond measure",
            do="pack a real file",
        )
    return content


def _check_member(member: zipfile.ZipInfo) -> None:
    path = PurePosixPath(member.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or (path.parts and ":" in path.parts[0]):
        raise Refused(
            "the member's name leads out of the archive",
            why="it could write over other files",
            do="pack it under a plain name",
        )
    if stat.S_ISLNK(member.external_attr >> 16):
        raise Refused("a symbolic link is not followed", why="it points out of the archive")
    if member.flag_bits & 0x1:
        raise Refused("the member is encrypted", why="it needs a password", do="pack it without")


def check_office_file(content: bytes, needed: str, what: str) -> None:
    """Look through the parts of a Word or Excel file before a reader opens it.

    Raises:
        Refused: If it is damaged, a bomb, not such a file, or declares entities in its XML.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, iterparse

    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused(
            "the file is encrypted or of an old form", why="it is no open XML", do="save it anew"
        )
    with open_archive(content) as archive:
        if needed not in archive.namelist():
            raise Refused(f"this is not {what}", why=f"it lacks {needed}", do="save it anew")
        for member in archive.infolist():
            part = read_member(archive, member)
            if not member.filename.endswith((".xml", ".rels")):
                continue
            try:
                # Entities can only be declared before the first element.
                next(iter(iterparse(io.BytesIO(part), events=("start",), forbid_dtd=True)), None)
            except DefusedXmlException as bad:
                raise Refused(
                    f"{what} declares entities in its XML",
                    why="that is how XML bombs are built",
                    do="save it anew",
                ) from bad
            except ParseError as bad:
                raise Refused(f"{what} is damaged", why="its XML is broken") from bad
