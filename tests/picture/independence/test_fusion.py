import numpy as np

from headwater.picture import fuse, lineage

ACCURACY = (0.75, 0.70, 0.65, 0.7, 0.7, 0.7)


def world(claims=6000):
    """Three origins, and three that mostly repeat the first."""
    draw = np.random.default_rng(3)
    true = draw.integers(0, 2, claims)
    origins = [np.where(draw.random(claims) < a, true, 1 - true) for a in ACCURACY[:3]]
    own = [np.where(draw.random(claims) < 0.75, true, 1 - true) for _ in range(3)]
    copies = [np.where(draw.random(claims) < 0.85, origins[0], one) for one in own]
    return true, np.stack([*origins, *copies], axis=1).astype(np.int8)


def brier(chance, true):
    return float(((chance - true) ** 2).mean())


def test_copies_are_found_by_how_much_they_agree():
    _, votes = world()
    assert lineage(votes, ACCURACY) == ((0, 3, 4, 5), (1,), (2,))


def test_independent_sources_stay_apart():
    _, votes = world()
    assert lineage(votes[:, :3], ACCURACY[:3]) == ((0,), (1,), (2,))


def test_counting_groups_beats_counting_reports_and_is_calibrated():
    true, votes = world()
    chance = fuse(votes, lineage(votes, ACCURACY))
    each = tuple((source,) for source in range(6))
    assert brier(chance, true) < 0.16 < 0.2 < brier(fuse(votes, each), true)
    assert abs(chance[chance > 0.7].mean() - true[chance > 0.7].mean()) < 0.04


def test_who_says_nothing_changes_nothing_and_the_prior_is_kept():
    _, votes = world(200)
    silent = np.full((200, 1), -1, dtype=np.int8)
    groups = ((0,), (1,), (2,))
    more = fuse(np.hstack([votes[:, :3], silent]), (*groups, (3,)))
    assert np.allclose(more, fuse(votes[:, :3], groups), atol=1e-3)
