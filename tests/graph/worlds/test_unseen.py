import numpy as np
import pytest

from headwater.graph import Ties
from headwater.graph.worlds import PRIORS, Belief, best_prior, prior_scores, with_unseen


def circles(seed=0):
    """Groups in which nearly everybody knows everybody."""
    rng = np.random.default_rng(seed)
    pairs = [
        (group * 6 + a, group * 6 + b) for group in range(6) for a in range(6) for b in range(a)
    ]
    kept = [pair for pair in pairs if rng.random() < 0.7]
    bridges = [(group * 6, group * 6 + 6) for group in range(5)]
    both = kept + bridges
    return Belief.of(Ties.of([a for a, _ in both], [b for _, b in both], 36), 0.9)


@pytest.mark.parametrize("prior", PRIORS[1:])
def test_as_many_ties_are_expected_unseen_as_the_share_says(prior):
    belief = with_unseen(circles(), prior, 0.1)
    assert belief.likely.sum() == pytest.approx(belief.chance.sum() / 9, rel=0.05)
    seen = set(zip(belief.ties.source.tolist(), belief.ties.target.tolist(), strict=True))
    new = set(zip(belief.unseen.source.tolist(), belief.unseen.target.tolist(), strict=True))
    assert not seen & new


def test_shared_contacts_foretell_best_where_circles_are_closed():
    scores = prior_scores(circles(), seed=0)
    assert scores["adamic_adar"] > 0.5
    assert best_prior(scores) in ("adamic_adar", "katz")


def test_where_ties_are_thrown_at_random_no_prior_is_worth_much():
    rng = np.random.default_rng(0)
    belief = Belief.of(Ties.of(*rng.integers(0, 60, (2, 120)), 60).undirected(), 1.0)
    scores = prior_scores(belief, seed=0)
    assert max(scores.values()) < 0.5
    assert best_prior({"adamic_adar": -0.2, "degrees": -0.1, "katz": -0.3}) == "none"


def test_nothing_is_unseen_where_nothing_is_missing_or_nothing_is_known():
    assert with_unseen(circles(), "katz", 0.0).likely.size == 0
    assert with_unseen(circles(), "none", 0.3).likely.size == 0
    empty = Belief.of(Ties.of([], [], 5), [])
    assert with_unseen(empty, "katz", 0.3).likely.size == 0
    assert best_prior(prior_scores(empty, seed=0)) == "none"


def test_where_everybody_is_tied_to_everybody_nothing_is_unseen():
    belief = Belief.of(Ties.of([0, 0, 1], [1, 2, 2], 3), 1.0)
    assert with_unseen(belief, "degrees", 0.3).likely.size == 0
