"""Where each person stands among the others: four readings of position, each a share of people.

No single centrality is best on every network: where an inquiry began at the boss, contacts tell;
where the boss keeps away, those do who stand between. So four readings with different reasons are
each turned into places within the network and averaged, without anything fitted.
"""

from dataclasses import dataclass

import numpy as np

from headwater.analysis.organisers.evidence import Codes, Evidence, Flags, Lines
from headwater.analysis.organisers.ranking.layered import Layered, layered, sums
from headwater.graph import Nodes, Numbers, Ties, betweenness, betweenness_from, degree

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
        initiative: Share of people from whom less contact goes out.
        standing: Share of people with a lower PageRank (Brin and Page 1998): ties to many, and to
            those who have few others.
        company: Share of people with a lower eigenvector centrality (Bonacich 1972): ties to those
            who are well tied themselves, as somebody has who keeps away and speaks to a few.
        brokerage: Share of people with a lower betweenness (Freeman 1977).
        shielding: How much better tied the person's contacts are than the person, 0 to 1.
        whole: Mean of initiative, standing, company and brokerage.
    """

    degree: Codes
    betweenness: Numbers
    initiative: Numbers
    standing: Numbers
    company: Numbers
    brokerage: Numbers
    shielding: Numbers
    whole: Numbers


def position(evidence: Evidence, ties: Lines, pivots: Nodes | None = None) -> Position:
    """The position of everybody; betweenness exact, or estimated from pivots."""
    degrees = degree(evidence.network(ties))
    found = layered(evidence, ties)
    between = betweenness(found.contacts) if pivots is None else betweenness_from(
        found.contacts, pivots
    )  # fmt: skip
    tied = degrees > 0
    readings = (found.given, _page_rank(found.joined), _company(found.joined), between)
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
        shielding=_shielding(found, standing),
        whole=(initiative + standing + company + brokerage) / 4,
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
    """Eigenvector centrality, largest value 1; half of each step stays, so that it settles."""
    source, target, weight = _both_ways(ties)
    value: Numbers = np.ones(ties.n)
    for _ in range(2 * _ROUNDS):
        came = sums(target, value[source] * weight, ties.n)
        most = came.max(initial=0)
        if most <= 0:
            return np.zeros(ties.n)
        new = value / 2 + came / most / 2
        new /= new.max()
        close = bool(np.max(np.abs(new - value)) < _CLOSE)
        value = new
        if close:
            break
    return value


def _shielding(found: Layered, standing: Numbers) -> Numbers:
    """Mean standing of a person's contacts above the person's own; 0 where it is below."""
    source, target, _ = _both_ways(found.contacts)
    count = np.bincount(source, minlength=standing.size)
    of_contacts = sums(source, standing[target], standing.size)
    shielding: Numbers = np.clip(of_contacts / np.maximum(1, count) - standing, 0, 1)
    return shielding
