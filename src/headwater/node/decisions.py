"""Decisions: what a person decides at a node, each with a name, a time and a reason."""

import secrets
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category as sort_of

from headwater.model import (
    Judgement,
    NotPermitted,
    Statement,
    Verdict,
    WrongUse,
    schemata,
    words,
)
from headwater.node.node import Node
from headwater.node.questions import ANSWERS, questions_on
from headwater.node.resolution import Resolved, resolve_entities
from headwater.node.settings import clock, today
from headwater.node.waiting import (
    no_statement,
    person_named,
    source_of,
    statement_meant,
    statements_meant,
)
from headwater.safeguard import Operation, Role, Viewer

if TYPE_CHECKING:
    import pyarrow as pa

    from headwater.resolve import review

NO_LETTERS = ("Cc", "Cs")  # categories of signs that stand in no line of text

DECIDERS = (Role.ANALYST, Role.OFFICER, Role.SUPERVISOR)


class Barred(NamedTuple):
    """What nobody decides on, since it is left out of the pages on which it would be read.

    Attributes:
        entity: Whether an entity is.
        statements: Whether any of some statements, by their ids, is.
    """

    entity: Callable[[str], bool] = lambda _: False
    statements: Callable[[Collection[str]], bool] = lambda _: False


NOTHING = Barred()


def decide(
    node: Node, decision: str, ids: Sequence[str], reason: str, barred: Barred = NOTHING
) -> list[str]:
    """Write down a person's decision on statements or on a pair of entities.

    Args:
        node: Where it is decided.
        decision: `accept` or `reject` (ids are statements, entries of the queue, or whole items
            as `URN#item`), `same`, `different` or `unknown` (ids are two entities, or one entry
            of the queue), `undo` (ids are judgements or decisions in force, or statements).
        ids: What it is about.
        reason: Why; kept with the decision.
        barred: What is answered as what is not here.

    Raises:
        NotPermitted: If the viewer may not decide.
        WrongUse: If something it is about is not to be seen here, or is not in force.
    """
    node.may(*DECIDERS)
    if decision in ("accept", "reject"):
        made = _decide_statements(node, decision, ids, reason, barred)
    elif decision == "undo":
        made = _undo(node, list(dict.fromkeys(ids)), reason, barred)
    else:
        made = _decide_pair(node, decision, ids, reason, barred)
    node.log(Operation.ALTERATION, [*ids, *made], reason=reason)
    resolve_entities(node)
    return made


def _decide_statements(
    node: Node, decision: str, ids: Sequence[str], reason: str, barred: Barred
) -> list[str]:
    from headwater.resolve import decide_statement

    meant: dict[str, None] = {}
    for one in ids:
        found = statements_meant(node, one)
        if barred.statements(found):
            raise no_statement(one)
        meant |= dict.fromkeys(found)
    status = "accepted" if decision == "accept" else "rejected"
    reviews = [decide_statement(one, status, node.viewer.name, clock(), reason) for one in meant]
    node.store.review(reviews)
    return [review.id for review in reviews]


def _decide_pair(
    node: Node, decision: str, ids: Sequence[str], reason: str, barred: Barred
) -> list[str]:
    from headwater.resolve import decide_pair

    left, right = _pair(node.store.judgements(), ids)
    refuse_absent(node, (left, right), barred)
    verdict = Verdict(decision)
    return _judge(node, [decide_pair(left, right, verdict, node.viewer.name, clock(), reason)])


def _judge(node: Node, judgements: Sequence[Judgement]) -> list[str]:
    made = [judgement.id for judgement in judgements]
    if made:
        node.store.judge(judgements)
        node.log(Operation.COMBINATION, made, reason=judgements[0].reason)
    return made


def _undo(node: Node, ids: Sequence[str], reason: str, barred: Barred) -> list[str]:
    """Take judgements and decisions on statements back; none of them if one cannot be."""
    from headwater.resolve import review, undo

    allowed, who, made = node.allowed(), node.viewer.name, clock()
    scan, known = node.store.scan(allowed), node.store.judgements()
    judged = {judgement.id: judgement for judgement in known}
    decided, meant = decisions_seen(node, scan), list[str]()
    for one in ids:
        on = judged.get(one)
        found = [] if on else _whole(node, decided, [each.statement for each in decided.meant(one)])
        if barred.statements(found) or (on and any(map(barred.entity, (on.left, on.right)))):
            raise review.no_decision(one)
        meant += found
    taken_back = [review.to_take_back(scan, known, one) for one in ids if one in judged]
    stated = (node.store.statement(one, allowed) for one in dict.fromkeys(meant))
    reviews = [back for s in stated if s for back in decided.undo(s, who, made, reason)]
    node.store.review(reviews)
    done = _judge(node, [undo(one, who, made, reason) for one in taken_back])
    return [*done, *(one.id for one in reviews)]


def _whole(node: Node, decided: "review.Decided", ids: Sequence[str]) -> list[str]:
    """These, with the rest of what was added in one go with any of them."""
    from headwater.resolve import review

    allowed, found = node.allowed(), list[str]()
    for one in ids:
        stated = node.store.statement(one, allowed)
        if stated and review.added_with(stated):
            beside = node.store.parts.said_in(stated.urn, allowed, [stated.item])
            found += decided.whole(stated, beside)
        else:
            found.append(one)
    return found


def decisions_seen(node: Node, scan: "pa.Table") -> "review.Decided":
    """The decisions on the statements of a scan."""
    from headwater.resolve import review

    reviews = node.store.reviews()
    seen = review.visible(scan, {one.statement for one in reviews})
    return review.Decided(one for one in reviews if one.statement in seen)


class Correction(NamedTuple):
    """What was corrected.

    Attributes:
        decision: Id of the decision, to take it back by.
        was: What was proposed.
        now: What takes its place.
        source: Where its words stand.
        note: What is odd about it now; empty where nothing is.
    """

    decision: str
    was: Statement
    now: Statement
    source: "review.Source | None"
    note: str = ""


def correct(
    node: Node, one: str, value: str, words: str, reason: str, modality: str = ""
) -> Correction:
    """Put what an item says in the place of what was read wrongly.

    What was read stays as it was, rejected; `undo` brings it back.

    Args:
        node: Where it is decided.
        one: Id of the statement.
        value: The right value; empty where only the modality was read wrongly.
        words: The words of the item that say so, letter by letter; see `review.corrected`.
        reason: Why; kept with the decision.
        modality: How the item puts it; empty where that was read rightly.

    Raises:
        NotPermitted: If the viewer may not decide.
        WrongUse: If there is no such statement here, the words do not stand in the item, or the
            value does not fit.
    """
    from headwater.node.watching import ask_about_added
    from headwater.resolve import decide_statement, review

    node.may(*DECIDERS)
    was, allowed = statement_meant(node, one), node.allowed()
    report = node.store.report(was.urn, allowed)
    whole = next((i.text for i in report.items if i.number == was.item), "") if report else ""
    now = review.corrected(was, whole, value, words, node.viewer.name, modality)
    _refuse_nobody(node, now)
    rejected = decide_statement(was.id, "rejected", node.viewer.name, clock(), reason)
    (kept,) = node.store.append([now], lambda ids: [replace(rejected, instead=ids[0])])
    node.log(Operation.ALTERATION, [was.id, kept.instead, kept.id], reason=reason)
    resolve_entities(node)
    made = node.store.statement(kept.instead, allowed) or now
    ask_about_added(node, [made])
    return Correction(kept.id, was, made, source_of(node, made), _to_itself(node, made))


_ENDS = {"from": "to", "to": "from"}


def _to_itself(node: Node, now: Statement) -> str:
    """A note where it now goes from a place to the same place; empty where it does not."""
    other = _ENDS.get(now.property, "")
    for one in node.store.statements_of(now.entity, node.allowed()):
        if (one.property, one.value) == (other, now.value) and one.status != "rejected":
            return f"from and to of this {now.schema} are now the same, {now.value}: see {one.id}"
    return ""


def _refuse_nobody(node: Node, now: Statement) -> None:
    """Refuse an entity that is neither here nor a place that everybody knows."""
    from headwater.intake import place

    schema = schemata().get(now.schema)
    known = schema.properties.get(now.property) if schema else None
    if known is None or known.type != "entity" or place(now.value):
        return
    if not node.store.statements_of(now.value, node.allowed()):
        raise WrongUse(
            f"there is no entity {now.value} here",
            why=f"{now.property} names a {known.range or 'thing'} by its id",
            do="headwater review --find NAME shows ids",
        )


def _pair(known: Sequence[Judgement], ids: Sequence[str]) -> tuple[str, str]:
    by_id = {judgement.id: judgement for judgement in known}
    if len(ids) == 1 and ids[0] in by_id:
        left, right = by_id[ids[0]].left, by_id[ids[0]].right
    elif len(ids) == 1 and "~" in ids[0]:
        left, _, right = ids[0].partition("~")
    elif len(ids) == 2:
        left, right = sorted(ids)
    else:
        raise WrongUse(
            "a decision on a pair needs two entities, or one entry of the queue",
            do="headwater review same ENTITY ENTITY --reason TEXT",
        )
    return left, right


def refuse_absent(node: Node, entities: Sequence[str], barred: Barred = NOTHING) -> None:
    """Refuse to decide on an entity that this viewer does not see, or that is barred.

    Raises:
        WrongUse: The same for both.
    """
    allowed = node.allowed()
    for one in entities:
        if not node.store.statements_of(one, allowed) or barred.entity(one):
            raise WrongUse(f"there is no entity {one} here", do="see headwater review")


class Categorised(NamedTuple):
    """A decision on what a person is.

    Attributes:
        entity: The person's entity id.
        report: URN of the report that records it.
        resolved: Who was joined or put to review because of it.
        asked: What agrees with a row about people being moved, in words, where it was never asked
            before this decision and the person now waits; empty where nothing waits.
    """

    entity: str
    report: str
    resolved: Resolved
    asked: str = ""


def categorise(
    node: Node, who: str, category: str, case: str, reason: str, barred: Barred = NOTHING
) -> Categorised:
    """Decide what a person is in a case.

    Where it is asked whether the person is recorded as being moved, the decision answers that, as
    far as this viewer sees what the question rests on; a trace that comes later asks anew.

    Args:
        node: Where it is decided.
        who: The person's entity id, or a name that only one person here bears.
        category: One of the categories.
        case: The case.
        reason: Why; kept with the decision.
        barred: Who is answered as somebody who is not here.

    Raises:
        NotPermitted: If the viewer may not decide.
        WrongUse: If the viewer sees no such entity, or several persons of that name.
    """
    from headwater.resolve import category_report
    from headwater.store import Batch

    node.may(*DECIDERS, Role.SAFEGUARDING)
    if category not in words("category"):
        raise WrongUse(f"{category!r} is no category", do=f"one of {', '.join(words('category'))}")
    here = node.store.statements_of(who, node.allowed()) and not barred.entity(who)
    entity = who if here else person_named(node, who, barred.entity)
    urn = f"{node.store.agency} C-{secrets.token_hex(5)}"
    report, statements = category_report(
        entity, category, case, reason, node.viewer.name, node.store.agency, today(), urn
    )
    places = {place for one in questions_on(node, entity) for place in one.places}
    answers = {urn: places} if category in ANSWERS else {}
    node.store.add(Batch([report], statements, answers=answers), recorded=clock())
    node.log(Operation.ALTERATION, [entity, urn], reason=reason)
    done = resolve_entities(node)
    asked = " and ".join(dict.fromkeys(one.why for one in questions_on(node, entity)))
    return Categorised(entity, urn, done, asked)


def add_user(
    node: Node, name: str, roles: Sequence[str], compartments: Sequence[str], clearance: int
) -> list[str]:
    """Add a user, or change one; returns notes on what else changed.

    Separation of roles holds from the second user on: the auditor has no other role, and the
    maker of the node hands over the audit to the first auditor. Nobody gives themselves more.

    Raises:
        NotPermitted: If the viewer is no administrator, or asks for more of their own.
        WrongUse: If nobody could sign in by the name, or the roles may not stand together.
    """
    node.may(Role.ADMIN)
    if len(name) > Viewer.LONGEST_NAME or any(sort_of(one) in NO_LETTERS for one in name):
        raise WrongUse(
            f"{name[: Viewer.LONGEST_NAME]!r} is no name to sign in with",
            why=f"a name is text on one line, of {Viewer.LONGEST_NAME} characters at most",
            do="choose another name",
        )
    given = _roles(roles)
    if Role.AUDITOR in given and len(given) > 1:
        raise WrongUse(
            f"{name} cannot be auditor and {' and '.join(sorted(given - {Role.AUDITOR}))}",
            why="who reads the log is not one whose work it records",
            do="give the two roles to two people",
        )
    made = Viewer(name, node.store.agency, given, frozenset(compartments), clearance)
    _refuse_more_for_oneself(node.viewer, made)
    node.store.put_user(made)
    node.log(Operation.ALTERATION, [f"user {name}"], reason="user added or changed")
    return _hand_over_audit(node, name) if Role.AUDITOR in given else []


def _refuse_more_for_oneself(viewer: Viewer, made: Viewer) -> None:
    less = (
        made.roles <= viewer.roles
        and made.compartments <= viewer.compartments
        and made.clearance <= viewer.clearance
    )
    if made.name == viewer.name and not less:
        raise NotPermitted(
            "nobody gives themselves more rights",
            why="an administrator who reads would be no administrator",
            do="have another administrator do it",
        )


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
