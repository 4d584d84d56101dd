"""Flows: who pays whom, and where the payers and payees stand in a drawing.

Columns by the longest way from those who only pay; inside a column in the order that crosses least
by the middle of the neighbours (Sugiyama, Tagawa and Toda 1981).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_MOST_NODES, _MOST_FLOWS = 18, 30
_ROUNDS = 4


class Flow(NamedTuple):
    """Money from one to another.

    Attributes:
        source: Who pays.
        target: Who is paid.
        currency: Currency of the sum.
        amount: The sum.
        times: Movements.
        kind: account, hawala or cash; empty where it is not said.
    """

    source: str
    target: str
    currency: str
    amount: float
    times: int
    kind: str = ""


class Settled(NamedTuple):
    """Two ends of which one took in what the other paid out; 0 times: their number is withheld."""

    taker: str
    payer: str
    currency: str
    times: int


def parts(flows: Sequence[Flow]) -> list[tuple[str, list[Flow]]]:
    """The flows of each currency, the largest first; currencies with most movements first."""
    held: dict[str, list[Flow]] = defaultdict(list)
    for flow in flows:
        if flow.amount > 0:
            held[flow.currency].append(flow)
    for some in held.values():
        some.sort(key=lambda flow: (-flow.amount, flow.source, flow.target, flow.kind))
    return sorted(held.items(), key=lambda part: (-sum(f.times for f in part[1]), part[0]))


def largest(flows: Sequence[Flow]) -> list[Flow]:
    """The largest flows that lie between at most so many nodes as can be read."""
    nodes: set[str] = set()
    kept: list[Flow] = []
    for flow in flows:
        both = nodes | {flow.source, flow.target}
        if len(both) <= _MOST_NODES and len(kept) < _MOST_FLOWS:
            nodes = both
            kept.append(flow)
    return kept


def columns(flows: Sequence[Flow], settled: Sequence[Settled]) -> dict[str, int]:
    """The column of each node: after all who pay it, as far as that makes no ring."""
    nodes = list(dict.fromkeys(end for flow in flows for end in (flow.source, flow.target)))
    onward: dict[str, set[str]] = {node: set() for node in nodes}
    pairs = [(flow.source, flow.target) for flow in flows]  # a small flow turns back
    for source, target in [*pairs, *((one.taker, one.payer) for one in settled)]:
        if source != target and not _reaches(onward, target, source):
            onward[source].add(target)
    column = dict.fromkeys(nodes, 0)
    for _ in nodes:
        for node in nodes:
            for after in onward[node]:
                column[after] = max(column[after], column[node] + 1)
    # Who is paid by nobody stands just before whom it pays.
    paid = {after for some in onward.values() for after in some}
    for node in nodes:
        if node not in paid and onward[node]:
            column[node] = min(column[after] for after in onward[node]) - 1
    return column


def _reaches(onward: Mapping[str, set[str]], start: str, end: str) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        node = waiting.pop()
        if node == end:
            return True
        waiting += onward[node] - seen
        seen |= onward[node]
    return False


def weights(flows: Sequence[Flow]) -> dict[str, float]:
    """What each node pays or is paid in all, whichever is more."""
    paid: dict[str, float] = defaultdict(float)
    got: dict[str, float] = defaultdict(float)
    for flow in flows:
        paid[flow.source] += flow.amount
        got[flow.target] += flow.amount
    return {node: max(paid[node], got[node]) for node in {**paid, **got}}


def ordered(flows: Sequence[Flow], column: Mapping[str, int]) -> list[list[str]]:
    """The nodes of each column from the top down."""
    order: list[list[str]] = [[] for _ in range(max(column.values()) + 1)]
    for node, place in column.items():
        order[place].append(node)
    for _ in range(_ROUNDS):
        for some in order:  # one by one, so that two columns do not change places for ever
            rank = {node: (at + 0.5) / len(col) for col in order for at, node in enumerate(col)}
            middle = {node: _middle(node, flows, rank) for node in some}
            some.sort(key=lambda node: (middle[node], node))
    return [some for some in order if some]


def _middle(node: str, flows: Sequence[Flow], rank: Mapping[str, float]) -> float:
    """The middle of the neighbours of a node, by the thickness of the bands."""
    ends = [
        (rank[flow.target if flow.source == node else flow.source], flow.amount)
        for flow in flows
        if node in (flow.source, flow.target)
    ]
    return sum(place * amount for place, amount in ends) / sum(amount for _, amount in ends)
