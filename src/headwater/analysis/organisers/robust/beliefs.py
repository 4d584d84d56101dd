"""From graded lines to a belief about ties, and to the scenarios that are told apart."""

from dataclasses import dataclass

import numpy as np

from headwater.analysis.organisers.evidence import Codes, Evidence, Flags, Lines
from headwater.graph import Numbers, Ties
from headwater.graph.worlds import Belief, with_unseen

_ORIGINS = 8  # groups of reports, the largest, each of which may be wrong throughout
_FEW = 2  # lines that a group must have to be a scenario of its own


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """How the lines are read.

    Attributes:
        evidence: The people.
        ties: Their ties, line by line.
        chance: Probability that each line is right.
        prior: How likely a pair that no line states is tied (`headwater.graph.worlds.PRIORS`).
        missing: Share of the true ties that no line states.
    """

    evidence: Evidence
    ties: Lines
    chance: Numbers
    prior: str
    missing: float

    def belief(self, chance: Numbers | None = None) -> Belief:
        """What is believed of each pair.

        Lines of one independent group stand or fall together, the likeliest counts; a pair that
        several groups state holds as soon as one of them is right.

        Args:
            chance: Of each line, in place of the reading's.
        """
        given = self.chance if chance is None else chance
        n = len(self.evidence.ids)
        low = np.minimum(self.ties.person, self.ties.other)
        high = np.maximum(self.ties.person, self.ties.other)
        order = np.lexsort((-given, self.ties.group, high, low))
        keys = np.stack([low, high, self.ties.group])[:, order]
        new = np.ones(order.size, dtype=np.bool_)
        new[1:] = np.any(keys[:, 1:] != keys[:, :-1], axis=0)
        best = order[new]
        belief = Belief.of(Ties.of(low[best], high[best], n), given[best])
        return with_unseen(belief, self.prior, self.missing)

    def if_item(self, unit: int, *, right: bool) -> Belief:
        """The belief once it is known whether what this item states is right."""
        return self.belief(np.where(self.ties.unit == unit, float(right), self.chance))

    def dropped(self, mask: Flags) -> "Reading":
        """The reading without these lines."""
        kept = ~mask
        return Reading(
            self.evidence, self.ties.kept(kept), self.chance[kept], self.prior, self.missing
        )


def scenarios(reading: Reading, two_people: Codes, seed: int) -> dict[str, Belief]:
    """Beliefs under each named scenario, the plain one first; one node more than there are people.

    The further node has no tie, except where a person is really two: half of the ties are then
    somebody else's, whom nobody has told apart and nobody can choose.
    """
    told = {"as graded": _wider(reading.belief())}
    groups, lines = np.unique(reading.ties.group, return_counts=True)
    order = np.lexsort((groups, -lines))
    for group in groups[order[lines[order] >= _FEW]][:_ORIGINS].tolist():
        if lines.size > 1:
            wrong = np.where(reading.ties.group == group, 0.0, reading.chance)
            told[_origin(reading, group)] = _wider(reading.belief(wrong))
    for person in two_people.tolist():
        name = f"{reading.evidence.ids[person]} is two people"
        told[name] = _split(_wider(reading.belief()), person, seed)
    return told


def _origin(reading: Reading, group: int) -> str:
    """A name for the scenario that all of a group is wrong: by the first of its items."""
    first = min(reading.ties.statement[reading.ties.group == group].tolist())
    return f"the origin of {first.rpartition('.')[0]} is wrong throughout"


def _wider(belief: Belief) -> Belief:
    n = belief.n + 1
    ties, unseen = (Ties.of(t.source, t.target, n) for t in (belief.ties, belief.unseen))
    return Belief(ties, belief.chance, unseen, belief.likely)


def _split(belief: Belief, person: int, seed: int) -> Belief:
    """Half of the person's reported ties go to the last node."""
    rng = np.random.default_rng([seed, person])
    ends = [belief.ties.source.copy(), belief.ties.target.copy()]
    touching = np.flatnonzero((ends[0] == person) | (ends[1] == person))
    moved = rng.permutation(touching)[: touching.size // 2]
    for end in ends:
        end[moved[end[moved] == person]] = belief.n - 1
    ties = Ties.of(ends[0], ends[1], belief.n)
    return Belief(ties, belief.chance, belief.unseen, belief.likely)
