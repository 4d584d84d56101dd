"""Tags: what a text names, and where; the one way in to the tagger."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from headwater.intake.reading.tagging.rules import rule_spans

Kind = Literal["person", "organisation", "place"]


class Tag(NamedTuple):
    """One name in a text; `text[start:end]` are its exact words.

    Attributes:
        start: First character.
        end: One past the last.
        kind: What is named.
        source: What found it: `model` or `rules`.
    """

    start: int
    end: int
    kind: Kind
    source: str


def tag(text: str, language: str, sentences: Sequence[tuple[int, int]]) -> list[Tag]:
    """The people, organisations and places a text names, in order; none overlaps another.

    Args:
        text: One document; a name recognised once in it helps to recognise it again.
        language: ISO 639-1 code, or empty.
        sentences: Spans of its sentences.
    """
    return [Tag(*span, "rules") for span in rule_spans(text, language, sentences)]
