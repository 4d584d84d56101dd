"""What every engine must do, whoever pairs and weighs: built in, Splink on DuckDB, on Spark."""

import csv
import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.conftest import ROOT, not_run

GIVEN = [
    "Goran",
    "Milan",
    "Zoran",
    "Ivan",
    "Petar",
    "Luka",
    "Marko",
    "Bojan",
    "Dejan",
    "Igor",
    "Nikola",
    "Stefan",
]
FAMILY = [
    "Perić",
    "Jovanović",
    "Kovač",
    "Babić",
    "Marić",
    "Tomić",
    "Lukić",
    "Nikolić",
    "Horvat",
    "Savić",
]
CYRILLIC = {"Goran": "Горан", "Perić": "Перић", "Milan": "Милан", "Babić": "Бабић"}


@pytest.fixture(scope="module")
def table(tmp_path_factory) -> Path:
    """Invented people, each recorded twice, some of them once in Cyrillic; and who is who."""
    path = tmp_path_factory.mktemp("engines") / "people.csv"
    rows = [["id", "name", "category", "birth_date", "phone", "country"]]
    for number in range(120):
        given, family = GIVEN[number % 12], FAMILY[number // 12]
        born = f"{1960 + number % 37}-{1 + number % 12:02d}-{1 + number % 28:02d}"
        phone = f"+3816{number * 7919 % 10**7:07d}"
        category = "being_moved" if number % 40 == 7 else "suspect"
        other = f"{CYRILLIC.get(given, given)} {CYRILLIC.get(family, family)}"
        known = phone if number % 3 else ""
        rows.append([f"p{number:03d}a", f"{given} {family}", category, born, phone, "RS"])
        rows.append([f"p{number:03d}b", other, category, born, known, "RS"])
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


@pytest.fixture(
    scope="module",
    params=["built-in", "splink", pytest.param("splink-spark", marks=pytest.mark.spark)],
)
def resolved(request, table, tmp_path_factory) -> tuple[dict, list[dict]]:
    """The document that the command prints, and the rows it writes."""
    python = sys.executable
    if request.param == "splink" and not find_spec("splink"):
        not_run("splink is not installed; run: make setup")
    if request.param == "splink-spark":
        python = str(ROOT / ".venv-spark" / "bin" / "python")
        if not Path(python).exists():
            not_run("there is no environment with Spark; run: make spark")
    out = tmp_path_factory.mktemp("out") / "clusters.csv"
    command = "from headwater.cli import main; main()"
    arguments = ["resolve", str(table), "--out", str(out), "--engine", request.param, "--json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [python, "-c", command, *arguments], env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-2000:]
    with out.open(encoding="utf-8", newline="") as file:
        return json.loads(done.stdout), list(csv.DictReader(file))


def test_every_row_comes_back_once_in_its_order(resolved, table):
    with table.open(encoding="utf-8", newline="") as file:
        assert [row["id"] for row in resolved[1]] == [row["id"] for row in csv.DictReader(file)]


def test_a_cluster_is_named_after_its_smallest_id(resolved):
    members: dict[str, list[str]] = {}
    for row in resolved[1]:
        members.setdefault(row["cluster"], []).append(row["id"])
    assert all(cluster == min(ids) for cluster, ids in members.items())


def test_who_is_protected_comes_back_alone(resolved):
    alone = [row for row in resolved[1] if row["id"][1:4] in ("007", "047", "087")]
    assert len(alone) == 6
    assert all(row["cluster"] == row["id"] and not row["weight"] for row in alone)


def test_people_recorded_twice_are_found_across_scripts_too(resolved):
    cluster = {row["id"]: row["cluster"] for row in resolved[1]}
    pairs = [f"p{n:03d}" for n in range(120) if n % 40 != 7]
    found = sum(cluster[f"{pair}a"] == cluster[f"{pair}b"] for pair in pairs)
    assert found > 0.9 * len(pairs)
    assert len(set(cluster.values())) > 110  # and not by joining everybody


def test_members_of_a_cluster_have_a_weight_and_its_probability(resolved):
    sizes: dict[str, int] = {}
    for row in resolved[1]:
        sizes[row["cluster"]] = sizes.get(row["cluster"], 0) + 1
    for row in resolved[1]:
        if sizes[row["cluster"]] == 2:
            assert 0.0 < float(row["probability"]) <= 1.0
            assert row["sure"] in ("yes", "no")


def test_the_model_can_be_traced(resolved):
    assert len(resolved[0]["model"]) == 64
