"""Names by rule: runs of capitalised words, and what their words and neighbours say they are."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from headwater.intake.reading.names import lookup, word_set

_RUN = re.compile(r"[^\W\d_][\w'’-]*(?: [A-ZÀ-ÞČĆŽŠĐА-Я][\w'’-]*)*")


def rule_spans(
    text: str, language: str, sentences: Sequence[tuple[int, int]]
) -> list[tuple[int, int, Literal["person", "organisation", "place"]]]:
    """Spans with their kind, in order."""
    del language
    return [found for sentence in sentences for found in _of_sentence(text, sentence)]


def _of_sentence(
    text: str, sentence: tuple[int, int]
) -> Iterator[tuple[int, int, Literal["person", "organisation", "place"]]]:
    bodies = word_set("of_bodies")
    for match in re.finditer(
        r"[^\W\d_][\w'’-]*(?: [A-ZÀ-ÞČĆŽŠĐА-Я][\w'’-]*)*", text[slice(*sentence)]
    ):
        words = match[0].split()
        start, end = match.span()
        if not words[0][0].isupper():
            continue
        if any(word.lower() in bodies for word in words):
            yield start, end, "organisation"
        elif lookup(match[0]):
            yield start, end, "place"
        elif len(words) > 1 and start != sentence[0]:
            yield start, end, "person"
