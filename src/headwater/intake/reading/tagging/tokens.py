"""Tokens: the words, numbers and marks of a text, as the training texts cut them."""

import re
from collections.abc import Sequence

Span = tuple[int, int]

# Hyphens and apostrophes hold a word together; points and commas hold a number together; an
# initial, a title and an ordinal keep their full stop.
_TOKEN = re.compile(
    r"\d+(?:[.,:]\d+)*(?:-\w+)?(?:\.(?=\s+\w))?"
    r"|[^\W\d_]\.(?=\s?[^\W\d_])"
    r"|(?:dr|mr|prof|br|tzv|npr|gđa|st|sv)\.(?=\s)"
    r"|\w+(?:[-'’](?!s\b)\w+)*"
    r"|--+|\.\.\.|[^\w\s]",
    re.IGNORECASE,
)
LONGEST = 150
"""Tokens of one sentence that are read together; a longer one is cut."""


def tokenise(text: str, sentences: Sequence[Span]) -> list[list[Span]]:
    """Spans of the tokens, sentence by sentence; an empty sentence gives none."""
    found: list[list[Span]] = []
    for start, end in sentences:
        spans = [match.span() for match in _TOKEN.finditer(text, start, end)]
        found += [spans[at : at + LONGEST] for at in range(0, len(spans), LONGEST)]
    return found
