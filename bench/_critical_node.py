"""The critical-node benchmark: pairs still connected against the best known value.

Figures: `critical_node_reached` (share of instances whose best known value is reached or beaten),
`critical_node_mean_gap` (mean of found / best known - 1; a better value counts as below zero), and
every instance with the seconds it took, of the clock and of the processor. Classical instances up
to 1,500 nodes; `--all` adds the larger ones. Two run at a time, each on one core for `--seconds`
(60 by default, so that the section takes 10 minutes); everything found is counted again with
`pairs_left`.
"""

import argparse
import csv
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any, NamedTuple

import numpy as np

from headwater.graph import Ties
from headwater.graph.removal import Removal, make_ready, pairs_left
from headwater.graph.search import search

_SECONDS = 60.0
_SMALL = 1500
_AT_ONCE = 2


class Instance(NamedTuple):
    """One instance, with the best known value."""

    name: str
    problem: Removal
    best_known: int


def instances(data: Path, largest: int) -> list[Instance]:
    """The instances of up to so many nodes, the largest first."""
    folder = data / "interdiction" / "critical_node"
    with (folder / "instances.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if int(row["n_nodes"]) <= largest]
    rows.sort(key=lambda row: -int(row["n_nodes"]))
    return [
        Instance(row["instance"], _problem(folder, row), int(row["best_known"])) for row in rows
    ]


def _problem(folder: Path, row: dict[str, str]) -> Removal:
    ends = np.loadtxt(
        folder / f"{row['instance']}.csv", delimiter=",", skiprows=1, dtype=np.int64, ndmin=2
    )
    return Removal.of(Ties.of(ends[:, 0], ends[:, 1], int(row["n_nodes"])), int(row["k"]))


def _measured(instance: Instance, seconds: float, seed: int) -> dict[str, Any]:
    begin, spent = perf_counter(), thread_time()
    problem = instance.problem
    left = pairs_left(problem.ties, search(problem, seconds=seconds, seed=seed))
    return {
        "most": problem.most,
        "pairs_left": left,
        "best_known": instance.best_known,
        "gap": round(left / instance.best_known - 1, 5),
        "seconds": round(perf_counter() - begin, 1),
        "processor_s": round(thread_time() - spent, 1),
    }


def run(data: Path, options: argparse.Namespace) -> dict[str, Any]:
    """Search every instance.

    Args:
        data: Folder of the test data.
        options: seconds (of one instance), seed, all, networks (only these), quick (2 seconds).
    """
    seconds = getattr(options, "seconds", None) or (2.0 if options.quick else _SECONDS)
    asked = instances(data, 10**9 if options.all else _SMALL)
    if options.networks:
        asked = [one for one in asked if one.name in options.networks]
    if not asked:
        return {}
    make_ready()  # compiled before two ask for it at once
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        found = list(pool.map(lambda one: _measured(one, seconds, options.seed), asked))
    gaps = [one["gap"] for one in found]
    return {
        "critical_node_reached": round(sum(gap <= 0 for gap in gaps) / len(gaps), 3),
        "critical_node_mean_gap": round(sum(gaps) / len(gaps), 5),
        "critical_node_seconds_each": seconds,
        "critical_node": {one.name: it for one, it in zip(asked, found, strict=True)},
    }
