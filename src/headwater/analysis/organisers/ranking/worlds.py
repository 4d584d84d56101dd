"""Plausible worlds: how far a place would move if the picture were another one that could be."""

from dataclasses import dataclass, replace

import numpy as np

from headwater.analysis.organisers.evidence import Codes, Evidence, Flags, Lines, joined
from headwater.analysis.organisers.ranking.score import (
    ROLE_VALUES,
    WEIGHTS,
    rank_of,
    score_people,
)
from headwater.graph import Numbers

FIRST = 5
"""How many places count as the first ones."""

PIVOTS = 64
"""People from whom betweenness is estimated in a world; with no more than these it is exact."""

MOST_TIES = 10_000_000
"""Ties of all worlds together; of a large network no more worlds are drawn than these make."""

INTERVAL = (0.05, 0.95)
"""The share of worlds below the lower and above the upper end of an interval of ranks."""

WEAK_HOLDS = (0.25, 0.5, 0.75)
"""Readings of the grades, one drawn for each world: how often what has a weak grade holds."""

UNSEEN = 0.15
"""Ties that nobody has reported, as a share of all ties (a declared reading)."""

UNTOLD = 0.9
"""Share of the people of whom no role is told who hold one all the same (a declared reading)."""

_UNSEEN_ABOVE = 4.0  # who decides about everything is told of so much less often than who does not
_LEAN = 3.0  # logits by which somebody in the first place rather decides than one in the last

_SURE = 3  # independent groups that state a role in a world: in it the role is as good as known


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


def worlds_within(ties: int, asked: int, most: int = MOST_TIES) -> int:
    """How many of the worlds asked for are drawn of a network of so many ties; one or more."""
    return max(1, min(asked, most // max(1, ties)))


def spread_of(
    evidence: Evidence, whole: Numbers, worlds: int, seed: int, weights: Numbers = WEIGHTS
) -> Spread:
    """Rank everybody in many worlds made from the evidence; `whole` is everybody's position.

    A world is a bootstrap sample of the items (Efron 1979): as many items as there are, drawn with
    replacement; what was not drawn is not known in it. Lines with a weak grade hold as often as the
    reading of grades drawn for the world says. Ties that nobody reported are added, half of them
    between people who share a contact. Betweenness comes from `PIVOTS` people drawn for each world.
    The same seed gives the same worlds.
    """
    rng = np.random.default_rng(seed)
    people = len(evidence.ids)
    best, worst = (np.empty((worlds, people), dtype=np.int64) for _ in range(2))
    inside = np.zeros(people)
    for world in range(worlds):
        holds = _held(evidence, rng)
        ties, roles, functions = (
            lines.kept(holds[0][lines.unit] & (~lines.weak | holds[1][lines.unit]))
            for lines in (evidence.ties, evidence.roles, evidence.functions)
        )
        pivots = rng.choice(people, min(people, PIVOTS), replace=False)
        lines = (_with_unseen(ties, rng), _with_untold(evidence, roles, whole, rng), functions)
        scores = score_people(evidence, lines, weights, pivots)
        best[world], worst[world] = rank_of(scores.score)
        share = np.clip((FIRST - best[world] + 1) / (worst[world] - best[world] + 1), 0, 1)
        inside += np.where(scores.known, share, 0)
    return Spread(
        low=np.quantile(best, INTERVAL[0], axis=0, method="lower").astype(np.int64),
        high=np.quantile(worst, INTERVAL[1], axis=0, method="higher").astype(np.int64),
        p_first=inside / max(1, worlds),
    )


def _held(evidence: Evidence, rng: np.random.Generator) -> tuple[Flags, Flags]:
    """For each item whether it is known in a world, and whether it holds if its grade is weak."""
    drawn = np.zeros(evidence.units, dtype=np.bool_)
    if evidence.units:
        drawn[rng.integers(0, evidence.units, evidence.units)] = True
    return drawn, rng.random(evidence.units) < rng.choice(WEAK_HOLDS)


def _with_unseen(ties: Lines, rng: np.random.Generator) -> Lines:
    """The ties with some that nobody reported.

    Half close a path of two ties (triadic closure; Granovetter 1973), half join two ends of ties
    drawn at random, so that people with more ties get more of them.
    """
    count = round(ties.person.size * UNSEEN / (1 - UNSEEN))
    if not count:
        return ties
    near, far = _friends_of_friends(ties, count - count // 2, rng), count // 2
    ends = np.concatenate([ties.person, ties.other])
    source = np.concatenate([near[0], rng.choice(ends, far)])
    target = np.concatenate([near[1], rng.choice(ends, far)])
    like = rng.integers(0, ties.person.size, source.size)
    added = replace(
        ties.kept(like), person=source, other=target,
        fact=ties.fact.max() + 1 + np.arange(source.size),
    )  # fmt: skip
    return joined(ties, added.kept(source != target))


def _with_untold(
    evidence: Evidence, roles: Lines, whole: Numbers, rng: np.random.Generator
) -> Lines:
    """The roles with those that nobody has told; where no role is told of anybody, none is drawn.

    Each is drawn as often as it is told of others, roles that decide more often than that: who is
    on the road is seen, who decides keeps away. Who stands high rather holds one that decides.
    """
    if not roles.person.size:
        return roles
    told = np.unique(np.stack([roles.person, roles.other]), axis=1, return_index=True)[1]
    silent = np.setdiff1d(np.arange(len(evidence.ids)), roles.person)
    silent = silent[rng.random(silent.size) < UNTOLD]
    like = told[_drawn(_likely(evidence, roles.other[told], whole[silent]), rng)]
    drawn = replace(roles.kept(like), person=silent)
    sure = joined(roles.kept(told), drawn)
    last = int(roles.group.max())
    for copy in range(1, _SURE):
        again = replace(sure, group=last + copy + _SURE * np.arange(sure.person.size))
        roles = joined(roles, again)
    return joined(roles, drawn)


def _likely(evidence: Evidence, told: Codes, whole: Numbers) -> tuple[Numbers, Codes]:
    """For each of these people how likely each role that is told is, and one telling of each."""
    roles, at, count = np.unique(told, return_index=True, return_counts=True)
    value = np.array([ROLE_VALUES.get(evidence.role_words[role], 0.0) for role in roles.tolist()])
    lean = np.exp(_LEAN * np.outer(whole - 0.5, value))
    return count * (1 + _UNSEEN_ABOVE * value) * lean, at


def _drawn(likely: tuple[Numbers, Codes], rng: np.random.Generator) -> Codes:
    """For each row one of the numbers, as likely as said."""
    upto = np.cumsum(likely[0], axis=1)
    drawn: Codes = likely[1][(upto < rng.random((upto.shape[0], 1)) * upto[:, -1:]).sum(axis=1)]
    return drawn


def _friends_of_friends(ties: Lines, count: int, rng: np.random.Generator) -> tuple[Codes, Codes]:
    """Two people who share a contact, so many times."""
    start = np.concatenate([ties.person, ties.other])
    end = np.concatenate([ties.other, ties.person])
    order = np.argsort(start, kind="stable")
    first = np.searchsorted(start[order], np.arange(int(start.max()) + 2))
    one = rng.integers(0, start.size, count)
    middle = end[one]
    which = first[middle] + (rng.random(count) * (first[middle + 1] - first[middle])).astype(int)
    return start[one], end[order][which]
