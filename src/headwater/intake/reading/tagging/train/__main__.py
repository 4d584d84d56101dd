"""Train the tagger: `python -m headwater.intake.reading.tagging.train DATA OUT`.

DATA is the folder of the test data (its `text/uner_{sr,hr}_train.iob2` and the lists); OUT the file
that is written. The cased model reads twice, so it learns from votes that models which never saw a
document gave to its words: a third of the documents is left out in turn.
"""

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from headwater.intake.reading.tagging.known import Known
from headwater.intake.reading.tagging.scoring import Scorer, flattened
from headwater.intake.reading.tagging.shipped import write_model
from headwater.intake.reading.tagging.train.corpus import Document, documents
from headwater.intake.reading.tagging.train.fit import Votes, fit
from headwater.intake.reading.tagging.train.lists import known_words
from headwater.intake.reading.tagging.traits import word
from headwater.intake.reading.tagging.votes import votes

FOLDS = 3
_UNVOTED: Votes = {}


def train(texts: Sequence[Document], known: Known, iterations: int, out: Path) -> None:
    """Fit both models and write them with the lists."""
    lowered = [(document.lower(), _UNVOTED) for document in texts]
    voted = [
        (document, said)
        for fold in range(FOLDS)
        for document, said in _voted(texts, known, fold, iterations)
    ]
    cased = fit(voted, partial(word, cased=True, known=known), iterations)
    caseless = fit(lowered, partial(word, cased=False, known=known), iterations)
    models = cased.arrays("cased") | caseless.arrays("caseless")
    write_model(out, known.arrays("known") | models)


def _voted(
    texts: Sequence[Document], known: Known, fold: int, iterations: int
) -> list[tuple[Document, Votes]]:
    """The documents of a fold, with the votes of a model that saw the other folds only.

    Translations of one text have one number, so they fall into one fold.
    """
    rest = [(each, _UNVOTED) for each in texts if each.number % FOLDS != fold]
    see = partial(word, cased=True, known=known)
    scorer = Scorer(fit(rest, see, iterations), see)
    return [
        (each, votes(flattened(each.tokens()), scorer.labels(*scorer.scores(each.tokens()))))
        for each in texts
        if each.number % FOLDS == fold
    ]


def main() -> None:
    """Read the arguments, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--iterations", type=int, default=60)
    given = parser.parse_args()
    texts = [
        document
        for language in ("sr", "hr")
        for document in documents(given.data / "text" / f"uner_{language}_train.iob2")
    ]
    train(texts, known_words(given.data), given.iterations, given.out)
    sys.stdout.write(f"{given.out}: {given.out.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
