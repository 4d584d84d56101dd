"""Rows as files."""

import csv
import io
import json

import pytest

from headwater.model import Finding, WrongUse
from headwater.node import log_entries
from headwater.node.showing import hand_out
from headwater.picture import Picture, make_table


def people(**categories):
    rows = {"id": list(categories), "schema": ["Person"] * len(categories)}
    return Picture.of(
        {"entities": make_table("entities", rows | {"category": [*categories.values()]})}
    )


FOUND = Finding(
    "organisers.roles",
    "1",
    {},
    "f",
    ({"id": "a", "name": "=1+1", "roles": ["x"]}, {"id": "v", "name": "V", "roles": []}),
    certificate={"people": 2},
)


def test_a_row_about_somebody_protected_stays_here_and_what_leaves_is_logged(node):
    picture = people(a="suspect", v="victim")
    written = hand_out(node, picture, FOUND, "json")
    document = json.loads(written)
    assert [row["id"] for row in document["rows"]] == ["a"]
    assert document["certificate"] == {}
    entry = log_entries(node)[-1]
    assert entry["operation"] == "disclosure"
    assert entry["recipient"] == "json file of mira"


def test_a_spreadsheet_takes_no_cell_for_a_formula(node):
    rows = list(csv.DictReader(io.StringIO(hand_out(node, people(), FOUND, "csv").decode())))
    assert rows[0]["name"] == "'=1+1"
    assert rows[0]["roles"] == '["x"]'


def test_an_unknown_form_is_refused(node):
    with pytest.raises(WrongUse):
        hand_out(node, people(), FOUND, "exe")
