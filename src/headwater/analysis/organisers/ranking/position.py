"""Where each person stands among the others: four readings of position, each a share of people.

No single centrality is best on every network: where an inquiry began at the boss, contacts tell;
where the boss keeps away, those do who stand between. So four readings with different reasons are
each turned into places within the network and averaged, without anything fitted.
"""

from dataclasses import dataclass

import numpy as np

from headwater.analysis.organisers.evidence import Codes, Evidence, Flags, Lines
from headwater.analysis.organisers.ranking.layered import layered, sums
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
        initiative: Share of people from whom fewer ties run.
        standing: Share of people with a lower PageRank (Brin and Page 1998): ties to many, and to
            those who have few others.
        company: Share of people whose contacts have fewer contacts, summed: walks of two steps
            (Katz 1953, cut short, so that a large group does not take it all).
        brokerage: Share of people with a lower betweenness (Freeman 1977).
        whole: Mean of the four.
        shielding: Mean standing of the person's contacts above the person's own, 0 where it is
            below. A boss who speaks to a few, well tied people looks so (Agreste and others 2016);
            so does everybody at the edge, so that it is shown and counts for nothing.
    """

    degree: Codes
    betweenness: Numbers
    initiative: Numbers
    standing: Numbers
    company: Numbers
    brokerage: Numbers
    whole: Numbers
    shielding: Numbers


def position(evidence: Evidence, ties: Lines, pivots: Nodes | None = None) -> Position:
    """The position of everybody; betweenness exact, or estimated from pivots.

    Where none are given and people times pairs are more than `MOST_EXACT`, it is estimated from
    `MANY_PIVOTS` people drawn once for all.
    """
    degrees = degree(evidence.network(ties))
    found, people = layered(evidence, ties), len(evidence.ids)
    if pivots is None and len(found.contacts) * people > MOST_EXACT:
        pivots = np.random.default_rng(_PIVOT_SEED).choice(people, MANY_PIVOTS, replace=False)
    between = (
        betweenness(found.contacts) if pivots is None else betweenness_from(found.contacts, pivots)
    )
    tied = degrees > 0
    readings = (
        found.given,
        _page_rank(found.joined),
        _company(found.joined),
        between,
    )
    initiative, standing, company, brokerage = (
        share_of_others(values, tied) for values in readings
    )
    return Position(
        degree=degrees,
        betweenness=between,
        initiative=initiative,
        standing=standing,
        company=company,
        brokerage=brokerage,
        whole=(initiative + standing + company + brokerage) / 4,
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


def _company(ties: Ties) -> Numbers:
    """Contacts of contacts: for each person the sum over contacts of how tied they are."""
    source, target, weight = _both_ways(ties)
    tied = sums(source, weight, ties.n)
    return sums(source, weight * tied[target], ties.n)


def _shielding(ties: Ties, standing: Numbers) -> Numbers:
    source, target, _ = _both_ways(ties)
    count = np.maximum(1, np.bincount(source, minlength=ties.n))
    shielding: Numbers = np.maximum(0, sums(source, standing[target], ties.n) / count - standing)
    return shielding
