"""A reviewer's morning: pages of the queue, a correction, a wrong table, and data to train on."""

import json
from pathlib import Path

import pytest

REPORT = """Originator: Drava Border Unit
URN: IR 004711
Title: Van at the river
Date: 2025-03-02

1. Organiser Zlatan Primerović (+381 64 555 01 17) runs a van from Subotica to Horgos. [1B-P]
2. The driver Agron Shembulli, phone +355 69 555 0142, was called by Zlatan Primerović. [2C-P]
3. The fee is EUR 3,500-5,000 per person, and not 4500 as was said before. [2D-P]
"""
REASON = ("--reason", "heard it myself")


@pytest.fixture
def full(headwater, node, tmp_path) -> tuple[str, ...]:
    path: Path = tmp_path / "ir.txt"
    path.write_text(REPORT, encoding="utf-8")
    assert headwater("add", path, *node).code == 0
    return node


def fingerprint(headwater, node):
    return headwater("picture", *node, "--json").json["picture"]


def fee(headwater, node):
    queue = headwater("review", "--limit", 200, *node, "--json").json["queue"]
    return next(entry for entry in queue if "a fee: " in entry["what"])


def test_the_queue_says_what_it_leaves_out_and_pages_through(headwater, full):
    whole = headwater("review", "--limit", 200, *full, "--json").json
    assert not whole["more"]
    shown = headwater("review", "--limit", 2, *full)
    assert "Shown: 2. In all: 1 pair, " in shown.err
    assert "--after" in shown.err
    assert headwater("review", "--limit", 2, "--quiet", *full).err == ""
    seen, after = [], []
    while True:
        page = headwater("review", "--limit", 5, *after, *full, "--json").json
        seen += [entry["id"] for entry in page["queue"]]
        if not page["more"]:
            break
        after = ["--after", seen[-1]]
    assert seen == [entry["id"] for entry in whole["queue"]]
    kinds = headwater("review", "--kind", "statement", *full, "--json").json["queue"]
    assert {entry["kind"] for entry in kinds} == {"statement"}


def test_who_may_be_ranked_comes_first_when_somebody_said_so(headwater, full):
    first = headwater("review", "--kind", "statement", *full, "--json").json["queue"][0]
    assert "role or a tie" in first["why"]
    headwater("categorise", "Agron Shembulli", "suspect", "--case", "Drava", *REASON, *full)
    first = headwater("review", "--kind", "statement", *full, "--json").json["queue"][0]
    assert "may be ranked" in first["why"]
    assert "Agron Shembulli" in first["what"]


def test_a_correction_takes_the_place_of_the_reading_and_undo_brings_it_back(headwater, full):
    before, entry = fingerprint(headwater, full), fee(headwater, full)
    whole = headwater("review", "correct", entry["id"], "--value", "4500", *REASON, *full)
    assert (whole.code, "amountLow '3500'" in whole.err) == (2, True)
    low = entry["evidence"][0]
    wrong = ("--value", "4500", "--words", "about 4500", *REASON)
    refused = headwater("review", "correct", low, *wrong, *full)
    assert (refused.code, "do not stand in the item" in refused.err) == (2, True)
    assert fingerprint(headwater, full) == before
    made = headwater("review", "correct", low, "--value", "4500", *REASON, *full)
    assert made.code == 0, made.err
    assert "not >>4500<< as was said" in made.out
    assert fingerprint(headwater, full) != before
    listed = headwater("review", "--decided", *full)
    assert "Corrected: a fee: 3,500; instead: a fee: 4,500" in listed.out
    ident = headwater("review", "--decided", *full, "--json").json["queue"][0]["id"]
    undone = headwater("review", "undo", ident, "--reason", "misheard", *full)
    assert undone.code == 0, undone.err
    assert fingerprint(headwater, full) == before
    assert fee(headwater, full)["evidence"] == entry["evidence"]
    again = headwater("review", "undo", ident, "--reason", "misheard", *full)
    assert (again.code, "not in force" in again.err) == (2, True)


def test_an_accepted_correction_is_what_the_finding_rests_on(headwater, full):
    entry = fee(headwater, full)
    headwater("review", "correct", entry["evidence"][0], "--value", "4500", *REASON, *full)
    headwater("review", "accept", "IR 004711#3", *REASON, *full)
    assert headwater("review", "--find", "a fee", *full).out == "Nothing found.\n"
    log = headwater("log", *full).out
    assert "alteration" in log
    assert "heard it myself" in log


def test_a_table_under_a_wrong_mapping_goes_in_one_step_and_comes_back(headwater, full, tmp_path):
    path = tmp_path / "contacts.csv"
    path.write_text(
        "name,phone\nDren Izmišljen,+38164555001\nGoran Testić,+38164555002\n", encoding="utf-8"
    )
    headwater("add", path, *full)
    before = fingerprint(headwater, full)
    ask = ("review", "reject", "--file", "contacts.csv", "--reason", "names and phones swapped")
    shown = headwater(*ask, *full)
    assert "This would reject: " in shown.out
    assert "Nothing was changed." in shown.out
    assert fingerprint(headwater, full) == before
    done = headwater(*ask, "--yes", *full, "--json").json
    assert done["done"]
    assert done["statements"] == sum(done["kinds"].values()) >= 4
    assert fingerprint(headwater, full) != before
    stroke = headwater("review", "--decided", *full, "--json").json["queue"][0]["id"]
    assert stroke == done["decided"]
    assert headwater("review", "undo", stroke, "--reason", "they were right", *full).code == 0
    assert fingerprint(headwater, full) == before


def test_decisions_leave_as_training_data_and_an_erasure_says_where_they_went(
    headwater, full, tmp_path
):
    out = tmp_path / "training.jsonl"
    headwater("review", "reject", fee(headwater, full)["evidence"][0], *REASON, *full)
    assert headwater("review", "export", "--out", out, *full[:4]).code == 2
    told = headwater("review", "export", "--out", out, *full)
    assert told.code == 0, told.err
    assert "1 text with 1 decision" in told.out
    (line,) = [json.loads(one) for one in out.read_text(encoding="utf-8").splitlines()]
    assert "EUR 3,500-5,000" in line["text"]
    assert "disclosure" in headwater("log", *full).out
    erased = headwater("erase", "IR 004711", "--reason", "entered in error", *full)
    assert f"Delete the copy outside the node: {out}" in erased.out
