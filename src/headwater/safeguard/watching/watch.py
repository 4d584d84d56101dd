"""Watch: a standing question that every new report is asked, for a purpose and until a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What may be asked."""

    LEG = "leg"
    IDENTIFIER = "identifier"
    PERSON = "person"
    PLACE = "place"
    NETWORK = "network"
    DANGER = "danger"
    WORDS = "words"


NUMBERS = ("phone", "document", "account", "vehicle")
"""What an identifier may be; all but a vehicle's belong to a person."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A standing question.

    Attributes:
        id: Opaque id.
        kind: What is asked.
        question: What it is about, by the words of its kind (`place`, `other`, `mode`, `sort`,
            `number`, `name`, `chance`, `words`); places by their ids.
        owner: Who asks; empty for what every node asks by itself.
        purpose: What for.
        made: ISO time at which it was put.
        expires: ISO date of the last day on which it is asked; empty where it never ends.
        case: The case it is asked in, or empty.
        subjects: Entity ids of the persons whom it is about.
        safeguarding: Whether its alerts are for those who safeguard people, and nobody else.
        ended: ISO time at which somebody ended it, or empty.
    """

    id: str
    kind: Kind
    question: Mapping[str, str]
    owner: str
    purpose: str
    made: str
    expires: str
    case: str = ""
    subjects: tuple[str, ...] = ()
    safeguarding: bool = False
    ended: str = ""

    def asks(self, today: str) -> bool:
        """Whether it is still asked on this day (ISO)."""
        return not self.ended and (not self.expires or today <= self.expires)

    @property
    def about_people(self) -> bool:
        """Whether it is about a person, or about what belongs to one by its nature."""
        if self.kind is Kind.IDENTIFIER:
            return self.question.get("sort") != "vehicle"
        return self.kind is Kind.PERSON


DANGER = Watch("danger", Kind.DANGER, {}, "", "danger to life", "", "")
"""What every node asks by itself and nobody can end: is a life at risk?"""
