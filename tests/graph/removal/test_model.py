from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.graph import Ties
from headwater.graph.removal import Removal
from headwater.graph.removal.branching import pairs_in
from headwater.graph.removal.model import Relaxation
from headwater.graph.removal.reduction import pieces

OPEN = 2.0


@settings(max_examples=25)
@given(st.integers(0, 10_000), st.integers(1, 3))
def test_no_choice_leaves_fewer_pairs_than_the_relaxation_says(seed: int, most: int) -> None:
    ends = np.random.default_rng(seed).integers(0, 10, (2, 18))
    for piece in pieces(Removal.of(Ties.of(ends[0], ends[1], 10), most)):
        core = np.zeros(piece.n, dtype=np.bool_)
        fixed = np.full(piece.n, OPEN)
        found = Relaxation(piece, most).solve(fixed, core, (0.0, 1e9), 60.0)
        choices = combinations(range(piece.n), min(most, piece.n))
        best = min(pairs_in(piece, np.array(choice)) for choice in choices)
        assert found.value <= best + 1e-6
        assert found.x.sum() <= most + 1e-6


def test_with_everybody_decided_it_counts_the_pairs_themselves():
    ring = Ties.of(np.arange(8), (np.arange(8) + 1) % 8, 8)
    (piece,) = pieces(Removal.of(ring, 2))
    fixed = np.zeros(8)
    fixed[[0, 3]] = 1.0
    core = np.arange(8) == 5
    found = Relaxation(piece, 2).solve(fixed, core, (0.0, 1e9), 60.0)
    assert abs(found.value - (1 + 6)) < 1e-3


def test_more_removed_than_allowed_cannot_be():
    (piece,) = pieces(Removal.of(Ties.of([0, 1, 2, 3], [1, 2, 3, 0], 4), 1))
    core = np.zeros(piece.n, dtype=np.bool_)
    assert Relaxation(piece, 1).solve(np.ones(piece.n), core, (0.0, 1e9), 60.0).value > 1e9
