"""Tagger: labels for the words of a document, with the trained models.

The models are a file of plain numbers beside the code, under a licence of its own (`numpy.load`
without pickles): reading it runs nothing.
"""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache, partial
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from headwater.intake.reading.tagging.known import Lists, read_known
from headwater.intake.reading.tagging.model import read_weights
from headwater.intake.reading.tagging.rules import Rules
from headwater.intake.reading.tagging.schemes import Span, spans
from headwater.intake.reading.tagging.scoring import Scorer, flattened
from headwater.intake.reading.tagging.traits import LANGUAGE, sketch, word
from headwater.intake.reading.tagging.votes import votes

MODEL = "names.npz"
_PACKAGE = Path(__file__).parents[3]
# In a wheel the folder of models lies within the package, in a checkout beside `src`.
_FOLDERS = (_PACKAGE / "models", _PACKAGE.parents[1] / "models")

_MOST_SEEN = 20_000  # words whose traits are kept: both readings ask for them
_MOSTLY = 0.6
_FEW = 3

Sentences = Sequence[Sequence[str]]


class Tagger:
    """The trained tagger.

    Args:
        arrays: What the file of models holds: `first` and `second` reading of texts in mixed case,
            `caseless` for others, `sketch` for languages that nobody annotated; the lists.
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        lists = Lists(read_known(arrays, "known"), read_known(arrays, "more"))
        cased = lru_cache(_MOST_SEEN)(partial(word, cased=True, lists=lists))
        self._first = Scorer(read_weights(arrays, "first"), cased)
        self._second = Scorer(read_weights(arrays, "second"), cased)
        caseless = partial(word, cased=False, lists=lists)
        self._caseless = Scorer(read_weights(arrays, "caseless"), caseless)
        sketched = read_weights(arrays, "sketch")
        self._sketches = {
            language: (
                Scorer(sketched, partial(sketch, language=language, lists=lists)),
                Rules(language, lists),
            )
            for language in ("mk", "bg", "sq", "en")
        }

    @property
    def languages(self) -> frozenset[str]:
        """The languages read, with one code, `sh`, for Serbian, Croatian and their kin."""
        return frozenset({LANGUAGE, *self._sketches})

    def spans(self, sentences: Sentences, language: str) -> list[list[Span]]:
        """The names in a document's words, sentence by sentence.

        Raises:
            KeyError: For a language that is not read.
        """
        if language == LANGUAGE:
            return [list(spans(labels)) for labels in self._trained(sentences)]
        scorer, rules = self._sketches[language]
        labels = _by_sentence(_read_twice(sentences, scorer, scorer), sentences)
        return rules.mended(sentences, [list(spans(own)) for own in labels])

    def _trained(self, sentences: Sentences) -> list[list[str]]:
        mixed = _in_mixed_case(sentences)
        cased = [each for each, own in zip(sentences, mixed, strict=True) if own]
        others = [
            [written.lower() for written in each]
            for each, own in zip(sentences, mixed, strict=True)
            if not own
        ]
        found = {
            True: iter(_by_sentence(_read_twice(cased, self._first, self._second), cased)),
            False: iter(_by_sentence(self._caseless.read(others), others)),
        }
        return [next(found[own]) for own in mixed]


def _read_twice(sentences: Sentences, first: Scorer, second: Scorer) -> list[str]:
    """Labels of a second reading, which knows what the first made of a document's other words."""
    labels = first.read(sentences)
    said = votes(flattened(sentences), labels)
    if not said:
        return labels
    scores, places = second.scores(sentences)
    second.vote(scores, {int(places[at]): each for at, each in said.items()})
    return second.labels(scores, places)


def _by_sentence(labels: Sequence[str], sentences: Sentences) -> list[list[str]]:
    rest = iter(labels)
    return [list(islice(rest, len(sentence))) for sentence in sentences]


def _in_mixed_case(sentences: Sentences) -> list[bool]:
    """Which sentences have capitals that say something.

    None, where the whole document has no capital; else all but those mostly in capitals.
    """
    if not any(each[:1].isupper() for sentence in sentences for each in sentence):
        return [False] * len(sentences)
    return [not _shouted(sentence) for sentence in sentences]


def _shouted(sentence: Sequence[str]) -> bool:
    words = [each for each in sentence if each.isalpha()]
    return len(words) >= _FEW and sum(map(str.isupper, words)) > _MOSTLY * len(words)


@cache
def shipped_tagger() -> Tagger | None:
    """The tagger with the models that are shipped, or None where they are not."""
    file = next((each / MODEL for each in _FOLDERS if (each / MODEL).is_file()), None)
    return read_tagger(file) if file else None


def read_tagger(file: Path) -> Tagger:
    """The tagger of a file of models."""
    with np.load(file, allow_pickle=False) as arrays:
        return Tagger({name: arrays[name] for name in arrays.files})


def write_models(file: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write the arrays of all models."""
    with file.open("wb") as out:
        np.savez_compressed(out, allow_pickle=False, **arrays)
