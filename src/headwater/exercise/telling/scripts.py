"""Cyrillic from Serbian Latin, as Serbian, Macedonian and Bulgarian write it."""

from __future__ import annotations

from functools import lru_cache

_PAIRS = {"lj": "љ", "nj": "њ", "dž": "џ"}
_LETTERS = dict(zip("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш", strict=True))
# What the neighbours put for Serbian letters they do not have; pairs before single letters.
_ELSEWHERE = {
    "mk": (("ђ", "ѓ"), ("ћ", "ќ"), ("Ђ", "Ѓ"), ("Ћ", "Ќ")),
    "bg": (
        ("ја", "я"),
        ("ју", "ю"),
        ("Ја", "Я"),
        ("Ју", "Ю"),
        ("ђ", "дж"),
        ("Ђ", "Дж"),
        ("ћ", "ч"),
        ("Ћ", "Ч"),
        ("љ", "л"),
        ("Љ", "Л"),
        ("њ", "н"),
        ("Њ", "Н"),
        ("џ", "дж"),
        ("Џ", "Дж"),
        ("ј", "й"),
        ("Ј", "Й"),
    ),
}
_STRANGE = {
    "y": "и",
    "w": "в",
    "q": "к",
    "x": "кс",
    "ë": "е",
    "ö": "е",
    "ü": "и",
    "ı": "и",
    "ç": "ч",
    "ş": "ш",
    "ğ": "г",
}


@lru_cache(maxsize=100_000)
def cyrillic(text: str, language: str = "sr-Cyrl") -> str:
    """Write Serbian Latin text in the Cyrillic of `language` (sr-Cyrl, mk or bg)."""
    written, place = [], 0
    while place < len(text):
        pair = _PAIRS.get(text[place : place + 2].lower())
        low = text[place].lower()
        letter = pair or _LETTERS.get(low) or _STRANGE.get(low) or text[place]
        written.append(letter.upper() if text[place].isupper() else letter)
        place += 2 if pair else 1
    done = "".join(written)
    for source, target in _ELSEWHERE.get(language, ()):
        done = done.replace(source, target)
    return done
