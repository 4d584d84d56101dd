"""Word bits: evidence of one word of a name against one of another, whatever their scripts."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from headwater.resolve.names.edits import token_bits, token_bits_ready
from headwater.resolve.names.letters import normal, plainer
from headwater.resolve.names.name import Token
from headwater.resolve.names.same_script import (
    APART,
    NICKNAME,
    OTHER_NAME,
    SPELLING,
    WORTH,
    different_names,
    given_name_lines,
    nickname_lines,
    spelling_bits,
    worth,
)
from headwater.resolve.names.scripts import ARABIC, CYRILLIC, LATIN, OTHER
from headwater.resolve.names.words import key_of

INITIAL = 2.5
"""Bits that an initial is worth when a name begins with it."""

_ARTICLE = 1.0  # price of an article that only one side writes
_LONGEST_ARTICLE = 5  # letters of a word whose first two may be an article
_SERVANT = 3.0  # price of Abd, Servant of, that only one side writes
_HONORIFIC = 4.0  # most that a title which both names carry is worth
_ARTICLES = ("al", "el", "ال", "ал", "ел")
_PRICES = {"spelling": SPELLING, "pet form": NICKNAME}
_DOUBTFUL = 0.7  # share of a word's worth below which it may be another name of like letters
_ABD = re.compile(r"(?:abd(?:[aeou]{1,2}[lrsnzt])?|عبد(?:ال)?|абд(?:[уае][лрсн]ь?)?)(?=\w{3})")


class Reading(NamedTuple):
    """One way to read two words as one name.

    Attributes:
        bits: What it says.
        left: The left word as it is read: whole, or without its article.
        right: The right word.
        note: What was left out to read it so; empty if nothing was.
    """

    bits: float
    left: Token
    right: Token
    note: str = ""


class _Listed(NamedTuple):
    """What the lists know of a word.

    Attributes:
        written: As its own script writes it.
        latin: In Latin letters, where it is Cyrillic.
        names: Its lines in the list of given names: which spelling stands there, and the line.
        pet_forms: The same in the list of everyday forms.
    """

    written: str
    latin: str
    names: frozenset[tuple[int, int]]
    pet_forms: frozenset[tuple[int, int]]


def word_bits(left: Token, right: Token) -> float:
    """Evidence in bits that two words stand for one name; symmetric, within APART and WORTH."""
    return _word_bits(left, right) if left <= right else _word_bits(right, left)


@lru_cache(maxsize=1_000_000)
def _word_bits(left: Token, right: Token) -> float:
    if "initial" in (left.role, right.role):
        return _initial_bits(left, right)
    bits = max(way.bits + _bits(way.left, way.right) for way in _ways(left, right))
    if "title" in (left.role, right.role):
        bits = min(bits, _HONORIFIC)
    return max(APART, min(WORTH, bits))


def best_reading(left: Token, right: Token) -> Reading:
    """The reading that the bits of two words come from; its own bits are not held in bounds.

    Of readings that reach the bounds it is the one without an article, which is easier to follow.
    """
    readings = [way._replace(bits=way.bits + _bits(*way[1:3])) for way in _ways(left, right)]
    return max(readings, key=lambda r: (min(WORTH, r.bits), bool(r.note)))


def doubtful(left: Token, right: Token, bits: float) -> bool:
    """Whether two words that pass for one name may well be two of like letters."""
    if "initial" in (left.role, right.role) or known_relation(left, right):
        return False
    return bits < _DOUBTFUL * worth(min(len(left.text), len(right.text)))


def one_script(left: Token, right: Token) -> bool:
    """Whether two words are compared letter for letter, in one script."""
    return left.script == right.script or alphabet(left) == alphabet(right)


def alphabet(token: Token) -> str:
    """The script that a word is compared in: Latin where it was romanised."""
    return LATIN if token.script == OTHER else token.script


def words_ready(pairs: Iterable[tuple[Token, Token]]) -> None:
    """Work out at once what `word_bits` will ask about many pairs of words of two scripts."""
    token_bits_ready(
        (way.left, way.right)
        for left, right in pairs
        if not one_script(left, right)
        for way in _ways(left, right)
    )


def _ways(left: Token, right: Token) -> list[Reading]:
    """Both words as they are, and without an article or Abd that only one of them may carry.

    Their bits are only what the way of reading costs; the cheapest come first.
    """
    ways = [Reading(0.0, left, right)]
    ours, theirs = shorter(left), shorter(right)
    if ours or theirs:
        ways += [Reading(-price, one, right, what) for one, price, what in ours]
        ways += [Reading(-price, left, other, what) for other, price, what in theirs]
        ways.sort(key=lambda way: -way.bits)
    return ways


@lru_cache(maxsize=100_000)
def shorter(token: Token) -> tuple[tuple[Token, float, str], ...]:
    """A word without its article, and without its Abd, where it has one; with price and note."""
    forms = (
        (_without_article(token), _ARTICLE, "without the article"),
        (_without_servant(token), _SERVANT, "without Abd"),
    )
    return tuple(form for form in forms if form[0] is not token)


@lru_cache(maxsize=50_000)
def _romanised(token: Token) -> Token:
    """A Cyrillic word in Latin letters."""
    if token.script != CYRILLIC:
        return token
    from anyascii import anyascii

    return token._replace(text=normal(anyascii(token.text), LATIN), script=OTHER)


def _bits(left: Token, right: Token) -> float:
    if not one_script(left, right):
        return _known(left, right, token_bits(left, right))
    if left.script == ARABIC:
        return spelling_bits(plainer(left.text, ARABIC), plainer(right.text, ARABIC))
    return spelling_bits(left.text, right.text)


def _known(left: Token, right: Token, bits: float) -> float:
    """Bits of words of two scripts, put right by what the lists know: as written, or in Latin."""
    known = known_relation(left, right)
    if known:
        return max(bits, worth(max(len(left.text), len(right.text))) - _PRICES[known])
    if bits <= OTHER_NAME:
        return bits
    one, other = _listed(left), _listed(right)
    apart = different_names(one.written, other.written) or different_names(one.latin, other.latin)
    return OTHER_NAME if apart else bits


def known_relation(left: Token, right: Token) -> str:
    """How the lists know two words of any script as one name: `spelling`, `pet form` or not."""
    one, other = _listed(left), _listed(right)
    if not one.names.isdisjoint(other.names):
        return "spelling"
    return "" if one.pet_forms.isdisjoint(other.pet_forms) else "pet form"


@lru_cache(maxsize=100_000)
def _listed(token: Token) -> _Listed:
    spellings = key_of(token.text, token.script), _romanised(token).text
    names, pet_forms = (
        frozenset((form, line) for form, word in enumerate(spellings) for line in lines_of(word))
        for lines_of in (given_name_lines, nickname_lines)
    )
    return _Listed(*spellings, names, pet_forms)


def _without_article(token: Token) -> Token:
    article = token.text.startswith(_ARTICLES)
    if article and len(token.text) > _LONGEST_ARTICLE:
        return token._replace(text=token.text[2:])
    return token


def _without_servant(token: Token) -> Token:
    found = _ABD.match(token.text)
    return token._replace(text=token.text[found.end() :]) if found else token


def _initial_bits(left: Token, right: Token) -> float:
    one, other = _first_letter(left), _first_letter(right)
    if not one or not other:
        return 0.0
    return INITIAL if one == other else APART


def _first_letter(token: Token) -> str:
    """First letter in Latin; empty for Arabic script, where it is no sure sign of a sound."""
    if token.script == ARABIC:
        return ""
    return _romanised(token).text[:1]
