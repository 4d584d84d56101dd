"""Fitting: weights of a conditional random field from annotated documents, with CRFsuite.

CRFsuite (Okazaki 2007) fits; the model written is our own, read without it.
"""

import importlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from headwater.intake.reading.tagging.model import (
    AFTER,
    AFTER_NAME,
    AFTER_OTHER,
    BEFORE,
    BEFORE_NAME,
    BEFORE_OTHER,
    EDGE,
    OWN,
    SECOND_AFTER,
    SECOND_BEFORE,
    Weights,
    slots_of,
    weights,
)
from headwater.intake.reading.tagging.schemes import bilou
from headwater.intake.reading.tagging.scoring import chains
from headwater.intake.reading.tagging.train.corpus import Document
from headwater.intake.reading.tagging.traits import See, Word

Votes = Mapping[int, tuple[str, ...]]

_SMALLEST = 0.02
_PARAMETERS = {"c1": 0.1, "c2": 0.01, "feature.minfreq": 1}
_PLACES = (
    (-2, SECOND_BEFORE),
    (-1, BEFORE),
    (0, OWN),
    (1, AFTER),
    (2, SECOND_AFTER),
)


def fit(documents: Sequence[tuple[Document, Votes]], see: See, iterations: int) -> Weights:
    """The weights for documents, each with what is said of its words elsewhere in it.

    Args:
        documents: The documents with their votes.
        see: Gives the traits of a word.
        iterations: Of the optimisation (L-BFGS).
    """
    seen = cache(see)
    crf = importlib.import_module("pycrfsuite")
    trainer = crf.Trainer(verbose=False)
    trainer.set_params(_PARAMETERS | {"max_iterations": iterations})
    for document, votes in documents:
        at = 0
        for tokens, labels in zip(document.tokens(), document.labels(), strict=True):
            words = [seen(each, place == 0) for place, each in enumerate(tokens)]
            said = [votes.get(at + place, ()) for place in range(len(tokens))]
            trainer.append(list(_features(words, said)), bilou(labels))
            at += len(tokens)
    with TemporaryDirectory() as folder:
        file = str(Path(folder) / "crf")
        trainer.train(file)
        tagger = crf.Tagger()
        tagger.open(file)
        return _weights(tagger.info())


def _features(seen: Sequence[Word], said: Sequence[tuple[str, ...]]) -> Iterator[list[str]]:
    padded = [EDGE, EDGE, *seen, EDGE, EDGE]
    spoken = [(), (), *said, (), ()]
    for at in range(2, len(seen) + 2):
        found = []
        for shift, slot in _PLACES:
            slots = {slot, _by_name(slot, padded[at].name_like)}
            for reach, trait in padded[at + shift].traits:
                found += [f"{s} {trait}" for s in slots_of(reach, trait) if s in slots]
            if slot in (OWN, BEFORE, AFTER):
                found += [f"{slot} {each}" for each in spoken[at + shift]]
        groups = (padded[at + shift].group for shift in (-1, 0, 1))
        found += [f"{OWN} {trait}" for trait in chains(*groups)]
        yield found


def _by_name(slot: int, name_like: bool) -> int:
    if slot == BEFORE:
        return BEFORE_NAME if name_like else BEFORE_OTHER
    if slot == AFTER:
        return AFTER_NAME if name_like else AFTER_OTHER
    return slot


def _weights(dump: object) -> Weights:
    states: Mapping[tuple[str, str], float] = getattr(dump, "state_features", {})
    entries = {}
    for (feature, label), weight in states.items():
        slot, trait = feature.split(" ", maxsplit=1)
        entries[trait, int(slot), label] = weight
    labels = sorted({label for _, label in states})
    return weights(labels, entries, getattr(dump, "transitions", {}), _SMALLEST)


def averaged(models: Sequence[Weights]) -> Weights:
    """One model whose weights are the mean of several's, with the same labels."""
    entries = defaultdict[tuple[str, int, str], float](float)
    transitions = defaultdict[tuple[str, str], float](float)
    for model in models:
        for key, weight in model.entries():
            entries[key] += weight / len(models)
        for (before, after), following in np.ndenumerate(model.transitions):
            pair = model.labels[before], model.labels[after]
            transitions[pair] += float(following) / len(models)
    return weights(models[0].labels, entries, transitions, _SMALLEST)
