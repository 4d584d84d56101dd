"""The signs of each person: what statements show, by how many independent groups, and places."""

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from headwater.analysis.organisers.evidence import Codes, Evidence, Flags, Lines
from headwater.analysis.organisers.ranking.layered import ROAD
from headwater.analysis.organisers.ranking.position import Position, position
from headwater.graph import Numbers

_FIRST_TENTH = 0.9
CONTROL = ("business", "command", "finance", "instruction", "meeting", "money", "payment", "supply")
"""How the layers begin in which a network is run."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of one person.

    Attributes:
        word: `stated:ROLE` with a role word of the vocabulary, or a word of `reading.SIGNS`.
        origins: Numbers of the independent groups that show it; none for a place among the others.
        statements: Ids of the statements that show it.
    """

    word: str
    origins: frozenset[int]
    statements: tuple[str, ...]

    @property
    def strength(self) -> float:
        """1 for one origin, one and a half for two, never two."""
        return 2 * (1 - 0.5 ** len(self.origins)) if self.origins else 1.0


def signs_of(evidence: Evidence) -> list[list[Sign]]:
    """For each person who may be ranked their signs, in the order of their words."""
    found: list[list[Sign]] = [[] for _ in evidence.ids]
    stated = [f"stated:{word}" for word in evidence.role_words]
    _collect(found, evidence.roles, stated)
    _collect(found, evidence.functions, evidence.function_words)
    _collect(found, _several_legs(evidence), ["several_legs"])
    place = position(evidence, evidence.ties)
    for word, holds in _places(evidence, place).items():
        for who in np.flatnonzero(holds).tolist():
            found[who].append(Sign(word, frozenset(), ()))
    return [sorted(signs, key=lambda sign: sign.word) for signs in found]


def _collect(found: list[list[Sign]], lines: Lines, words: list[str]) -> None:
    order = np.lexsort((lines.statement.astype(str), lines.other, lines.person))
    person, other = lines.person[order], lines.other[order]
    new = (np.diff(person, prepend=-1) != 0) | (np.diff(other, prepend=-1) != 0)
    for a, b in pairwise([*np.flatnonzero(new).tolist(), order.size]):
        rows = order[a:b]
        statements = tuple(dict.fromkeys(lines.statement[rows].tolist()))
        origins = frozenset(lines.group[rows].tolist())
        found[int(person[a])].append(Sign(words[int(other[a])], origins, statements))


def _several_legs(evidence: Evidence) -> Lines:
    """Lines of legs of people who ran two or more that different origins tell of."""
    words = evidence.function_words
    legs = evidence.functions.kept(
        evidence.functions.other == (words.index("runs_leg") if "runs_leg" in words else -1)
    )
    told = np.unique(np.stack([legs.person, legs.group]), axis=1)[0]
    several = np.bincount(told, minlength=len(evidence.ids)) >= 2
    lines = legs.kept(several[legs.person])
    return replace(lines, other=np.zeros(lines.person.size, dtype=np.int64))


def _places(evidence: Evidence, place: Position) -> dict[str, Flags]:
    tied = place.degree > 0
    return {
        "stands_high": tied & (place.standing >= _FIRST_TENTH),
        "stands_between": tied & (place.brokerage >= _FIRST_TENTH) & (place.betweenness > 0),
        "keeps_away": _keeps_away(evidence, place.standing),
    }


def _keeps_away(evidence: Evidence, standing: Numbers) -> Flags:
    """Tied by money, meeting or command, to people who all stand higher, and never on the road."""
    ties, words, people = evidence.ties, evidence.layer_words, len(evidence.ids)
    control, road = (
        np.array([word.startswith(kind) for word in words], dtype=np.bool_)[ties.layer]
        for kind in (CONTROL, ROAD)
    )
    not_lower = standing[ties.person] >= standing[ties.other]
    not_higher = standing[ties.person] <= standing[ties.other]
    on_leg = [word in ("pilots", "runs_leg") for word in evidence.function_words]
    moving = np.array(on_leg, dtype=np.bool_)[evidence.functions.other]
    against = (
        _either(ties, road, road),
        _either(ties, not_lower, not_higher),
        evidence.functions.person[moving],
    )
    held = np.zeros(people, dtype=np.bool_)
    held[_either(ties, control, control)] = True
    held[np.concatenate(against)] = False
    return held


def _either(ties: Lines, first: Flags, second: Flags) -> Codes:
    """People at the one end of ties where the first holds, and at the other where the second."""
    return np.concatenate([ties.person[first], ties.other[second]])
