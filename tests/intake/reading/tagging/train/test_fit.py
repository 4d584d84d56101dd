"""What is fitted is what the tagger reads: the same traits, in the same slots."""

import sys

import pytest

from headwater.intake.reading.tagging.model import AFTER, BEFORE, OWN
from headwater.intake.reading.tagging.train.corpus import Document
from headwater.intake.reading.tagging.train.fit import averaged, fit
from headwater.intake.reading.tagging.traits import Word
from tests.intake.reading.tagging.train import crf

TEXT = Document(1, [[("Ana", "B-PER"), ("Petrović", "I-PER"), ("ide", "O")]])


def _see(written: str, first: bool) -> Word:
    return Word(((1, f"w:{written}"),), written[0], written[0].isupper())


@pytest.fixture(autouse=True)
def _stand_in(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "pycrfsuite", crf)


def test_every_word_is_felt_by_itself_and_its_neighbours() -> None:
    entries = dict(fit([(TEXT, {})], _see, 5).entries())
    assert entries["w:Petrović", OWN, "L-PER"] > 0
    assert entries["w:Ana", BEFORE, "L-PER"] > 0
    assert entries["w:ide", AFTER, "L-PER"] > 0
    assert ("w:ide", BEFORE, "O") not in entries


def test_votes_are_traits_of_their_word() -> None:
    entries = dict(fit([(TEXT, {1: ("v=PER",)})], _see, 5).entries())
    assert entries["v=PER", OWN, "L-PER"] > 0
    assert entries["v=PER", AFTER, "B-PER"] > 0


def test_the_mean_of_a_model_with_itself_is_the_model() -> None:
    model = fit([(TEXT, {})], _see, 5)
    mean = averaged([model, model])
    assert mean.labels == model.labels
    assert dict(mean.entries()) == pytest.approx(dict(model.entries()), abs=0.05)
