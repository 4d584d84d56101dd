"""Decisions: what a person decides at a node, each with a name, a time and a reason."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from headwater.model import Judgement, Verdict, WrongUse, words
from headwater.node.session import Node
from headwater.node.settings import clock, today
from headwater.safeguard import Operation, Role, Viewer

if TYPE_CHECKING:
    from headwater.resolve import QueueEntry

_DECIDERS = (Role.ANALYST, Role.OFFICER, Role.SUPERVISOR)


def review_queue(node: Node, limit: int, find: str = "") -> "list[QueueEntry]":
    """What waits for a person, most useful first, of what this viewer may see.

    Args:
        node: Where it waits.
        limit: How many entries at most.
        find: Words that an entry must hold, whatever their case; empty for every entry.
    """
    from headwater.resolve import queue

    scan = node.store.scan(node.allowed())
    most = max(limit, scan.num_rows) if find else limit
    entries = queue(scan, node.store.judgements(), node.store.reviews(), most)
    node.log(Operation.CONSULTATION, ["review queue"], reason=find)
    wanted = find.casefold()
    return [entry for entry in entries if wanted in entry.what.casefold()][:limit]


def decide(node: Node, decision: str, ids: Sequence[str], reason: str) -> list[str]:
    """Write down a person's decision on statements or on a pair of entities.

    Args:
        node: Where it is decided.
        decision: `accept` or `reject` (ids are statements), `same`, `different` or `unknown` (ids
            are two entities, or one entry of the queue), `undo` (ids are judgements).
        ids: What it is about.
        reason: Why; kept with the decision.

    Raises:
        NotPermitted: If the viewer may not decide.
        WrongUse: If something it is about is not to be seen here.
    """
    node.may(*_DECIDERS)
    if decision in ("accept", "reject"):
        made = _decide_statements(node, decision, ids, reason)
    else:
        made = _decide_pair(node, decision, ids, reason)
    node.log(Operation.ALTERATION, [*ids, *made], reason=reason)
    return made


def _decide_statements(node: Node, decision: str, ids: Sequence[str], reason: str) -> list[str]:
    from headwater.resolve import decide_statement

    allowed = node.allowed()
    for one in ids:
        if node.store.statement(one, allowed) is None:
            raise WrongUse(f"there is no statement {one} here", do="see headwater review")
    status = "accepted" if decision == "accept" else "rejected"
    reviews = [decide_statement(one, status, node.viewer.name, clock(), reason) for one in ids]
    node.store.review(reviews)
    return [review.id for review in reviews]


def _decide_pair(node: Node, decision: str, ids: Sequence[str], reason: str) -> list[str]:
    from headwater.resolve import decide_pair, undo

    known = {judgement.id: judgement for judgement in node.store.judgements()}
    made = clock()
    if decision == "undo":
        judgements = [undo(_known(known, one), node.viewer.name, made, reason) for one in ids]
    else:
        left, right = _pair(node, known, ids)
        judgements = [decide_pair(left, right, Verdict(decision), node.viewer.name, made, reason)]
    node.store.judge(judgements)
    node.log(Operation.COMBINATION, [judgement.id for judgement in judgements], reason=reason)
    return [judgement.id for judgement in judgements]


def _known(known: dict[str, Judgement], one: str) -> Judgement:
    if one not in known:
        raise WrongUse(f"there is no judgement {one} here", do="see headwater review")
    return known[one]


def _pair(node: Node, known: dict[str, Judgement], ids: Sequence[str]) -> tuple[str, str]:
    if len(ids) == 1 and ids[0] in known:
        left, right = known[ids[0]].left, known[ids[0]].right
    elif len(ids) == 2:
        left, right = sorted(ids)
    else:
        raise WrongUse(
            "a decision on a pair needs two entities, or one entry of the queue",
            do="headwater review same ENTITY ENTITY --reason TEXT",
        )
    allowed = node.allowed()
    for one in (left, right):
        if not node.store.statements_of(one, allowed):
            raise WrongUse(f"there is no entity {one} here", do="see headwater review")
    return left, right


def categorise(node: Node, entity: str, category: str, case: str, reason: str) -> str:
    """Decide what a person is in a case; returns the URN of the report that records it.

    Raises:
        NotPermitted: If the viewer may not decide.
        WrongUse: If the viewer sees no such entity.
    """
    from headwater.resolve import category_report
    from headwater.store import Batch

    node.may(*_DECIDERS, Role.SAFEGUARDING)
    if category not in words("category"):
        raise WrongUse(f"{category!r} is no category", do=f"one of {', '.join(words('category'))}")
    if not node.store.statements_of(entity, node.allowed()):
        raise WrongUse(f"there is no entity {entity} here", do="see headwater review for ids")
    urn = f"{node.store.agency} C-{secrets.token_hex(5)}"
    report, statements = category_report(
        entity, category, case, reason, node.viewer.name, node.store.agency, today(), urn
    )
    node.store.add(Batch([report], statements), recorded=clock())
    node.log(Operation.ALTERATION, [entity, urn], reason=reason)
    return urn


def add_user(
    node: Node, name: str, roles: Sequence[str], compartments: Sequence[str], clearance: int
) -> list[str]:
    """Add a user, or change one; returns notes on what else changed.

    Separation of roles holds from the second user on: the auditor has no other role, and the
    maker of the node hands over the audit to the first auditor.

    Raises:
        NotPermitted: If the viewer is no administrator.
        WrongUse: If the roles may not stand together.
    """
    node.may(Role.ADMIN)
    given = _roles(roles)
    if Role.AUDITOR in given and len(given) > 1:
        raise WrongUse(
            f"{name} cannot be auditor and {' and '.join(sorted(given - {Role.AUDITOR}))}",
            why="who reads the log is not one whose work it records",
            do="give the two roles to two people",
        )
    agency = node.store.agency
    node.store.put_user(Viewer(name, agency, given, frozenset(compartments), clearance))
    node.log(Operation.ALTERATION, [f"user {name}"], reason="user added or changed")
    return _hand_over_audit(node, name) if Role.AUDITOR in given else []


def _roles(names: Sequence[str]) -> frozenset[Role]:
    known = {role.value for role in Role}
    unknown = sorted(set(names) - known)
    if unknown:
        raise WrongUse(f"{unknown[0]!r} is no role", do=f"one of {', '.join(sorted(known))}")
    return frozenset(Role(name) for name in names)


def _hand_over_audit(node: Node, auditor: str) -> list[str]:
    notes = []
    for user in node.store.users():
        if user.name != auditor and Role.AUDITOR in user.roles and len(user.roles) > 1:
            node.store.put_user(replace(user, roles=user.roles - {Role.AUDITOR}))
            notes.append(f"{user.name} is no longer auditor: {auditor} is.")
    return notes
