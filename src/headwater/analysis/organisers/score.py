"""The score behind the ranking: half position among people, half evidence of an organising role."""

from dataclasses import dataclass

import numpy as np

from headwater.analysis.organisers.evidence import Codes, Evidence, Lines
from headwater.graph import Nodes, Numbers, betweenness, betweenness_from, degree

ROLE_VALUES: dict[str, float] = {
    **dict.fromkeys(("organiser", "coordinator", "hawaladar", "equipment_supplier"), 1.0),
    "financier": 1.0,
    **dict.fromkeys(("broker", "corrupt_official", "forger", "professional_enabler"), 0.5),
    **dict.fromkeys(("recruiter", "transporter", "safe_house_keeper", "enforcer"), 0.5),
}
"""How far a role decides about money, places, equipment or several legs; other roles do not.

A declared reading: 1 hard to replace, 0.5 medium. Drivers, guides, pilots, lookouts and small hands
count for nothing here, because they are seen most and decide least.
"""


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """The parts and the whole, one value for each person who may be ranked.

    Attributes:
        degree: Number of others the person is tied to.
        betweenness: Share of shortest paths between others that run through the person.
        position: Mean of the shares of other people with lower degree and lower betweenness.
        role: Strongest role evidence, 0 to 1.
        best_role: Number of the role that gives it, -1 where there is none.
        role_groups: Independent groups behind that role.
        score: Mean of position and role.
    """

    degree: Codes
    betweenness: Numbers
    position: Numbers
    role: Numbers
    best_role: Codes
    role_groups: Codes
    score: Numbers


def score_people(
    evidence: Evidence, ties: Lines, roles: Lines, pivots: Nodes | None = None
) -> Scores:
    """Score everybody on these ties and roles; betweenness exact, or estimated from pivots.

    Role evidence is the value of the role times 1 - 2^-g, where g counts the independent groups
    that state it: one group gives half of the value, two three quarters, never the whole.
    """
    network = evidence.network(ties)
    degrees = degree(network)
    between = betweenness(network) if pivots is None else betweenness_from(network, pivots)
    position = (_share_below(degrees) + _share_below(between)) / 2
    role, best, groups = _role_evidence(evidence, roles)
    score = np.round((position + role) / 2, 6)
    return Scores(degrees, between, position, role, best, groups, score)


def rank_of(score: Numbers) -> tuple[Codes, Codes]:
    """The first and last place that each person can hold, where equal scores share places."""
    falling = np.sort(-score)
    first = np.searchsorted(falling, -score, side="left") + 1
    last = np.searchsorted(falling, -score, side="right")
    return first.astype(np.int64), last.astype(np.int64)


def _share_below(values: Codes | Numbers) -> Numbers:
    below = np.searchsorted(np.sort(values), values, side="left")
    share: Numbers = below / max(1, values.size - 1)
    return share


def _role_evidence(evidence: Evidence, roles: Lines) -> tuple[Numbers, Codes, Codes]:
    people, words = len(evidence.ids), len(evidence.role_words)
    counts = np.zeros((people, words + 1), dtype=np.int64)
    stated = np.stack([roles.person, roles.other, roles.group])
    distinct = np.unique(stated, axis=1)
    np.add.at(counts, (distinct[0], distinct[1]), 1)
    value = np.array([*(ROLE_VALUES.get(word, 0.0) for word in evidence.role_words), 0.0])
    strength = value * (1 - 0.5**counts)
    # A role that decides nothing is still shown where the person has no other.
    best = np.argmax(strength + 1e-9 * (counts > 0), axis=1)
    row = np.arange(people)
    groups = counts[row, best]
    return strength[row, best], np.where(groups > 0, best, -1), groups
