"""Letters: one spelling for letters that are the same sound, and a plainer one to fall back on.

Arabic script follows the Unicode Standard (chapter 9, joining groups) and the alphabets of Persian,
Sorani, Pashto and Urdu; Latin the alphabets of the Balkans, Turkey and the rest of Europe.
"""

import unicodedata
from functools import lru_cache

from headwater.resolve.names.scripts import ARABIC, CYRILLIC, LATIN, without_look_alikes

# The same letter under another code point, in Arabic script; sounds are kept apart.
_SAME_ARABIC = str.maketrans(
    {
        "ک": "ك", "ڪ": "ك", "ګ": "گ", "ڬ": "گ", "ڭ": "گ",
        "ی": "ي", "ۍ": "ي", "ې": "ێ", "ێ": "ێ",
        "ہ": "ه", "ھ": "ه", "ۀ": "ه", "ۂ": "ه", "ۃ": "ة",
        "ٱ": "ا", "ٲ": "أ", "ٳ": "إ",
        "ټ": "ٹ", "ډ": "ڈ", "ړ": "ڑ", "ڼ": "ں", "ږ": "ژ", "ۇ": "ۆ", "ۈ": "ۆ", "ۋ": "ڤ",
            }
)  # fmt: skip

# The letter of the Arabic language that stands closest, for tables that have not seen the other.
_PLAIN_ARABIC = str.maketrans(
    {
        "پ": "ب", "چ": "ج", "ژ": "ج", "گ": "غ", "ڤ": "ف", "ۆ": "و", "ێ": "ي", "ە": "ه",
        "ے": "ي", "ۓ": "ي", "ى": "ا", "ٹ": "ت", "ڈ": "د", "ڑ": "ر", "ڕ": "ر", "ڵ": "ل",
        "ښ": "ش", "څ": "س", "ځ": "ز", "ة": "ه", "أ": "ا", "إ": "ا", "آ": "ا", "ؤ": "و",
        "ئ": "ي", "ء": "ا", "ں": "ن",
    }
)  # fmt: skip

_SPELLED_LATIN = str.maketrans(
    {
        "đ": "dj", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "ð": "d",
        "þ": "th", "ə": "e", "ħ": "h", "ŋ": "n", "ĸ": "k", "ŧ": "t",
    }
)  # fmt: skip

# Spellings of one sound in Latin; all other marked letters stay what they are.
_SAME_LATIN = str.maketrans({"ț": "ţ", "ș": "ş", "ß": "ss", "æ": "ae", "œ": "oe"})

_PLAIN_CYRILLIC = str.maketrans(
    {
        "ђ": "ѓ", "ѓ": "ђ", "ћ": "ќ", "ќ": "ћ", "ё": "е", "і": "и", "ї": "и", "є": "е", "ґ": "г",
        "ў": "у", "ј": "й", "љ": "л", "њ": "н", "џ": "ж", "ѕ": "з", "ѣ": "е", "ѫ": "ъ", "ә": "а",
        "ө": "о", "ү": "у", "ұ": "у", "қ": "к", "ғ": "г", "ң": "н", "һ": "х", "ҳ": "х", "ҷ": "ч",
        "ӣ": "и", "ӯ": "у", "ъ": "ы", "щ": "ш",
    }
)  # fmt: skip


def normal(word: str, script: str) -> str:
    """A word in small letters of one script: plain Latin without marks, Cyrillic, or Arabic.

    Vowel marks, joiners, elongation, apostrophes and every sign that is no letter or digit are
    left out; digits become ASCII. Never fails: what is no character at all is dropped.
    """
    if script == ARABIC:
        return _bare(word).translate(_SAME_ARABIC)
    if script == CYRILLIC:
        return _bare(without_look_alikes(word, CYRILLIC))
    return plain_latin(sounded_latin(word))


def sounded_latin(word: str) -> str:
    """Latin small letters with the marks that carry sound (š, ç, ğ, ł...)."""
    return _bare(without_look_alikes(word, LATIN)).translate(_SAME_LATIN)


def plain_latin(word: str) -> str:
    """The same without marks: đ as dj, ı as i, all others as their bare letter."""
    if word.isascii():
        return word
    split = unicodedata.normalize("NFKD", word.translate(_SPELLED_LATIN))
    return "".join(c for c in split if not unicodedata.combining(c))


def plainer(letter: str, script: str) -> str:
    """A letter, or letters, that stand in for one which a table has never seen."""
    if script == ARABIC:
        return letter.translate(_PLAIN_ARABIC)
    if script == CYRILLIC:
        return letter.translate(_PLAIN_CYRILLIC)
    return plain_latin(letter)


def _bare(word: str) -> str:
    if word.isascii():  # what follows changes nothing else in it
        small = word.lower()
        return small if small.isalnum() else "".join(filter(str.isalnum, small))
    folded = unicodedata.normalize("NFKC", word).casefold()
    joined = unicodedata.normalize("NFC", folded)
    return "".join(map(_letter_or_digit, joined))


@lru_cache(maxsize=10_000)
def _letter_or_digit(character: str) -> str:
    """A letter as it is, a digit as ASCII, nothing for any other character."""
    if not character.isalnum() or unicodedata.category(character) == "Lm":
        return ""
    return str(unicodedata.digit(character)) if character.isdigit() else character
