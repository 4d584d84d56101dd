"""Tags: what a text names, and where; the one way in to the tagger."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from headwater.intake.reading.language import FAMILIES
from headwater.intake.reading.tagging.schemes import Span, iob2
from headwater.intake.reading.tagging.tokens import tokenise

Kind = Literal["person", "organisation", "place"]

KINDS: dict[str, Kind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
"""What the labels of the training texts stand for."""


class Tag(NamedTuple):
    """One name in a text; `text[start:end]` are its exact words.

    Attributes:
        start: First character.
        end: One past the last.
        kind: What is named.
    """

    start: int
    end: int
    kind: Kind


def tag(text: str, language: str, sentences: Sequence[tuple[int, int]]) -> list[Tag]:
    """The people, organisations and places a text names, in order; none overlaps another.

    Serbian, Croatian, Bosnian, Montenegrin, Macedonian, Bulgarian, Albanian and English are read;
    in other languages, and where the models are not installed, nothing is found.

    Args:
        text: One document; a name recognised once in it helps to recognise it again.
        language: ISO 639-1 code (`cnr` for Montenegrin), or empty.
        sentences: Spans of its sentences.
    """
    tokens = tokenise(text, sentences)
    words = [[text[slice(*span)] for span in sentence] for sentence in tokens]
    return [
        Tag(places[first][0], places[last - 1][1], KINDS[kind])
        for places, found in zip(tokens, _found(words, language), strict=True)
        for first, last, kind in found
    ]


def label(sentences: Sequence[Sequence[str]], language: str) -> list[list[str]]:
    """IOB2 labels (PER, LOC, ORG) for a document whose words are cut already.

    Args:
        sentences: The words of each sentence.
        language: As for `tag`.
    """
    found = _found(sentences, language)
    return [iob2(own, len(words)) for words, own in zip(sentences, found, strict=True)]


def _found(sentences: Sequence[Sequence[str]], language: str) -> list[list[Span]]:
    from headwater.intake.reading.tagging.tagger import shipped_tagger  # numpy takes its time

    tagger, own = shipped_tagger(), FAMILIES.get(language, language)
    if tagger is None or own not in tagger.languages:
        return [[] for _ in sentences]
    return tagger.spans(sentences, own)
