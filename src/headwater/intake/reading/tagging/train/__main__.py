"""Train the tagger: `python -m headwater.intake.reading.tagging.train DATA OUT`.

DATA is the folder of the test data (its `text/uner_{sr,hr}_train.iob2` and the lists); OUT the file
that is written. Takes about ten minutes of one core.
"""

import argparse
import logging
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from headwater.intake.reading.tagging.known import Lists
from headwater.intake.reading.tagging.model import Weights
from headwater.intake.reading.tagging.scoring import Scorer, flattened
from headwater.intake.reading.tagging.tagger import write_models
from headwater.intake.reading.tagging.train.corpus import Document, documents
from headwater.intake.reading.tagging.train.fit import Votes, averaged, fit
from headwater.intake.reading.tagging.train.lists import known_words, wider_words
from headwater.intake.reading.tagging.traits import LANGUAGE, See, sketch, word
from headwater.intake.reading.tagging.votes import votes

_log = logging.getLogger(__name__)
FOLDS = 3
_UNVOTED: Votes = {}


def train(texts: Sequence[Document], lists: Lists, iterations: int) -> dict[str, NDArray[Any]]:
    """The arrays of all models.

    The first reading is the mean of three models, each of which left a third of the documents out;
    the second learns from the votes that these gave to the documents they had not seen.
    """
    cased = partial(word, cased=True, lists=lists)
    folds = [_fold(texts, cased, fold, iterations) for fold in range(FOLDS)]
    voted = [each for _, documents_ in folds for each in documents_]
    lowered = [(document.lower(), _UNVOTED) for document in texts]
    sketched = partial(sketch, language=LANGUAGE, lists=lists)
    models = {
        "first": averaged([model for model, _ in folds]),
        "second": fit(voted, cased, iterations),
        "caseless": fit(lowered, partial(word, cased=False, lists=lists), iterations),
        "sketch": fit(voted, sketched, iterations),
    }
    arrays = lists.names.arrays("known") | lists.more.arrays("more")
    for name, model in models.items():
        arrays |= model.arrays(name)
    return arrays


def _fold(
    texts: Sequence[Document], see: See, fold: int, iterations: int
) -> tuple[Weights, list[tuple[Document, Votes]]]:
    """A model of all folds but one, and the documents of that one with its votes.

    Translations of one text have one number, so they fall into one fold.
    """
    rest = [(each, _UNVOTED) for each in texts if each.number % FOLDS != fold]
    model = fit(rest, see, iterations)
    scorer = Scorer(model, see)
    return model, [
        (each, votes(flattened(each.tokens()), scorer.read(each.tokens())))
        for each in texts
        if each.number % FOLDS == fold
    ]


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the data, train, and write the models."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--iterations", type=int, default=50)
    given = parser.parse_args(arguments)
    texts = [
        document
        for language in ("sr", "hr")
        for document in documents(given.data / "text" / f"uner_{language}_train.iob2")
    ]
    lists = Lists(known_words(given.data), wider_words(given.data))
    write_models(given.out, train(texts, lists, given.iterations))
    _log.info("%s: %d bytes", given.out, given.out.stat().st_size)


if __name__ == "__main__":
    main()
