"""Splink 5 on two ledgers, with the settings of its own documentation's example for this set.

Blocking, comparisons and training are those of the example that links these transactions. Its one
blocking rule on the id is left out, which it calls a cheat and which only serves its charts.
"""

# mypy: ignore-errors
# Its imports are there only in the environment that is made for it.

import json
import sys
import time
from pathlib import Path

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

THRESHOLDS = (0.001, 0.1, 0.5, 0.9, 0.99)
"""The best of them counts, chosen with the truth in hand: more than a user could do."""

_NEAR = "l.amount / r.amount > 0.7 AND l.amount / r.amount < 1.3"
_BEGINS = "substr(l.memo, 1, 3) = substr(r.memo, 1, 3)"
_MONTH = "strftime({}, '%Y%m')"
_WITHIN = (
    "transaction_date_r - transaction_date_l <= {} AND transaction_date_r >= transaction_date_l"
)
BLOCKING = [
    f"{_MONTH.format('l.transaction_date')} = {_MONTH.format('r.transaction_date')} "
    f"AND {_BEGINS} AND {_NEAR}",
    f"{_MONTH.format('l.transaction_date + 15')} = {_MONTH.format('r.transaction_date')} "
    f"AND {_BEGINS} AND {_NEAR}",
    block_on("substr(memo, 1, 9)"),
    "round(l.amount / 2, 0) * 2 = round(r.amount / 2, 0) * 2 "
    "AND yearweek(r.transaction_date) = yearweek(l.transaction_date)",
    "round(l.amount / 2, 0) * 2 = round((r.amount + 1) / 2, 0) * 2 "
    "AND yearweek(r.transaction_date) = yearweek(l.transaction_date + 4)",
]
AMOUNT = {
    "output_column_name": "amount",
    "comparison_levels": [
        cll.NullLevel("amount"),
        cll.ExactMatchLevel("amount"),
        *(cll.PercentageDifferenceLevel("amount", share) for share in (0.01, 0.03, 0.1, 0.3)),
        cll.ElseLevel(),
    ],
}
DATE = {
    "output_column_name": "transaction_date",
    "comparison_levels": [
        cll.NullLevel("transaction_date"),
        *(
            {"sql_condition": _WITHIN.format(days), "label_for_charts": f"{days} days"}
            for days in (1, 4, 10, 30)
        ),
        cll.ElseLevel(),
    ],
}


def main() -> None:
    """Link the two files and print the pairs above each threshold as one JSON document.

    Two readings: every pair, as the example leaves it; and one to one, the best pair of both.
    """
    begin = time.perf_counter()
    files = [Path(name) for name in sys.argv[1:3]]
    database = duckdb.connect()
    api = DuckDBAPI(connection=database)
    tables = [api.register(database.sql(f"SELECT * FROM '{path}'")) for path in files]  # noqa: S608 - our own paths
    count = database.sql(f"SELECT count(*) FROM '{files[0]}'").fetchall()[0][0]  # noqa: S608 - our own path
    pairs = trained(tables, count).inference.predict(threshold_match_probability=min(THRESHOLDS))
    found = pairs.as_pyarrow_table().select(["unique_id_l", "unique_id_r", "match_probability"])
    rows = sorted(zip(*(column.to_pylist() for column in found.columns), strict=True))
    answer = {"every_pair": rows, "one_to_one": best_of_both(rows)}
    answer = {
        reading: {str(t): [(a, b) for a, b, p in held if p >= t] for t in THRESHOLDS}
        for reading, held in answer.items()
    }
    print(json.dumps({"pairs": answer, "seconds": round(time.perf_counter() - begin, 1)}))


def trained(tables: list, count: int) -> Linker:
    """A linker trained as the example trains it."""
    settings = SettingsCreator(
        link_type="link_only",
        probability_two_random_records_match=1 / count,
        blocking_rules_to_generate_predictions=BLOCKING,
        comparisons=[AMOUNT, cl.LevenshteinAtThresholds("memo", [2, 6, 10]), DATE],
    )
    linker = Linker(tables, settings, log_level="ERROR")
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for column in ("memo", "amount"):
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(column))
    return linker


def best_of_both(rows: list) -> list:
    """Pairs that are the likeliest of both their movements."""
    most: dict[str, float] = {}
    for a, b, p in rows:
        most[a], most[b] = max(most.get(a, 0), p), max(most.get(b, 0), p)
    return [(a, b, p) for a, b, p in rows if p == most[a] == most[b]]


if __name__ == "__main__":
    main()
