"""Splink 5 on a world of people: raw names, or names romanised by ICU (`--icu`).

Its own blocking, comparisons and clusters (connected components), as its documentation has them.
"""

# mypy: ignore-errors
# Its imports are there only in the environment that is made for it.

import csv
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

THRESHOLDS = (0.01, 0.05, 0.2, 0.5, 0.8, 0.9, 0.95, 0.99)
"""The best of them counts, chosen with the truth in hand: more than a user could do."""


def main() -> None:
    """Cluster the people and print one JSON document."""
    folder, icu = Path(sys.argv[1]), "--icu" in sys.argv
    rows = list(csv.DictReader((folder / "people.csv").open(encoding="utf-8")))
    truth = {r["id"]: r["person"] for r in csv.DictReader((folder / "truth.csv").open())}
    begin = time.perf_counter()
    found = list(clusters(rows, romaniser() if icu else str))
    seconds = time.perf_counter() - begin
    scores = {threshold: score(cluster, truth) for threshold, cluster in found}
    print(f"  {scores}", file=sys.stderr)
    threshold, (precision, recall, f1) = max(scores.items(), key=lambda one: one[1][2])
    answer = {"cluster_f1": f1, "precision": precision, "recall": recall, "threshold": threshold}
    print(json.dumps({**answer, "seconds": round(seconds, 1)}))


def romaniser() -> Callable[[str], str]:
    """ICU's transliteration of any script to plain Latin letters."""
    import icu

    to_latin = icu.Transliterator.createInstance("Any-Latin; Latin-ASCII; Lower")
    return to_latin.transliterate


def clusters(
    rows: list[dict[str, str]], romanise: Callable[[str], str]
) -> Iterator[tuple[float, dict[str, str]]]:
    """The cluster of each record at each threshold."""
    names = [romanise(row["name"]).casefold().replace(",", " ").split() for row in rows]
    table = {
        "unique_id": [row["id"] for row in rows],
        "first": [words[0] if words else None for words in names],
        "last": [words[-1] if words else None for words in names],
        "name": [" ".join(sorted(words)) or None for words in names],
        **{c: [row[c] or None for row in rows] for c in ("birth_date", "phone", "country")},
    }
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("name", [0.95, 0.88, 0.8]).configure(
                term_frequency_adjustments=True
            ),
            cl.LevenshteinAtThresholds("birth_date", [1, 2]),
            cl.ExactMatch("phone"),
            cl.ExactMatch("country"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("last"),
            block_on("first"),
            block_on("name"),
            block_on("birth_date"),
            block_on("phone"),
        ],
    )
    database = DuckDBAPI()
    linker = Linker(database.register(pa.table(table)), settings, log_level="ERROR")
    linker.training.estimate_probability_two_random_records_match(
        [block_on("name", "birth_date"), block_on("name", "phone")], recall=0.2
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    for rule in (block_on("name"), block_on("birth_date"), block_on("phone")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    weighed = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
    for threshold in THRESHOLDS:
        said = linker.clustering.cluster_pairwise_predictions_at_threshold(
            weighed, threshold_match_probability=threshold
        ).as_pyarrow_table()
        ids = said.column("unique_id").to_pylist()
        yield threshold, dict(zip(ids, said.column("cluster_id").to_pylist(), strict=True))


def score(cluster: dict[str, str], truth: dict[str, str]) -> tuple[float, ...]:
    """Precision, recall and F1 over pairs of records."""
    both = together(Counter((cluster[one], truth[one]) for one in truth))
    said, true = together(Counter(cluster.values())), together(Counter(truth.values()))
    precision, recall = both / max(said, 1), both / max(true, 1)
    return tuple(
        round(x, 4)
        for x in (precision, recall, 2 * precision * recall / max(precision + recall, 1e-9))
    )


def together(sizes: Counter) -> int:
    """Pairs within groups of these sizes."""
    return sum(n * (n - 1) // 2 for n in sizes.values())


if __name__ == "__main__":
    main()
