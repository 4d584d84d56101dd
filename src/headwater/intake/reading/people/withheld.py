"""Withheld: people being moved, victims, witnesses and payers; they are counted, not named."""

import re
from collections.abc import Iterator

from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.passage import Passage, Span
from headwater.intake.reading.people.naming import WORD, name_at

_NAMED_BY = re.compile(
    r"\s?[(:]?\s?[\"“„]?(?:(?:aged \d+|named|called|po imenu|imenom|по имену|по име|по имя|"
    r"на име|me emrin|me emër)\s)?"
)
_IN_COMMAS = re.compile(r",\s(?=[^\W\d_]+(?:\s[^\W\d_]+){1,3}\s?[,(])")
_BEFORE = re.compile(
    r",\s(?:an?|the|koj[iae]|жртва|dete|mal|njega|një|\d+|[\w-]+)?\s?(?:[\w-]+\s)?"
)
_NEAR = 40
_OWN = re.compile(r"['’]?s?\s?(?:\w+\s){0,3}$")


def withheld_names(passage: Passage) -> Iterator[Span]:
    """Names that words for people being moved introduce, or follow."""
    for word in passage.hits("moved"):
        for gap in (_NAMED_BY, _IN_COMMAS):
            match = gap.match(passage.text, word.end)
            span = name_at(passage, match.end(), least=1, gap=False) if match else None
            if span:
                yield span
        before = _name_before(passage, word.start)
        if before:
            yield before


def _name_before(passage: Passage, position: int) -> Span | None:
    """ "X Y, a 15-year-old migrant": the name that ends at the comma before the word."""
    start = max(passage.sentence_at(position)[0], position - _NEAR)
    comma = passage.text.rfind(",", start, position)
    if comma < 0 or not _BEFORE.fullmatch(passage.text, comma, position):
        return None
    words = list(WORD.finditer(passage.text, max(0, comma - 50), comma))
    first = comma
    for word in reversed(words):
        if not word[0][0].isupper() or passage.text[word.end() : first].strip(" ,"):
            break
        first = word.start()
    return (first, comma) if first < comma else None


def alone(passage: Passage, word: Hit) -> bool:
    """Whether a word for people being moved speaks of one of them, not of a number."""
    before = passage.text[max(0, word.start - 12) : word.start]
    return not re.search(r"\d\s|\w{2,}-$", before)
