"""How much each language has for itself in a sentence: its words, their endings, its letters."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from math import sqrt

from headwater.intake.reading.language.tables import (
    ARABIC,
    CYRILLIC,
    GREEK,
    LATIN,
    script_of,
    tables,
)

LOOKED_AT = 300
"""Characters of one sentence that are looked at."""

# Joiners stand within Persian and Kurdish words. The words of a handle are of no language.
WORD = re.compile("(?<![\\w@])[^\\W\\d_]+(?:[\u200c\u0640\u064b-\u0652]+[^\\W\\d_]*)*")
_SCRIPTS = (
    (LATIN, re.compile("[A-Za-zÀ-ɏ]")),
    (CYRILLIC, re.compile("[Ѐ-ӿ]")),
    (GREEK, re.compile("[Ͱ-Ͽἀ-῿]")),
    (ARABIC, re.compile("[؀-ۿ]")),
)
_OTHER = re.compile("[^\u0000-\u036f]")  # of another script than the Latin one, or no letter
_ENDING, _LETTER, _LETTER_OF_NAME = 0.3, 0.5, 0.15
_MOST_OF_LETTERS = 1.5
_SHORT, _WHOLE, _LONGER = 0.5, 1.0, 5
_REMEMBERED = 16_384  # words, after which all are forgotten


def scores(sentence: str) -> tuple[Mapping[str, float], frozenset[str]]:
    """Points of the languages that have any, and all that the sentence may be in.

    It may be in those of its script that fewest of its words cannot be spelt in; without letters,
    in any.
    """
    seen = sentence[:LOOKED_AT]
    possible = _possible(seen)
    if len(possible) == 1:  # nothing else is written so
        return dict.fromkeys(possible, _WHOLE), possible
    points: defaultdict[str, float] = defaultdict(float)
    of_letters: defaultdict[str, float] = defaultdict(float)
    misspelt: defaultdict[str, int] = defaultdict(int)
    known = _said_of()
    for gains, letters, not_in in map(known.__getitem__, WORD.findall(seen)):
        for language, gain in gains:
            points[language] += gain
        for language, gain in letters:
            of_letters[language] += gain
        for language in not_in:
            misspelt[language] += 1
    for language, gain in of_letters.items():
        capped = max(-_MOST_OF_LETTERS, min(gain, _MOST_OF_LETTERS))
        points[language] += capped
    if not misspelt:
        return {one: gain for one, gain in points.items() if one in possible}, possible
    return _spelt(points, possible, misspelt)


def _spelt(
    points: Mapping[str, float], possible: frozenset[str], misspelt: Mapping[str, int]
) -> tuple[Mapping[str, float], frozenset[str]]:
    """What is left where some languages cannot spell some of the words."""
    fewest = min(misspelt.get(one, 0) for one in possible)
    left = frozenset(one for one in possible if misspelt.get(one, 0) == fewest)
    if len(left) == 1:
        return {one: max(_WHOLE, points.get(one, 0.0)) for one in left}, left
    return {one: gain for one, gain in points.items() if one in left}, left


def _possible(text: str) -> frozenset[str]:
    by_script = tables().by_script
    if text.isascii() or not _OTHER.search(text):
        return by_script[LATIN] if _SCRIPTS[0][1].search(text) else _any()
    counts = [(len(letters.findall(text)), script) for script, letters in _SCRIPTS]
    most, script = max(counts, key=lambda pair: pair[0])
    return by_script[script] if most else _any()


@cache
def _any() -> frozenset[str]:
    return frozenset().union(*tables().by_script.values())


_Points = tuple[tuple[str, float], ...]


_Says = tuple[_Points, _Points, tuple[str, ...]]


class _Said(dict[str, _Says]):
    """What words say, as they are written; bounded."""

    def __missing__(self, written: str) -> _Says:
        if len(self) >= _REMEMBERED:
            self.clear()
        said = self[written] = _said(written)
        return said


@cache
def _said_of() -> _Said:
    return _Said()


def _said(written: str) -> _Says:
    """What a word says for its languages, what its letters say, and where nobody spells so."""
    known = tables()
    word = written.lower()
    small = word == written
    gains: dict[str, float] = {}
    owners = known.words.get(word)
    if owners:
        whole = _SHORT if len(word) == 1 else _WHOLE
        gains = dict.fromkeys(owners, whole / len(owners))
    elif small and len(word) >= _LONGER:
        gains = _ending(word)
    letters: dict[str, float] = {}
    for letter in set(word) & known.letters.keys():
        own = known.letters[letter]
        each = _LETTER if small else _LETTER_OF_NAME
        for language in own:
            letters[language] = letters.get(language, 0) + each / len(own)
        for language in known.by_script[script_of(own[0])] - set(own) if small else ():
            letters[language] = letters.get(language, 0) - each
    not_in = () if written.isascii() else _not_in(word)
    return tuple(gains.items()), tuple(sorted(letters.items())), not_in


def _not_in(word: str) -> tuple[str, ...]:
    return tuple(one for one, letters in tables().never.items() if letters.search(word))


def _ending(word: str) -> dict[str, float]:
    endings = tables().endings
    for length in (5, 4, 3, 2):
        owners = endings.get(word[-length:])
        if owners:
            return dict.fromkeys(owners, _ENDING / sqrt(len(owners)))
    return {}
