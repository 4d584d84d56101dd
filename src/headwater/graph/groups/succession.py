"""Groups over time: which group of a period is which group of the periods before."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from headwater.graph.ties import Nodes


class Change(NamedTuple):
    """What happened to a group in a period.

    Attributes:
        kind: `new`, `goes on`, `split from` (its members came from `other`), `took in` (`other`
            has merged into it), `broke up` (most of its members are together nowhere) or `unseen`
            (too few of its members are seen to tell).
        group: Number of the group, the same in every period.
        other: The other group of a split or merger, else -1.
    """

    kind: str
    group: int
    other: int = -1


class Succession(NamedTuple):
    """Groups of one period under numbers that last.

    Attributes:
        name: Lasting number of each node's group, -1 where it is in none.
        changes: What happened since the periods before.
    """

    name: Nodes
    changes: tuple[Change, ...]


def follow(periods: Sequence[Nodes]) -> list[Succession]:
    """Give the groups of all periods numbers that last, from the first period on.

    A group keeps its number when more than half of its members who are still seen, and at least a
    third of all of them, are together again; where two groups have come together, the number of
    the larger part stays, and that of one seen in the period before rather than earlier. Later
    periods never change the numbers of earlier ones.

    Args:
        periods: For each period the group of each node, -1 where it is in none.

    Source: matching to the last sighting of each group after Greene, Doyle and Cunningham 2010.
    """
    known: dict[int, frozenset[int]] = {}
    seen_last: set[int] = set()
    told = []
    for label in periods:
        found = _members(label)
        names, changes = _matched(found, known, seen_last)
        name = np.full(label.size, -1, dtype=np.int64)
        for number, members in zip(names, found, strict=True):
            name[sorted(members)] = number
            known[number] = members
        seen_last = set(names)
        told.append(Succession(name, tuple(changes)))
    return told


def _members(label: Nodes) -> list[frozenset[int]]:
    """The groups of a period, by their smallest node."""
    inside = np.flatnonzero(label >= 0)
    by_group: dict[int, list[int]] = {}
    for node, group in zip(inside.tolist(), label[inside].tolist(), strict=True):
        by_group.setdefault(group, []).append(node)
    return [frozenset(nodes) for nodes in by_group.values()]


def _matched(
    found: list[frozenset[int]], known: dict[int, frozenset[int]], seen_last: set[int]
) -> tuple[list[int], list[Change]]:
    """The lasting number of each group found, and what happened to each group."""
    came: list[list[tuple[bool, int, int]]] = [[] for _ in found]
    where = {node: i for i, members in enumerate(found) for node in members}
    lost = []
    for number, members in known.items():
        goes_to = _most_together(members, where)
        if goes_to is not None:
            came[goes_to[0]].append((number not in seen_last, -goes_to[1], number))
        elif number in seen_last:
            still = sum(node in where for node in members)
            lost.append(Change("broke up" if 3 * still >= len(members) else "unseen", number))
    names: list[int] = []
    changes: list[Change] = []
    following = max(known, default=-1) + 1
    for members, before in zip(found, came, strict=True):
        if before:
            number = min(before)[2]
            changes.append(Change("goes on", number))
            merged = sorted(other for quiet, _, other in before if not quiet and other != number)
            changes += [Change("took in", number, other) for other in merged]
        else:
            number, following = following, following + 1
            parent = _parent(members, known, seen_last)
            changes.append(Change("new" if parent < 0 else "split from", number, parent))
        names.append(number)
    return names, changes + lost


def _most_together(members: frozenset[int], where: dict[int, int]) -> tuple[int, int] | None:
    """The group where more than half of those still seen are, with how many; None if nowhere."""
    places = [where[node] for node in members if node in where]
    if not places:
        return None
    counts = np.bincount(places)
    best = int(counts.argmax())
    together = int(counts[best])
    enough = 2 * together > len(places) and 3 * together >= len(members) and together >= 2
    return (best, together) if enough else None


def _parent(members: frozenset[int], known: dict[int, frozenset[int]], seen_last: set[int]) -> int:
    """The group of the period before that most of the members were in, -1 if there is none."""
    shares = [(len(members & known[number]), -number) for number in seen_last]
    most, number = max(shares, default=(0, 0))
    return -number if 2 * most > len(members) else -1
