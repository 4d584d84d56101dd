"""Consonant skeletons: keys under which spellings of one name meet, whatever their script.

A skeleton keeps the consonants of a word as ten classes that all scripts reach: B T J R S K L M N,
and H or F where the word begins with one; vowels vanish and runs collapse. A letter with several
honest readings (Latin c is k, ch or ts) gives several keys: two words meet if they share one.
Soft skeletons follow the recipe of field measurements; the tables below are the whole rule.
"""

import re
from functools import lru_cache
from unicodedata import normalize

from headwater.resolve.names.name import Name, Token

MOST_KEYS = 6
"""At most so many keys for a word; the likelier readings come first."""

VOWELS_ONLY = "A"
"""The key of a word without a consonant (Ua, Eea)."""

# One line for each reading: the classes, likeliest first, then the spellings that have them.
# `/` parts alternative readings, `-` is silence. A spelling that begins with ^ is read so only at
# the beginning of a word, one that ends in $ only at the end; the longest spelling wins.
_ARABIC = """
B      ب پ ٻ
T      ت ط ټ د ډ ض ٹ ڈ
-/T    ة
T/S    ذ ث
S/T    ظ
J/K    ج
J      چ ڄ
J      تش تج دج
H      ^ه ^ح ^ھ ^ہ
H/K    ^خ
-      ه ح ھ ہ ە
-/K    خ
R      ر ړ ڕ ڑ
S      ز ژ ږ س ص څ ځ
S/J    ش ښ
S/TS   تس تز
K      ق ک ك ڪ گ ګ
K/J    غ
F      ^ف ^و ^ڤ ^ۋ
-      ف ڤ و ؤ ۋ
L      ل ڵ
M      م
N      ن ڼ ڭ ں
-      ا آ أ إ ٱ ع ء ئ ي ى ی ې ۍ ێ ۆ ۇ ے
-      ^ال
"""

_CYRILLIC = """
B      б п
T      т д
J      ђ ѓ џ ћ ќ ч дж дь тч тш
R      р
S      з с ц ѕ ш
S/TS   тс
S/J    дз
S/J    ж
S/ST   щ
KS/S   кс
K      к ґ қ
K/H    ^г
K/-    г
H      ^х ^һ
-/K    х
F      ^в ^ф ^ў
-      в ф ў һ
L      л љ
M      м
N      н њ
J/-    ј
-      а е ё и й о у ъ ы ь э ю я і ї є ѣ ә ө ү
"""

_LATIN = """
B      b p bh
B/F    ^ph
-/B    ph
T      t d ð
T/S    th dh þ
J/T    đ ď ť dj
J      dž xh gj dzh tch tsch dsch tš ć č cs cz jj dsh gy tj
J/S/K  ç
J/-    j ^y
J/S/H/K ^ch
J/S/K/- ch
H      ^h ^kh
H/K    ^x
-      h
-/K    kh
R      r
S      s z ß sz š ž ș ş ț ţ ź ż ś
S/TS   ts tz
S/J    sh sch zh dz
S/SJ/SK sc
ST/S   sht št
S/KS   x ks
KS/S   ks
K      k ck qu ġ
K/J    q
K/-    ğ
K/J    g
K/J/-  gh
K/J/S  c
J/S/K  c$
F      ^f ^v
F/-    ^w
F/-    ^ou
-      f v w
L      l ll lj ł
M      m
N      n ñ ň
N/NJ   nj
N/KN   gn
-      a e i o u y ı ə
"""


Readings = tuple[str, ...]
_SILENT: Readings = ("",)


def _table(*texts: str) -> dict[str, Readings]:
    readings: dict[str, Readings] = {}
    for line in "\n".join(texts).split("\n"):
        classes, *spellings = line.split() or [""]
        for spelling in spellings:
            readings[spelling] = tuple(classes.replace("-", "").split("/"))
    return readings


_READINGS = _table(_ARABIC, _CYRILLIC, _LATIN)
# A spelling with its ^ or $ is an expression already; the longest is tried first.
_SPELLING = re.compile(
    "|".join(sorted(_READINGS, key=lambda one: (-len(one.strip("^$")), -len(one))))
)
_ARTICLES = (("ال", 5), ("al", 6), ("el", 6), ("ul", 6))
_SERVANT = ("عبدال", "abdul", "abdal", "abdel", "abdol", "abdoul", "абдул", "абдел", "абдал")


def _letters(word: str) -> str:
    known = (c if c in _READINGS else normalize("NFD", c)[0] for c in normalize("NFC", word))
    return "".join(c for c in known if c.isalpha())


def _units(word: str) -> list[Readings]:
    """Readings of the spellings that a word is made of, longest first."""
    units: list[Readings] = []
    for found in _SPELLING.finditer(word):
        spelling = found[0]
        readings = _READINGS.get("^" + spelling) if found.start() == 0 else None
        if found.end() == len(word):
            readings = readings or _READINGS.get(spelling + "$")
        units.append(readings or _READINGS[spelling])
    return units


def _skeletons(word: str) -> dict[str, int]:
    """Skeletons of a word, with the number of unlikely readings in each."""
    partial = {"": 0}
    for readings in _units(word):
        if readings == _SILENT:
            continue
        grown: dict[str, int] = {}
        for skeleton, cost in partial.items():
            last = skeleton[-1:]
            for extra, classes in enumerate(readings, cost):
                joined = skeleton + classes.removeprefix(last) if classes else skeleton
                if grown.get(joined, extra) >= extra:
                    grown[joined] = extra
        partial = grown
        if len(grown) > MOST_KEYS:
            kept = sorted(grown.items(), key=lambda item: (item[1], item[0]))[:MOST_KEYS]
            partial = dict(kept)
    return partial


def _spellings(word: str) -> list[str]:
    """The word, and without an article that may lead it or stand inside it."""
    forms = [word]
    for article, length in _ARTICLES:
        if word.startswith(article) and len(word) >= length:
            forms.append(word[len(article) :])
    for servant in _SERVANT:
        if word.startswith(servant) and len(word) > len(servant) + 2:
            forms.append(word[: len(servant) - 2] + word[len(servant) :])
    return forms


@lru_cache(maxsize=200_000)
def _keys(word: str) -> tuple[str, ...]:
    found: dict[str, int] = {}
    for form in _spellings(_letters(word)):
        for skeleton, cost in _skeletons(form).items():
            found[skeleton] = min(cost, found.get(skeleton, cost))
    ranked = sorted(found, key=lambda skeleton: (found[skeleton], skeleton))
    return tuple(skeleton or VOWELS_ONLY for skeleton in ranked[:MOST_KEYS])


def token_keys(token: Token) -> tuple[str, ...]:
    """Keys of one word of a name, the likeliest reading first; at least one, at most `MOST_KEYS`.

    Two spellings of one name, in whatever scripts, share a key nineteen times in twenty.
    """
    return _keys(token.text)


def name_keys(name: Name) -> tuple[str, ...]:
    """Keys of all words of a name, each once, sorted."""
    return tuple(sorted({key for token in name.tokens for key in token_keys(token)}))
