"""Company: what shared neighbours say of two clusters (Bhattacharya & Getoor 2007).

There are two kinds of it. Contacts: other records that one was in touch with, was named with, paid
or was paid by, and numbers that nobody here holds. Habits: places that one was seen at. A shared
neighbour z weighs log2(N / number of clusters tied to z), so that a hub weighs next to nothing; a
shared contact is halved for every half year between the two ties. What a sum is worth as evidence
is estimated (`reliability`). Two that were in touch with each other, or at one place on one day,
met: as a rule they are two people, and their other company is not asked.

Neighbours are clusters: when two records are found to be one, what their neighbours share changes.
Only joins made before can lend support, and a tie between the two clusters themselves, or one that
would be shared only because of their own join, lends none: the evidence never goes in a circle.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from math import log2
from typing import NamedTuple

from headwater.resolve.records import PersonRecord, Tie

MET = -1.0
"""Instead of a sum: the two met, as two people do."""
UNKNOWN = -2.0
"""Instead of a sum: one of the two has no ties."""

HUB = 200
"""A neighbour of more clusters than this is passed over."""
_HALF_LIFE_DAYS = 183.0
_MOST_HOLDERS = 5

_FULL_DATE = len("2030-01-01")
SEEN = "seen"

Span = tuple[int, int]
"""First and last day of a tie as ordinals."""
NO_DAY: Span = (0, 0)


class Neighbourhood(NamedTuple):
    """What one record is tied to.

    Attributes:
        near: Neighbours and when; a record is known by its place, anything else by a number from
            the number of records upwards.
        meetings: Places with the day it was there.
    """

    near: dict[int, Span]
    meetings: set[tuple[str, str]]


class Company:
    """Neighbours of every cluster, as clusters are joined.

    Args:
        neighbourhoods: What each record is tied to.
        table: Bits by the level of the sum; see `reliability`.
    """

    def __init__(self, neighbourhoods: "Sequence[Neighbourhood]", table: "Table") -> None:
        self._near = [dict(one.near) for one in neighbourhoods]
        self._meetings = [set(one.meetings) for one in neighbourhoods]
        self._table = table
        self._size = len(neighbourhoods)
        self._holders: dict[int, set[int]] = defaultdict(set)
        for record, one in enumerate(self._near):
            for node in one:
                self._holders[node].add(record)

    def bits(self, left: int, right: int) -> float:
        """Evidence from the company of two clusters."""
        return self._table.bits(self.shared(left, right))

    def shared(self, left: int, right: int) -> float:
        """Sum of the weights of shared neighbours; or `MET`, or `UNKNOWN`."""
        ours, theirs = self._near[left], self._near[right]
        if not ours or not theirs:
            return UNKNOWN
        if right in ours or not self._meetings[left].isdisjoint(self._meetings[right]):
            return MET
        if len(theirs) < len(ours):
            ours, theirs = theirs, ours
        common = sorted(node for node in ours if node in theirs)
        return sum(self._rarity(node) * _overlap(ours[node], theirs[node]) for node in common)

    def join(self, keep: int, gone: int) -> set[tuple[int, int]]:
        """Join two clusters; pairs of clusters whose shared neighbours changed by it."""
        mine, other = self._holders.pop(keep, set()), self._holders.pop(gone, set())
        changed = _crossed(mine - {keep, gone}, other - {keep, gone})
        for node, span in self._near[gone].items():
            _add(self._near[keep], node, span)
            self._holders[node].discard(gone)
            self._holders[node].add(keep)
        self._near[gone] = {}
        self._meetings[keep] |= self._meetings[gone]
        for holder in other:
            if holder != gone:
                _add(self._near[holder], keep, self._near[holder].pop(gone))
        if mine or other:
            self._holders[keep] = (mine | other) - {gone}
        return changed

    def in_rare_company(self, least: int = 2, most_holders: int = 20) -> list[tuple[int, int]]:
        """Pairs of clusters that share several neighbours, all of them rare; in order."""
        times: dict[tuple[int, int], int] = defaultdict(int)
        for holders in self._holders.values():
            if len(holders) <= most_holders:
                ordered = sorted(holders)
                for at, left in enumerate(ordered):
                    for right in ordered[at + 1 :]:
                        times[left, right] += 1
        return sorted(pair for pair, number in times.items() if number >= least)

    def _rarity(self, node: int) -> float:
        degree = len(self._holders[node])
        return 0.0 if degree > HUB else log2(self._size / degree)


class Companies(NamedTuple):
    """Both kinds of company together.

    Attributes:
        contacts: With whom they were in touch.
        habits: Where they were seen.
    """

    contacts: Company
    habits: Company

    def bits(self, left: int, right: int) -> float:
        """Evidence from the company of two clusters."""
        return self.contacts.bits(left, right) + self.habits.bits(left, right)

    def join(self, keep: int, gone: int) -> set[tuple[int, int]]:
        """Join two clusters; pairs of clusters whose shared neighbours changed by it."""
        return self.contacts.join(keep, gone) | self.habits.join(keep, gone)


class Table(NamedTuple):
    """Bits by level: the first level ends below the first edge, the last has no end.

    Attributes:
        edges: Sums of rarity at which the next level begins.
        values: Bits of each level, one more than edges.
        met: Bits where the two met.
    """

    edges: tuple[float, ...]
    values: tuple[float, ...]
    met: float

    def bits(self, shared: float) -> float:
        """Bits of a sum as `Company.shared` gives it."""
        if shared == UNKNOWN:
            return 0.0
        if shared == MET:
            return self.met
        return self.values[sum(shared >= edge for edge in self.edges)]


def contacts(records: Sequence[PersonRecord], ties: Iterable[Tie]) -> list[Neighbourhood]:
    """With whom each record was in touch; protected records have no neighbours and are none.

    A number that a few of the records hold stands for them. Ties between records go both ways.
    """
    place = {record.id: number for number, record in enumerate(records)}
    shielded = {record.id for record in records if record.protected}
    holders = _holders_of_numbers(records)
    nodes: dict[str, int] = {}
    found = [Neighbourhood({}, set()) for _ in records]
    for tie in ties:
        one, span = place.get(tie.record), _span(tie.when)
        if tie.kind == SEEN or one is None or not shielded.isdisjoint((tie.record, tie.to)):
            continue
        others = [place[tie.to]] if tie.to in place else holders.get(_plain(tie.to), [])
        for other in others:
            if other != one:
                _add(found[one].near, other, span)
                _add(found[other].near, one, span)
        if not others:
            node = nodes.setdefault(_plain(tie.to) or tie.to, len(records) + len(nodes))
            _add(found[one].near, node, span)
    return found


def habits(records: Sequence[PersonRecord], ties: Iterable[Tie]) -> list[Neighbourhood]:
    """Where each record was seen, protected ones left out. Whoever returns does so at any time."""
    place = {record.id: number for number, record in enumerate(records) if not record.protected}
    nodes: dict[str, int] = {}
    found = [Neighbourhood({}, set()) for _ in records]
    for tie in ties:
        if tie.kind == SEEN and tie.record in place:
            one, where = found[place[tie.record]], " ".join(tie.to.casefold().split())
            _add(one.near, nodes.setdefault(where, len(records) + len(nodes)), NO_DAY)
            if len(tie.when) == _FULL_DATE:
                one.meetings.add((where, tie.when))
    return found


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


def _span(when: str) -> Span:
    try:
        day = date.fromisoformat(when[:10]).toordinal()
    except ValueError:
        return NO_DAY
    return day, day


def _add(near: dict[int, Span], node: int, span: Span) -> None:
    known = near.get(node, NO_DAY)
    days = [day for day in (*known, *span) if day]
    near[node] = (min(days), max(days)) if days else NO_DAY


def _overlap(left: Span, right: Span) -> float:
    """1 where the ties overlap in time or no day is known; halved for every half year between."""
    if not left[0] or not right[0]:
        return 1.0
    gap = max(left[0], right[0]) - min(left[1], right[1])
    return 1.0 if gap <= 0 else float(2.0 ** (-gap / _HALF_LIFE_DAYS))


def _crossed(left: set[int], right: set[int]) -> set[tuple[int, int]]:
    if len(left) * len(right) > HUB * HUB:
        return set()
    return {(min(a, b), max(a, b)) for a in left for b in right if a != b}
