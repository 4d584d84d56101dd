"""Weights are summed by slot, survive their file, and give the likeliest allowed labels."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.intake.reading.tagging.model import (
    AFTER,
    OWN,
    decode,
    read_weights,
    slots_of,
    weights,
)
from headwater.intake.reading.tagging.schemes import follows

LABELS = ("B-PER", "I-PER", "L-PER", "O", "U-PER")
ENTRIES = {("w=ana", OWN, "U-PER"): 2.0, ("w=ana", AFTER, "O"): -1.0, ("x", OWN, "O"): 0.001}
MODEL = weights(LABELS, ENTRIES, {("O", "O"): 0.5, ("B-PER", "L-PER"): 1.0}, 0.01)


def test_traits_add_up_in_their_slots_and_small_weights_are_left_out() -> None:
    _, row = MODEL.rows([[], [(2, "w=ana"), (2, "unknown"), (0, "x")]])
    assert row[OWN, LABELS.index("U-PER")] == pytest.approx(2.0, abs=0.02)
    assert row[AFTER, LABELS.index("O")] == pytest.approx(-1.0, abs=0.02)
    assert row[OWN, LABELS.index("O")] == 0
    assert not MODEL.rows([[]]).any()


def test_a_model_is_the_same_after_its_file() -> None:
    again = read_weights(MODEL.arrays("m"), "m")
    assert again.labels == MODEL.labels
    assert again.traits == MODEL.traits
    assert dict(again.entries()).keys() == {("w=ana", OWN, "U-PER"), ("w=ana", AFTER, "O")}
    assert (again.transitions == MODEL.transitions).all()


def test_a_trait_is_felt_as_far_as_it_reaches() -> None:
    assert list(slots_of(0, "l3")) == [OWN]
    assert len(list(slots_of(1, "xa"))) == 3
    assert len(list(slots_of(2, "s=ana"))) > len(list(slots_of(2, "w=ana"))) == 5


@given(st.lists(st.lists(st.integers(-4, 4), min_size=5, max_size=5), min_size=1, max_size=4))
def test_no_allowed_sequence_scores_better(rows: list[list[int]]) -> None:
    scores = np.array([[0] * 5, *rows, [0] * 5], dtype=np.float32)
    breaks = np.array([True, *[False] * len(rows), True])
    found = decode(scores, breaks, MODEL)[1:-1]

    def total(path: tuple[int, ...]) -> float:
        steps = pairwise(path)
        own = sum(scores[at + 1, label] for at, label in enumerate(path))
        return float(own + sum(MODEL.transitions[a, b] for a, b in steps))

    def allowed(path: tuple[int, ...]) -> bool:
        names = ["O", *(LABELS[at] for at in path), "O"]
        return all(follows(a, b) for a, b in pairwise(names))

    best = max(total(p) for p in product(range(5), repeat=len(rows)) if allowed(p))
    assert allowed(tuple(found.tolist()))
    assert total(tuple(found.tolist())) == pytest.approx(best, abs=1e-3)
