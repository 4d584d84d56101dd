"""What a keeper of access records can do, whichever engine it rests on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class AccessRecord:
    """One thing that opens the door, or counts who knocked.

    Attributes:
        kind: What it is: an account, a session...
        id: Unique among its kind; whatever would open something is handed in as a digest.
        user: Whose it is; names that log in as the same user are the same user here.
        content: What it says, as JSON has it.
        until: ISO time (UTC, to the second) after which `expire` drops it; empty for never.
    """

    kind: str
    id: str
    user: str
    content: Mapping[str, Any] = field(default_factory=dict)
    until: str = ""


class AccessRecords(Protocol):
    """Where accounts, sessions, tokens and grants rest. Every call is one durable transaction."""

    def keep(self, record: AccessRecord) -> bool:
        """Keep a record; False, and nothing changed, where there is one of this kind and id."""

    def change(
        self, kind: str, id: str, how: Callable[[AccessRecord | None], AccessRecord | None]
    ) -> AccessRecord | None:
        """Put in the place of a record what `how` makes of it, with nobody in between.

        Args:
            kind: Its kind.
            id: Its id.
            how: Given the record, or None; returns what is kept, or None for nothing.

        Returns:
            What is kept now.
        """

    def find(self, kind: str, id: str) -> AccessRecord | None:
        """The record of this kind and id."""

    def take(self, kind: str, id: str) -> AccessRecord | None:
        """Remove a record and return it; of two who take it one gets it."""

    def of(self, kind: str, user: str = "") -> list[AccessRecord]:
        """The records of a kind, those of one user where one is named; oldest first."""

    def ending_last(
        self, kind: str, user: str = "", *, start: int = 0, most: int = 100
    ) -> tuple[list[AccessRecord], int]:
        """A page of the records of a kind, those that end last first, and how many there are.

        Args:
            kind: Their kind.
            user: Only those of this user; empty for everybody's.
            start: How many of them to pass over.
            most: So many at most; only these are opened.
        """

    def drop(self, kind: str, user: str) -> int:
        """Remove a user's records of one kind; returns how many there were."""

    def forget(self, user: str) -> int:
        """Remove all that is kept of a user: afterwards no byte of it is in the node's folder."""

    def forget_kind(self, kind: str) -> int:
        """Remove all records of a kind, likewise to the last byte; returns how many there were."""

    def expire(self, now: str) -> int:
        """Remove what ended before an ISO time; returns how many there were."""

    def close(self) -> None:
        """Let go of the files. Nothing that was acknowledged depends on it."""
