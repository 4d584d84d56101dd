"""Texts: the items of a picture by the words that stand in them."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING
from unicodedata import category

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from headwater.node.things import Postings, whole

if TYPE_CHECKING:
    from headwater.picture import Picture

_APART = r"[^\p{L}\p{N}\p{M}]+"
_TOGETHER = "LNM"  # the same signs, for a question
_LONGEST = 20_000  # characters of an item that are looked at
_SHORTEST_STEM = 5
_LONGEST_ENDING = 3
_MOST_WORDS = 500


class TextIndex:
    """The words of all items, without case, diacritics and script (Latin, Cyrillic).

    Cost: linear in the texts; a question costs by the items in which its rarest word stands.

    Args:
        picture: The picture.

    Attributes:
        plain: Gives a word without case, diacritics and script.
    """

    def __init__(self, picture: "Picture") -> None:
        from headwater.resolve import Spellings

        self.plain = Spellings.plain
        self.items = picture.items.num_rows
        texts = pc.utf8_slice_codeunits(whole(picture.items["text"]), 0, _LONGEST)
        lists = pc.split_pattern_regex(pc.utf8_lower(texts), pattern=_APART)
        written = pc.list_flatten(lists).dictionary_encode()
        parents = pc.list_parent_indices(lists).to_numpy()
        folded = pa.array(map(Spellings.plain, written.dictionary.to_pylist()), pa.string())
        words = folded.dictionary_encode()
        order = pc.sort_indices(words.dictionary).to_numpy()
        self._words: list[str] = words.dictionary.take(pa.array(order)).to_pylist()
        place = np.empty(len(order), dtype=np.int64)
        place[order] = np.arange(len(order))
        codes = place[words.indices.to_numpy()[written.indices.to_numpy()]]
        self._standing = Postings(codes, parents, len(self._words))

    def holding(self, asked: str) -> npt.NDArray[np.int32]:
        """The items in which every word of a question stands, as row numbers, in order."""
        words = self.words(asked)
        if not words:
            return np.empty(0, dtype=np.int32)
        found = self._with(words[0])
        for word in words[1:]:
            found = np.intersect1d(found, self._with(word), assume_unique=True)
        return found

    def words(self, asked: str) -> list[str]:
        """The words of a question as they are looked for."""
        parts = "".join(sign if category(sign)[0] in _TOGETHER else " " for sign in asked.lower())
        return list(dict.fromkeys(map(self.plain, parts.split())))

    def _with(self, word: str) -> npt.NDArray[np.int32]:
        standing = [self._standing.of(one) for one in self._forms(word)]
        return np.unique(np.concatenate(standing)) if standing else np.empty(0, dtype=np.int32)

    def _forms(self, word: str) -> Sequence[int]:
        """The word, and the forms that grammar gives it: another ending on the same stem."""
        begin = stem(word)
        first = bisect_left(self._words, begin)
        found = []
        for number in range(first, min(first + _MOST_WORDS, len(self._words))):
            held = self._words[number]
            if not held.startswith(begin):
                break
            if is_form(held, word):
                found.append(number)
        return found


def stem(word: str) -> str:
    """What the forms of a word begin with."""
    return word[: max(_SHORTEST_STEM, len(word) - 2)] if len(word) > _SHORTEST_STEM else word


def is_form(held: str, word: str) -> bool:
    """Whether a word may be another form of a word that was asked for."""
    if held == word:
        return True
    if len(word) < _SHORTEST_STEM:
        return False
    return held.startswith(stem(word)) and len(held) <= len(stem(word)) + _LONGEST_ENDING
