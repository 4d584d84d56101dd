"""Unlike words: words of two scripts that do not speak for one name, told without their letters.

To weigh the letters of two words of different scripts takes a thousand times as long.
"""

from functools import lru_cache
from typing import NamedTuple

from headwater.resolve.names.name import Token
from headwater.resolve.names.skeleton import VOWELS_ONLY, token_keys
from headwater.resolve.names.word_bits import known_relation, shorter

_CLASSES = {c: place for place, c in enumerate(f"BTJRSKLMNHF{VOWELS_ONLY}")}
_MOST = 8  # consonants of one class that are counted
_UNLIKE = 3


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
    one, other = _sound(left), _sound(right)
    lacking = (one.fewest & ~other.most).bit_count() + (other.fewest & ~one.most).bit_count()
    return lacking >= _UNLIKE and not known_relation(left, right)


@lru_cache(maxsize=200_000)
def _sound(token: Token) -> _Sound:
    forms = (token, *(form for form, _, _ in shorter(token)))
    rows = [_row(key) for form in forms for key in token_keys(form)]
    fewest = most = rows[0]
    for row in rows:
        fewest &= row
        most |= row
    return _Sound(fewest, most)


def _row(key: str) -> int:
    row = 0
    for c, place in _CLASSES.items():
        number = min(key.count(c), _MOST)
        row |= ((1 << number) - 1) << (place * _MOST)
    return row
