"""Where each person stands among the others: four readings of position, each a share of people.

No single centrality is best on every network: where an inquiry began at the boss, contacts tell;
where the boss keeps away, those do who stand between, or who reach many through few. So readings
with different reasons are each turned into places within the network and averaged, without anything
fitted.
"""

from dataclasses import dataclass

import numpy as np

from headwater.analysis.organisers.evidence import Codes, Evidence, Flags, Lines
from headwater.analysis.organisers.ranking.layered import layered, sums
from headwater.analysis.organisers.ranking.reach import reach
from headwater.graph import Nodes, Numbers, Ties, betweenness, betweenness_from, degree

MOST_EXACT = 200_000_000
"""People times pairs up to which betweenness is exact."""

MANY_PIVOTS = 256
"""People from whom it is estimated beyond that (Brandes and Pich 2007)."""

_PIVOT_SEED = 20_007
_DAMPING = 0.85
_ROUNDS = 60
_CLOSE = 1e-10
_DECIMALS = 9  # two people in the same position are equal


@dataclass(frozen=True, slots=True, eq=False)
class Position:
    """One value for each person who may be ranked; shares are 0 to 1, 0 for people without a tie.

    Attributes:
        degree: Number of others the person is tied to, in any layer.
        betweenness: Share of shortest paths between others, over contacts, that run through them.
        initiative: Share of people from whom fewer ties run; where no layer has a direction, the
            mean of the other three, so that it says nothing.
        directed: Whether a layer has one.
        standing: Share of people with a lower PageRank (Brin and Page 1998): ties to many, and to
            those who have few others.
        reach: Share of people who reach fewer others within two steps (Borgatti 2006).
        brokerage: Share of people with a lower betweenness (Freeman 1977).
        whole: Mean of the four.
        shielding: Mean standing of the person's contacts above the person's own, 0 where it is
            below. A boss who speaks to a few, well tied people looks so (Agreste and others 2016);
            so does everybody at the edge, so that it is shown and counts for nothing.
    """

    degree: Codes
    betweenness: Numbers
    initiative: Numbers
    directed: bool
    standing: Numbers
    reach: Numbers
    brokerage: Numbers
    whole: Numbers
    shielding: Numbers


def position(evidence: Evidence, ties: Lines, pivots: Nodes | None = None) -> Position:
    """The position of everybody; betweenness and reach exact, or estimated where pivots are given.

    Where none are given and people times pairs are more than `MOST_EXACT`, both are estimated,
    betweenness from `MANY_PIVOTS` people drawn once for all.
    """
    degrees = degree(evidence.network(ties))
    found, people = layered(evidence, ties), len(evidence.ids)
    exact = pivots is None and len(found.contacts) * people <= MOST_EXACT
    if pivots is None and not exact:
        pivots = np.random.default_rng(_PIVOT_SEED).choice(people, MANY_PIVOTS, replace=False)
    between = (
        betweenness(found.contacts) if pivots is None else betweenness_from(found.contacts, pivots)
    )
    tied = degrees > 0
    standing, reached, brokerage = (
        share_of_others(values, tied)
        for values in (_page_rank(found.joined), reach(found.contacts, exact=exact), between)
    )
    initiative = (standing + reached + brokerage) / 3
    if found.directed:
        initiative = share_of_others(found.given, tied)
    return Position(
        degree=degrees,
        betweenness=between,
        initiative=initiative,
        directed=found.directed,
        standing=standing,
        reach=reached,
        brokerage=brokerage,
        whole=(initiative + standing + reached + brokerage) / 4,
        shielding=_shielding(found.joined, standing),
    )


def share_of_others(values: Numbers, among: Flags) -> Numbers:
    """For each of these people the share of the others with less, half of those with the same."""
    share = np.zeros(values.size)
    one = np.round(values[among], _DECIMALS)
    ordered = np.sort(one)
    below = np.searchsorted(ordered, one, side="left")
    upto = np.searchsorted(ordered, one, side="right")
    share[among] = (below + upto - 1) / 2 / max(1, one.size - 1)
    return share


def _both_ways(ties: Ties) -> tuple[Nodes, Nodes, Numbers]:
    return (
        np.concatenate([ties.source, ties.target]),
        np.concatenate([ties.target, ties.source]),
        np.concatenate([ties.weight, ties.weight]),
    )


def _page_rank(ties: Ties) -> Numbers:
    """How often somebody who walks along ties is met, times the number of people."""
    source, target, weight = _both_ways(ties)
    out = sums(source, weight, ties.n)
    share = weight / np.where(out > 0, out, 1)[source]
    rank: Numbers = np.ones(ties.n)
    lost = out <= 0
    for _ in range(_ROUNDS):
        passed = sums(target, rank[source] * share, ties.n)
        passed += rank[lost].sum() / max(1, ties.n)
        new = 1 - _DAMPING + _DAMPING * passed
        close = bool(np.max(np.abs(new - rank), initial=0) < _CLOSE)
        rank = new
        if close:
            break
    return rank


def _shielding(ties: Ties, standing: Numbers) -> Numbers:
    source, target, _ = _both_ways(ties)
    count = np.maximum(1, np.bincount(source, minlength=ties.n))
    shielding: Numbers = np.maximum(0, sums(source, standing[target], ties.n) / count - standing)
    return shielding
