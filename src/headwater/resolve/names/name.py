"""Name: a person's name as text, read into tokens with their roles."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from headwater.resolve.names.letters import normal
from headwater.resolve.names.scripts import CYRILLIC, LATIN, OTHER, script_of
from headwater.resolve.names.words import Word, honorific, kinds, parts_of, placeholders, spelled

LONGEST_NAME = 250
"""Characters beyond which a text is taken to be a paragraph and not a name."""

_SHORTEST_GLUED = 3  # letters of each part of a glued word: JanDaniel, but not McLean
_WORD = re.compile(
    r"[^\s,;:/\\|()\[\]{}<>\"“”„«»_+=&*~^%$§·・•‧∙.\-\u2010-\u2015\u2212…!?¿¡#@،؛؟。、，]+"
)
_NUMBER = re.compile(r"\d+(?![^\W_])|[27]")  # others within a word are read as letters
_HALVES = re.compile("[\ud800-\udfff]")
_LOOK_ALIKE = {
    LATIN: dict(zip("03456789", ("o", "e", "a", "s", "b", "h", "b", "g"), strict=True)),
    CYRILLIC: dict(zip("0134689", "оизчбвд", strict=True)),
}
_VOWELS = frozenset("aeiouy")


class Token(NamedTuple):
    """One word of a name.

    Attributes:
        text: Normalised, in its own script.
        script: `latn`, `cyrl`, `arab` or `other` (romanised already then).
        role: `name`, `initial`, `title`, `particle`, `patronymic`, `kunya` or `suffix`.
        original: As it was written.
    """

    text: str
    script: str
    role: str
    original: str


class Name(NamedTuple):
    """A name as it was written, and its tokens in the order of writing.

    Attributes:
        text: As written.
        tokens: Words that can be compared; none where there is a problem.
        problem: Why the text is no usable name ("empty", "a placeholder"...); empty if it is one.
    """

    text: str
    tokens: tuple[Token, ...]
    problem: str = ""

    @property
    def numbers(self) -> tuple[str, ...]:
        """Digits that are left aside: alone, behind a word (Dragan123), or like no letter."""
        return tuple(_NUMBER.findall(self.text))


class _NoName(Exception):
    """Why a text is no usable name."""


@lru_cache(maxsize=200_000)
def read_name(text: str) -> Name:
    """Read a text as a person's name, in any order of given and family names.

    Never fails: what is no usable name comes back without tokens, with the problem said.
    """
    try:
        return Name(text, tuple(_tokens(text)))
    except _NoName as reason:
        return Name(text, (), str(reason))


def _tokens(text: str) -> list[Token]:
    _refuse_damage(text)
    shown = unicodedata.normalize("NFC", text).strip()
    letters = sum(c.isalpha() for c in shown)
    if letters == 0:
        raise _NoName("without letters" if shown else "empty")
    if letters == 1:
        raise _NoName("one letter only")
    pieces = [match[0] for match in _WORD.finditer(shown)]
    if spelled(pieces) in placeholders():
        raise _NoName("a placeholder for a name that is not known")
    words = [word for piece in pieces for word in _words(piece)]
    return _usable([Token(*part) for part in parts_of(words)])


def _refuse_damage(text: str) -> None:
    if len(text) > LONGEST_NAME:
        raise _NoName(f"longer than {LONGEST_NAME} characters")
    if _HALVES.search(text):
        raise _NoName("damaged text: half of a character (a lone surrogate)")


def _usable(tokens: list[Token]) -> list[Token]:
    """The tokens, if any of them names somebody."""
    if any(token.role in ("name", "kunya", "patronymic") for token in tokens):
        return tokens
    spare = [t for t in tokens if t.role == "particle" or _borne(t)]
    if len(spare) > 1 or any(_borne(token) for token in spare):
        return [t._replace(role="name") if t in spare else t for t in tokens]
    roles = {token.role for token in tokens}
    if "initial" in roles:
        raise _NoName("only initials")
    raise _NoName("only titles or small words" if roles else "without letters")


def _borne(token: Token) -> bool:
    return token.role == "title" and honorific(token.text, token.script)


@lru_cache(maxsize=100_000)
def _words(piece: str) -> tuple[Word, ...]:
    """The words in a run of letters: glued ones apart, each in letters of one script."""
    return tuple(_cut(piece))


def _cut(piece: str) -> Iterator[Word]:
    for part in _unglued(piece):
        script = script_of(part)
        if script == OTHER:
            yield from _romanised(part)
            continue
        text = _without_digits(normal(part, script), script)
        if not text:
            continue
        if text.isascii() or all(script_of(letter) == script for letter in text):
            yield Word(text, script, part)
        else:
            yield from _by_script(part)


def _romanised(part: str) -> Iterator[Word]:
    from anyascii import anyascii

    for match in _WORD.finditer(anyascii(part).lower()):
        text = _without_digits(normal(match[0], LATIN), LATIN)
        if text:
            yield Word(text, OTHER, part)


def _by_script(part: str) -> Iterator[Word]:
    """A word whose scripts follow one another is two words; one in which they alternate is none."""
    runs = ["".join(run) for _, run in groupby(part, key=script_of)]
    if len(runs) != 2 or min(map(len, runs)) < 2:
        raise _NoName("letters of several scripts within one word")
    for run in runs:
        yield from _words(run)


def _unglued(piece: str) -> list[str]:
    """Words glued together, cut where a small letter meets a capital (JanDaniel)."""
    if piece.isupper() or piece.islower():
        return _initials(piece)
    cuts = [i for i in range(1, len(piece)) if piece[i - 1].islower() and piece[i].isupper()]
    parts = [piece[a:b] for a, b in zip([0, *cuts], [*cuts, len(piece)], strict=True)]
    if all(_stands_alone(part) for part in parts):
        return parts
    return [piece]


def _stands_alone(part: str) -> bool:
    small = part.casefold()
    return (len(part) >= _SHORTEST_GLUED and small != "mac") or small in kinds("particles")


def _initials(piece: str) -> list[str]:
    """Two capitals without a vowel are initials (JC), unless they are a known ending or title."""
    small = piece.casefold()
    known = small in kinds("suffixes") or small in kinds("titles")
    if len(piece) == 2 and piece.isascii() and piece.isupper() and not known:
        return [piece] if _VOWELS & set(small) else list(piece)
    return [piece]


def _without_digits(text: str, script: str) -> str:
    """Digits written for letters put right (Sech1n, 3mar); numbers behind a name left out."""
    if text.isalpha():
        return text
    text = text.rstrip("0123456789") if text[:1].isalpha() else text
    table = _LOOK_ALIKE.get(script, {})
    return "".join(_letter(text, i, table) for i in range(len(text)))


def _letter(text: str, i: int, table: dict[str, str]) -> str:
    character = text[i]
    if not character.isdigit():
        return character
    if not any(c.isalpha() for c in text):
        return ""
    around: Sequence[str] = [text[i - 1 : i], text[i + 1 : i + 2]]
    if character == "1" and table is _LOOK_ALIKE[LATIN]:
        return "l" if all(a in _VOWELS for a in around if a) else "i"
    if character == "3" and i == 0:
        return ""  # the letter ain, as it is typed on telephones
    return table.get(character, "")
