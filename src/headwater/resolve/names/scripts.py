"""Scripts: which alphabet a word is written in, and letters that only look like its letters."""

from functools import lru_cache

LATIN, CYRILLIC, ARABIC, OTHER = "latn", "cyrl", "arab", "other"

# First and last code point of the blocks, presentation forms included.
_BLOCKS = (
    (0x0041, 0x024F, LATIN),
    (0x0250, 0x02AF, LATIN),
    (0x1D00, 0x1DBF, LATIN),
    (0x1E00, 0x1EFF, LATIN),
    (0xA720, 0xA7FF, LATIN),
    (0xFB00, 0xFB06, LATIN),
    (0xFF21, 0xFF5A, LATIN),
    (0x0400, 0x052F, CYRILLIC),
    (0x1C80, 0x1C8F, CYRILLIC),
    (0x2DE0, 0x2DFF, CYRILLIC),
    (0xA640, 0xA69F, CYRILLIC),
    (0x0600, 0x06FF, ARABIC),
    (0x0750, 0x077F, ARABIC),
    (0x0870, 0x08FF, ARABIC),
    (0xFB50, 0xFDFF, ARABIC),
    (0xFE70, 0xFEFC, ARABIC),
)

# Cyrillic letters drawn like Latin ones; both cases, because capitals look alike in more cases.
_CYRILLIC_TO_LATIN = str.maketrans("аеорсхуіјѕԁһАВЕКМНОРСТХУІЈЅ", "aeopcxyijsdhABEKMHOPCTXYIJS")
_LATIN_TO_CYRILLIC = str.maketrans("aeopcxyijsABEKMHOPCTXYIJS", "аеорсхуіјѕАВЕКМНОРСТХУІЈЅ")


def script_of(word: str) -> str:
    """Script of most letters of a word: `latn`, `cyrl`, `arab`, else `other`.

    The first to appear wins a tie. A word without letters is `latn`: digits and signs are read
    the same everywhere.
    """
    if word.isascii():
        return LATIN
    counts: dict[str, int] = {}
    for letter in word:
        if letter.isalpha():
            script = _letter_script(letter)
            counts[script] = counts.get(script, 0) + 1
    return max(counts, key=counts.__getitem__) if counts else LATIN


def without_look_alikes(word: str, script: str) -> str:
    """Put letters of the other of Latin and Cyrillic right that are drawn like letters of `script`.

    A keyboard left in the wrong layout, and whoever wants to slip past a search, mix them.
    """
    if script == LATIN:
        return word if word.isascii() else word.translate(_CYRILLIC_TO_LATIN)
    if script == CYRILLIC:
        return word.translate(_LATIN_TO_CYRILLIC)
    return word


@lru_cache(maxsize=10_000)
def _letter_script(letter: str) -> str:
    code = ord(letter)
    return next((script for first, last, script in _BLOCKS if first <= code <= last), OTHER)
