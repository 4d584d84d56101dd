"""Letters: the same name in other capitals or without its diacritics, position by position."""

import re
import unicodedata

from headwater.intake.reading.names.inflection import bare

_FIRST_PLAIN = 0x370  # from here on another script: Greek, Cyrillic, Arabic
_ARABIC = {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ی", "ي": "ی", "ة": "ه", "ك": "ک", "ۀ": "ه", "ە": "ه"}


_LATIN_LIKE = "ABCEHIJKMOPSTXYaceijopsxy"
_CYRILLIC_LIKE = "АВСЕНІЈКМОРЅТХУасеіјорѕху"
_TO_LATIN = str.maketrans(_CYRILLIC_LIKE, _LATIN_LIKE)
_TO_CYRILLIC = str.maketrans(_LATIN_LIKE, _CYRILLIC_LIKE)
_LATIN, _CYRILLIC = re.compile("[A-Za-zÀ-ɏ]"), re.compile("[Ѐ-ӿ]")


def one_script(word: str) -> str:
    """A word whose letters are Latin and Cyrillic in the one script in which it looks the same.

    Empty where there is none: no person is called by such a word.
    """
    if not _CYRILLIC.search(word) or not _LATIN.search(word):
        return word
    cyrillic, latin = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
    if not _LATIN.search(cyrillic):
        return cyrillic
    return "" if _CYRILLIC.search(latin) else latin


def _table() -> dict[int, str]:
    table = {ord("đ"): "d", ord("ı"): "i", ord("ł"): "l", ord("ø"): "o", ord("İ"): "i"}
    for code in [*range(0xC0, 0x250), *range(0x370, 0x400), *range(0x1F00, 0x2000)]:
        split = unicodedata.normalize("NFD", chr(code))
        if len(split) > 1:
            table.setdefault(code, split[0])
    return table | {ord(one): other for one, other in _ARABIC.items()}


_PLAIN = _table()
_MARKED = re.compile(f"[{''.join(map(chr, _PLAIN))}]")


def fold(text: str) -> str:
    """Lower case, letter by letter, so that positions stay."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def plain(folded: str) -> str:
    """A folded text without diacritics, letter by letter; Arabic letters as Persian writes them."""
    if folded.isascii() or not _MARKED.search(folded):  # as most of Cyrillic
        return folded
    return folded.translate(_PLAIN)


def typed(form: str) -> tuple[str, ...]:
    """How a form may be typed, folded: with its letters, and with `dj` for `đ`."""
    folded = fold(form)
    return (folded, fold(bare(form))) if "đ" in folded else (folded,)


def same_letters(written: str, form: str) -> bool:
    """Whether a folded text is a folded form, some of its diacritics left out or none.

    Wrong ones are not left out: Foça is not Foča.
    """
    return written == form or all(
        one in (other, _PLAIN.get(ord(other))) or ord(one) >= _FIRST_PLAIN
        for one, other in zip(written, form, strict=True)
    )


def same_capitals(written: str, form: str) -> bool:
    """Whether capitals begin the words that they begin in a form, or all letters are capitals."""
    if written[:1].isupper() >= form[:1].isupper() and " " not in form:
        return True
    if written.isupper() and len(written) > 1:
        return True
    return all(
        one[:1].isupper() >= other[:1].isupper()
        for one, other in zip(written.split(" "), form.split(" "), strict=False)
    )
