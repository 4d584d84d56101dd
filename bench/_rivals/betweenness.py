"""Betweenness by public programs, each in an environment of its own; igraph is under the GPL."""

import argparse
from pathlib import Path

import numpy as np

from _rivals.environment import figures, python_with
from headwater.graph import Numbers

_BEGIN = """
import json, sys, time
import numpy as np
path, n = sys.argv[1], int(sys.argv[2])
source, target = np.load(path)
pairs = list(zip(source.tolist(), target.tolist()))
"""
_END = """
found = np.asarray(found, dtype=float) / ((n - 1) * (n - 2) / 2)
np.save(path + ".found.npy", found)
print(json.dumps({"s": round(seconds, 2)}))
"""
RIVALS = {
    "igraph": """
import igraph
graph = igraph.Graph(n=n, edges=pairs)
begin = time.perf_counter()
found = graph.betweenness(directed=False)
seconds = time.perf_counter() - begin
""",
    "networkit": """
import networkit
graph = networkit.Graph(n)
for a, b in pairs:
    graph.addEdge(a, b)
begin = time.perf_counter()
found = np.array(networkit.centrality.Betweenness(graph).run().scores()) / 2
seconds = time.perf_counter() - begin
""",
    "rustworkx": """
import rustworkx
graph = rustworkx.PyGraph(multigraph=False)
graph.add_nodes_from(range(n))
graph.add_edges_from_no_data(pairs)
begin = time.perf_counter()
values = rustworkx.betweenness_centrality(graph, normalized=False)
seconds = time.perf_counter() - begin
found = [values[i] for i in range(n)]
""",
}
"""Programs by the name that pip knows them by, and how each is asked."""


def rival(name: str, path: Path, n: int, options: argparse.Namespace) -> tuple[float, Numbers]:
    """Seconds that a program takes, and its values as shares of all pairs.

    Args:
        name: Of `RIVALS`.
        path: File of sources and targets, two rows.
        n: Number of nodes.
        options: Where environments are kept, and how long a step may take.
    """
    python = python_with((name, "numpy"), options.environments, options.limit)
    script = path.parent / f"{name}_asked.py"
    script.write_text(_BEGIN + RIVALS[name] + _END, encoding="utf-8")
    told = figures([str(python), str(script), str(path), str(n)], options.limit)
    return float(told["s"]), np.load(f"{path}.found.npy")
