"""The tables that tell languages apart, from data/language_words.csv."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from headwater.intake.reading.names import rows, to_cyrillic

FAMILIES = {"sr": "sh", "hr": "sh", "bs": "sh", "cnr": "sh"}
"""Languages that read each other's words; their entries in the word lists carry the code `sh`."""

LATIN, CYRILLIC, GREEK, ARABIC = "Latin", "Cyrillic", "Greek", "Arabic"
CYRILLIC_LETTER = re.compile("[Ѐ-ӿ]")
_SCRIPTS = {
    **dict.fromkeys(("mk", "bg", "sr", "other ru", "other uk"), CYRILLIC),
    **dict.fromkeys(("ar", "fa", "ps", "ckb", "other ur"), ARABIC),
    "el": GREEK,
}


def script_of(language: str) -> str:
    """The script a language is written in; `sr` stands for Cyrillic, `sh` for Latin."""
    return _SCRIPTS.get(language, LATIN)


class Tables(NamedTuple):
    """What is known of all languages.

    Attributes:
        words: Frequent words with the languages they belong to.
        endings: Endings of longer words, likewise.
        letters: Letters, likewise.
        never: What is never written in a language of the Cyrillic script, where names too are spelt
            with the letters of the text around them.
        by_script: The languages of each script.
    """

    words: dict[str, tuple[str, ...]]
    endings: dict[str, tuple[str, ...]]
    letters: dict[str, tuple[str, ...]]
    never: dict[str, re.Pattern[str]]
    by_script: dict[str, frozenset[str]]


@cache
def tables() -> Tables:
    """The tables, read once."""
    gathered: dict[str, dict[str, set[str]]] = {"word": {}, "end": {}, "letter": {}}
    languages = set[str]()
    never: dict[str, re.Pattern[str]] = {}
    for kind, language, said in _lines():
        if kind == "tell":  # whatever it tells from its sisters, it is a word of the family
            kind, language = "word", "sr" if CYRILLIC_LETTER.search(said) else "sh"
        languages.add(language)
        if kind == "never":
            never[language] = re.compile(said)
            continue
        for each in said if kind == "letter" else said.split():
            gathered[kind].setdefault(each, set()).add(language)
    sealed = {
        kind: {each: tuple(sorted(owners)) for each, owners in found.items()}
        for kind, found in gathered.items()
    }
    scripts = {
        script: frozenset(one for one in languages if script_of(one) == script)
        for script in (LATIN, CYRILLIC, GREEK, ARABIC)
    }
    return Tables(sealed["word"], sealed["end"], sealed["letter"], never, scripts)


@cache
def tells() -> dict[str, frozenset[str]]:
    """Word -> which of hr, bs, cnr, sr, ije it is a sign of; in both alphabets."""
    found: dict[str, set[str]] = {}
    for kind, language, said in _lines():
        if kind == "tell":
            for word in said.split():
                found.setdefault(word, set()).add(language)
    return {word: frozenset(owners) for word, owners in found.items()}


@cache
def _small() -> frozenset[str]:
    return frozenset(
        word
        for word, languages in tables().words.items()
        if any(not language.startswith("other") for language in languages)
    )


def small_word(word: str) -> bool:
    """Whether it is one of the most frequent words of a language that is read: never a name."""
    return word in _small()


def _lines() -> Iterator[tuple[str, str, str]]:
    for row in rows("language_words.csv"):
        kind, language, words = row["kind"], row["language"], row["words"]
        yield kind, language, words
        if kind == "tell" or (language == "sh" and kind != "letter"):
            yield kind, language if kind == "tell" else "sr", to_cyrillic(words)
