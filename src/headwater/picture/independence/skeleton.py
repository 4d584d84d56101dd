"""Skeleton: what is left of a name in every script and case, so that spellings of it meet.

Coarser than the keys that match people (one key a word, no vowels, no aspirates, all hissing and
throat sounds one class): here a name counts only beside places, numbers and dates, and a rare word
weighs more than a common one whatever is left of it.
"""

import re
from unicodedata import combining, normalize

_CYRILLIC = str.maketrans(
    dict.fromkeys("бп", "b")
    | dict.fromkeys("дт", "t")
    | dict.fromkeys("гѓђжзѕкќсћцчџшщ", "s")
    | dict.fromkeys("вф", "v")
    | dict.fromkeys("лљ", "l")
    | dict.fromkeys("нњ", "n")
    | {"м": "m", "р": "r"}
    | dict.fromkeys("аеиоуыэюяіїє", "e")
    | dict.fromkeys("йјхъьґ", None)
)
_DOUBLED = re.compile(r"dzh|dž|dj|dh|gj|tch|tsch|sch|sh|zh|kh|gh|ch|ck|ts|tz|th|ph|nj|lj|xh|qu")
_SOUNDS = {"dh": "t", "th": "t", "kh": "", "ph": "b", "nj": "n", "lj": "l"}
_CLASSES = str.maketrans(
    dict.fromkeys("bp", "b")
    | dict.fromkeys("dt", "t")
    | dict.fromkeys("szckgqxđß", "s")
    | dict.fromkeys("fvw", "v")
    | {"ł": "l"}
    | dict.fromkeys("aeiouyhjı '’-", None)
)
_AGAIN = re.compile(r"(.)\1+")


def skeleton(word: str) -> str:
    """The consonants of a word in eight classes, runs collapsed; empty where it has none."""
    plain = word.casefold().translate(_CYRILLIC)
    plain = "".join(c for c in normalize("NFD", plain) if not combining(c))
    plain = _DOUBLED.sub(lambda found: _SOUNDS.get(found[0], "s"), plain)
    return _AGAIN.sub(r"\1", plain.translate(_CLASSES))
