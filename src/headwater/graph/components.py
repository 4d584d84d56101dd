"""Components: which nodes hang together."""

import numpy as np

from headwater.graph.ties import Nodes, Ties


def components(ties: Ties) -> Nodes:
    """The component of every node, named by its smallest node; direction is not read."""
    import rustworkx

    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(ties.n))
    graph.add_edges_from_no_data(list(zip(ties.source.tolist(), ties.target.tolist(), strict=True)))
    label = np.arange(ties.n, dtype=np.int64)
    for members in rustworkx.connected_components(graph):
        nodes = np.fromiter(members, np.int64, len(members))
        label[nodes] = nodes.min()
    return label
