"""The score behind the ranking: what somebody is shown to do, and position among people."""

from dataclasses import dataclass

import numpy as np

from headwater.analysis.organisers.evidence import Codes, Evidence, Flags, Lines
from headwater.analysis.organisers.ranking.position import Position, position
from headwater.graph import Nodes, Numbers

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

FUNCTION_VALUES: dict[str, float] = {
    "instructs": 1.0,
    **dict.fromkeys(("gets_equipment", "is_paid", "pays", "sends_equipment"), 0.5),
    **dict.fromkeys(("advertises", "called_before_launch"), 0.25),
}
"""The same for what statements show somebody to do, without calling it a role.

Running legs, steering and owning a vehicle count for nothing: they are done on the road.
"""

PARTS = ("initiative", "standing", "company", "brokerage", "organising", "road")
"""The parts of the score, in the order of its weights."""

WEIGHTS: Numbers = np.array([1.0, 1.0, 1.0, 1.0, 6.0, -3.0])
"""Logits of each part in whole: position counts four, all evidence of organising six.

The four readings of position are equal on purpose: nothing is fitted to a network.
"""

_MIDDLE = 2.0  # logits of somebody in the middle of all positions


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """The parts and the whole, one value for each person who may be ranked.

    Attributes:
        position: Where they stand among the others.
        parts: The `PARTS`, one column each, all 0 to 1: four of position, evidence of organising
            roles and functions, and evidence of the road where there is none of organising.
        best_role: Number of the stated role with the strongest evidence, -1 where there is none.
        role_groups: Independent groups behind that role.
        known: Whether anything is known of them that counts: a tie, a role or a function.
        score: The whole, 0 to 1; 0 for those of whom nothing is known.
    """

    position: Position
    parts: Numbers
    best_role: Codes
    role_groups: Codes
    known: Flags
    score: Numbers


def score_people(
    evidence: Evidence,
    lines: tuple[Lines, Lines, Lines],
    weights: Numbers = WEIGHTS,
    pivots: Nodes | None = None,
) -> Scores:
    """Score everybody on these ties, roles and functions.

    A role or function counts its value times 1 - 2^-g, where g counts the independent groups that
    state it: one group gives half of the value, two three quarters, never the whole. Several join
    as independent evidence does, 1 - (1 - a)(1 - b).

    Args:
        evidence: Of whom, and with which words.
        lines: The ties, roles and functions to score on.
        weights: Logits of the `PARTS`.
        pivots: People from whom betweenness is estimated; exact where none are given.
    """
    people = np.arange(len(evidence.ids))
    place = position(evidence, lines[0], pivots)
    stated, groups = strengths(lines[1], people.size, len(evidence.role_words))
    shown, _ = strengths(lines[2], people.size, len(evidence.function_words))
    value = np.array([ROLE_VALUES.get(word, 0.0) for word in evidence.role_words])
    does = np.array([FUNCTION_VALUES.get(word, 0.0) for word in evidence.function_words])
    organising = 1 - np.prod(1 - stated * value, axis=1) * np.prod(1 - shown * does, axis=1)
    on_road = np.max(np.where(value == 0, stated, 0), axis=1, initial=0)
    road = np.where(organising > 0, 0, on_road)
    parts = np.column_stack(
        [place.initiative, place.standing, place.company, place.brokerage, organising, road]
    )
    known = (place.degree > 0) | (stated > 0).any(axis=1) | (shown > 0).any(axis=1)
    score = np.where(known, np.round(1 / (1 + np.exp(_MIDDLE - parts @ weights)), 6), 0.0)
    # A role that decides nothing is still shown where the person has no other.
    order = np.column_stack([stated * value + 1e-9 * (stated > 0), np.zeros(people.size)])
    best = np.argmax(order, axis=1)
    best = np.where(order[people, best] > 0, best, -1)
    return Scores(place, parts, best, groups[people, best], known, score)


def strengths(lines: Lines, people: int, words: int) -> tuple[Numbers, Codes]:
    """For each person and word 1 - 2^-g, and g: the independent groups that state it.

    The second has one column more than there are words, which is empty.
    """
    count = np.zeros((people, words + 1), dtype=np.int64)
    distinct = np.unique(np.stack([lines.person, lines.other, lines.group]), axis=1)
    np.add.at(count, (distinct[0], distinct[1]), 1)
    strength: Numbers = 1 - 0.5 ** count[:, :words].astype(np.float64)
    return strength, count


def rank_of(score: Numbers) -> tuple[Codes, Codes]:
    """The first and last place that each person can hold, where equal scores share places."""
    falling = np.sort(-score)
    first = np.searchsorted(falling, -score, side="left") + 1
    last = np.searchsorted(falling, -score, side="right")
    return first.astype(np.int64), last.astype(np.int64)
