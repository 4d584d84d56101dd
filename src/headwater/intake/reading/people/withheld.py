"""Withheld: people being moved, victims, witnesses and payers; they are counted, not named."""

import re
from collections.abc import Iterator

from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.passage import Passage, Span
from headwater.intake.reading.people import standing
from headwater.intake.reading.people.naming import WORD, name_at, runs

_NAMED_BY = re.compile(
    r"\s?[(:]?\s?[\"“„]?(?:(?:aged \d+|named|called|po imenu|imenom|по имену|по име|по имя|"
    r"на име|me emrin|me emër)\s)?"
)
_IN_COMMAS = re.compile(r",\s(?=[^\W\d_]+(?:\s[^\W\d_]+){1,3}\s?[,(])")
_BEFORE = re.compile(
    r",\s(?:an?|the|koj[iae]|жртва|dete|mal|njega|një|\d+|[\w-]+)?\s?(?:[\w-]+\s)?"
)
_NEAR = 40
_FAR = 80
_GIVEN = re.compile(
    r"[,:(]?\s?(?:(?:nationals?|citizens?|man|woman|men|youth|državljan\w*|држављан\w*|"
    r"државјан\w*|граждан\w*)[,:(]?\s)?"
)
_AND = re.compile(r"\s?(?:,|and|i|и|dhe|e)\s")
_MANY = re.compile(r"(?:\w(?:s|ci|ци|ë|ët|ни|ните|ците|ците))$", re.IGNORECASE)
_TRADE_AFTER = re.compile(r"(?:\s?,\s?|\s\()(?:\d+\s?,?\s?)?(?:the|an|a)?\s?(?:\w+\s)?")
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
    yield from _of_nations(passage)
    yield from _told(passage)


def _told(passage: Passage) -> Iterator[Span]:
    """Names beside which it is said that they are a child's, or of somebody carried, or of kin."""
    spoken = standing.spoken(passage.lowered)
    for sentence in passage.sentences:
        previous: Span | None = None
        for span in runs(passage, sentence):
            told = _told_of(passage, span, spoken)
            if told:
                yield span
            if previous and spoken.carrying and _AND.fullmatch(passage.text, previous[1], span[0]):
                if told and standing.CARRIED_AFTER.match(passage.text, span[1]):
                    yield previous
                elif not told and _carried_before(passage, previous):
                    yield span
            previous = span


def _carried_before(passage: Passage, span: Span) -> bool:
    start = max(passage.sentence_at(span[0])[0], span[0] - _NEAR)
    return standing.CARRIED_BEFORE.search(passage.text[start : span[0]]) is not None


def _of_nations(passage: Passage) -> Iterator[Span]:
    """ "The Syrian X Y", "two Afghans, X Y and V W"; officers are left unnamed the same way."""
    for _, end, word in passage.words:
        said = standing.says(word)
        if said not in ("nation", "officer"):
            continue
        gap = _GIVEN.match(passage.text, end)
        span = name_at(passage, gap.end(), least=1, gap=False) if gap else None
        while span:
            if said == "officer" or not _of_the_trade(passage, span):
                yield span
            listed = _AND.match(passage.text, span[1]) if _MANY.search(word) else None
            span = name_at(passage, listed.end(), least=2, gap=False) if listed else None


def _told_of(passage: Passage, span: Span, spoken: standing.Spoken) -> bool:
    """Whether words beside a name say that it is a child's, or of somebody carried, or of kin."""
    text, sentence = passage.text, passage.sentence_at(span[0])
    before = text[max(sentence[0], span[0] - _NEAR) : span[0]]
    if (spoken.ages and standing.CHILD_BEFORE.search(before)) or (
        spoken.smuggled and standing.SMUGGLED.search(before)
    ):
        return True
    if standing.CHILD_AFTER.match(text, span[1]):
        return True
    if passage.hits("paid", sentence) and standing.KIN_BEFORE.search(before):
        return True
    nation = standing.NATION_AFTER.match(text, span[1])
    if not nation and not (spoken.carrying and _carried(passage, span, before)):
        return False
    return not _of_the_trade(passage, span)


def _carried(passage: Passage, span: Span, before: str) -> bool:
    """Whether somebody is said to have been carried; to prison or to court, suspects are."""
    text = passage.text
    after = standing.CARRIED_AFTER.match(text, span[1])
    if not after and not standing.CARRIED_BEFORE.search(before):
        return False
    end = after.end() if after else span[1]
    rest = text[end : min(passage.sentence_at(span[0])[1], end + _FAR)]
    return standing.INTO_CUSTODY.search(rest) is None


def _of_the_trade(passage: Passage, span: Span) -> bool:
    """Whether a word for a role stands right before the name, or beside it, anywhere."""
    name, at = passage.text[slice(*span)], -1
    while (at := passage.text.find(name, at + 1)) >= 0:
        after = _TRADE_AFTER.match(passage.text, at + len(name))
        if after and passage.hits("role", (after.start() + 1, after.end() + 1)):
            return True
        if any(word.end >= at - 2 for word in passage.hits("role", (max(0, at - _NEAR), at))):
            return True
    return False


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


def carried_in(passage: Passage, span: Span) -> bool:
    """Whether a stretch says of somebody that he was carried."""
    said = standing.spoken(passage.lowered).carrying
    return said and standing.CARRIED.search(passage.text, *span) is not None


def alone(passage: Passage, word: Hit) -> bool:
    """Whether a word for people being moved speaks of one of them, not of a number."""
    before = passage.text[max(0, word.start - 12) : word.start]
    return not re.search(r"\d\s|\w{2,}-$", before)
