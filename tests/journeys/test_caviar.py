"""An analyst brings a wiretap network in, as a node and as plain files, and ranks its people."""

import csv

import pytest

TRUTH = ("role", "role_note")
ORGANISERS = {"1", "3", "12"}


@pytest.fixture
def caviar(shared, tmp_path):
    """The network with its truth columns dropped, as links.csv and people.csv."""
    source = shared / "data" / "networks" / "caviar"
    folder = tmp_path / "caviar"
    folder.mkdir()
    (folder / "links.csv").write_bytes((source / "links.csv").read_bytes())
    with (source / "people.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    kept = [name for name in rows[0] if name not in TRUTH]
    with (folder / "people.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, kept, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return folder


def test_plain_files_give_the_organisers_among_the_first_five(caviar, headwater):
    answer = headwater(
        "analyse", "organisers.ranking", "--links", caviar / "links.csv", "--people",
        caviar / "people.csv", "--assume-category", "suspect", "--json",
    )  # fmt: skip
    assert answer.code == 0
    finding = answer.json
    assert len(finding["rows"]) <= 110
    first = {row["id"] for row in finding["rows"] if row["rank"] <= 5}
    assert first >= ORGANISERS
    assert any("suspect" in caveat for caveat in finding["caveats"])


def test_people_without_a_category_are_not_ranked(caviar, headwater):
    answer = headwater(
        "analyse", "organisers.ranking", "--links", caviar / "links.csv", "--people",
        caviar / "people.csv", "--json",
    )  # fmt: skip
    assert answer.code == 0
    assert answer.json["rows"] == []
    assert any("110" in caveat for caveat in answer.json["caveats"])


def test_a_mapping_brings_the_same_network_into_a_node(caviar, headwater, node):
    mapping = "examples/mappings/caviar.yml"
    added = headwater("add", caviar, "--mapping", mapping, *node, "--json")
    assert added.code == 0, added.out
    tables = headwater("picture", *node, "--json").json["rows"]
    assert tables["links"] == 295
    finding = headwater("analyse", "organisers.ranking", *node, "--json").json
    names = {row["name"] for row in finding["rows"] if row["rank"] <= 5}
    assert {name.split()[-1] for name in names} >= ORGANISERS
    everyone = headwater("analyse", "organisers.ranking", "--set", "top=1000", *node, "--json").json
    assert len(everyone["rows"]) == 110
