"""Spellings: words of the names that somebody holds, found by any spelling in any script."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from headwater.resolve.names import Token, name_bits_many, read_name, token_keys
from headwater.resolve.review.wording import fold

LEAST_BITS = 3.0
"""Evidence from which two words are taken for spellings of one; see `names.name_bits`."""

EXACT = 40.0
"""What the very same word is worth, whatever the script: more than any likeness."""

_MOST_COMPARED = 48


class Alike(NamedTuple):
    """A word that may be a spelling of the one that was asked for.

    Attributes:
        word: Its number among the words held.
        bits: Evidence in bits that the two are one.
    """

    word: int
    bits: float


class Spellings:
    """Words, each of them found by whatever spells it.

    Cost: by the number of different words; a look-up compares some dozens of them.

    Args:
        words: Different words, as `words_of` gives them.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._folded: dict[str, list[int]] = defaultdict(list)
        self._keyed: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(words):
            self._folded[fold(word)].append(number)
            for key in _keys(word):
                self._keyed[key].append(number)
        self._known: dict[str, list[Alike]] = {}

    @staticmethod
    def words_of(text: str) -> tuple[str, ...]:
        """The words of a name, as they are written; numbers and what is no name are left out."""
        return tuple(token.original for token in read_name(text).tokens)

    @staticmethod
    def plain(text: str) -> str:
        """A text without case, diacritics and script (Latin, Cyrillic)."""
        return fold(text)

    def alike(self, word: str) -> list[Alike]:
        """The words that are spelled like this one, the likeliest first."""
        if word not in self._known:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            self._known[word] = self._compared(word)
        return self._known[word]

    def _compared(self, word: str) -> list[Alike]:
        exact = set(self._folded.get(fold(word), ()))
        near = [one for one in self._near(word) if one not in exact]
        ours = read_name(word)
        bits = name_bits_many([(ours, read_name(self._words[one])) for one in near])
        found = [Alike(one, EXACT) for one in exact]
        found += [Alike(o, b) for o, b in zip(near, bits, strict=True) if b >= LEAST_BITS]
        return sorted(found, key=lambda one: (-one.bits, one.word))

    def _near(self, word: str) -> list[int]:
        """Words that share a key with this one, those of most alike length first."""
        found: set[int] = set()
        for key in _keys(word):
            found.update(self._keyed.get(key, ()))
        length = len(fold(word))
        ranked = sorted(found, key=lambda one: (abs(len(fold(self._words[one])) - length), one))
        return ranked[:_MOST_COMPARED]


_MOST_REMEMBERED = 2_000


def _keys(word: str) -> Iterable[str]:
    return {key for token in _tokens(word) for key in token_keys(token)}


def _tokens(word: str) -> tuple[Token, ...]:
    return read_name(word).tokens
