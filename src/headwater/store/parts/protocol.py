"""What a store can hand out in parts, whichever engine it rests on."""

from collections.abc import Collection, Mapping
from typing import Protocol

from headwater.model import Report, Statement


class Parts(Protocol):
    """Parts of what rests; a table has thousands of items, and a page shows twenty of them.

    `allowed` are the ids of the labels that the viewer may see; there is no default for all.
    """

    def items(self, urn: str, allowed: Collection[int]) -> dict[int, int]:
        """The allowed items of a report by number, in order, each with the id of its label."""

    def report(self, urn: str, allowed: Collection[int], numbers: Collection[int]) -> Report | None:
        """A report with those of its items that are allowed and have these numbers, or None."""

    def statements(self, ids: Collection[str], allowed: Collection[int]) -> Mapping[str, Statement]:
        """The allowed ones of these statements by id; the others are left out."""

    def said_in(
        self, urn: str, allowed: Collection[int], numbers: Collection[int]
    ) -> list[Statement]:
        """All statements of these items of a report that are allowed, in order."""
