"""Tags: what a text names, and where; the one way in to the tagger."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from headwater.intake.reading.tagging.rules import rule_spans
from headwater.intake.reading.tagging.schemes import spans
from headwater.intake.reading.tagging.shipped import shipped_tagger
from headwater.intake.reading.tagging.tagger import Tagger
from headwater.intake.reading.tagging.tokens import tokenise

Kind = Literal["person", "organisation", "place"]

TRAINED = frozenset({"sr", "hr", "bs", "cnr", "sh"})
"""Languages the model was trained for; the others are read by rule."""

KINDS: dict[str, Kind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
"""What the labels of the training texts stand for."""


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
        language: ISO 639-1 code (`cnr` for Montenegrin), or empty.
        sentences: Spans of its sentences.
    """
    tagger = shipped_tagger() if language in TRAINED else None
    if tagger:
        return list(_by_model(text, sentences, tagger))
    return [Tag(*span, "rules") for span in rule_spans(text, language, sentences)]


def _by_model(text: str, sentences: Sequence[tuple[int, int]], tagger: Tagger) -> Iterator[Tag]:
    tokens = tokenise(text, sentences)
    labels = tagger.labels([[text[slice(*span)] for span in sentence] for sentence in tokens])
    for places, said in zip(tokens, labels, strict=True):
        for first, last, kind in spans(said):
            yield Tag(places[first][0], places[last - 1][1], KINDS[kind], "model")
