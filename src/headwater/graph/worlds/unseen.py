"""Ties that nobody has reported: how likely each pair is to have one, by the ties that are."""

from dataclasses import replace

import numpy as np

from headwater.graph.ties import Nodes, Numbers, Ties
from headwater.graph.worlds.belief import Belief

PRIORS = ("none", "adamic_adar", "degrees", "katz")
"""What a pair's likelihood grows with: nothing; shared contacts, each counting the less the more
contacts it has; the number of contacts of both; paths of every length, each step counting half."""

LARGEST = 600
"""Nodes up to which unseen ties are looked for: every pair is scored, in cubic time."""

_MOST = 0.8  # no unseen tie is likelier
_LEAST = 0.0005  # less likely ones are left out
_DAMPED = 0.5  # what a step counts in Katz, as a share of the largest that converges
_SPREAD = 0.1  # of the likelihood lies on all pairs alike: any two people may know each other
_HELD_OUT = 0.2


def with_unseen(belief: Belief, prior: str, missing: float) -> Belief:
    """The same belief with unseen ties.

    They are expected to be as many as the share missing says: `missing` of all true ties.
    Sources: Adamic and Adar 2003; Chung and Lu 2002 (degrees); Katz 1953; compared as predictors by
    Liben-Nowell and Kleinberg 2007.

    Args:
        belief: Reported ties.
        prior: One of `PRIORS`.
        missing: Share of the true ties that nobody reported, 0 to less than 1.
    """
    if prior == "none" or missing <= 0 or not len(belief.ties) or belief.n > LARGEST:
        return belief
    source, target = _unreported(belief)
    if not source.size:
        return belief
    likely = _share_out(_scores(belief, prior)[source, target])
    expected = float(belief.chance.sum()) * missing / (1 - missing)
    likely = np.minimum(likely * expected, _MOST)
    kept = likely >= _LEAST
    unseen = Ties.of(source[kept], target[kept], belief.n)
    return replace(belief, unseen=unseen, likely=likely[kept])


def prior_scores(belief: Belief, *, seed: int) -> dict[str, float]:
    """How well each prior foretells ties that are held back: bits better than any pair alike.

    One in five of the reported ties is held back at a time; the mean over them, weighted by how
    likely they hold. Empty where there is too little to hold back or the network is too large.
    """
    if len(belief.ties) < 2 / _HELD_OUT or belief.n > LARGEST:
        return {}
    part = np.random.default_rng([seed, 3]).permutation(len(belief.ties)) % round(1 / _HELD_OUT)
    gains = dict.fromkeys(PRIORS[1:], 0.0)
    for fold in range(part.max() + 1):
        held = part == fold
        known = Belief.of(belief.ties.kept(~held), belief.chance[~held])
        source, target = _unreported(known)
        for prior in gains:
            share = np.zeros((belief.n, belief.n))
            share[source, target] = _share_out(_scores(known, prior)[source, target])
            found = share[belief.ties.source[held], belief.ties.target[held]] * source.size
            gains[prior] += float(belief.chance[held] @ np.log2(found))
    total = float(belief.chance.sum())
    return {prior: gain / total for prior, gain in gains.items()}


def best_prior(scores: dict[str, float]) -> str:
    """The prior that foretells best; none where each does worse than taking any pair alike."""
    best = max(scores, key=lambda prior: scores[prior], default="none")
    return best if scores.get(best, 0.0) > 0 else "none"


def _unreported(belief: Belief) -> tuple[Nodes, Nodes]:
    reported = np.zeros((belief.n, belief.n), dtype=np.bool_)
    reported[belief.ties.source, belief.ties.target] = True
    source, target = np.nonzero(np.triu(~reported, 1))
    return source, target


def _share_out(scores: Numbers) -> Numbers:
    """Scores as shares of one, with a little for every pair."""
    total = float(scores.sum())
    share: Numbers = np.full(scores.size, 1 / scores.size)
    return (1 - _SPREAD) * scores / total + _SPREAD * share if total > 0 else share


def _scores(belief: Belief, prior: str) -> Numbers:
    weight = np.zeros((belief.n, belief.n))
    weight[belief.ties.source, belief.ties.target] = belief.chance
    weight += weight.T
    degree = weight.sum(axis=1)
    scores: Numbers
    if prior == "adamic_adar":
        scores = (weight / np.log(2 + degree)) @ weight
    elif prior == "degrees":
        scores = np.outer(degree, degree)
    else:
        step = _DAMPED / max(float(np.linalg.eigvalsh(weight)[-1]), 1e-9)
        scores = np.linalg.inv(np.eye(belief.n) - step * weight).clip(min=0)
    return scores
