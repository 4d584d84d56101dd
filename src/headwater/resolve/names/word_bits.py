"""Word bits: evidence of one word of a name against one of another, whatever their scripts."""

import re
from functools import lru_cache

from headwater.resolve.names.bits import token_bits
from headwater.resolve.names.letters import normal, plainer
from headwater.resolve.names.name import Token
from headwater.resolve.names.same_script import APART, WORTH, spelling_bits
from headwater.resolve.names.scripts import ARABIC, CYRILLIC, LATIN, OTHER

INITIAL = 2.5
"""Bits that an initial is worth when a name begins with it."""

_ARTICLE = 1.0  # price of an article that only one side writes
_LONGEST_ARTICLE = 5  # letters of a word whose first two may be an article
_SERVANT = 3.0  # price of Abd, Servant of, that only one side writes
_HONORIFIC = 4.0  # most that a title which both names carry is worth
_ABD = re.compile(r"(?:abd(?:[aeou]{1,2}[lrsnzt])?|عبد(?:ال)?|абд(?:[уае][лрсн]ь?)?)(?=\w{3})")


@lru_cache(maxsize=1_000_000)
def word_bits(left: Token, right: Token) -> float:
    """Evidence in bits that two words stand for one name; symmetric."""
    if "initial" in (left.role, right.role):
        return _initial_bits(left, right)
    bits = max(_bits(left, right), _shortened(left, right))
    if "title" in (left.role, right.role):
        bits = min(bits, _HONORIFIC)
    return max(APART, min(WORTH, bits))


def _bits(left: Token, right: Token) -> float:
    one, other = _alphabet(left), _alphabet(right)
    if one == other:
        if one == ARABIC:
            return spelling_bits(plainer(left.text, ARABIC), plainer(right.text, ARABIC))
        return spelling_bits(*sorted((left.text, right.text)))
    try:
        return token_bits(left, right)
    except FileNotFoundError:  # provisional, until the tables are there
        from anyascii import anyascii

        sides = (normal(anyascii(token.text), LATIN) for token in (left, right))
        return spelling_bits(*sorted(sides))


def _alphabet(token: Token) -> str:
    return LATIN if token.script == OTHER else token.script


def _shortened(left: Token, right: Token) -> float:
    """The same with the Arabic article, or Abd and its article, taken off words that carry it."""
    best = APART
    for shorten, price in ((_without_article, _ARTICLE), (_without_servant, _SERVANT)):
        one, other = shorten(left), shorten(right)
        if one is not left:
            best = max(best, _bits(one, right) - price)
        if other is not right:
            best = max(best, _bits(left, other) - price)
    return best


def _without_article(token: Token) -> Token:
    article = token.text.startswith(("al", "el", "ال", "ал", "ел"))
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
    if token.script == CYRILLIC:
        from anyascii import anyascii

        return normal(anyascii(token.text[:1]), LATIN)[:1]
    return token.text[:1]
