"""Model: a linear-chain conditional random field over traits, and how a sentence is labelled by it.

Lafferty, McCallum and Pereira 2001. What a word adds to the score of each label, at its own place
and at its neighbours', depends on the word alone, so it is summed up once a word and kept.
"""

from collections.abc import Iterable, Mapping, Sequence
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
_SURE = 10.0  # a word this much likelier to be outside of every name ends a stretch to be labelled
_STEPS = 127


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
        traits: Trait -> its row.
        starts: Row r holds the entries starts[r] to starts[r + 1].
        cells: slot * number of labels + label, of each entry.
        values: Weight of each entry in steps.
        step: Size of a step.
        transitions: Weight of each label (column) after each (row).
    """

    labels: tuple[str, ...]
    traits: Mapping[str, int]
    starts: NDArray[np.int32]
    cells: NDArray[np.uint8]
    values: NDArray[np.int8]
    step: float
    transitions: NDArray[np.float32]

    def row(self, traits: Iterable[tuple[int, str]]) -> NDArray[np.float32]:
        """Sum of the weights of some traits, slots x labels."""
        spans = [
            slice(self.starts[at], self.starts[at + 1])
            for _, trait in traits
            if (at := self.traits.get(trait)) is not None
        ]
        shape = SLOTS, len(self.labels)
        if not spans:
            return np.zeros(shape, dtype=np.float32)
        cells = np.concatenate([self.cells[span] for span in spans])
        values = np.concatenate([self.values[span] for span in spans])
        sums = np.bincount(cells, values, minlength=shape[0] * shape[1])
        return (sums * self.step).astype(np.float32).reshape(shape)

    def arrays(self, name: str) -> dict[str, NDArray[Any]]:
        """As arrays to be written to a file; `read_weights` reads them."""
        traits = "\n".join(sorted(self.traits, key=lambda each: self.traits[each])).encode()
        return {
            f"{name}.labels": np.frombuffer("\n".join(self.labels).encode(), dtype=np.uint8),
            f"{name}.traits": np.frombuffer(traits, dtype=np.uint8),
            f"{name}.sizes": np.diff(self.starts).astype(np.uint8),
            f"{name}.cells": self.cells,
            f"{name}.values": self.values,
            f"{name}.step": np.array([self.step], dtype=np.float32),
            f"{name}.transitions": self.transitions,
        }


def read_weights(arrays: Mapping[str, NDArray[Any]], name: str) -> Weights:
    """The weights of that name among the arrays of a file."""
    sizes = arrays[f"{name}.sizes"].astype(np.int32)
    return Weights(
        tuple(arrays[f"{name}.labels"].tobytes().decode().split("\n")),
        {t: at for at, t in enumerate(arrays[f"{name}.traits"].tobytes().decode().split("\n"))},
        np.concatenate([np.zeros(1, dtype=np.int32), np.cumsum(sizes, dtype=np.int32)]),
        arrays[f"{name}.cells"],
        arrays[f"{name}.values"],
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
    names = sorted({trait for (trait, _, _), _ in kept})
    traits = {trait: at for at, trait in enumerate(names)}
    sizes = np.zeros(len(traits) + 1, dtype=np.int32)
    for (trait, _, _), _ in kept:
        sizes[traits[trait] + 1] += 1
    cells = [slot * len(labels) + number[label] for (_, slot, label), _ in kept]
    values = [round(weight / step) for _, weight in kept]
    following = np.full((len(labels), len(labels)), _FORBIDDEN, dtype=np.float32)
    for before in labels:
        for after in labels:
            if follows(before, after):
                following[number[before], number[after]] = transitions.get((before, after), 0.0)
    return Weights(
        tuple(labels),
        traits,
        np.cumsum(sizes, dtype=np.int32),
        np.array(cells, dtype=np.uint8),
        np.array(values, dtype=np.int8),
        step,
        following,
    )


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
