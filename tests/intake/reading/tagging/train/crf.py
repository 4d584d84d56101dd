"""A stand-in for CRFsuite: weights are how often a trait was seen with a label."""

from collections import Counter
from itertools import pairwise
from types import SimpleNamespace

DUMP = SimpleNamespace(state_features={}, transitions={})


class Trainer:
    def __init__(self, verbose: bool) -> None:
        self.features, self.pairs = Counter[tuple[str, str]](), Counter[tuple[str, str]]()

    def set_params(self, parameters: dict[str, float]) -> None:
        assert parameters["max_iterations"] > 0

    def append(self, traits: list[list[str]], labels: list[str]) -> None:
        for own, label in zip(traits, labels, strict=True):
            self.features.update((trait, label) for trait in own)
        self.pairs.update(pairwise(labels))

    def train(self, file: str) -> None:
        DUMP.state_features, DUMP.transitions = dict(self.features), dict(self.pairs)


class Tagger:
    def open(self, file: str) -> None:
        assert file

    def info(self) -> SimpleNamespace:
        return DUMP
