"""Agglomeration: clusters joined from the best pair down, by the mean of all odds across.

Average link (Sokal & Michener 1958) instead of connected components: one false pair cannot join two
groups whose other pairs speak against it. Ties are broken on places in the sorted sequence, so the
order of input makes no difference. Cost: near-linear in the pairs whose clusters meet.
"""

from collections.abc import Callable, Iterable, Iterator
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from headwater.resolve.linkage.company import Companies
from headwater.resolve.linkage.compared import Compared
from headwater.resolve.linkage.contradictions import JUDGED, Contradictions

TOO_LARGE = "the cluster would hold more than {} records"
_Met = tuple[float, int, float, int, int]
"""Sum and number of the log2 odds across two clusters; the greatest, and its two records."""
_NEVER: _Met = (0.0, 0, float("-inf"), -1, -1)


class Rules(NamedTuple):
    """What holds for every join.

    Attributes:
        contradictions: What keeps clusters apart.
        bound: Most records of a cluster.
        absent: Log2 odds of a pair that was never compared.
        sure_from: Log2 odds from which a join of two records needs no person.
    """

    contradictions: Contradictions
    bound: int
    absent: float
    sure_from: Callable[[int, int], float]


class Merge(NamedTuple):
    """Two clusters became one.

    Attributes:
        keep: Smallest place in the one cluster, by which the joined one is known.
        gone: Smallest place in the other.
        odds: Mean of the log2 odds across, from the records.
        relational: Bits from shared company.
        pair: The two records, of those across, that speak most for it.
        settles: Pairs of records that it brings together.
        sure: Whether the join, and every join below it, needs no person.
        judged: Whether a person joined them.
    """

    keep: int
    gone: int
    odds: float
    relational: float
    pair: tuple[int, int]
    settles: int
    sure: bool = False
    judged: bool = False


class Agglomeration:
    """Clusters as they are joined; each is known by its smallest member.

    Attributes:
        members: Members of each cluster.
        home: Cluster of each record.
        merges: Every join in the order in which it was made.
        refused: Why two clusters that their odds would join stay apart.

    Args:
        compared: Pairs of records with their odds.
        company: Evidence from shared company.
        rules: What holds for every join.
    """

    def __init__(self, compared: Compared, company: Companies, rules: Rules) -> None:
        size = len(compared.records)
        self.members: dict[int, list[int]] = {number: [number] for number in range(size)}
        self.home = list(range(size))
        self.merges: list[Merge] = []
        self.refused: dict[tuple[int, int], tuple[str, ...]] = {}
        self._met: list[dict[int, _Met]] = [{} for _ in range(size)]
        rows = zip(compared.pairs.tolist(), compared.odds.tolist(), strict=True)
        for (left, right), odds in rows:
            self._met[left][right] = self._met[right][left] = (odds, 1, odds, left, right)
        self._company = company
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
        """Mean of the log2 odds across two clusters from their records."""
        total, number, *_ = self._met[left].get(right, _NEVER)
        every = self.settles(left, right)
        return (total + (every - number) * self._rules.absent) / every

    def best(self, left: int, right: int) -> tuple[int, int]:
        """The two records, one of each cluster, that speak most for a join."""
        *_, one, other = self._met[left][right]
        return one, other

    def settles(self, left: int, right: int) -> int:
        """How many pairs of records a join would bring together."""
        return len(self.members[left]) * len(self.members[right])

    def why_apart(self, left: int, right: int) -> tuple[str, ...]:
        """What keeps two clusters apart whatever their odds."""
        reasons = self._rules.contradictions.between(self.members[left], self.members[right])
        if len(self.members[left]) + len(self.members[right]) > self._rules.bound:
            reasons = (*reasons, TOO_LARGE.format(self._rules.bound))
        return reasons

    def _entries(self, one: int, above: int = -1) -> Iterator[tuple[float, int, int, int, int]]:
        """What the heap needs to know of a cluster's chances."""
        return self._promising(one, (other for other in self._met[one] if other > above))

    def _promising(
        self, one: int, others: Iterable[int]
    ) -> Iterator[tuple[float, int, int, int, int]]:
        for other in others:
            left, right = (one, other) if one < other else (other, one)
            if (left, right) in self.refused:
                continue
            odds = self.odds(left, right) + self._company.bits(left, right)
            if odds > 0:
                yield -odds, left, right, self._version[left], self._version[right]

    def _try(self, left: int, right: int) -> None:
        odds, relational = self.odds(left, right), self._company.bits(left, right)
        if (left, right) in self.refused or odds + relational <= 0:
            return
        reasons = self.why_apart(left, right)
        if reasons:
            self.refused[left, right] = reasons
            return
        pair, settles = self.best(left, right), self.settles(left, right)
        sure = self._sure(left, right, odds + relational)
        if not sure:
            self._unsure.add(left)
        self.merges.append(Merge(left, right, odds, relational, pair, settles, sure=sure))
        self._join(left, right)
        changed = self._company.join(left, right)
        for entry in self._entries(left):
            heappush(self._heap, entry)
        for one, other in sorted(changed):
            if other in self._met[one]:
                for entry in self._promising(one, (other,)):
                    heappush(self._heap, entry)

    def _sure(self, left: int, right: int, odds: float) -> bool:
        """Whether the join, and every join below it, needs no person."""
        below = left not in self._unsure and right not in self._unsure
        return below and odds >= self._rules.sure_from(*self.best(left, right))

    def _join(self, keep: int, gone: int) -> None:
        ours, theirs = self._met[keep], self._met[gone]
        ours.pop(gone, None)
        for other, met in theirs.items():
            if other != keep:
                ours[other] = self._met[other][keep] = _added(ours.get(other, _NEVER), met)
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
            self._company.join(keep, gone)


def _added(one: _Met, other: _Met) -> _Met:
    best = max(one[2:], other[2:], key=lambda met: (met[0], -met[1], -met[2]))
    return (one[0] + other[0], one[1] + other[1], *best)
