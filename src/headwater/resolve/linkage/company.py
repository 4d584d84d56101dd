"""Company: whether two records move among the same people and places.

Few true pairs share a neighbour outright, but most walk in one neighbourhood: those whom one was in
touch with know those whom the other was in touch with (Bhattacharya & Getoor 2007). So a random
walk of three steps starts at the ties of each record, and what is asked is how likely two walks
meet: the sum over z of u(z) v(z) / degree(z), so that a hub weighs little. What a sum is worth as
evidence is estimated (`reliability`). Two who were in touch with each other, or at one place on one
day, met: as a rule they are two people, and their other company is not asked.

Nodes are clusters that were found from the records alone, and no walk passes through the cluster
it starts in: no join supports itself, nor one that supports it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import inf, log2
from typing import NamedTuple

from headwater.resolve.records import PersonRecord, Tie

MET = inf
"""Instead of a sum: the two met, as two people do."""
NOTHING = -inf
"""Instead of a sum: the walks never meet."""

SEEN = "seen"
_STEPS = 3
_HUB = 60
"""No walk goes on from a node with more neighbours than this."""
_FAINT = 2e-4
"""Chance of having come to a node below which a walk is not followed."""
_MOST_HOLDERS = 5
_FULL_DATE = len("2030-01-01")


class Neighbourhood(NamedTuple):
    """What one record is tied to.

    Attributes:
        near: Neighbours; a record is known by its place, anything else by a number from the number
            of records upwards.
        meetings: Places with the day it was there.
    """

    near: set[int]
    meetings: set[tuple[str, str]]


class Company:
    """Who walks among whom.

    Args:
        neighbourhoods: What each record is tied to.
        home: Cluster of each record, as the records alone suggest it.
    """

    def __init__(self, neighbourhoods: Sequence[Neighbourhood], home: Sequence[int]) -> None:
        self._near = [
            {home[node] if node < len(home) else node for node in one.near}
            for one in neighbourhoods
        ]
        self._meetings = [one.meetings for one in neighbourhoods]
        self._home = home
        self._graph: dict[int, set[int]] = defaultdict(set)
        for record, nodes in enumerate(self._near):
            for node in nodes:
                self._graph[home[record]].add(node)
                self._graph[node].add(home[record])
        self._walks: dict[int, dict[int, float]] = {}

    def known(self, left: int, right: int) -> bool:
        """Whether both records have ties."""
        return bool(self._near[left] and self._near[right])

    def shared(self, left: int, right: int) -> float:
        """How likely the walks of two records meet, as log2; or `MET`, or `NOTHING`."""
        in_touch = self._home[right] in self._near[left] or self._home[left] in self._near[right]
        if in_touch or not self._meetings[left].isdisjoint(self._meetings[right]):
            return MET
        ours, theirs = self._walk(left), self._walk(right)
        if len(theirs) < len(ours):
            ours, theirs = theirs, ours
        common = sorted(node for node in ours if node in theirs)
        total = sum(ours[node] * theirs[node] / len(self._graph[node]) for node in common)
        return log2(total) if total > 0 else NOTHING

    def in_rare_company(self, least: int = 2, most_holders: int = 20) -> list[tuple[int, int]]:
        """Pairs of records that share several neighbours, all of them rare; in order."""
        holders: dict[int, list[int]] = defaultdict(list)
        for record, nodes in enumerate(self._near):
            for node in nodes:
                holders[node].append(record)
        times: dict[tuple[int, int], int] = defaultdict(int)
        for held in holders.values():
            if len(held) <= most_holders:
                for at, left in enumerate(held):
                    for right in held[at + 1 :]:
                        times[left, right] += 1
        return sorted(pair for pair, number in times.items() if number >= least)

    def _walk(self, record: int) -> dict[int, float]:
        """Chances of being at each node in the first steps from a record, summed."""
        if record not in self._walks:
            start = sorted(self._near[record] - {self._home[record]})
            at = dict.fromkeys(start, 1 / max(1, len(start)))
            total = dict(at)
            for _ in range(_STEPS - 1):
                at = self._step(at, self._home[record])
                for node, chance in at.items():
                    total[node] = total.get(node, 0.0) + chance
            self._walks[record] = total
        return self._walks[record]

    def _step(self, at: dict[int, float], home: int) -> dict[int, float]:
        found: dict[int, float] = defaultdict(float)
        for node, chance in at.items():
            further = sorted(self._graph[node] - {home}) if len(self._graph[node]) <= _HUB else []
            if further and chance / len(further) > _FAINT:
                for other in further:
                    found[other] += chance / len(further)
        return found


def neighbourhoods(records: Sequence[PersonRecord], ties: Iterable[Tie]) -> list[Neighbourhood]:
    """With whom each record was in touch and where it was seen.

    Protected records have no neighbours and are none. A number that a few of the records hold
    stands for them. Ties between records go both ways.
    """
    place = {record.id: number for number, record in enumerate(records)}
    shielded = {record.id for record in records if record.protected}
    holders = _holders_of_numbers(records)
    nodes: dict[str, int] = {}
    found = [Neighbourhood(set(), set()) for _ in records]
    for tie in ties:
        one = place.get(tie.record)
        if one is None or not shielded.isdisjoint((tie.record, tie.to)):
            continue
        others = [] if tie.kind == SEEN else _holders(tie, place, holders)
        for other in others:
            if other != one:
                found[one].near.add(other)
                found[other].near.add(one)
        if not others:
            what = _where(tie) if tie.kind == SEEN else f"#{_plain(tie.to) or tie.to}"
            found[one].near.add(nodes.setdefault(what, len(records) + len(nodes)))
        if tie.kind == SEEN and len(tie.when) == _FULL_DATE:
            found[one].meetings.add((_where(tie), tie.when))
    return found


def _holders(tie: Tie, place: dict[str, int], holders: dict[str, list[int]]) -> list[int]:
    return [place[tie.to]] if tie.to in place else holders.get(_plain(tie.to), [])


def _where(tie: Tie) -> str:
    return " ".join(tie.to.casefold().split())


def _holders_of_numbers(records: Sequence[PersonRecord]) -> dict[str, list[int]]:
    """Records by the phones and accounts they hold; numbers of many holders are left out."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        if not record.protected:
            held = {_plain(v) for f in ("phone", "account") for v in record.values.get(f, ())}
            for value in held - {""}:
                holders[value].append(number)
    return {value: held for value, held in holders.items() if len(held) <= _MOST_HOLDERS}


def _plain(value: str) -> str:
    return "".join(filter(str.isalnum, value)).upper().removeprefix("00")
