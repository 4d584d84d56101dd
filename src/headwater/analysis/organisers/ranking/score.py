"""The score behind the ranking: what somebody is shown to do, and position among people."""

from dataclasses import dataclass

import numpy as np

from headwater.analysis.organisers.evidence import Codes, Evidence, Flags, Lines
from headwater.analysis.organisers.ranking.position import Position, position
from headwater.graph import Nodes, Numbers

ROLE_VALUES: dict[str, float] = {
    **dict.fromkeys(("organiser", "coordinator"), 1.0),
    **dict.fromkeys(("equipment_supplier", "financier", "hawaladar"), 0.6),
    **dict.fromkeys(("broker", "corrupt_official", "professional_enabler"), 0.3),
    **dict.fromkeys(("forger", "recruiter", "transporter"), 0.2),
    **dict.fromkeys(("enforcer", "safe_house_keeper"), 0.1),
}
"""How far a role decides about money, places, equipment or several legs; other roles do not.

A declared reading. Drivers, guides, pilots, lookouts and small hands count for nothing here,
because they are seen most and decide least.
"""

FUNCTION_VALUES: dict[str, float] = {
    "instructs": 1.0,
    "instructed": 0.5,
    **dict.fromkeys(("gets_equipment", "pays", "sends_equipment"), 0.3),
    "is_paid": 0.1,
    **dict.fromkeys(("pilots", "runs_leg"), 0.0),
}
"""The same for what statements show somebody to do, without calling it a role.

Running legs and steering are done on the road. What is not named here says neither.
"""

PARTS = (
    *("initiative", "standing", "reach", "brokerage"),
    *("organising", "other_part"),
)
"""The parts of the score, in the order of its weights."""

WEIGHTS: Numbers = np.array([1.25, 1.25, 1.25, 1.25, 6.0, -4.0])
"""Logits of each part in whole: position counts five, all evidence of organising six.

The four readings of position are equal on purpose: nothing is fitted to a network.
"""

_MIDDLE = 2.5  # logits of somebody in the middle of all positions


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """The parts and the whole, one value for each person who may be ranked.

    Attributes:
        position: Where they stand among the others.
        parts: The `PARTS`, one column each, all 0 to 1: four of position, evidence of organising
            roles and functions, and evidence of a part that decides little.
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
    named = np.array([word in FUNCTION_VALUES for word in evidence.function_words], dtype=np.bool_)
    organising = 1 - np.prod(1 - stated * value, axis=1) * np.prod(1 - shown * does, axis=1)
    lesser = np.column_stack([stated * (1 - value), shown * (1 - does) * named])
    other_part = np.max(lesser, axis=1, initial=0)
    other_part *= np.prod(1 - np.where(value == 1, stated, 0), axis=1)
    shares = [getattr(place, name) for name in PARTS[:-2]]
    parts = np.column_stack([*shares, organising, other_part])
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
