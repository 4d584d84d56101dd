"""Model: a linear-chain conditional random field over traits, and how a sentence is labelled by it.

Lafferty, McCallum and Pereira 2001. What a word adds to the score of each label, at its own place
and at its neighbours', depends on the word alone, so it is summed up once a word and kept.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.intake.reading.tagging.schemes import OUTSIDE, follows
from headwater.intake.reading.tagging.traits import Word

OWN, BEFORE, AFTER, SECOND_BEFORE, SECOND_AFTER = range(5)
BEFORE_NAME, BEFORE_OTHER, AFTER_NAME, AFTER_OTHER = range(5, 9)
SLOTS = 9
"""Where a trait is felt: at its own word, before or after another, there by what the other is."""

EDGE = Word(((1, "|"),), "|", False)
"""What stands before the first and after the last word of a sentence."""

_FORBIDDEN = -1e4
_SURE = 5.0  # a word this much likelier to be outside of every name ends a stretch to be labelled
_STEPS, _ZERO = 127, 128  # a weight is a byte


def slots_of(reach: int, trait: str) -> Iterable[int]:
    """The slots in which a trait may have a weight."""
    if reach == 0:
        return (OWN,)
    if reach == 1:
        return (OWN, BEFORE, AFTER)
    plain = range(5)
    return plain if trait.startswith("w=") else range(SLOTS)


class Weights(NamedTuple):
    """The weights of a model, most of which are zero and not held.

    Attributes:
        labels: The BILOU labels.
        traits: Trait -> its weights, two bytes each: the cell (slot * number of labels + label) and
            the weight in steps, 128 for zero.
        step: Size of a step.
        transitions: Weight of each label (column) after each (row).
    """

    labels: tuple[str, ...]
    traits: Mapping[str, bytes]
    step: float
    transitions: NDArray[np.float32]

    def rows(self, words: Iterable[Iterable[tuple[int, str]]]) -> NDArray[np.float32]:
        """Sum of the weights of each word's traits, words x slots x labels."""
        get = self.traits.get
        held = [b"".join([get(trait, b"") for _, trait in traits]) for traits in words]
        size = SLOTS * len(self.labels)
        pairs = np.frombuffer(b"".join(held), dtype=np.uint8)
        whose = np.repeat(np.arange(len(held)) * size, [len(each) // 2 for each in held])
        cells, whole = whose + pairs[::2], size * len(held)
        sums = np.bincount(cells, pairs[1::2], whole) - _ZERO * np.bincount(cells, minlength=whole)
        return (sums * self.step).astype(np.float32).reshape(-1, SLOTS, len(self.labels))

    def entries(self) -> Iterator[tuple[tuple[str, int, str], float]]:
        """Every weight held, as ((trait, slot, label), weight)."""
        for trait, held in self.traits.items():
            for cell, value in zip(held[::2], held[1::2], strict=True):
                slot, label = divmod(cell, len(self.labels))
                yield (trait, slot, self.labels[label]), (value - _ZERO) * self.step

    def arrays(self, name: str) -> dict[str, NDArray[Any]]:
        """As arrays to be written to a file; `read_weights` reads them."""
        return {
            f"{name}.labels": _bytes("\n".join(self.labels).encode()),
            f"{name}.traits": _bytes("\n".join(self.traits).encode()),
            f"{name}.sizes": _bytes(bytes(len(held) // 2 for held in self.traits.values())),
            f"{name}.cells": _bytes(b"".join(held[::2] for held in self.traits.values())),
            f"{name}.values": _bytes(b"".join(held[1::2] for held in self.traits.values())),
            f"{name}.step": np.array([self.step], dtype=np.float32),
            f"{name}.transitions": self.transitions,
        }


def _bytes(written: bytes) -> NDArray[np.uint8]:
    return np.frombuffer(written, dtype=np.uint8)


def read_weights(arrays: Mapping[str, NDArray[Any]], name: str) -> Weights:
    """The weights of that name among the arrays of a file."""
    pairs = np.stack([arrays[f"{name}.cells"], arrays[f"{name}.values"]], axis=1).tobytes()
    traits, at = {}, 0
    names = arrays[f"{name}.traits"].tobytes().decode().split("\n")
    for trait, size in zip(names, arrays[f"{name}.sizes"].tolist(), strict=True):
        traits[trait] = pairs[at : at + 2 * size]
        at += 2 * size
    return Weights(
        tuple(arrays[f"{name}.labels"].tobytes().decode().split("\n")),
        traits,
        float(arrays[f"{name}.step"][0]),
        arrays[f"{name}.transitions"],
    )


def weights(
    labels: Sequence[str],
    entries: Mapping[tuple[str, int, str], float],
    transitions: Mapping[tuple[str, str], float],
    smallest: float,
) -> Weights:
    """Weights from (trait, slot, label) -> weight, without those nearer to 0 than the smallest."""
    number = {label: at for at, label in enumerate(labels)}
    kept = sorted((k, w) for k, w in entries.items() if abs(w) >= smallest)
    step = max((abs(w) for _, w in kept), default=1.0) / _STEPS
    traits: dict[str, bytearray] = {}
    for (trait, slot, label), weight in kept:
        pair = slot * len(labels) + number[label], round(weight / step) + _ZERO
        traits.setdefault(trait, bytearray()).extend(pair)
    following = np.full((len(labels), len(labels)), _FORBIDDEN, dtype=np.float32)
    for before in labels:
        for after in labels:
            if follows(before, after):
                following[number[before], number[after]] = transitions.get((before, after), 0.0)
    held = {trait: bytes(pairs) for trait, pairs in traits.items()}
    return Weights(tuple(labels), held, step, following)


def decode(
    scores: NDArray[np.float32], breaks: NDArray[np.bool_], model: Weights
) -> NDArray[np.intp]:
    """The likeliest labels of many sentences at once (Viterbi 1967).

    Words that are surely outside of every name cut the sentences into short stretches, and all
    stretches are labelled side by side.

    Args:
        scores: Score of each label, by word.
        breaks: Which rows are no words but edges of sentences.
        model: Its transitions and labels.
    """
    outside = model.labels.index(OUTSIDE)
    others = np.delete(scores, outside, axis=1).max(axis=1)
    open_ = ~(breaks | (scores[:, outside] - others > _SURE))
    chosen = np.full(len(scores), outside, dtype=np.intp)
    edges = np.diff(np.concatenate([[0], open_.astype(np.int8), [0]]))
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    if not len(starts):
        return chosen
    order = np.argsort(starts - ends, kind="stable")  # the longest first
    starts, ends = starts[order], ends[order]
    lengths = ends - starts
    best = scores[starts] + _beside(model.transitions[outside], breaks[starts - 1])
    pointers = []
    for step in range(1, int(lengths[0])):
        live = int(np.searchsorted(-lengths, -step, side="left"))
        through = best[:live, :, None] + model.transitions
        pointers.append(through.argmax(axis=1))
        best[:live] = through.max(axis=1) + scores[starts[:live] + step]
    best += _beside(model.transitions[:, outside], breaks[ends])
    last = best.argmax(axis=1)
    chosen[ends - 1] = last
    for step in range(len(pointers) - 1, -1, -1):
        live = len(pointers[step])
        last[:live] = pointers[step][np.arange(live), last[:live]]
        chosen[starts[:live] + step] = last[:live]
    return chosen


def _beside(transitions: NDArray[np.float32], at_edge: NDArray[np.bool_]) -> NDArray[np.float32]:
    """What the word outside beside a stretch adds; the edge of a sentence: what is possible."""
    free = np.where(transitions > _FORBIDDEN, np.float32(0), transitions)
    return np.where(at_edge[:, None], free, transitions)
