import numpy as np

from headwater.resolve.names.train.lattice import Side, grids


def test_expected_counts_add_up_to_the_letters_of_the_pairs() -> None:
    pairs = [("xy", "ab", 1.0), ("x", "a", 2.0), ("xyx", "aba", 1.0)]
    sides = (Side(["xy", "x", "xyx"], {1}), Side(["ab", "a", "aba"], {1}))
    width = len(sides[1].texts) + 1
    p = np.full((len(sides[0].texts) + 1) * width, 0.1)
    counts = np.zeros_like(p)
    for grid in grids(pairs, sides, [(1, 1)]):
        grid.expect(p, counts)
    assert np.isclose(counts.sum(), 2 * 1 + 1 * 2 + 3 * 1)


def test_a_pair_that_no_units_make_counts_nothing() -> None:
    sides = (Side(["x"], {1}), Side(["abc"], {1}))
    p = np.full(20, 0.1)
    counts = np.zeros_like(p)
    for grid in grids([("x", "abc", 1.0)], sides, [(1, 1)]):
        grid.expect(p, counts)
    assert counts.sum() == 0


def test_pieces_seen_once_are_no_units() -> None:
    assert Side(["ab", "ac"], {1, 2}).texts == ["", "a", "b", "c"]
