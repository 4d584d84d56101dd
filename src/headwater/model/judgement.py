"""Judgement: what a person or a rule decided about entities and statements; always reversible."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Whether two entities are one."""

    SAME = "same"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Judgement:
    """These two entities are the same, are different, or it is not known.

    Attributes:
        id: Opaque id, given by the store's caller.
        left: One entity id; the smaller of the two in text order.
        right: The other.
        verdict: A `Verdict`.
        author: The person, or the rule with its version (`resolve/phone/1`).
        made: ISO time at which it was made.
        reason: Why, in words.
        score: Weight of the evidence in bits; None where a person decided without one.
        explanation: What agreed and what did not, as `key: value` lines.
        evidence: Ids of the statements it rests on.
        undoes: Id of the judgement that this one takes back, or empty.
    """

    id: str
    left: str
    right: str
    verdict: Verdict
    author: str
    made: str
    reason: str
    score: float | None = None
    explanation: str = ""
    evidence: tuple[str, ...] = ()
    undoes: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """A person's decision on one proposed statement.

    Attributes:
        id: Opaque id.
        statement: Id of the statement.
        status: `accepted` or `rejected` (or `proposed`, which puts it back).
        author: Who decided.
        made: ISO time.
        reason: Why, in words.
        instead: Id of the statement of the same item that takes the place of a rejected one, where
            the decision is a correction; else empty.
    """

    id: str
    statement: str
    status: str
    author: str
    made: str
    reason: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Regrouping:
    """A person's decision on which reports have one origin.

    Attributes:
        id: Opaque id.
        joins: True where the reports have one origin, False where `reports` are taken apart from
            `others`.
        reports: URNs of the reports it is about.
        others: URNs of those that they were one group with, where they are taken apart.
        author: Who decided.
        made: ISO time.
        reason: Why, in words.
        undoes: Id of the regrouping that this one takes back, or empty.
    """

    id: str
    joins: bool
    reports: tuple[str, ...]
    others: tuple[str, ...]
    author: str
    made: str
    reason: str
    undoes: str = ""
