"""Candidates: how many of the true pairs are looked at. A section of `bench/resolve.py`.

- `blocking_recall`: share of the pairs of records of one person that are among the candidates
- `blocking_candidates`: candidates a record has on average; a pair is a candidate at both of its
  records, so this is twice the pairs over the records
- `blocking`: the same by pair of scripts, with time and memory
"""

import resource
from argparse import Namespace
from collections import Counter
from pathlib import Path
from time import perf_counter, process_time

from _multiscript import LARGE, TEST, World, labelled_table, pairs_of, script_of, world

from headwater.resolve.candidates import candidate_pairs

PER_RECORD = 10


def run(data: Path, options: Namespace) -> dict[str, object]:
    """Figures on a made world, or with `--people FILE --truth COLUMN` on that table.

    Args:
        data: Folder of the test data; nothing is read from it.
        options: `people`, `truth`, `seed` and `blocking_records`, each of which may be missing.
    """
    del data
    people, column = getattr(options, "people", None), getattr(options, "truth", None)
    if people and column:
        return figures(labelled_table(Path(people), column))
    seed = getattr(options, "seed", None) or TEST
    return figures(world(seed, getattr(options, "blocking_records", None) or LARGE))


def figures(task: World) -> dict[str, object]:
    """Recall and candidates of one world, whole and by pair of scripts."""
    begin, worked = perf_counter(), process_time()
    found = {(left, right) for left, right in candidate_pairs(task.records, PER_RECORD).tolist()}
    seconds, cpu = perf_counter() - begin, process_time() - worked
    true = pairs_of(task.truth)
    scripts = [script_of(record) for record in task.records]
    all_of, hit = Counter[str](), Counter[str]()
    for left, right in true:
        both = "-".join(sorted((scripts[left], scripts[right])))
        all_of[both] += 1
        hit[both] += (left, right) in found
    count = max(1, len(task.records))
    return {
        "blocking_recall": round(len(true & found) / max(1, len(true)), 4),
        "blocking_candidates": round(2 * len(found) / count, 2),
        "blocking": {
            "records": len(task.records),
            "people": len(set(task.truth)),
            "true_pairs": len(true),
            "recall_by_scripts": {s: round(hit[s] / all_of[s], 4) for s in sorted(all_of)},
            "seconds": round(seconds, 1),
            "cpu_seconds": round(cpu, 1),
            "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        },
    }


if __name__ == "__main__":
    import json
    import sys

    chosen = [int(text) for text in sys.argv[1:]]
    options = dict(zip(("seed", "blocking_records"), chosen, strict=False))
    print(json.dumps(run(Path(), Namespace(**options))))
