"""nomenklatura on a world of people: three of its matchers on pairs, and its xref on records.

Thresholds are the best there are for it, chosen with the truth in hand: more than a user could do.
"""

# mypy: ignore-errors
# Its imports are there only in the environment that is made for it.

import csv
import json
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from followthemoney import Dataset, StatementEntity
from nomenklatura.blocker import Index
from nomenklatura.matching import LogicV2, NameMatcher, NameQualifiedMatcher, ScoringConfig
from nomenklatura.resolver import Linker
from nomenklatura.store.memory import MemoryStore

MATCHERS = (NameMatcher, NameQualifiedMatcher, LogicV2)
PAIRS_PER_RECORD = 5
MERGE = 0.9
_SCRIPTS = "arab-latn"
COLUMNS = {"name": "name", "birth_date": "birthDate", "phone": "phone", "country": "country"}


def main() -> None:
    """Run all and print one JSON document."""
    folder = Path(sys.argv[1])
    dataset = Dataset.make({"name": "bench", "title": "Bench"})
    entities = {row["id"]: _entity(dataset, row) for row in _rows(folder / "people.csv")}
    truth = {row["id"]: row["person"] for row in _rows(folder / "truth.csv")}
    answer = {matcher.NAME: _pairs(matcher, entities, folder) for matcher in MATCHERS}
    print(json.dumps({**answer, "xref": _xref(dataset, entities, truth)}))


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _entity(dataset: Dataset, row: dict[str, str]) -> StatementEntity:
    held = {name: [row[column]] for column, name in COLUMNS.items() if row[column]}
    data = {"id": row["id"], "schema": "Person", "properties": held}
    return StatementEntity.from_data(dataset, data)


def _pairs(matcher: type, entities: dict, folder: Path) -> dict[str, float]:
    """The best F1 over all thresholds on the pairs of the world."""
    config, begin, scored = ScoringConfig.defaults(), time.perf_counter(), []
    for row in _rows(folder / "pairs.csv"):
        found = matcher.compare(entities[row["left"]], entities[row["right"]], config)
        scored.append((found.score, row["same"] == "1", row["scripts"]))
    f1, threshold = _best(scored)
    of_two = [score >= threshold for score, same, scripts in scored if same and scripts == _SCRIPTS]
    return {
        "pair_f1": f1,
        "arabic_latin_recall": round(sum(of_two) / max(len(of_two), 1), 4),
        "seconds": round(time.perf_counter() - begin, 1),
    }


def _best(scored: list) -> tuple[float, float]:
    """The best F1, and the threshold that has it."""
    true, hits, best = sum(same for _, same, _ in scored), 0, (0.0, 0.0)
    ordered = sorted(scored, key=lambda one: -one[0])
    for place, (score, same, _) in enumerate(ordered, start=1):
        hits += same
        if place == len(ordered) or ordered[place][0] < score:
            best = max(best, (round(2 * hits / (place + true), 4), score))
    return best


def _xref(dataset: Dataset, entities: dict, truth: dict[str, str]) -> dict[str, float]:
    """Its blocker and its matcher; pairs over the threshold are joined, as its resolver does."""
    begin = time.perf_counter()
    store = MemoryStore(dataset, Linker({}))
    with store.writer() as writer:
        for entity in entities.values():
            writer.add_entity(entity)
    config, joined = ScoringConfig.defaults(), {}
    with tempfile.TemporaryDirectory() as folder:
        index = Index(store.default_view(), Path(folder), options={})
        index.build()
        for (left, right), _ in index.pairs(max_pairs=PAIRS_PER_RECORD * len(entities)):
            one, other = entities[left.id], entities[right.id]
            if NameQualifiedMatcher.compare(one, other, config).score > MERGE:
                joined[_root(joined, left.id)] = _root(joined, right.id)
    seconds = time.perf_counter() - begin
    cluster = {one: _root(joined, one) for one in entities}
    both = _together(Counter((cluster[one], truth[one]) for one in truth))
    said, true = (_together(Counter(held.values())) for held in (cluster, truth))
    precision, recall = both / max(said, 1), both / max(true, 1)
    return {
        "cluster_f1": round(2 * both / max(said + true, 1), 4),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "seconds": round(seconds, 1),
    }


def _root(joined: dict[str, str], one: str) -> str:
    while joined.get(one, one) != one:
        one = joined[one]
    return one


def _together(sizes: Counter) -> int:
    return sum(n * (n - 1) // 2 for n in sizes.values())


if __name__ == "__main__":
    main()
