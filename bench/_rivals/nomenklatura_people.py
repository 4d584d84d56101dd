"""nomenklatura on a world of people: three of its matchers on pairs, and its xref on records.

`xref` is its own function with its own defaults for one file: blocker, matcher, and a join of every
pair above the threshold, whose clusters its resolver gives (connected components). It runs with its
default matcher and with `name-qualified`. Thresholds are the best there are for this world, chosen
with the truth in hand: more than a user could do.
"""

# mypy: ignore-errors
# Its imports are there only in the environment that is made for it.

import json
import sys
import tempfile
import time
from pathlib import Path

from answers import best, rows, score, truth
from followthemoney import Dataset, StatementEntity
from nomenklatura.db import make_session
from nomenklatura.matching import (
    DedupeAlgorithm,
    LogicV2,
    NameMatcher,
    NameQualifiedMatcher,
    ScoringConfig,
)
from nomenklatura.resolver import Resolver
from nomenklatura.store.memory import MemoryStore
from nomenklatura.xref import xref

MATCHERS = (NameMatcher, NameQualifiedMatcher, LogicV2)
CLUSTERERS = {DedupeAlgorithm: (0.2, 0.35, 0.5), NameQualifiedMatcher: (0.6, 0.7, 0.8)}
"""Matchers of its xref with the thresholds that are tried."""
PAIRS_PER_RECORD = 5
_SCRIPTS = "arab-latn"
COLUMNS = {
    "name": "name",
    "birth_date": "birthDate",
    "phone": "phone",
    "country": "country",
    "document": "idNumber",
    "sex": "gender",
}


def main() -> None:
    """Run all and print one JSON document."""
    folder = Path(sys.argv[1])
    dataset = Dataset.make({"name": "bench", "title": "Bench"})
    people = rows(folder / "people.csv")
    entities = {row["id"]: _entity(dataset, row) for row in people}
    answer = {matcher.NAME: _pairs(matcher, entities, folder) for matcher in MATCHERS}
    for matcher, thresholds in CLUSTERERS.items():
        begin, found = time.perf_counter(), {}
        for threshold in thresholds:
            cluster = _xref(dataset, people, matcher, threshold)
            found[threshold] = score(cluster, truth(folder))
            print(f"  xref {matcher.NAME} {threshold}: {found[threshold]}", file=sys.stderr)
        answer[f"xref_{matcher.NAME}"] = best(found, time.perf_counter() - begin)
    print(json.dumps(answer))


def _entity(dataset: Dataset, row: dict[str, str]) -> StatementEntity:
    held = {name: [row[column]] for column, name in COLUMNS.items() if row[column]}
    data = {"id": row["id"], "schema": "Person", "properties": held}
    return StatementEntity.from_data(dataset, data)


def _pairs(matcher: type, entities: dict, folder: Path) -> dict[str, float]:
    """The best F1 over all thresholds on the pairs of the world."""
    config, begin, scored = ScoringConfig.defaults(), time.perf_counter(), []
    for row in rows(folder / "pairs.csv"):
        found = matcher.compare(entities[row["left"]], entities[row["right"]], config)
        scored.append((found.score, row["same"] == "1", row["scripts"]))
    f1, threshold = _best_pairs(scored)
    of_two = [told >= threshold for told, same, scripts in scored if same and scripts == _SCRIPTS]
    return {
        "pair_f1": f1,
        "arabic_latin_recall": round(sum(of_two) / max(len(of_two), 1), 4),
        "seconds": round(time.perf_counter() - begin, 1),
    }


def _best_pairs(scored: list) -> tuple[float, float]:
    """The best F1, and the threshold that has it."""
    true, hits, found = sum(same for _, same, _ in scored), 0, (0.0, 0.0)
    ordered = sorted(scored, key=lambda one: -one[0])
    for place, (told, same, _) in enumerate(ordered, start=1):
        hits += same
        if place == len(ordered) or ordered[place][0] < told:
            found = max(found, (round(2 * hits / (place + true), 4), told))
    return found


def _xref(
    dataset: Dataset, people: list[dict[str, str]], matcher: type, threshold: float
) -> dict[str, str]:
    """The cluster of every record, as its xref joins those above the threshold."""
    with (
        tempfile.TemporaryDirectory() as folder,
        make_session(f"sqlite:///{folder}/resolver.db") as session,
    ):
        resolver = Resolver(session, create=True)
        store = MemoryStore(dataset, resolver)
        with store.writer() as writer:
            for row in people:
                writer.add_entity(_entity(dataset, row))
        xref(
            resolver,
            session,
            store,
            Path(folder) / "index",
            limit=PAIRS_PER_RECORD * len(people),
            limit_factor=1,
            discount_internal=1.0,
            auto_threshold=threshold,
            min_threshold=threshold,
            algorithm=matcher,
            user="bench",
        )
        return {row["id"]: resolver.get_canonical(row["id"]) for row in people}


if __name__ == "__main__":
    main()
