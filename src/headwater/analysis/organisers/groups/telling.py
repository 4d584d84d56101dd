"""One row: a group in a period, who is in it, what became of it, what holds it to others."""

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


def row_of(evidence: Evidence, seen: Seen, group: int) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The row of a group, and the statements behind it."""
    members = np.flatnonzero(seen.name == group)
    network, name = seen.network, seen.name
    inside = (name[network.source] == group) & (name[network.target] == group)
    row = {
        "id": f"{group_name(group)} {seen.period}".strip(),
        "period": seen.period,
        "group": group_name(group),
        "people": int(members.size),
        "members": [evidence.ids[i] for i in members.tolist()],
        "around": [evidence.names[i] for i in _around(network.kept(inside), members)],
        "change": _change(seen.changes, group),
        "steadiness": seen.steadiness.get(group),
        "ties": int(inside.sum()),
        "in_two": _in_two(evidence, seen, group),
        "held_to": _held_to(evidence, seen, group),
    }
    return row, _statements(evidence, seen, group)


def _around(ties: Ties, members: Nodes) -> list[int]:
    strength = np.bincount(
        np.concatenate([ties.source, ties.target]),
        weights=np.tile(ties.weight, 2),
        minlength=ties.n,
    )
    order = members[np.lexsort((members, -strength[members]))]
    return [int(i) for i in order[:_AROUND]]


_WORDS = {
    "new": "new",
    "goes on": "goes on",
    "split from": "split from {other}",
    "took in": "took in {other}",
}


def _change(changes: tuple[Change, ...], group: int) -> str:
    """What happened to a group; one that broke up has no row, its parts say where they are from."""
    said = [c for c in changes if c.group == group and c.kind in _WORDS]
    return "; ".join(_WORDS[c.kind].format(other=group_name(c.other)) for c in said)


def _in_two(evidence: Evidence, seen: Seen, group: int) -> list[dict[str, Any]]:
    found = seen.overlap
    return [
        {"id": evidence.ids[node], "group": group_name(other), "share": round(share, 2)}
        for node, other, share in zip(
            found.node.tolist(), found.group.tolist(), found.share.tolist(), strict=True
        )
        if seen.name[node] == group
    ]


def overlap_of(network: Ties, name: Nodes) -> Overlap:
    """Who belongs to a second group; people in no group count for nothing."""
    inside = name >= 0
    kept = network.kept(inside[network.source] & inside[network.target])
    return overlaps(kept, np.maximum(name, 0))


def _held_to(evidence: Evidence, seen: Seen, group: int) -> list[dict[str, Any]]:
    """The other groups that ties lead to, the most strongly tied first, with those ties."""
    ties, name = seen.network, seen.name
    one, two = name[ties.source], name[ties.target]
    across = np.flatnonzero(((one == group) ^ (two == group)) & (one >= 0) & (two >= 0))
    other = np.where(one[across] == group, two[across], one[across])
    told = []
    for neighbour in np.unique(other).tolist():
        lines = across[other == neighbour]
        lines = lines[np.lexsort((lines, -ties.weight[lines]))]
        ends = set(ties.source[lines].tolist()) | set(ties.target[lines].tolist())
        told.append(
            {
                "group": group_name(neighbour),
                "ties": int(lines.size),
                "people": len(ends),
                "through": [
                    [evidence.ids[int(ties.source[i])], evidence.ids[int(ties.target[i])]]
                    for i in lines[:_HOLDING]
                ],
            }
        )
    return sorted(told, key=lambda one: -int(str(one["ties"])))


def _statements(evidence: Evidence, seen: Seen, group: int) -> tuple[str, ...]:
    ties = evidence.ties.kept(seen.holds)
    touching = (seen.name[ties.person] == group) | (seen.name[ties.other] == group)
    return tuple(sorted(set(ties.statement[touching].tolist())))
