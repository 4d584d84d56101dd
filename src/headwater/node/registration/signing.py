"""Signing: a design goes into the node under its SHA-256, and its digest into the audit tree.

The document rests like an original file: sealed, found by its digest, never overwritten. When it
was registered is what the audit tree says, not what a file says.
"""

import hashlib
import json
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from headwater.model import (
    DamagedNode,
    Finding,
    Grading,
    Item,
    Period,
    Report,
    WrongUse,
    parse_period,
)
from headwater.node.decisions import DECIDERS
from headwater.node.node import Node
from headwater.node.registration.document import differences, document
from headwater.node.settings import clock, today
from headwater.safeguard import Operation


class Registration(NamedTuple):
    """A registered design.

    Attributes:
        sha256: Digest of the document.
        urn: The report of ours that records it.
        document: The design, as `document` gives it.
        registered: When, by the audit tree; ISO time.
        by: Who.
        late: Whether that was not before the first treated day.
    """

    sha256: str
    urn: str
    document: dict[str, Any]
    registered: str
    by: str
    late: bool

    def as_dict(self) -> dict[str, Any]:
        """The registration as JSON."""
        return self._asdict()


def register(
    node: Node, page: Finding, operation: str, periods: int = 0, *, again: bool = False
) -> Registration:
    """Register the design on a page of impact.power; once more changes nothing.

    Args:
        node: Where.
        page: The page.
        operation: What the operation is called.
        periods: Length of its window; see `document`.
        again: Whether a second design may be registered for one operation.

    Raises:
        NotPermitted: If the viewer may not decide.
        WrongUse: If the page cannot be registered, or the operation has another design.
    """
    from headwater.store import Batch

    node.may(*DECIDERS)
    content = _bytes(document(page, operation, periods))
    digest = hashlib.sha256(content).hexdigest()
    urn = _urn(node, digest)
    if node.store.report(urn, node.allowed()) is None:
        if not again and next(iter(node.store.audit(about=_named(operation))), None):
            raise WrongUse(
                f"another design is registered for the operation {operation.strip()} already",
                do="give this operation another name, or say --again to register a second design",
            )
        report = _report(node, urn, digest, operation)
        node.store.add(Batch([report], [], originals={digest: content}), recorded=clock())
        told = [urn, digest, page.certificate["sha256"], _named(operation)]
        node.log(Operation.ALTERATION, told, reason="design registered")
    return look_up(node, digest)


def _bytes(told: dict[str, Any]) -> bytes:
    text = json.dumps(told, sort_keys=True, ensure_ascii=False, indent=1, allow_nan=False)
    return text.encode("utf-8")


def _named(operation: str) -> str:
    """What the log calls an operation that a design was registered for."""
    return f"design of {' '.join(operation.split()).casefold()}"


def _urn(node: Node, digest: str) -> str:
    return f"{node.store.agency} D-{digest[:16]}"


def _report(node: Node, urn: str, digest: str, operation: str) -> Report:
    day = Period(today(), today())
    text = f"Registered: how the operation {operation} will be judged. SHA-256 {digest}."
    return Report(
        urn=urn,
        originator=node.store.agency,
        items=(Item(1, text, Grading("1", "A"), graded_by_default=False, language="en"),),
        title="Registered design",
        information_date=day,
        record_date=day,
        dates_assumed=False,
        file=f"{urn}.json",
        sha256=digest,
        format="decision",
    )


def look_up(node: Node, digest: str) -> Registration:
    """The design registered under a digest, checked against the audit tree.

    The digest is that of the document or that of the page, which also stands in the log.

    Raises:
        WrongUse: If this viewer sees none.
        DamagedNode: If the document or the log is not what was written.
    """
    digest = _of_page(node, digest) or digest
    urn, content = _urn(node, digest), b""
    if node.store.report(urn, node.allowed()) is not None:
        content = node.store.original(digest) or b""
    if not content:
        raise WrongUse(
            f"no design is registered here under {digest}",
            do="give the whole SHA-256 that headwater register printed, or that of the page",
        )
    if hashlib.sha256(content).hexdigest() != digest:
        raise DamagedNode("a registered design was altered", where=urn)
    entry = _entry(node, digest, urn)
    told = json.loads(content)
    first = parse_period(told["design"]["from"]).earliest
    late = date.fromisoformat(entry["when"][:10]) >= first
    return Registration(digest, urn, told, entry["when"], entry["who"], late)


def _of_page(node: Node, digest: str) -> str:
    """The digest of the document of a page; empty where this is no page's, or of several."""
    if node.store.report(_urn(node, digest), node.allowed()) is not None:
        return ""
    held = set()
    for entry in node.store.audit(about=digest):
        for urn in entry["what"]:
            report = node.store.report(urn, node.allowed()) if urn else None
            held |= {report.sha256} if report is not None else set()
    if len(held) > 1:
        raise WrongUse(
            f"the page {digest} was registered more than once",
            do="give the SHA-256 that headwater register printed",
        )
    return next(iter(held), "")


def _entry(node: Node, digest: str, urn: str) -> dict[str, Any]:
    """The first entry of the log about a digest, of a log that is whole."""
    faults = node.store.verify_audit().faults
    if faults:
        raise DamagedNode("the log is not what was written", where=urn, why="; ".join(faults))
    entry = next(iter(node.store.audit(about=digest)), None)
    if entry is None:
        raise DamagedNode("the log knows nothing of a registered design", where=urn)
    return entry


def held_against(node: Node, digest: str, finding: Finding) -> Finding:
    """A finding that says whether it follows a registered design, and in what it does not.

    The certificate gains `registered`: sha256, operation, registered, by, late, follows, differs.

    Raises:
        WrongUse: If there is no such design, or it is not for findings of this method.
        DamagedNode: If the design or the log was altered.
    """
    found = look_up(node, digest)
    differs = differences(found.document, finding)
    node.log(Operation.CONSULTATION, [found.urn, found.sha256])
    told = {
        "sha256": found.sha256,
        "operation": found.document["operation"],
        "registered": found.registered,
        "by": found.by,
        "late": found.late,
        "follows": not differs and not found.late,
        "differs": differs,
    }
    caveats = (*_caveats(found, differs), *finding.caveats)
    return replace(finding, certificate=finding.certificate | {"registered": told}, caveats=caveats)


def _caveats(found: Registration, differs: list[dict[str, Any]]) -> list[str]:
    caveats = []
    if found.late:
        caveats.append(
            f"The design was registered on {found.registered[:10]}, not before the start "
            f"{found.document['design']['from']}: it is late, and proves nothing about what was "
            "known when it was chosen."
        )
    if differs:
        parts = ", ".join(one["part"] for one in differs)
        caveats.append(f"This is not the design that was registered; other than there: {parts}.")
    return caveats
