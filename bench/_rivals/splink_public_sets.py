"""Splink 5 on the public sets, with the settings of its own documentation's examples for them.

Blocking, comparisons, training rules and assumed recall are those of the examples for FEBRL 3,
FEBRL 4, fake_1000 and historical_50k; the one for FEBRL 3 serves FEBRL 1 and 2 too.
"""

# mypy: ignore-errors
# Its imports are there only in the environment that is made for it.

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

THRESHOLDS = (0.5, 0.8, 0.95, 0.99)
"""The best of them counts, chosen with the truth in hand: more than a user could do."""


class Example(NamedTuple):
    """Settings of one example."""

    key: str
    truth: str
    blocking: list
    comparisons: list
    certain: list
    recall: float
    training: list
    random_pairs: float


def febrl(frequencies: bool) -> list:
    """Comparisons of the FEBRL examples."""
    return [
        cl.NameComparison("given_name").configure(term_frequency_adjustments=frequencies),
        cl.NameComparison("surname").configure(term_frequency_adjustments=frequencies),
        cl.DateOfBirthComparison(
            "date_of_birth",
            input_is_string=True,
            datetime_format="%Y%m%d",
            invalid_dates_as_null=True,
        ),
        cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
        cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
        cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]).configure(
            term_frequency_adjustments=True
        ),
    ]


FEBRL = Example(
    "rec_id",
    "entity",
    [block_on(c) for c in ("soc_sec_id", "given_name", "surname", "date_of_birth", "postcode")],
    febrl(frequencies=False),
    [
        block_on("soc_sec_id"),
        block_on("given_name", "surname", "date_of_birth"),
        "l.given_name = r.surname and l.surname = r.given_name "
        "and l.date_of_birth = r.date_of_birth",
    ],
    0.9,
    [block_on("date_of_birth"), block_on("postcode")],
    1e6,
)
FEBRL4 = Example(
    "rec_id",
    "entity",
    [
        block_on("given_name", "surname"),
        "l.given_name = r.surname and l.surname = r.given_name",
        block_on("date_of_birth"),
        block_on("soc_sec_id"),
        block_on("state", "address_1"),
        block_on("street_number", "address_1"),
        block_on("postcode"),
    ],
    febrl(frequencies=True),
    [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")],
    0.8,
    [block_on("date_of_birth"), block_on("postcode")],
    1e6,
)
FAKE = Example(
    "unique_id",
    "cluster",
    [block_on(c) for c in ("first_name", "surname", "dob", "email")],
    [
        cl.ForenameSurnameComparison("first_name", "surname"),
        cl.DateOfBirthComparison("dob", input_is_string=True),
        cl.ExactMatch("city").configure(term_frequency_adjustments=True),
        cl.EmailComparison("email"),
    ],
    [
        "l.first_name = r.first_name and levenshtein(r.dob, l.dob) <= 1",
        "l.surname = r.surname and levenshtein(r.dob, l.dob) <= 1",
        "l.first_name = r.first_name and levenshtein(r.surname, l.surname) <= 2",
        "l.email = r.email",
    ],
    0.7,
    [block_on("dob"), block_on("email"), block_on("first_name", "surname")],
    1e6,
)
HISTORICAL = Example(
    "unique_id",
    "cluster",
    [
        block_on("substr(first_name,1,3)", "substr(surname,1,4)"),
        block_on("surname", "dob"),
        block_on("first_name", "dob"),
        block_on("postcode_fake", "first_name"),
        block_on("postcode_fake", "surname"),
        block_on("dob", "birth_place"),
        block_on("substr(postcode_fake,1,3)", "dob"),
        block_on("substr(postcode_fake,1,3)", "first_name"),
        block_on("substr(postcode_fake,1,3)", "surname"),
        block_on("substr(first_name,1,2)", "substr(surname,1,2)", "substr(dob,1,4)"),
    ],
    [
        cl.ForenameSurnameComparison(
            "first_name", "surname", forename_surname_concat_col_name="both_names"
        ),
        cl.DateOfBirthComparison("dob", input_is_string=True),
        cl.PostcodeComparison("postcode_fake"),
        cl.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
        cl.ExactMatch("occupation").configure(term_frequency_adjustments=True),
    ],
    [
        block_on("first_name", "surname", "dob"),
        block_on("substr(first_name,1,2)", "surname", "substr(postcode_fake,1,2)"),
        block_on("dob", "postcode_fake"),
    ],
    0.6,
    [block_on("first_name", "surname"), block_on("dob")],
    1e7,
)
SETS = {
    "febrl1": (FEBRL, ("febrl/dataset1.csv",)),
    "febrl2": (FEBRL, ("febrl/dataset2.csv",)),
    "febrl3": (FEBRL, ("febrl/dataset3.csv",)),
    "febrl4": (FEBRL4, ("febrl/dataset4a.csv", "febrl/dataset4b.csv")),
    "fake_1000": (FAKE, ("fake_1000.csv",)),
    "historical_50k": (HISTORICAL, ("historical_50k.parquet",)),
}


def main() -> None:
    """Cluster every set and print one JSON document."""
    answer = {}
    for name, (example, files) in SETS.items():
        begin = time.perf_counter()
        found = dict(scores(example, [Path(sys.argv[1]) / file for file in files]))
        threshold, best = max(found.items(), key=lambda one: one[1]["f1"])
        answer[name] = {**best, "threshold": threshold}
        answer[name]["seconds"] = round(time.perf_counter() - begin, 1)
        print(f"  {name}: {found}", file=sys.stderr)
    print(json.dumps(answer))


def scores(example: Example, files: list[Path]) -> Iterator[tuple[float, dict[str, float]]]:
    """Figures of the clusters at each threshold."""
    database = duckdb.connect()
    api = DuckDBAPI(connection=database)
    tables, person, file = [], {}, {}
    for number, path in enumerate(files):
        source = f"read_csv('{path}', all_varchar=true)" if path.suffix == ".csv" else f"'{path}'"
        columns = f"{example.key}, {example.truth}"
        truth = database.sql(f"SELECT {columns} FROM {source}").fetchall()  # noqa: S608
        person |= dict(truth)
        file |= dict.fromkeys((id for id, _ in truth), number)
        both = ", first_name || ' ' || surname AS both_names" if example is HISTORICAL else ""
        left = f"* EXCLUDE ({example.truth}){both}"
        tables.append(api.register(database.sql(f"SELECT {left} FROM {source}")))  # noqa: S608
    linker = trained(example, tables)
    pairs = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
    for threshold in THRESHOLDS:
        said = linker.clustering.cluster_pairwise_predictions_at_threshold(
            pairs, threshold_match_probability=threshold
        ).as_pyarrow_table()
        ids = said.column(example.key).to_pylist()
        cluster = dict(zip(ids, said.column("cluster_id").to_pylist(), strict=True))
        yield threshold, figures(cluster, person, file)


def trained(example: Example, tables: list) -> Linker:
    """A linker trained as the example trains it."""
    settings = SettingsCreator(
        unique_id_column_name=example.key,
        link_type="link_only" if len(tables) > 1 else "dedupe_only",
        blocking_rules_to_generate_predictions=example.blocking,
        comparisons=example.comparisons,
    )
    linker = Linker(tables, settings, log_level="ERROR")
    linker.training.estimate_probability_two_random_records_match(
        example.certain, recall=example.recall
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=example.random_pairs, seed=1)
    for rule in example.training:
        linker.training.estimate_parameters_using_expectation_maximisation(
            rule, estimate_without_term_frequencies=True
        )
    return linker


def figures(
    cluster: dict[str, str], person: dict[str, str], file: dict[str, int]
) -> dict[str, float]:
    """Precision, recall and F1 over pairs of records, across the files where there are two."""
    both = together(Counter((cluster[one], person[one], file[one]) for one in person))
    said = together(Counter((cluster[one], file[one]) for one in person))
    true = together(Counter((person[one], file[one]) for one in person))
    precision, recall = both / max(said, 1), both / max(true, 1)
    f1 = 2 * both / max(said + true, 1)
    return {"f1": round(f1, 4), "precision": round(precision, 4), "recall": round(recall, 4)}


def together(sizes: Counter) -> int:
    """Pairs within groups; the last part of a group's name is the file."""
    if not any(group[-1] for group in sizes):
        return sum(n * (n - 1) // 2 for n in sizes.values())
    return sum(n * sizes[(*group[:-1], 1)] for group, n in list(sizes.items()) if not group[-1])


if __name__ == "__main__":
    main()
