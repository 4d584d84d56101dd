"""How much each language has for itself in a sentence: its words, their endings, its letters."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
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

# Joiners stand within Persian and Kurdish words.
WORD = re.compile("[^\\W\\d_]+(?:[\u200c\u0640\u064b-\u0652]+[^\\W\\d_]*)*")
_SCRIPTS = (
    (LATIN, re.compile("[A-Za-zÀ-ɏ]")),
    (CYRILLIC, re.compile("[Ѐ-ӿ]")),
    (GREEK, re.compile("[Ͱ-Ͽἀ-῿]")),
    (ARABIC, re.compile("[؀-ۿ]")),
)
_OTHER = re.compile("[^\u0000-\u036f]")  # of another script than the Latin one, or no letter
_ENDING, _LETTER, _LETTER_OF_NAME = 0.3, 0.5, 0.15
_MOST_OF_LETTERS = 1.5
_SHORT, _LONGER = 0.5, 5


def scores(sentence: str) -> tuple[Mapping[str, float], frozenset[str]]:
    """Points of the languages that have any, and all that are written in the sentence's script.

    Texts without letters may be in any language.
    """
    seen = sentence[:LOOKED_AT]
    possible = _possible(seen)
    if len(possible) == 1:  # nothing else is written so
        return dict.fromkeys(possible, 1.0), possible
    points: dict[str, float] = {}
    of_letters: dict[str, float] = {}
    for gains, letters in map(_said, WORD.findall(seen)):
        for language, gain in gains:
            points[language] = points.get(language, 0.0) + gain
        for language, gain in letters:
            of_letters[language] = of_letters.get(language, 0.0) + gain
    for language, gain in of_letters.items():
        capped = max(-_MOST_OF_LETTERS, min(gain, _MOST_OF_LETTERS))
        points[language] = points.get(language, 0.0) + capped
    return {one: gain for one, gain in points.items() if one in possible}, possible


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


@lru_cache(maxsize=16384)
def _said(written: str) -> tuple[_Points, _Points]:
    """What a word says for its languages, and what its letters say for and against some."""
    known = tables()
    word = written.lower()
    small = word == written
    gains: dict[str, float] = {}
    owners = known.words.get(word)
    if owners:
        whole = _SHORT if len(word) == 1 else 1.0
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
    return tuple(gains.items()), tuple(sorted(letters.items()))


def _ending(word: str) -> dict[str, float]:
    endings = tables().endings
    for length in (5, 4, 3, 2):
        owners = endings.get(word[-length:])
        if owners:
            return dict.fromkeys(owners, _ENDING / sqrt(len(owners)))
    return {}
