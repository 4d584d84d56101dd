"""Tables that a partner sends are taken in whole: every row gives statements or a refusal."""

import csv

import pytest

TABLES = {
    "text/press_facts.csv": "press_facts.yml",
    "flows/uk_small_boats_daily.csv": "uk_small_boats_daily.yml",
    "flows/uk_small_boats_weekly.csv": "uk_small_boats_weekly.yml",
    "flows/frontex_monthly.csv": "frontex_monthly.yml",
    "flows/iom_missing_migrants.csv": "iom_missing_migrants.yml",
    "flows/uk_irregular_detections.csv": "uk_irregular_detections.yml",
    "flows/schengen_border_controls.csv": "schengen_border_controls.yml",
}


MOST = 2_600
"""Rows of a table: the long ones are read to their end by `tests/intake/tables/test_rows.py`."""


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_rows_in_are_rows_told_or_refused(shared, headwater, node, tmp_path, table):
    with (shared / "data" / table).open(newline="", encoding="utf-8") as file:
        lines = list(csv.reader(file))
    spread = lines[1 :: 1 + len(lines) // MOST]
    path, rows = tmp_path / table.partition("/")[2], len(spread)
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([lines[0], *spread])
    mapping = f"examples/mappings/{TABLES[table]}"
    answer = headwater("add", path, "--mapping", mapping, *node, "--json")
    receipt, refusals = answer.json["receipt"], answer.json["refusals"]
    refused_rows = {
        r["position"].split(",")[0] for r in refusals if r["position"].startswith("row")
    }
    told = receipt["items"]
    assert told <= rows
    assert rows - told <= len(refused_rows)
    assert receipt["statements"] >= told > 0
