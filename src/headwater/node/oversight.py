"""Oversight: the log, erasure, and what retention asks for."""

from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from headwater.model import WrongUse
from headwater.node.node import Node
from headwater.node.resolution import resolve_entities
from headwater.node.river import see_picture
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


def erase(
    node: Node, target: str, reason: str, within: frozenset[int] | None = None
) -> dict[str, int]:
    """Erase a report or an entity to the last byte in the node's folder.

    Args:
        node: Where it rests.
        target: URN of a report, or id of an entity.
        reason: Why.
        within: Labels under which something of it must stand, else it is not found; None for
            whoever has the node's folder before them.

    Our own decisions on the category of somebody about whom nothing is said any more go with it,
    and all saved searches and questions asked, since one may name what is erased; so does what was
    written about it where somebody broke the glass for it.

    Returns:
        How much was destroyed, by kind; `decisions` are among the reports.

    Raises:
        NotPermitted: If the viewer may not, or the target is under a legal hold.
        WrongUse: If there is no such report or entity.
    """
    node.may(Role.SUPERVISOR, Role.ADMIN)
    found = frozenset(node.store.labels()) if within is None else within
    if node.store.report(target, found) is not None:
        done = Counter(asdict(node.store.erase_report(target)))
    elif node.store.statements_of(target, found):
        done = Counter(asdict(node.store.erase_entity([target])))
    else:
        raise WrongUse(f"there is no report or entity {target!r} here", do="check the URN or id")
    orphaned = _decisions_on_nobody(node)
    for urn in orphaned:
        done.update(asdict(node.store.erase_report(urn)))
    node.log(Operation.ERASURE, [target, *orphaned], reason=reason)
    _forget_what_was_asked(node, target)
    resolve_entities(node)
    return dict(done) | {"decisions": len(orphaned)}


def _forget_what_was_asked(node: Node, target: str) -> None:
    from headwater.node.access import break_glass
    from headwater.node.looking import forget_every_question
    from headwater.node.queue import forget_reviews
    from headwater.node.searching import forget_every_search

    break_glass.forget_report(node, target)
    forget_reviews(node, target)
    forget_every_search(node)
    forget_every_question(node)


def _decisions_on_nobody(node: Node) -> list[str]:
    """Our own reports of a category decision whose subject nothing else speaks of or points at.

    What is under a legal hold is left.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    everything = frozenset(node.store.labels())
    reports = node.store.reports(everything).select(["urn", "originator", "format"])
    # not registered designs, which are decisions on nobody
    own = pc.and_(
        pc.equal(reports["format"], "decision"),
        pc.starts_with(reports["urn"], f"{node.store.agency} C-"),
    )
    held = node.store.holds()
    urns = [urn for urn in reports.filter(own)["urn"].to_pylist() if urn not in held]
    if not urns:
        return []
    scan = node.store.scan(everything).select(["urn", "entity", "schema", "property", "value"])
    decided = pc.equal(scan["schema"], "CategoryDecision")
    subjects = scan.filter(pc.and_(decided, pc.equal(scan["property"], "subject")))
    subject = dict(zip(subjects["urn"].to_pylist(), subjects["value"].to_pylist(), strict=True))
    others = scan.filter(pc.invert(decided))
    spoken_of = set(pc.unique(others["entity"]).to_pylist())
    # Only subjects are looked for among the values, which may be millions of texts.
    pointed_at = pc.is_in(others["value"], pa.array(subject.values(), pa.string()))
    spoken_of |= set(others.filter(pointed_at)["value"].to_pylist())
    return [urn for urn in urns if subject.get(urn) not in spoken_of]


def review_due(node: Node) -> list[dict[str, str]]:
    """Reports that retention asks a person to look at again by today, soonest first.

    Cost: linear in the statements that this viewer sees.
    """
    from headwater.node.queue import reviews_of

    return [one._asdict() for one in reviews_of(node, see_picture(node)).rows()]
