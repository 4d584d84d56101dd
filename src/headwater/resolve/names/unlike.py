"""Unlike words: words of two scripts that do not speak for one name, told without their letters.

To weigh the letters of two words of different scripts takes a thousand times as long.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from headwater.resolve.names.name import Token
from headwater.resolve.names.skeleton import VOWELS_ONLY, token_keys
from headwater.resolve.names.word_bits import known_relation, shorter

_CLASSES = {c: place for place, c in enumerate(f"BTJRSKLMNHF{VOWELS_ONLY}")}
_MOST = 8  # consonants of one class that are counted, in one byte
_BYTES = len(_CLASSES)
_ROWS = tuple((1 << number) - 1 for number in range(_MOST + 1))
_SET_BITS = bytes(byte.bit_count() for byte in range(256))
_UNLIKE = 3
_AT_A_SEAM = 3  # consonants that may be read otherwise where two words are written as one
_LED = ("al", "el", "ul", "ab", "ال", "عب", "ал", "ел", "аб")  # beginnings that may be left out


class _Sound(NamedTuple):
    """Consonants of a word: for each class a row of bits, as many of them set as it has.

    Attributes:
        fewest: As often as a class stands in every reading, without its article too.
        most: As often as it may stand in a reading.
    """

    fewest: int
    most: int


def unlike(left: Token, right: Token) -> bool:
    """Whether two words of different scripts sound so unlike that they do not speak for one name.

    So it is where their skeletons differ in three consonants at least, whichever readings are
    taken, and no list knows them as one. This is a measurement, no proof: of 233,000 such pairs of
    words and of words written as one, drawn from the invented people of development seeds,
    `word_bits` is above zero for none.
    """
    apart = _lacking(_sound(left), _sound(right)) >= _UNLIKE
    return apart and not known_relation(left, right)


def unlike_joined(word: Token, joined: Token, parts: tuple[Token, ...]) -> bool:
    """The same of a word and several of another script that are taken as one.

    Args:
        word: The word.
        joined: Those taken as one.
        parts: Those by themselves, if they are known: mostly they tell enough, in less time.
    """
    if parts and not joined.text.startswith(_LED):
        lacking = _lacking(_sound(word), _sound_of_all(parts))
        if lacking >= _UNLIKE + _AT_A_SEAM * (len(parts) - 1):
            return not known_relation(word, joined)
    return unlike(word, joined)


def _lacking(one: _Sound, other: _Sound) -> int:
    """Consonants of each of two words that no reading of the other has."""
    return (one.fewest & ~other.most).bit_count() + (other.fewest & ~one.most).bit_count()


@lru_cache(maxsize=100_000)
def _sound_of_all(parts: tuple[Token, ...]) -> _Sound:
    sounds = [_sound(part) for part in parts]
    return _Sound(_sum(one.fewest for one in sounds), _sum(one.most for one in sounds))


def _sum(rows: Iterable[int]) -> int:
    """Rows with the consonants of all of them."""
    counted = (row.to_bytes(_BYTES, "little").translate(_SET_BITS) for row in rows)
    full = (_ROWS[min(number, _MOST)] for number in map(sum, zip(*counted, strict=True)))
    return int.from_bytes(bytes(full), "little")


@lru_cache(maxsize=200_000)
def _sound(token: Token) -> _Sound:
    forms = (token, *(form for form, _, _ in shorter(token)))
    rows = [_row(key) for form in forms for key in token_keys(form)]
    fewest = most = rows[0]
    for row in rows:
        fewest &= row
        most |= row
    return _Sound(fewest, most)


@lru_cache(maxsize=50_000)
def _row(key: str) -> int:
    row = 0
    for c in set(key):
        number = min(key.count(c), _MOST)
        row |= _ROWS[number] << (_CLASSES[c] * _MOST)
    return row
