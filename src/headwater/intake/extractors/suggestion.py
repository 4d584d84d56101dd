"""Suggestion: one name that an extractor says stands in a text; Extractor: what gives them."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

KINDS = {
    "person": ("Person", "name"),
    "organisation": ("Organization", "name"),
    "network": ("Network", "name"),
    "place": ("Place", "name"),
}
"""What may be suggested, and the schema and property that it becomes."""


class Suggestion(NamedTuple):
    """One name, as the extractor gives it; nothing of it is believed yet.

    Attributes:
        quote: The words that are said to stand in the text.
        kind: One of `KINDS`; anything else is not taken.
        start: Where they are said to begin; -1 where the extractor gives no positions.
    """

    quote: str
    kind: str
    start: int = -1


class Extractor(Protocol):
    """A program that finds names.

    Attributes:
        name: What statements name as their extractor: its kind with version, and its model.
    """

    name: str

    def find(self, text: str) -> Sequence[Suggestion]:
        """The names it finds in a text.

        Raises:
            Refused: If it gives no answer, or none that can be read.
        """
