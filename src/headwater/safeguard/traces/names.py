"""Name form: what spellings of one name in Latin, Cyrillic and Arabic script have in common.

Far coarser than the matcher's comparison, and one form for each name, since it is digested and can
then only be equal or not. It finds nobody by itself: a full birth date or a phone stands beside it.
"""

import re
from functools import lru_cache

_SILENT = frozenset("aeiouyhjvwx")
"""Vowels, which Arabic leaves out, and letters that one script writes and another does not."""

_SOUNDS = {
    **dict.fromkeys(("dzh", "dj", "dz", "gj", "xh", "kh"), ""),
    **dict.fromkeys(("tch", "sch", "sh", "ch", "zh", "ts", "tz", "c", "z", "s"), "s"),
    **dict.fromkeys(("th", "dh", "d", "t"), "t"),
    **dict.fromkeys(("gh", "ck", "g", "q", "k"), "k"),
    **dict.fromkeys(("ph", "f"), "f"),
    **dict.fromkeys(("p", "b"), "b"),
}
_SPELLING = re.compile("|".join(sorted(_SOUNDS, key=lambda one: (-len(one), one))))
_TWICE = re.compile(r"(.)\1+")
_WORD = re.compile(r"[^\W\d_]+")
_ARTICLES = frozenset(("al", "el", "ul"))


def name_form(name: str) -> str:
    """The consonant classes of a name's words, sorted; empty where too little is left of it.

    Names of one word, and of fewer than three consonants in all, have none: too many people share
    them. Cost: some microseconds; words are remembered.
    """
    words = [form for word in _WORD.findall(name) if (form := _word_form(word))]
    long_enough = len(words) > 1 and sum(map(len, words)) > 2
    return " ".join(sorted(words)) if long_enough else ""


@lru_cache(maxsize=100_000)
def _word_form(word: str) -> str:
    """The consonant classes of a word; `-` where it has vowels alone, empty for an article."""
    from anyascii import anyascii  # its tables are read when the first name is

    plain = "".join(filter(str.isalpha, anyascii(word.lower().replace("đ", "dj")).lower()))
    if not plain or plain in _ARTICLES:
        return ""
    heard = _SPELLING.sub(lambda found: _SOUNDS[found[0]], _TWICE.sub(r"\1", plain))
    return "".join(letter for letter in heard if letter not in _SILENT) or "-"
