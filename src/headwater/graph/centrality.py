"""Degree and betweenness of every node, read without direction and without weight."""

import numpy as np

from headwater.graph.pivots import betweenness_from
from headwater.graph.ties import Nodes, Numbers, Ties

_LARGE = 10_000_000  # nodes times ties, from where on compiled code gains more than it costs


def degree(ties: Ties) -> Nodes:
    """Number of other nodes that each node is tied to."""
    simple = ties.undirected()
    ends = np.concatenate([simple.source, simple.target])
    return np.bincount(ends, minlength=ties.n).astype(np.int64)


def betweenness(ties: Ties) -> Numbers:
    """Share of the shortest paths between other nodes that run through each node, 0 to 1.

    Exact, without weights (Freeman 1977, by the algorithm of Brandes 2001); grows with nodes times
    ties. Rounded to 12 decimals, so that two nodes in the same position are equal.
    """
    simple = ties.undirected()
    if len(simple) * ties.n > _LARGE:
        return betweenness_from(simple, np.arange(ties.n, dtype=np.int64))
    import rustworkx

    busy, numbered = np.unique(np.concatenate([simple.source, simple.target]), return_inverse=True)
    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(busy.size))
    half = len(simple)
    graph.add_edges_from_no_data(
        list(zip(numbered[:half].tolist(), numbered[half:].tolist(), strict=True))
    )
    # One thread: with several, the order of the sums and so their last digits would vary.
    found = rustworkx.betweenness_centrality(
        graph, normalized=False, parallel_threshold=busy.size + 1
    )
    result = np.zeros(ties.n)
    pairs = (ties.n - 1) * (ties.n - 2) / 2
    if busy.size and pairs > 0:
        values = np.fromiter((found[i] for i in range(busy.size)), np.float64, busy.size)
        result[busy] = np.round(values / pairs, 12)
    return result
