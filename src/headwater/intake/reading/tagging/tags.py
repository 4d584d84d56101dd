"""Tags: what a text names, and where; the one way in to the tagger."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from headwater.intake.reading.tagging.rules import rule_spans
from headwater.intake.reading.tagging.schemes import OUTSIDE, iob2, spans
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


def label(sentences: Sequence[Sequence[str]], language: str) -> list[list[str]]:
    """IOB2 labels (PER, LOC, ORG) for a document whose words are cut already.

    Args:
        sentences: The words of each sentence.
        language: As for `tag`.
    """
    tagger = shipped_tagger() if language in TRAINED else None
    if tagger:
        return [iob2(labels) for labels in tagger.labels(sentences)]
    text, places = joined(sentences)
    tags = tag(text, language, [(line[0][0], line[-1][1]) for line in places if line])
    return [list(_labels_at(tags, line)) for line in places]


def joined(sentences: Sequence[Sequence[str]]) -> tuple[str, list[list[tuple[int, int]]]]:
    """Words as a text, a sentence a line, with the span of every word in it."""
    lines, at = list[str](), 0
    places: list[list[tuple[int, int]]] = []
    for sentence in sentences:
        places.append([])
        for each in sentence:
            places[-1].append((at, at + len(each)))
            at += len(each) + 1
        lines.append(" ".join(sentence))
        at += not sentence
    return "\n".join(lines), places


def _labels_at(tags: Sequence[Tag], places: Sequence[tuple[int, int]]) -> Iterator[str]:
    names = {kind: name for name, kind in KINDS.items()}
    for start, end in places:
        own = next((each for each in tags if each.start <= start and end <= each.end), None)
        if own is None:
            yield OUTSIDE
        else:
            yield ("B-" if own.start == start else "I-") + names[own.kind]


def _by_model(text: str, sentences: Sequence[tuple[int, int]], tagger: Tagger) -> Iterator[Tag]:
    tokens = tokenise(text, sentences)
    labels = tagger.labels([[text[slice(*span)] for span in sentence] for sentence in tokens])
    for places, said in zip(tokens, labels, strict=True):
        for first, last, kind in spans(said):
            yield Tag(places[first][0], places[last - 1][1], KINDS[kind], "model")
