"""Agglomeration: clusters joined from the best pair down, by what all pairs across say together.

Average link (Sokal & Michener 1958), taken field by field (`evidence`), instead of connected
components: one false pair cannot join two groups whose other pairs speak against it. Ties are
broken on places in the sorted sequence, so the order of input makes no difference.
Cost: near-linear in the pairs whose clusters meet.
"""

from collections.abc import Callable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from headwater.resolve.linkage.compared import Compared
from headwater.resolve.linkage.contradictions import (
    JUDGED,
    NEAR,
    Contradictions,
    only_near,
    share_identifier,
)
from headwater.resolve.linkage.evidence import Evidence

TOO_LARGE = "the cluster would hold more than {} records"
LEAST_ODDS = -0.7
"""Log2 odds from which a join pays: a chance above half of the F1 reached, here about 0.38 (Lipton,
Elkan & Naryanaswamy 2014); confirmed on development seeds."""
_OVERRIDING = 3.0
"""Log2 odds beyond, for each contradiction, from which a join is likelier than a wrong entry."""
_SHOWS_SPELLING = 200
"""Records of which it takes to see whether near names are how these records err."""


class Rules(NamedTuple):
    """What holds for every join.

    Attributes:
        contradictions: What keeps clusters apart.
        bound: Most records of a cluster.
        sure_from: Log2 odds from which a join of two records needs no person.
    """

    contradictions: Contradictions
    bound: int
    sure_from: Callable[[int, int], float]


class Merge(NamedTuple):
    """Two clusters became one.

    Attributes:
        keep: Smallest place in the one cluster, by which the joined one is known.
        gone: Smallest place in the other.
        odds: Log2 odds from the records.
        relational: Bits from shared company.
        pair: The two records, of those across, that speak most for it.
        settles: Pairs of records that it brings together.
        sure: Whether the join, and every join below it, needs no person.
        judged: Whether a person joined them.
        contradictions: What speaks against it, though its odds outweigh that; never where sure.
    """

    keep: int
    gone: int
    odds: float
    relational: float
    pair: tuple[int, int]
    settles: int
    sure: bool = False
    judged: bool = False
    contradictions: tuple[str, ...] = ()


class Agglomeration:
    """Clusters as they are joined; each is known by its smallest member.

    Attributes:
        members: Members of each cluster.
        home: Cluster of each record.
        merges: Every join in the order in which it was made.

    Args:
        compared: Pairs of records.
        evidence: Their odds.
        rules: What holds for every join.
    """

    def __init__(self, compared: Compared, evidence: Evidence, rules: Rules) -> None:
        size = len(compared.records)
        self.members: dict[int, list[int]] = {number: [number] for number in range(size)}
        self.home = list(range(size))
        self.merges: list[Merge] = []
        self._met: list[dict[int, list[int]]] = [{} for _ in range(size)]
        for row, (left, right) in enumerate(compared.pairs.tolist()):
            self._met[left][right] = self._met[right][left] = [row]
        self._pairs, self._records = compared.pairs, compared.records
        self._alone: list[float] = compared.odds.tolist()
        self._evidence = evidence
        self._rules = rules
        self._unsure: set[int] = set()
        self._version = [0] * size
        self._heap: list[tuple[float, int, int, int, int]] = []

    def run(self) -> None:
        """Join until nothing above the floor is left."""
        for left, right in self._rules.contradictions.same():
            self._join_judged(left, right)
        self._heap = [e for c in sorted(self.members) for e in self._entries(c, above=c)]
        heapify(self._heap)
        while self._heap:
            _, left, right, *versions = heappop(self._heap)
            if versions == [self._version[left], self._version[right]]:
                self._try(left, right)

    def met(self) -> Iterator[tuple[int, int]]:
        """Pairs of clusters that are left and have compared records, in order."""
        for left in sorted(self.members):
            for right in sorted(self._met[left]):
                if left < right:
                    yield left, right

    def odds(self, left: int, right: int) -> float:
        """Log2 odds of two clusters that met, from their records."""
        return self._evidence.across(self._met[left][right], self.settles(left, right))

    def relational(self, left: int, right: int) -> float:
        """Bits that the company of two clusters that met adds to that."""
        return self._evidence.company(self._met[left][right])

    def best(self, left: int, right: int) -> tuple[int, int]:
        """The two records, one of each cluster, that speak most for a join."""
        one, other = self._pairs[self._best_row(left, right)].tolist()
        return one, other

    def settles(self, left: int, right: int) -> int:
        """How many pairs of records a join would bring together."""
        return len(self.members[left]) * len(self.members[right])

    def why_apart(self, left: int, right: int) -> tuple[str, ...]:
        """What speaks against a join whatever the odds."""
        reasons = self._rules.contradictions.between(self.members[left], self.members[right])
        if len(self.members[left]) + len(self.members[right]) > self._rules.bound:
            reasons = (*reasons, TOO_LARGE.format(self._rules.bound))
        if len(self._records) < _SHOWS_SPELLING and self._only_near(left, right):
            reasons = (*reasons, NEAR)
        return reasons

    def allows(self, reasons: Sequence[str], odds: float) -> bool:
        """Whether odds outweigh what speaks against a join.

        A person's word and size are final, and in a small table that names are only near.
        """
        if not {JUDGED, NEAR, TOO_LARGE.format(self._rules.bound)}.isdisjoint(reasons):
            return False
        return odds > LEAST_ODDS + _OVERRIDING * len(reasons)

    def _entries(self, one: int, above: int = -1) -> Iterator[tuple[float, int, int, int, int]]:
        """What the heap needs to know of a cluster's chances."""
        for other in self._met[one]:
            if other <= above:
                continue
            left, right = (one, other) if one < other else (other, one)
            odds = self.odds(left, right) + self.relational(left, right)
            if odds > LEAST_ODDS:
                yield -odds, left, right, self._version[left], self._version[right]

    def _try(self, left: int, right: int) -> None:
        odds, relational = self.odds(left, right), self.relational(left, right)
        reasons = self.why_apart(left, right)
        if not self.allows(reasons, odds + relational):
            return
        sure = not reasons and self._sure(left, right, odds + min(relational, 0.0))
        if not sure:
            self._unsure.add(left)
        pair, settles = self.best(left, right), self.settles(left, right)
        merge = Merge(left, right, odds, relational, pair, settles, sure, contradictions=reasons)
        self.merges.append(merge)
        self._join(left, right)
        for entry in self._entries(left):
            heappush(self._heap, entry)

    def _sure(self, left: int, right: int, odds: float) -> bool:
        """Whether the join, and every join below it, needs no person.

        Odds have to reach what is sure in view of all others. The best pair has to be likelier
        than not by itself too, not by names alone, which many people share, nor by near names.
        """
        best = self._best_row(left, right)
        below = left not in self._unsure and right not in self._unsure
        least = self._rules.sure_from(*self._pairs[best].tolist())
        enough = odds >= least and self._alone[best] > 0
        supported = enough and self._evidence.supported(best)
        return below and supported and not self._only_near(left, right)

    def _only_near(self, left: int, right: int) -> bool:
        """Whether the two that speak most for a join have near names and share no identifier."""
        one, other = (self._records[place] for place in self.best(left, right))
        return only_near(one, other) and not share_identifier(one, other)

    def _best_row(self, left: int, right: int) -> int:
        return max(self._met[left][right], key=lambda row: (self._alone[row], -row))

    def _join(self, keep: int, gone: int) -> None:
        ours, theirs = self._met[keep], self._met[gone]
        ours.pop(gone, None)
        for other, met in theirs.items():
            if other != keep:
                ours[other] = self._met[other][keep] = ours.get(other, []) + met
                del self._met[other][gone]
        self._met[gone] = {}
        moved = self.members.pop(gone)
        for record in moved:
            self.home[record] = keep
        self.members[keep] += moved
        self._version[keep] += 1
        self._version[gone] += 1

    def _join_judged(self, left: int, right: int) -> None:
        """A person's join: it outranks all but a person's "different"."""
        keep, gone = sorted((self.home[left], self.home[right]))
        reasons = self._rules.contradictions.between(self.members[keep], self.members[gone])
        if keep != gone and JUDGED not in reasons:
            self.merges.append(Merge(keep, gone, 0.0, 0.0, (left, right), 0, judged=True))
            self._join(keep, gone)
