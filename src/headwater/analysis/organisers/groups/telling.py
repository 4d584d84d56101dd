"""One row: a group in a period, who is in it, what became of it, what holds it to others."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from headwater.analysis.organisers.evidence import Evidence, Flags
from headwater.graph import Nodes, Ties
from headwater.graph.groups import Change, Overlap, overlaps

_AROUND = 3
_HOLDING = 5  # ties shown of those that hold two groups together


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """The groups of one period.

    Attributes:
        period: Its name.
        name: Lasting number of each person's group, -1 for none.
        changes: What happened to groups.
        network: Ties of the period, as strong as they are.
        holds: Which lines of evidence hold in it.
        overlap: Who belongs to a second group.
        steadiness: How steady each group is; empty where not asked.
    """

    period: str
    name: Nodes
    changes: tuple[Change, ...]
    network: Ties
    holds: Flags
    overlap: Overlap
    steadiness: dict[int, float] = field(default_factory=dict)


def group_name(number: int) -> str:
    """The lasting name of a group."""
    return f"Group {number + 1}"


def rows_of(evidence: Evidence, seen: Seen) -> Iterator[tuple[dict[str, Any], tuple[str, ...]]]:
    """The rows of all groups of a period, each with the statements behind it."""
    parts = _parts(evidence, seen)
    for group, members in parts.members.items():
        inside = parts.inside.get(group, _NONE)
        row = {
            "id": f"{group_name(group)} {seen.period}".strip(),
            "period": seen.period,
            "group": group_name(group),
            "people": int(members.size),
            "members": [evidence.ids[i] for i in members.tolist()],
            "around": [evidence.names[i] for i in _around(seen.network, inside, members)],
            "change": _change(parts.changes.get(group, [])),
            "steadiness": seen.steadiness.get(group),
            "ties": int(inside.size),
            "in_two": _in_two(evidence, seen.overlap, parts.in_two.get(group, _NONE)),
            "held_to": _held_to(evidence, seen, group, parts.across.get(group, _NONE)),
        }
        lines = evidence.ties.statement[parts.lines.get(group, _NONE)]
        yield row, tuple(sorted(set(lines.tolist())))


_NONE = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What belongs to each group, by its number.

    Attributes:
        members: People in it.
        inside: Ties of the network inside it.
        across: Ties of the network to other groups.
        lines: Lines of evidence that touch it.
        in_two: Places in the overlap of its members.
        changes: What happened to it.
    """

    members: dict[int, Nodes]
    inside: dict[int, Nodes]
    across: dict[int, Nodes]
    lines: dict[int, Nodes]
    in_two: dict[int, Nodes]
    changes: dict[int, list[Change]]


def _parts(evidence: Evidence, seen: Seen) -> _Parts:
    name, ties = seen.name, evidence.ties
    one, two = name[seen.network.source], name[seen.network.target]
    number, same = np.arange(one.size), one == two
    apart = ~same & (one >= 0) & (two >= 0)
    held = np.flatnonzero(seen.holds)
    ends = name[ties.person[held]], name[ties.other[held]]
    second = ends[0] != ends[1]
    changes: dict[int, list[Change]] = {}
    for change in seen.changes:
        changes.setdefault(change.group, []).append(change)
    return _Parts(
        members=_by(name, np.arange(name.size)),
        inside=_by(one[same], number[same]),
        across=_by(np.concatenate([one[apart], two[apart]]), np.tile(number[apart], 2)),
        lines=_by(np.concatenate([ends[0], ends[1][second]]), np.append(held, held[second])),
        in_two=_by(name[seen.overlap.node], np.arange(seen.overlap.node.size)),
        changes=changes,
    )


def _by(group: Nodes, what: Nodes) -> dict[int, Nodes]:
    """What belongs to each group, in the order given; nothing of those in none."""
    order = np.argsort(group, kind="stable")
    order = order[group[order] >= 0]
    numbers, first = np.unique(group[order], return_index=True)
    return dict(zip(numbers.tolist(), np.split(what[order], first[1:]), strict=False))


def _around(network: Ties, inside: Nodes, members: Nodes) -> list[int]:
    ends = np.concatenate([network.source[inside], network.target[inside]])
    place = np.searchsorted(members, ends)
    weights = np.tile(network.weight[inside], 2)
    strength = np.bincount(place, weights=weights, minlength=members.size)
    return [int(i) for i in members[np.argsort(-strength, kind="stable")][:_AROUND]]


_WORDS = {
    "new": "new",
    "goes on": "goes on",
    "split from": "split from {other}",
    "took in": "took in {other}",
}


def _change(changes: list[Change]) -> str:
    """What happened to a group; one that broke up has no row, its parts say where they are from."""
    said = [c for c in changes if c.kind in _WORDS]
    return "; ".join(_WORDS[c.kind].format(other=group_name(c.other)) for c in said)


def _in_two(evidence: Evidence, overlap: Overlap, places: Nodes) -> list[dict[str, Any]]:
    return [
        {
            "id": evidence.ids[int(overlap.node[at])],
            "group": group_name(int(overlap.group[at])),
            "share": round(float(overlap.share[at]), 2),
        }
        for at in places.tolist()
    ]


def overlap_of(network: Ties, name: Nodes) -> Overlap:
    """Who belongs to a second group; people in no group count for nothing."""
    inside = name >= 0
    kept = network.kept(inside[network.source] & inside[network.target])
    return overlaps(kept, np.maximum(name, 0))


def _held_to(evidence: Evidence, seen: Seen, group: int, across: Nodes) -> list[dict[str, Any]]:
    """The other groups that ties lead to, the most strongly tied first, with those ties."""
    ties, name = seen.network, seen.name
    one, two = name[ties.source[across]], name[ties.target[across]]
    told = []
    for neighbour, lines in _by(np.where(one == group, two, one), across).items():
        strong = lines[np.argsort(-ties.weight[lines], kind="stable")]
        ends = set(ties.source[strong].tolist()) | set(ties.target[strong].tolist())
        told.append(
            {
                "group": group_name(neighbour),
                "ties": int(strong.size),
                "people": len(ends),
                "through": [
                    [evidence.ids[int(ties.source[i])], evidence.ids[int(ties.target[i])]]
                    for i in strong[:_HOLDING]
                ],
            }
        )
    return sorted(told, key=lambda one: -int(str(one["ties"])))
