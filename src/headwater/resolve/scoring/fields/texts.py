"""Places, addresses, occupations and codes: how well two texts agree."""

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

LEVELS = ("same", "one holds the other", "a slip apart", "alike", "different")
"""Levels of agreement of two texts, the closest first."""

CODE_LEVELS = ("same", "a slip apart", "same beginning", "different")
"""Levels of agreement of two codes, the closest first."""

SAME, HELD, SLIP, ALIKE, DIFFERENT = range(len(LEVELS))
CODE_SAME, CODE_SLIP, CODE_BEGINNING, CODE_DIFFERENT = range(len(CODE_LEVELS))
_SLIP_AT = 0.92
_ALIKE_AT = 0.80
_SHORT_CODE = 3
_WORDS = re.compile(r"[^\W_]+")


@lru_cache(maxsize=100_000)
def normal_text(text: str) -> str:
    """Words in Latin letters without case, accents and signs, one blank between them."""
    if not text.isascii():
        from anyascii import anyascii

        text = anyascii(text)
    return " ".join(_WORDS.findall(text.casefold()))


def normal_code(text: str) -> str:
    """A code without case, blanks and signs."""
    return normal_text(text).replace(" ", "")


def text_levels(left: Sequence[str], right: Sequence[str]) -> NDArray[np.int8]:
    """The level of each pair of normal texts, as an index of `LEVELS`."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA, JaroWinkler

    alike = np.asarray(process.cpdist(left, right, scorer=JaroWinkler.normalized_similarity))
    slips = np.asarray(process.cpdist(left, right, scorer=OSA.distance))
    level = np.full(len(left), DIFFERENT, dtype=np.int8)
    length = np.asarray([max(len(a), len(b)) for a, b in zip(left, right, strict=True)], dtype=int)
    level[(alike >= _ALIKE_AT) | (3 * slips.astype(int) <= length)] = ALIKE
    level[(alike >= _SLIP_AT) | (slips <= 1)] = SLIP
    words = {text: frozenset(text.split()) for text in {*left, *right}}
    held = [_holds(words[a], words[b]) for a, b in zip(left, right, strict=True)]
    level[np.asarray(held, dtype=bool)] = HELD
    level[slips == 0] = SAME
    return level


def code_levels(left: Sequence[str], right: Sequence[str]) -> NDArray[np.int8]:
    """The level of each pair of normal codes, as an index of `CODE_LEVELS`.

    Codes of up to three signs (sex, country) are the same or different, nothing between.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    slips = np.asarray(process.cpdist(left, right, scorer=OSA.distance))
    pairs = list(zip(left, right, strict=True))
    long = np.asarray([min(len(a), len(b)) > _SHORT_CODE for a, b in pairs], dtype=bool)
    start = np.asarray([a[: len(a) // 2] == b[: len(b) // 2] for a, b in pairs], dtype=bool)
    level = np.full(len(left), CODE_DIFFERENT, dtype=np.int8)
    level[long & start] = CODE_BEGINNING
    level[long & (slips == 1)] = CODE_SLIP
    level[slips == 0] = CODE_SAME
    return level


def _holds(one: frozenset[str], two: frozenset[str]) -> bool:
    return bool(one) and bool(two) and (one <= two or two <= one)
