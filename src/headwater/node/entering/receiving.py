"""Receiving: what a page hands in, by way of the same door as everything else."""

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from os import SEEK_END
from pathlib import Path
from typing import BinaryIO

from headwater.model import Refusal, WrongUse
from headwater.node.entering.draft import Draft, as_text
from headwater.node.node import Node
from headwater.node.river import Receipt, add_reports
from headwater.node.settings import clock, today
from headwater.safeguard import Role

MOST_FILES = 500
MOST_OF_PLAIN = 8_000_000
"""Bytes of a plain file that a page takes: reading more keeps others from the desk for minutes."""

_PLAIN = frozenset({"txt", "md", "csv", "tsv", "json"})
_LONGEST_NAME = 120
_A_PART = 1 << 20


@dataclass(frozen=True, slots=True)
class Received:
    """What became of what was handed in.

    Attributes:
        receipt: The receipt.
        reports: URN and title of the reports that were read from it and that this viewer sees, the
            first of them.
        more: How many more there are.
    """

    receipt: Receipt
    reports: tuple[tuple[str, str], ...]
    more: int = 0


_MOST_NAMED = 50


def may_enter(node: Node) -> bool:
    """Whether this viewer may bring reports in."""
    return not node.viewer.roles.isdisjoint((Role.OFFICER, Role.ANALYST, Role.SUPERVISOR))


def blank(node: Node) -> Draft:
    """A draft to begin with: of this agency, written today."""
    return Draft(originator=node.store.agency, record=today().isoformat())


_ORDINARY = "Ana Horvat drove three people from Subotica to Horgoš; her phone is +38160000000.\n"


def make_ready() -> None:
    """Load what reading a report takes, for which else the first one would wait; cost: seconds."""
    from headwater.intake import DoorOptions, dangers, read_paths
    from headwater.resolve import compare

    with tempfile.TemporaryDirectory(prefix="headwater-") as folder:
        path = Path(folder) / "invented.txt"
        path.write_text(_ORDINARY, encoding="utf-8")
        list(read_paths([path], DoorOptions(author="", agency="", today=today())))
    dangers(_ORDINARY)
    compare("Ana Horvat", "Ана Хорват")


def enter(node: Node, draft: Draft) -> Received:
    """Take in a report that was written at a page.

    Raises:
        NotPermitted: If the viewer may not bring reports in.
    """
    name = f"{_safe(draft.urn) or 'entered at the desk'}.txt"
    with tempfile.TemporaryDirectory(prefix="headwater-") as folder:
        path = Path(folder) / name
        path.write_text(as_text(draft), encoding="utf-8")
        receipt = add_reports(node, [path])
    return _received(node, receipt)


def hand_in(node: Node, files: Iterable[tuple[str, BinaryIO]], grading: str = "") -> Received:
    """Take in files, each with the name that its sender gave it.

    Raises:
        NotPermitted: If the viewer may not bring reports in.
        WrongUse: If there are none or too many, or the grading does not exist.
    """
    given = [(name, content) for name, content in files if name]
    if not given:
        raise WrongUse("no file was chosen", do="choose one or more files")
    if len(given) > MOST_FILES:
        raise WrongUse(
            f"{len(given)} files are too many at once",
            do=f"hand in {MOST_FILES} at a time, a ZIP of them, or use headwater add",
        )
    with tempfile.TemporaryDirectory(prefix="headwater-") as folder:
        too_long = [name for name, content in given if not _laid(Path(folder), name, content)]
        receipt = add_reports(node, [Path(folder)], grading=grading)
    _refuse(node, receipt, [_too_long(name) for name in too_long])
    return _received(node, receipt)


def _laid(folder: Path, name: str, content: BinaryIO) -> bool:
    """Lay a file into a folder under its bare name, a second one of that name apart.

    False for a plain one that is too long for a page.
    """
    bare = _bare(name)
    if bare.rpartition(".")[2].lower() in _PLAIN and _length(content) > MOST_OF_PLAIN:
        return False
    path, number = folder / bare, 1
    while path.exists():
        number += 1
        path = folder / f"{number}." / bare  # as no file is called here
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as out:
        while part := content.read(_A_PART):
            out.write(part)
    return True


def _length(content: BinaryIO) -> int:
    length = content.seek(0, SEEK_END)
    content.seek(0)
    return length


def _too_long(name: str) -> Refusal:
    return Refusal(
        file=_bare(name),
        position="whole file",
        what="the file is too long for a page",
        why=f"a text or a table of more than {MOST_OF_PLAIN // 1_000_000} MB takes minutes to read",
        do="split it, or read it in with headwater add",
    )


def _refuse(node: Node, receipt: Receipt, refusals: list[Refusal]) -> None:
    """Keep refusals with the node, where they are found again, and in the receipt."""
    from headwater.store import Batch

    if refusals:
        node.store.add(Batch([], [], refusals), recorded=clock())
        receipt.refusals += refusals


def _bare(name: str) -> str:
    return _safe(name.replace("\\", "/").rpartition("/")[2]) or "file"


def _safe(name: str) -> str:
    """A name that is one file in one folder, with its ending."""
    kept = "".join(one for one in name if one.isprintable() and one not in '/\\:*?"<>|').strip(". ")
    stem, dot, ending = kept.rpartition(".")
    longest = _LONGEST_NAME // 4  # bytes of UTF-8 that a letter may take
    return f"{stem[:longest]}{dot}{ending[:longest]}" if len(kept) > longest else kept


def _received(node: Node, receipt: Receipt) -> Received:
    """With the reports that came of it, as far as this viewer sees them."""
    allowed = node.allowed()
    found = (node.store.report(urn, allowed) for urn in dict.fromkeys(receipt.urns))
    named = [(report.urn, report.title or report.urn) for report in found if report]
    return Received(receipt, tuple(named[:_MOST_NAMED]), len(named[_MOST_NAMED:]))
