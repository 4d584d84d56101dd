"""Alert: a report answers a standing question."""

from dataclasses import dataclass
from enum import StrEnum


class Urgency(StrEnum):
    """How soon somebody has to look, the most urgent first."""

    LIFE_AT_RISK = "life_at_risk"
    HIGH = "high"
    ORDINARY = "ordinary"


@dataclass(frozen=True, slots=True)
class Alert:
    """One item answers one watch. Nothing of what the item says is repeated in it.

    Attributes:
        id: Opaque id; the same items raise an alert of the same id on the same watch.
        watch: Id of the watch.
        made: ISO time.
        urn: Report of the item that raised it.
        item: Number of that item.
        urgency: How soon somebody has to look.
        why: What answered, in a word without content (`place`, `drowning`, `name 0.93`).
        statements: Ids of the statements it rests on, of this item and of others; none where it
            rests on the item's words.
    """

    id: str
    watch: str
    made: str
    urn: str
    item: int
    urgency: Urgency
    why: str
    statements: tuple[str, ...] = ()
