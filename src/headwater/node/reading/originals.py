"""Originals: the file that a report was read from, for whoever may read all that stands in it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from headwater.model import Handling
from headwater.node.node import Node
from headwater.safeguard import Label, Operation, allowed

if TYPE_CHECKING:
    from headwater.model import Report

WHOLE = frozenset({"text", "html", "pdf", "docx"})
"""Formats in which one file is one report. A table or a mail may hold what no report says: names of
people being moved, of whom only counts are kept, or attachments that are graded otherwise."""

_IN_WORDS = frozenset({"text", "html"})
_LONGEST = 200_000
_NOT_UNDERSTOOD = Handling("C", "A1", "S2", conditions="handling not understood")


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it came in.

    Attributes:
        file: Its name.
        content: Its bytes.
        words: Its text where it is text, else empty; cut where it is very long.
    """

    file: str
    content: bytes
    words: str


def original_of(node: Node, urn: str) -> Original | None:
    """The file that a report was read from.

    None where there is none, or it holds what is not shown to this viewer. Somebody who sees only
    some items of the report gets none. Of what was refused in it nobody knows the handling, so it
    is shown then to those alone who read under the strictest.
    """
    seen = node.allowed(urn)
    report = node.store.parts.report(urn, seen, [*node.store.parts.items(urn, seen)][:1])
    if report is None or report.format not in WHOLE or not _sees_all(node, report, seen):
        return None
    content = node.store.original(report.sha256)
    if content is None:
        return None
    node.log(Operation.CONSULTATION, [urn], reason="the original file")
    return Original(report.file, content, _words(content) if report.format in _IN_WORDS else "")


def hand_out(node: Node, urn: str) -> Original | None:
    """The original as a file that leaves the node; a disclosure, see `original_of`."""
    found = original_of(node, urn)
    if found:
        node.log(Operation.DISCLOSURE, [urn], recipient=f"original file to {node.viewer.name}")
    return found


def _sees_all(node: Node, report: "Report", seen: frozenset[int]) -> bool:
    every = frozenset(node.store.labels())
    if not seen.issuperset(node.store.parts.items(report.urn, every).values()):
        return False
    refused = node.store.recent.refusals_of(report.urn, every)
    if not any(one.position.startswith("item") for one in refused):
        return True
    strictest = Label(report.originator, _NOT_UNDERSTOOD)
    return bool(allowed(node.viewer, node.purpose, {0: strictest})[0])


def _words(content: bytes) -> str:
    """The text as far as it is UTF-8; bytes that are not stand as marks."""
    return content[: 4 * _LONGEST].decode("utf-8", errors="replace")[:_LONGEST]
