"""Name form: what spellings of one name in Latin, Cyrillic and Arabic script have in common.

Far coarser than the matcher's comparison, and one form for each name, since it is digested and can
then only be equal or not. It finds nobody by itself: a full birth date or a phone stands beside it.
"""

import re
from functools import lru_cache
from unicodedata import combining, normalize

_ALIKE = """
b: б п  ب پ
f: ф  ف
k: г к ќ  ق ك ک گ غ
l: л љ ł  ل
m: м  م
n: н њ  ن
r: р  ر
s: ж з с ц ч ћ ш ß  س ش ص ز ژ چ ظ
t: д т ð þ  ت ث د ذ ض ط
st: щ
-: а е ё и й о у ъ ы ь э ю я ј і ї є ѣ ә ө ү х һ в ђ ѓ џ ѕ đ ı æ œ ø
-: ا ى ي ی و ه ة ح خ ج ع ء
"""
"""Consonant class, and the letters that other scripts and Latin with strokes write it with; `-` is
what one script writes and another leaves out, or what neighbours hear too differently."""

_HEARD = {
    ord(letter): sound.replace("-", "")
    for sound, _, letters in (line.partition(": ") for line in _ALIKE.strip().split("\n"))
    for letter in letters.split()
}
_SOUNDS = {
    **dict.fromkeys(("dzh", "dj", "dz", "gj", "xh", "kh"), ""),
    **dict.fromkeys(("tch", "sch", "sh", "ch", "zh", "ts", "tz", "c", "z", "s"), "s"),
    **dict.fromkeys(("th", "dh", "d", "t"), "t"),
    **dict.fromkeys(("gh", "ck", "g", "q", "k"), "k"),
    **dict.fromkeys(("ph", "f"), "f"),
    **dict.fromkeys(("p", "b"), "b"),
    "x": "ks",
    **dict.fromkeys("aeiouyhjvw", ""),
}
_SPELLING = re.compile("|".join(sorted(_SOUNDS, key=lambda one: (-len(one), one))))
_TWICE = re.compile(r"(.)\1+")
_WORD = re.compile(r"[^\W\d_]+")
_ARTICLES = frozenset(("al", "el", "ul"))
_ARABIC_ARTICLE = re.compile(r"^ال(?=...)")


def name_form(name: str) -> str:
    """The consonant classes of a name's words, sorted; empty where too little is left of it.

    Names of one word, and of fewer than three consonants in all, have none: too many people share
    them. Cost: some microseconds; words are remembered.
    """
    plain = name.casefold()
    if not plain.isascii():
        # A stroke or a sign that makes another letter is looked up before accents are taken off.
        kept = (c if ord(c) in _HEARD else normalize("NFD", c) for c in normalize("NFC", plain))
        plain = "".join(c for c in "".join(kept) if not combining(c))
    words = [form for word in _WORD.findall(plain) if (form := _word_form(word))]
    long_enough = len(words) > 1 and sum(map(len, words)) > 2
    return " ".join(sorted(words)) if long_enough else ""


@lru_cache(maxsize=100_000)
def _word_form(word: str) -> str:
    """The consonant classes of a word; `-` where it has vowels alone, empty for an article."""
    if word in _ARTICLES:
        return ""
    heard = _TWICE.sub(r"\1", _ARABIC_ARTICLE.sub("", word)).translate(_HEARD)
    return _SPELLING.sub(lambda found: _SOUNDS[found[0]], heard) or "-"
