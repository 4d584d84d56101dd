"""Splink 5 on a world of people: raw names, or names romanised by ICU (`--icu`).

Its own blocking, comparisons, training and clusters (connected components), set up as its
documentation does for people: first and last word of the name in either order with Jaro-Winkler
levels, places likewise with term frequencies, edit distance for dates of birth, equality for
numbers and codes.
"""

# mypy: ignore-errors
# Its imports are there only in the environment that is made for it.

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa
import splink.comparison_library as cl
from answers import best, rows, score, truth
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

THRESHOLDS = (0.01, 0.05, 0.2, 0.35, 0.5, 0.8, 0.9, 0.95, 0.99)
"""The best of them counts, chosen with the truth in hand: more than a user could do."""

_PLAIN = ("birth_date", "phone", "country", "sex", "document", "plate", "place")


def main() -> None:
    """Cluster the people and print one JSON document."""
    folder, icu = Path(sys.argv[1]), "--icu" in sys.argv
    people, true = rows(folder / "people.csv"), truth(folder)
    begin = time.perf_counter()
    found = dict(clusters(people, romaniser() if icu else str))
    seconds = time.perf_counter() - begin
    scores = {threshold: score(cluster, true) for threshold, cluster in found.items()}
    print(json.dumps(best(scores, seconds)))


def romaniser() -> Callable[[str], str]:
    """ICU's transliteration of any script to plain Latin letters."""
    import icu

    to_latin = icu.Transliterator.createInstance("Any-Latin; Latin-ASCII; Lower")
    return to_latin.transliterate


def clusters(
    people: list[dict[str, str]], romanise: Callable[[str], str]
) -> Iterator[tuple[float, dict[str, str]]]:
    """The cluster of each record at each threshold."""
    database = DuckDBAPI()
    linker = Linker(
        database.register(pa.table(columns(people, romanise))), settings(), log_level="ERROR"
    )
    linker.training.estimate_probability_two_random_records_match(
        [block_on("name", "birth_date"), block_on("name", "phone"), block_on("document")],
        recall=0.2,
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


def columns(people: list[dict[str, str]], romanise: Callable[[str], str]) -> dict[str, list]:
    """What Splink compares: words of the name in alphabetical order, its first, its last."""
    names = [romanise(row["name"]).casefold().replace(",", " ").split() for row in people]
    return {
        "unique_id": [row["id"] for row in people],
        "first": [words[0] if words else None for words in names],
        "last": [words[-1] if words else None for words in names],
        "name": [" ".join(sorted(words)) or None for words in names],
        **{column: [row[column] or None for row in people] for column in _PLAIN},
    }


def settings() -> SettingsCreator:
    """Comparisons and blocking."""
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.ForenameSurnameComparison(
                "first", "last", jaro_winkler_thresholds=[0.92, 0.88, 0.8]
            ),
            cl.LevenshteinAtThresholds("birth_date", [1, 2]),
            cl.ExactMatch("phone"),
            cl.ExactMatch("country").configure(term_frequency_adjustments=True),
            cl.ExactMatch("sex"),
            cl.ExactMatch("document"),
            cl.ExactMatch("plate"),
            cl.JaroWinklerAtThresholds("place", [0.9]).configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[
            block_on(column)
            for column in ("last", "first", "name", "birth_date", "phone", "document", "plate")
        ],
    )


if __name__ == "__main__":
    main()
