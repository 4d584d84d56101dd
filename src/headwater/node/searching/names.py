"""Names: who and what bears a name, in whatever spelling and script it is asked for."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from headwater.node.searching.postings import Postings

if TYPE_CHECKING:
    from headwater.picture import Picture

Scores = npt.NDArray[np.float32]

_SHORTEST_BEGINNING = 3
_MOST_BEGUN = 200
_BEGUN = 8.0  # bits that a beginning counts as: less than a likeness that is sure


class NameIndex:
    """The names of a picture by their words.

    Cost: linear in the different names; a question costs some comparisons for each of its words.

    Args:
        picture: The picture.
        ids: Ids of the entities, by row.

    Attributes:
        entity: Row of the entity of each row of `names`.
    """

    def __init__(self, picture: "Picture", ids: pa.Array) -> None:
        from headwater.resolve import Spellings

        names = picture.names
        self.entity = pc.index_in(names["entity"], value_set=ids).to_numpy().astype(np.int64)
        different = names["name"].combine_chunks().dictionary_encode()
        texts: list[str] = different.dictionary.to_pylist()
        self._name_of = different.indices.to_numpy()
        of_name = [Spellings.words_of(text) for text in texts]
        words = sorted({word for words in of_name for word in words})
        number = {word: n for n, word in enumerate(words)}
        pairs = [(number[word], n) for n, words in enumerate(of_name) for word in words]
        self._borne = Postings(pairs, len(words))
        self._names = len(texts)
        self._spellings = Spellings(words)
        self._plain = Spellings.plain
        self._begin = sorted((Spellings.plain(word), n) for n, word in enumerate(words))
        self._spellings.alike("Headwater")  # the first comparison reads the tables

    def scores(self, words: Sequence[str]) -> Scores:
        """For each row of `names`, how well it bears these words; 0 where one is lacking."""
        whole = np.zeros(self._names, dtype=np.float32)
        lacking = np.zeros(self._names, dtype=np.bool_)
        for word in words:
            found = self._bearing(word)
            lacking |= found == 0
            whole += found
        whole[lacking] = 0
        scores: Scores = whole[self._name_of]
        return scores

    def _bearing(self, word: str) -> Scores:
        """For each different name, how well one of its words spells this one, in bits."""
        best = np.zeros(self._names, dtype=np.float32)
        for one, bits in (*self._begun(word), *self._spellings.alike(word)):
            at = self._borne.of(one)
            best[at] = np.maximum(best[at], bits)
        return best

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
