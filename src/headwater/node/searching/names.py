"""Names: who and what bears a name, in whatever spelling and script it is asked for."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from headwater.node.things import Postings, places, whole

if TYPE_CHECKING:
    from headwater.picture import Picture

Numbers = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]

_SHORTEST_BEGINNING = 3
_MOST_BEGUN = 200
_BEGUN = 8.0  # bits that a beginning counts as: less than a likeness that is sure


class Bearing(NamedTuple):
    """Those who bear what was asked for, each once.

    Attributes:
        entity: Rows of the entities, in order.
        name: Row of `names` by which each answers best.
        score: How well, in bits.
    """

    entity: Numbers
    name: npt.NDArray[np.int32]
    score: Scores


class NameIndex:
    """The names of a picture by their words.

    Cost: linear in the different names; a question costs some comparisons for each of its words,
    and what bears them.

    Args:
        picture: The picture.
        ids: Ids of the entities, by row.
    """

    def __init__(self, picture: "Picture", ids: pa.Array) -> None:
        from headwater.resolve import Spellings

        names = picture.names
        self._entity = places(names["entity"], ids)
        different = whole(names["name"]).dictionary_encode()
        texts: list[str] = different.dictionary.to_pylist()
        rows = np.arange(names.num_rows, dtype=np.int32)
        self._rows = Postings(different.indices.to_numpy(), rows, len(texts))
        of_name = [Spellings.words_of(text) for text in texts]
        words = sorted({word for words in of_name for word in words})
        number = {word: n for n, word in enumerate(words)}
        pairs = [(number[word], n) for n, words in enumerate(of_name) for word in words]
        keys, values = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
        self._borne = Postings(keys, values, len(words))
        self._spellings = Spellings(words)
        self._plain = Spellings.plain
        self._begin = sorted((Spellings.plain(word), n) for n, word in enumerate(words))
        self._spellings.alike("Headwater")  # the first comparison reads the tables

    def bearing(self, words: Sequence[str]) -> Bearing:
        """Who bears all of some words, in order, and by which name best."""
        names, bits = self._named(words)
        rows = [self._rows.of(name) for name in names.tolist()]
        row = np.concatenate([*rows, np.empty(0, dtype=np.int32)])
        score = np.repeat(bits, [len(some) for some in rows])
        order = np.lexsort((row, score, self._entity[row]))
        entity = self._entity[row[order]]
        last = np.flatnonzero(np.diff(entity, append=-1))  # the best of an entity's names
        return Bearing(entity[last].astype(np.int64), row[order][last], score[order][last])

    def _named(self, words: Sequence[str]) -> tuple[Numbers, Scores]:
        """The different names that bear all of some words, and how well, in bits."""
        names, bits = np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
        for n, word in enumerate(words):
            found, best = self._with(word)
            if n:
                found, here, there = np.intersect1d(
                    names, found, assume_unique=True, return_indices=True
                )
                best = bits[here] + best[there]
            names, bits = found, best
        return names, bits

    def _with(self, word: str) -> tuple[Numbers, Scores]:
        """The different names of which one word spells this one, and how well it does."""
        spelt = [*self._begun(word), *self._spellings.alike(word)]
        standing = [self._borne.of(one) for one, _ in spelt]
        every = np.concatenate([*standing, np.empty(0, dtype=np.int32)]).astype(np.int64)
        names, at = np.unique(every, return_inverse=True)
        best = np.zeros(len(names), dtype=np.float32)
        worth = np.array([bits for _, bits in spelt], dtype=np.float32)
        np.maximum.at(best, at, np.repeat(worth, [len(some) for some in standing]))
        return names, best

    def _begun(self, word: str) -> Iterator[tuple[int, float]]:
        """Words that begin with what was typed, so that half a name finds the whole."""
        begin = self._plain(word)
        if len(begin) < _SHORTEST_BEGINNING:
            return
        first = bisect_left(self._begin, (begin, -1))
        for plain, number in self._begin[first : first + _MOST_BEGUN]:
            if not plain.startswith(begin):
                return
            yield number, _BEGUN
