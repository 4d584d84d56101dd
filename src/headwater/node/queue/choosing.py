"""Choosing: decisions on entries of the queue, unless somebody else decided since."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from headwater.model import Judgement, Status, WrongUse
from headwater.node.decisions import Barred, categorise, decide, refuse_absent
from headwater.node.node import Node
from headwater.node.reading import TURN, Decided, Outcome, barred_from
from headwater.node.waiting import no_statement, statements_meant

if TYPE_CHECKING:
    from headwater.node.looking import Held

_BY_A_RULE = "resolve/"


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody wants to be decided on an entry.

    Attributes:
        kind: Kind of the entry.
        entry: Its id.
        verdict: `same`, `different`, `unknown`, `accept`, `reject`, `undo`, or a category.
        reason: Why.
        seen: What had been decided when it was shown.
        about: The entities that it is about.
        case: Of a category, the case.
    """

    kind: str
    entry: str
    verdict: str
    reason: str
    seen: str = ""
    about: tuple[str, ...] = ()
    case: str = ""


def choose(node: Node, choice: Choice, look: "Callable[[], Held]") -> Outcome:
    """Carry out a choice, unless somebody decided since it was shown.

    Args:
        node: Where it is decided.
        choice: What is chosen.
        look: Gives the picture that tells who is protected; see `reading.barred_from`.

    Raises:
        NotPermitted: If the viewer may not decide.
        WrongUse: If there is no such entry here, or a part of the decision is missing.
    """
    barred = barred_from(node, look)
    with TURN:
        _refuse(node, choice, barred)
        now = standing(node, choice.kind, choice.entry, choice.about)
        if now != choice.seen:
            return Outcome(instead=_instead(node, choice, now))
        if choice.kind == "category":
            if not choice.about:
                raise WrongUse("nobody was named", do="choose a person of the queue")
            done = categorise(node, choice.about[0], choice.verdict, choice.case, choice.reason)
            return Outcome((done.report,), note=done.asked)
        made = decide(node, choice.verdict, [choice.entry], choice.reason, barred)
        return Outcome(tuple(made))


def _refuse(node: Node, choice: Choice, barred: Barred) -> None:
    """Refuse what is left out before it is told that somebody decided on it."""
    entry = choice.entry.removesuffix("+")
    if choice.kind != "statement":
        refuse_absent(node, choice.about, barred)
    elif barred.statements(statements_meant(node, entry)):
        raise no_statement(entry)


def standing(node: Node, kind: str, entry: str, about: Sequence[str]) -> str:
    """What people have decided on an entry by now, in a word that changes with every decision."""
    if kind == "pair":
        last = _last_judgement(node, about)
        return last.id if last else ""
    if kind == "category":
        from headwater.resolve import known_as

        found = (known_as(node.store, one, node.allowed()).categories for one in about)
        return " ".join(sorted(str(one) for held in found for one in held))
    if kind == "statement":
        stated = node.store.statement(entry.removesuffix("+"), node.allowed())
        return str(stated.status) if stated else ""
    return ""


def _last_judgement(node: Node, about: Sequence[str]) -> Judgement | None:
    """The last thing that a person said on a pair."""
    on = [one for one in node.store.judgements_on(about) if {one.left, one.right} == set(about)]
    return next((one for one in reversed(on) if not one.author.startswith(_BY_A_RULE)), None)


def _instead(node: Node, choice: Choice, now: str) -> Decided:
    if choice.kind == "pair":
        last = _last_judgement(node, choice.about)
        if last:
            verdict = "taken back" if last.undoes else str(last.verdict)
            return Decided(choice.entry, verdict, last.author, last.made, last.reason)
    if choice.kind == "statement":
        one = choice.entry.removesuffix("+")
        *_, on = [None, *node.store.recent.reviews_on([one])]
        if on and on.status != Status.PROPOSED:
            return Decided(choice.entry, str(on.status), on.author, on.made, on.reason)
    return Decided(choice.entry, now or "taken back", "", "", "")
