"""Tagger: labels for the words of a document, with the trained models."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any

from numpy.typing import NDArray

from headwater.intake.reading.tagging.known import read_known
from headwater.intake.reading.tagging.model import read_weights
from headwater.intake.reading.tagging.scoring import Scorer, flattened
from headwater.intake.reading.tagging.traits import word
from headwater.intake.reading.tagging.votes import votes

_MOSTLY = 0.6
_FEW = 3


class Tagger:
    """The trained tagger: a model for texts in mixed case, one for texts without it.

    Args:
        arrays: What the model's file holds.
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        known = read_known(arrays, "known")
        self._cased = Scorer(read_weights(arrays, "cased"), partial(word, cased=True, known=known))
        caseless = partial(word, cased=False, known=known)
        self._caseless = Scorer(read_weights(arrays, "caseless"), caseless)

    def labels(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """The BILOU labels of a document's words (PER, LOC, ORG), sentence by sentence."""
        mixed = _in_mixed_case(sentences)
        found: list[list[str]] = [[] for _ in sentences]
        for cased, read in ((True, self._read_twice), (False, self._read_once)):
            chosen = [at for at, own in enumerate(mixed) if own is cased and sentences[at]]
            if chosen:
                labels = iter(read([sentences[at] for at in chosen]))
                for at in chosen:
                    found[at] = list(islice(labels, len(sentences[at])))
        return found

    def _read_twice(self, sentences: Sequence[Sequence[str]]) -> list[str]:
        scores, places = self._cased.scores(sentences)
        labels = self._cased.labels(scores, places)
        said = votes(flattened(sentences), labels)
        if not said:
            return labels
        self._cased.vote(scores, {int(places[at]): each for at, each in said.items()})
        return self._cased.labels(scores, places)

    def _read_once(self, sentences: Sequence[Sequence[str]]) -> list[str]:
        return self._caseless.labels(*self._caseless.scores(sentences))


def _in_mixed_case(sentences: Sequence[Sequence[str]]) -> list[bool]:
    """Which sentences have capitals that say something.

    None, where the whole document has no capital; else all but those mostly in capitals.
    """
    if not any(each[:1].isupper() for sentence in sentences for each in sentence):
        return [False] * len(sentences)
    return [not _shouted(sentence) for sentence in sentences]


def _shouted(sentence: Sequence[str]) -> bool:
    words = [each for each in sentence if each.isalpha()]
    return len(words) >= _FEW and sum(map(str.isupper, words)) > _MOSTLY * len(words)
