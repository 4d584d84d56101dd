"""What a store can tell of what came in or was decided last, whichever engine it rests on."""

from collections.abc import Collection
from typing import NamedTuple, Protocol

from headwater.model import Judgement, Refusal, Review, Statement


class Came(NamedTuple):
    """A report that came in.

    Attributes:
        urn: Its reference.
        title: Its title, or empty.
        originator: Who wrote it.
        recorded: ISO time at which it came in.
    """

    urn: str
    title: str
    originator: str
    recorded: str


class Recent(Protocol):
    """What came in or was decided last; each answer costs what it holds, not what the node holds.

    `allowed` are the ids of the labels that the viewer may see; there is no default for all.
    """

    def reports(self, allowed: Collection[int], since: str, most: int) -> list[Came]:
        """Reports that came in after a time, the latest first; decisions of our own left out."""

    def reviews(
        self,
        allowed: Collection[int],
        most: int,
        *,
        by: str = "",
        beside: str = "",
        since: str = "",
    ) -> list[Review]:
        """The latest reviews of allowed statements, the latest first.

        Args:
            allowed: Labels.
            most: So many at most, of the last ten thousand of the node.
            by: Only those that this user gave.
            beside: Only those that this user did not give.
            since: Only those given after this ISO time.
        """

    def reviews_on(self, statements: Collection[str]) -> list[Review]:
        """All reviews of these statements, those of one in the order in which they were given."""

    def judgement(self, id: str) -> Judgement | None:
        """The judgement of this id, whatever is known of the two it is about; None for none."""

    def review(self, id: str) -> Review | None:
        """The review of this id, whoever may see what it is about; None where there is none."""

    def decisions(self, allowed: Collection[int], after: int) -> list[Statement]:
        """What decisions of our own say that came in later, as on the category of somebody.

        Args:
            allowed: Labels.
            after: How far the store had risen, as `Tide.items` tells it.
        """

    def refusals(self, allowed: Collection[int], start: int, most: int) -> list[Refusal]:
        """Refusals, the latest first, without the first `start` of them."""

    def refusals_of(self, urn: str, allowed: Collection[int]) -> list[Refusal]:
        """Refusals of one report, oldest first."""

    def touched(self) -> list[str]:
        """By its name or id what the log tells that anybody looked at, changed or handed out.

        What only came in is left out, and so is what is not here any more.
        """

    def recorded(self) -> dict[str, str]:
        """ISO time at which each report came in, by its URN; tell nobody of one they cannot see."""
