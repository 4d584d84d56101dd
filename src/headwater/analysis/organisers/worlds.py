"""Plausible worlds: how far a rank would move if other items had come in."""

from dataclasses import dataclass

import numpy as np

from headwater.analysis.organisers.evidence import Codes, Evidence
from headwater.analysis.organisers.score import rank_of, score_people
from headwater.graph import Numbers

FIRST = 5
"""How many places count as the first ones."""

PIVOTS = 64
"""People from whom betweenness is estimated in a world; with no more than these it is exact."""

_INTERVAL = (0.05, 0.95)


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """How each person's rank varies over the worlds.

    Attributes:
        low: Best rank, leaving out the best 5% of worlds.
        high: Worst rank, leaving out the worst 5%.
        p_first: Share of worlds in which the person is among the first five; where several share
            the last of these places, each has their share of it.
    """

    low: Codes
    high: Codes
    p_first: Numbers


def spread_of(evidence: Evidence, worlds: int, seed: int) -> Spread:
    """Rank everybody in many worlds made from the evidence.

    A world is a bootstrap sample of the items (Efron 1979): as many items as there are, drawn with
    replacement; what was not drawn is not known in it. Lines with a weak grade hold in half of the
    worlds that know them. Betweenness comes from `PIVOTS` people drawn for each world. The same
    seed gives the same worlds.
    """
    rng = np.random.default_rng(seed)
    people = len(evidence.ids)
    best, worst = (np.empty((worlds, people), dtype=np.int64) for _ in range(2))
    for world in range(worlds):
        drawn = np.zeros(evidence.units, dtype=np.bool_)
        if evidence.units:
            drawn[rng.integers(0, evidence.units, evidence.units)] = True
        believed = rng.random(evidence.units) < 0.5
        ties, roles = (
            lines.kept(drawn[lines.unit] & (~lines.weak | believed[lines.unit]))
            for lines in (evidence.ties, evidence.roles)
        )
        pivots = rng.choice(people, min(people, PIVOTS), replace=False)
        scores = score_people(evidence, ties, roles, pivots)
        best[world], worst[world] = rank_of(scores.score)
    inside = np.clip((FIRST - best + 1) / (worst - best + 1), 0, 1)
    return Spread(
        low=np.quantile(best, _INTERVAL[0], axis=0, method="lower").astype(np.int64),
        high=np.quantile(worst, _INTERVAL[1], axis=0, method="higher").astype(np.int64),
        p_first=inside.mean(axis=0),
    )
