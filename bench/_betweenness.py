"""Betweenness at size: exact on 10,000 nodes and 50,000 ties, expected over worlds on 1,000,000.

The networks are made from a seed: ties between nodes at random. `betweenness_s` is seconds for the
exact one (and the processor's seconds, over all cores); `expected_betweenness_s` seconds for 60
worlds, with the error of the estimate for the hundred nodes most between. `--rivals` runs igraph,
networkit and rustworkx on the same ties, each as it comes, and compares the values with ours.
"""

import argparse
import tempfile
import time
from pathlib import Path

import numpy as np
from _rivals.betweenness import RIVALS, rival

from headwater.graph import Numbers, Ties, betweenness
from headwater.graph.worlds import expected_betweenness

_NODES, _TIES = 10_000, 50_000
_WORLDS, _SOURCES = 60, 24
_STATED = (0.95, 0.8, 0.5)


def run(data: Path, options: argparse.Namespace) -> dict[str, object]:  # noqa: ARG001 - one shape
    """The figures of this section."""
    share = 0.1 if options.quick else 1.0
    betweenness(_network(1_500, 9_000, options.seed))  # compiled before the clock starts
    ties = _network(int(_NODES * share), int(_TIES * share), options.seed)
    begin, spent = time.perf_counter(), time.process_time()
    ours = betweenness(ties)
    answer: dict[str, object] = {
        "betweenness_nodes_ties": [ties.n, len(ties)],
        "betweenness_s": round(time.perf_counter() - begin, 2),
        "betweenness_processor_s": round(time.process_time() - spent, 2),
    }
    if options.rivals:
        answer["betweenness_rivals"] = _rivals(ties, ours, options)
    return answer | _expected(share, options.seed)


def _network(nodes: int, ties: int, seed: int) -> Ties:
    """So many different ties at random."""
    rng = np.random.default_rng(seed)
    source, target = rng.integers(0, nodes, (2, ties + ties // 5 + 100))
    drawn = Ties.of(source, target, nodes).undirected()
    kept = np.zeros(len(drawn), dtype=np.bool_)
    kept[rng.permutation(len(drawn))[:ties]] = True
    return drawn.kept(kept)


def _expected(share: float, seed: int) -> dict[str, object]:
    ties = _network(int(200_000 * share), int(1_000_000 * share), seed)
    chance = np.random.default_rng(seed).choice(_STATED, len(ties))
    begin = time.perf_counter()
    found = expected_betweenness(ties, chance, worlds=_WORLDS, sources=_SOURCES, seed=seed)
    seconds = time.perf_counter() - begin
    first = np.argsort(-found.value)[:100]
    return {
        "expected_betweenness_nodes_ties": [ties.n, len(ties)],
        "expected_betweenness_worlds_sources": [_WORLDS, _SOURCES],
        "expected_betweenness_s": round(seconds, 1),
        "expected_betweenness_error": round(
            float((found.error[first] / found.value[first]).mean()), 4
        ),
    }


def _rivals(ties: Ties, ours: Numbers, options: argparse.Namespace) -> dict[str, object]:
    told: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ties.npy"
        np.save(path, np.stack([ties.source, ties.target]))
        for name in RIVALS:
            seconds, values = rival(name, path, ties.n, options)
            apart = float(np.abs(values - ours).max()) if values.size else None
            told[name] = {"s": seconds, "largest_difference": apart}
    return told
