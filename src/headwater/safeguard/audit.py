"""Audit records: the six operations that the law wants logged.

Source: DPA 2018 s.62; Directive (EU) 2016/680 art. 25.
"""

from dataclasses import dataclass
from enum import StrEnum

from headwater.model import WrongUse


class Operation(StrEnum):
    """The six operations; a merge of two entities is a combination, every export a disclosure."""

    COLLECTION = "collection"
    ALTERATION = "alteration"
    CONSULTATION = "consultation"
    DISCLOSURE = "disclosure"
    COMBINATION = "combination"
    ERASURE = "erasure"


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """One thing that somebody did with data.

    Attributes:
        operation: Which of the six.
        who: Login name of the user.
        when: ISO time.
        purpose: The stated purpose; free text, which the store keeps apart from the tree.
        what: Ids of what it touched; the store turns them into keyed digests.
        recipient: Who got it; must be given for a disclosure.
        reason: Why; must be given for an erasure. Never repeats what was erased.
    """

    operation: Operation
    who: str
    when: str
    purpose: str
    what: tuple[str, ...]
    recipient: str = ""
    reason: str = ""

    def __post_init__(self) -> None:
        """Refuse a record that does not say what the law wants said."""
        needed = {"who": self.who, "when": self.when}
        if self.operation is Operation.DISCLOSURE:
            needed["recipient"] = self.recipient
        if self.operation is Operation.ERASURE:
            needed["reason"] = self.reason
        missing = [name for name, value in needed.items() if not value.strip()]
        if missing:
            raise WrongUse(
                f"a record of {self.operation} needs {' and '.join(missing)}",
                why="the log must say who did what, when, why and for whom",
                do="give it",
            )
