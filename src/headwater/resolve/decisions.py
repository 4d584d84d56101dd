"""Decisions: on a pair, a statement, or a person's category, and what takes them back, as values.

Each has a name, a time and a reason. Nothing here decides by itself.
"""

import hashlib
from datetime import date

from headwater.model import (
    Basis,
    Grading,
    Item,
    Judgement,
    Period,
    Report,
    Review,
    Statement,
    Status,
    Verdict,
    WrongUse,
    words,
)

_WITHDRAWING = "resolve/withdrawn/1"
_CHANGED = "What is known of the two has changed since."


def decide_pair(
    left: str, right: str, verdict: Verdict, author: str, made: str, reason: str
) -> Judgement:
    """A person's judgement that two entities are the same, are different, or that it is not known.

    Raises:
        WrongUse: If the two are one id, or author or reason are missing.
    """
    _ask_for(author=author, reason=reason)
    if left == right:
        raise WrongUse(f"{left} is one entity, not two", do="give two different ids")
    first, second = min(left, right), max(left, right)
    identity = digest("pair", first, second, verdict, author, made, reason)
    return Judgement(identity, first, second, Verdict(verdict), author, made, reason)


def decide_statement(statement: str, status: str, author: str, made: str, reason: str) -> Review:
    """A person's decision on one statement: accepted, rejected, or put back to proposed.

    Raises:
        WrongUse: If the status does not exist, or author or reason are missing.
    """
    _ask_for(author=author, reason=reason)
    if status not in tuple(Status):
        raise WrongUse(f"{status!r} is no decision", do=f"use one of {', '.join(Status)}")
    identity = digest("statement", statement, status, author, made, reason)
    return Review(identity, statement, str(status), author, made, reason)


def undo(judgement: Judgement, author: str, made: str, reason: str) -> Judgement:
    """A judgement that takes another one back; an undo can itself be undone.

    Raises:
        WrongUse: If author or reason are missing.
    """
    _ask_for(author=author, reason=reason)
    return _taking_back(
        judgement, digest("undo", judgement.id, author, made, reason), author, made, reason
    )


def withdrawal(judgement: Judgement, made: str) -> Judgement:
    """What takes back a rule's judgement that no longer holds; there is never a second one.

    It does not say what changed: whoever sees it need not see the statement that changed it.
    """
    identity = digest("withdrawn", judgement.id)
    return _taking_back(judgement, identity, _WITHDRAWING, made, _CHANGED)


def _taking_back(
    judgement: Judgement, identity: str, author: str, made: str, reason: str
) -> Judgement:
    return Judgement(
        id=identity,
        left=judgement.left,
        right=judgement.right,
        verdict=Verdict.UNKNOWN,
        author=author,
        made=made,
        reason=reason,
        undoes=judgement.id,
    )


def category_report(  # noqa: PLR0913 - a decision has these parts, and each must be said
    entity: str,
    category: str,
    case: str,
    reason: str,
    author: str,
    agency: str,
    today: date,
    urn: str,
) -> tuple[Report, list[Statement]]:
    """An officer's decision on what a person is in a case, as a report of the agency itself.

    It enters through the store like any other report: graded, traceable, never overwritten.
    `author` decides, on the day `today`, for `agency`; `urn` is the report's own.

    Raises:
        WrongUse: If the category does not exist, or a part is missing.
    """
    parts = {
        "subject": entity,
        "category": category,
        "case": case,
        "decidedBy": author,
        "date": today.isoformat(),
        "reason": reason,
    }
    _ask_for(**parts)
    if category not in words("category"):
        raise WrongUse(
            f"there is no category {category!r}", do=f"use one of {', '.join(words('category'))}"
        )
    text, spans = _told(parts)
    statements = [
        _part_of_decision(urn, author, parts["date"])._replace(
            n=n, property=name, value=parts[name], text=parts[name], start=start, end=end
        )
        for n, (name, (start, end)) in enumerate(spans.items(), start=1)
    ]
    return _decision_report(urn, agency, today, text), statements


def _part_of_decision(urn: str, author: str, day: str) -> Statement:
    return Statement(
        urn=urn,
        item=1,
        n=0,
        entity=f"{urn}#1@decision",
        schema="CategoryDecision",
        property="",
        value="",
        language="en",
        extractor="decision/1",
        author=author,
        status=Status.ACCEPTED,
        basis=Basis.ASSESSMENT,
        valid_from=day,
    )


def _decision_report(urn: str, agency: str, today: date, text: str) -> Report:
    return Report(
        urn=urn,
        originator=agency,
        items=(Item(1, text, Grading("1", "A"), graded_by_default=False, language="en"),),
        title="Category decision",
        information_date=Period(today, today),
        record_date=Period(today, today),
        dates_assumed=False,
        file=f"{urn}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        format="decision",
    )


def _told(parts: dict[str, str]) -> tuple[str, dict[str, tuple[int, int]]]:
    """The decision as a sentence, and where each part stands in it."""
    text, spans = "", {}
    for words_before, name in (
        ("Decided: ", "subject"),
        (" is ", "category"),
        (" in the case ", "case"),
        (". By ", "decidedBy"),
        (" on ", "date"),
        (", because: ", "reason"),
    ):
        text += words_before
        spans[name] = (len(text), len(text) + len(parts[name]))
        text += parts[name]
    return text, spans


_ASKED = {"author": "name behind it", "decidedBy": "name behind it"}
"""Parts of a decision that are not called what they are, in words."""


def _ask_for(**parts: str) -> None:
    missing = [name for name, value in parts.items() if not value.strip()]
    if missing:
        raise WrongUse(
            f"a decision needs {' and '.join(f'a {_ASKED.get(name, name)}' for name in missing)}",
            why="each decision has a name, a time and a reason",
            do="give it, as in --reason TEXT",
        )


def digest(*parts: str) -> str:
    """An id that follows from what it stands for."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]
