"""Oversight: the log, erasure, and what retention asks for."""

from typing import TYPE_CHECKING, Any

from headwater.model import WrongUse
from headwater.node.session import Node
from headwater.node.settings import today
from headwater.safeguard import Operation, Role

if TYPE_CHECKING:
    from headwater.store import AuditCheck


def log_entries(node: Node) -> list[dict[str, Any]]:
    """The log, oldest first; only for the auditor. Reading it is itself a consultation.

    Raises:
        NotPermitted: If the viewer is no auditor.
    """
    node.may(Role.AUDITOR)
    entries = list(node.store.audit())
    node.log(Operation.CONSULTATION, ["log"])
    return entries


def verify_log(node: Node) -> "AuditCheck":
    """Recompute the hash tree and compare it with what is signed; open to every user."""
    return node.store.verify_audit()


def erase(node: Node, target: str, reason: str) -> dict[str, int]:
    """Erase a report or an entity to the last byte in the node's folder.

    Raises:
        NotPermitted: If the viewer may not, or the target is under a legal hold.
        WrongUse: If there is no such report or entity.
    """
    node.may(Role.SUPERVISOR, Role.ADMIN)
    everything = frozenset(node.store.labels())
    if node.store.report(target, everything) is not None:
        done = node.store.erase_report(target)
    elif node.store.statements_of(target, everything):
        done = node.store.erase_entity([target])
    else:
        raise WrongUse(f"there is no report or entity {target!r} here", do="check the URN or id")
    node.log(Operation.ERASURE, [target], reason=reason)
    return done.counts()


def review_due(node: Node) -> list[dict[str, str]]:
    """What retention asks a person to look at again by today, of what this viewer may see."""
    from headwater.safeguard import review_date

    node.log(Operation.CONSULTATION, ["review due"])
    day = today()
    rows = []
    for report in node.store.reports(node.allowed()).to_pylist():
        due = review_date(report["recorded"])
        if due <= day:
            rows.append({"urn": report["urn"], "due": due.isoformat(), "why": "period ended"})
    return sorted(rows, key=lambda row: (row["due"], row["urn"]))
