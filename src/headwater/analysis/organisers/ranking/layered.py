"""The layers of ties, each weighed by itself and joined late.

A tie that comes of membership says less than a contact between two people: in a layer that was made
from memberships (one camp, one firm, one flat) everybody of a group is tied to everybody, so that a
large group makes all of its members look important. Such a layer is known by its twins: people with
exactly the same ties. Its ties count one over the size of the group (Newman 2001).
"""

from dataclasses import dataclass

import numpy as np

from headwater.analysis.organisers.evidence import Codes, Evidence, Flags, Lines
from headwater.graph import Nodes, Numbers, Ties

ROAD = ("co_travel", "crossing", "logistic", "operation", "sighting", "training", "transport")
"""How the layers of the road begin: doing the work together. Organisers keep away from it."""

_TWINS = 0.5  # share of twins from which a layer counts as made of memberships
_BOTH_WAYS = 0.05  # share of pairs tied both ways from which the direction of a layer is read
_MIXING_SEED = 20_011  # of the numbers that stand for people when twins are looked for


def sums(at: Nodes, values: Numbers, size: int) -> Numbers:
    """Sum of the values at each number below `size`."""
    return np.bincount(at, weights=values, minlength=size).astype(np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class Layered:
    """The ties of all layers joined; the arrays cannot be written to.

    Attributes:
        joined: Every pair once, one for each layer that ties it, divided by the size of the group
            in a layer of memberships. How often two people were seen together is left out: it says
            how closely they were watched, and how busy they are on the road.
        contacts: The pairs tied by more than membership; all pairs where there is no such pair.
        given: For each person how many ties run from them; where a layer has no direction, how
            many they have. Ties of membership count as in `joined`.
        directed: Whether any layer has a direction that means something.
        memberships: For each layer whether it is made of memberships.
        road: For each layer whether it is one of the road, and left aside because others are there.
    """

    joined: Ties
    contacts: Ties
    given: Numbers
    directed: bool
    memberships: Flags
    road: Flags


def layered(evidence: Evidence, ties: Lines) -> Layered:
    """Join the layers of these ties; grows with ties times their logarithm."""
    people, layers = len(evidence.ids), len(evidence.layer_words)
    road = np.array([word.startswith(ROAD) for word in evidence.layer_words], dtype=np.bool_)
    aside = road[ties.layer]
    if aside.all():
        road, aside = np.zeros_like(road), np.zeros_like(aside)
    pairs = _Pairs.of(ties.kept(~aside), people)
    joint = pairs.memberships(layers)
    size = np.where(joint[pairs.layer], pairs.group_size(), 1)
    contact = ~joint[pairs.layer]
    if not contact.any():
        contact = np.ones_like(contact)
    return Layered(
        joined=Ties.of(pairs.low, pairs.high, people, 1 / size).undirected(),
        contacts=Ties.of(pairs.low[contact], pairs.high[contact], people).undirected(),
        given=pairs.given(layers, size),
        directed=bool(pairs.directed(layers).any()),
        memberships=joint,
        road=road,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Pairs:
    """Each pair of people once a layer, with the weight from the lower to the higher and back."""

    people: int
    layer: Codes
    low: Nodes
    high: Nodes
    there: Numbers
    back: Numbers

    @classmethod
    def of(cls, ties: Lines, people: int) -> "_Pairs":
        _, first = np.unique(ties.fact, return_index=True)
        source, target, weight = ties.person[first], ties.other[first], ties.weight[first]
        layer, directed = ties.layer[first], ties.directed[first]
        low, high = np.minimum(source, target), np.maximum(source, target)
        key = (layer * people + low) * people + high
        pairs, at = np.unique(key, return_inverse=True)
        half = np.where(directed, weight, weight / 2)
        other = weight - half
        there, back = (
            sums(at, np.where(source == start, half, other), pairs.size) for start in (low, high)
        )
        rest, higher = np.divmod(pairs, max(1, people))
        among, lower = np.divmod(rest, max(1, people))
        return cls(people, among, lower, higher, there, back)

    def given(self, layers: int, size: Numbers) -> Numbers:
        """How many ties run from each person, each over the size of its group."""
        either = ~self.directed(layers)[self.layer]
        found = np.zeros(self.people)
        for end, out in ((self.low, self.there), (self.high, self.back)):
            found += sums(end, (either | (out > 0)) / size, self.people)
        return found

    def directed(self, layers: int) -> Flags:
        """For each layer whether direction means something: some pairs are tied both ways, not all.

        A list of undirected ties names each pair once, in an order that means nothing.
        """
        both = (self.there > 0) & (self.back > 0)
        share = sums(self.layer, both.astype(np.float64), layers)
        share /= np.maximum(1, np.bincount(self.layer, minlength=layers))
        means: Flags = (share >= _BOTH_WAYS) & (share < 1)
        return means

    def _ends(self) -> tuple[Codes, Codes]:
        """Number of the person in the layer, for the lower and the higher end of each pair."""
        ends = np.concatenate([self.layer, self.layer]) * self.people
        ends += np.concatenate([self.low, self.high])
        _, at = np.unique(ends, return_inverse=True)
        half = self.low.size
        return at[:half], at[half:]

    def group_size(self) -> Numbers:
        """For each pair how many others the group has that ties it: the smaller circle of the two.

        Exact where one of the two belongs to one group only.
        """
        low, high = self._ends()
        circle = np.bincount(np.concatenate([low, high]))
        smaller: Numbers = np.minimum(circle[low], circle[high]).astype(np.float64)
        return smaller

    def memberships(self, layers: int) -> Flags:
        """For each layer whether at least half of its people share all their ties with another."""
        marks = np.random.default_rng(_MIXING_SEED).integers(0, 2**62, self.people, dtype=np.uint64)
        low, high = self._ends()
        at = np.concatenate([low, high])
        ends = np.concatenate([self.low, self.high])
        facing = np.concatenate([self.high, self.low])
        count = int(at.max()) + 1 if at.size else 0
        circle = np.zeros(count, dtype=np.uint64)
        np.add.at(circle, at, marks[facing])
        own = np.zeros(count, dtype=np.uint64)
        own[at] = marks[ends]
        layer = np.zeros(count, dtype=np.int64)
        layer[at] = np.concatenate([self.layer, self.layer])
        _, same, times = np.unique(
            np.stack([layer.astype(np.uint64), circle + own]),
            axis=1, return_inverse=True, return_counts=True,
        )  # fmt: skip
        # Two people who know nobody else are a pair, no group.
        twin = (times[same.reshape(-1)] > 1) & (np.bincount(at) > 1)
        twins = np.bincount(layer[twin], minlength=layers)
        held: Flags = twins >= _TWINS * np.maximum(1, np.bincount(layer, minlength=layers))
        return held
