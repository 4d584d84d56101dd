"""Decisions as training data: only what may be told, and an erasure knows of the file."""

import dataclasses
import json

import pytest

from headwater.model import NotPermitted, WrongUse
from headwater.node import add_reports, categorise, decide
from headwater.node.looking import Shelf
from headwater.node.reading import adding
from headwater.node.review import copies_of, correct, export_training, review_queue
from headwater.safeguard import Role, Viewer

REPORT = """URN: IR 1
Originator: Drava Unit

1. The fee from Subotica to Horgos is EUR 500 per person, not 700. [2D-P]
2. The driver Agron Shembulli, phone +355 69 555 0142, was called by Zlatan Primerović. [2D-P]
3. Nobody decided on the leg from Belgrade to Subotica. [2D-P]
"""


@pytest.fixture
def filled(node, tmp_path):
    (tmp_path / "r.txt").write_text(REPORT, encoding="utf-8")
    add_reports(node, [tmp_path / "r.txt"])
    return node


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out.jsonl"


def entry(node, words):
    return next(e for e in review_queue(node, 99).entries if words in e.what)


def amount(node):
    return next(
        one for one in entry(node, "a fee").evidence
        if node.store.statement(one, node.allowed()).property.startswith("amount")
    )  # fmt: skip


def read(out):
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def test_what_was_read_and_what_holds_stand_side_by_side(filled, out):
    correct(filled, amount(filled), "700", "700", "heard 700")
    done = export_training(filled, out)
    (line,) = read(out)
    assert (done.texts, done.reports, line["language"]) == (1, 1, "en")
    (before,) = [one for one in line["before"] if one["decision"] == "corrected"]
    (after,) = line["after"]
    assert before["label"] == after["label"] == "Fee.amountLow"
    assert line["text"][before["start"] : before["end"]] == "500"
    assert (line["text"][after["start"] : after["end"]], after["value"]) == ("700", "700")
    assert before["about"] == after["about"]
    assert {one["decision"] for one in line["before"]} == {"corrected", "open"}


def test_what_the_reader_missed_is_told_where_it_read_nothing_at_all(filled, out, tmp_path):
    (tmp_path / "x.txt").write_text("URN: IR 2\n\n1. The yard is empty. [2D-P]\n", "utf-8")
    add_reports(filled, [tmp_path / "x.txt"])
    yard = adding.Missed("IR 2#1", "organisation", {"name": "The yard"}, "it is a firm")
    done = adding.add_missed(filled, yard, lambda: Shelf().look(filled))
    export_training(filled, out)
    (line,) = read(out)
    assert (line["before"], [one["value"] for one in line["after"]]) == ([], ["The yard"])
    decide(filled, "undo", [done.made[0]], "it is none")
    with pytest.raises(WrongUse, match="nothing to train on"):
        export_training(filled, out)


def test_an_undone_decision_is_none(filled, out):
    made = correct(filled, amount(filled), "700", "700", "heard 700")
    decide(filled, "undo", [made.decision], "misheard")
    with pytest.raises(WrongUse, match="nothing to train on"):
        export_training(filled, out)
    assert not out.exists()


def test_nobody_is_named_who_may_not_be_whatever_the_purpose(filled, out):
    named = dataclasses.replace(filled, stated="case: Drava")
    categorise(named, "Agron Shembulli", "victim", "Drava", "says so")
    decide(named, "accept", ["IR 1#2"], "heard it")
    done = export_training(named, out)
    (line,) = read(out)
    whole = out.read_text(encoding="utf-8")
    for word in ("Agron", "Shembulli", "0142", "+35569", "Zlatan", "Primerović", "IR 1", "mira"):
        assert word not in whole, word
    assert "driver" in line["text"]
    assert done.masked == line["text"].count("[withheld]") > 0
    names = [one for one in line["before"] if one["label"] == "Person.name"]
    assert {line["text"][one["start"] : one["end"]] for one in names} == {"[withheld]"}
    assert {one["value"] for one in names} == {"[withheld]"}
    role = next(one for one in line["before"] if one["label"] == "NetworkRole.role")
    assert (line["text"][role["start"] : role["end"]], role["value"]) == ("driver", "driver")


def test_a_suspect_may_be_named_and_a_wrongly_read_name_may_not(filled, out):
    categorise(filled, "Agron Shembulli", "suspect", "Drava", "r")
    decide(filled, "reject", [entry(filled, "a person: Zlatan").id], "misread")
    decide(filled, "accept", [entry(filled, "a person: Agron").id], "heard it")
    export_training(filled, out)
    whole = out.read_text(encoding="utf-8")
    assert "Agron Shembulli" in whole
    assert "Primerović" not in whole


def test_it_is_a_disclosure_that_an_erasure_knows_of(filled, out):
    correct(filled, amount(filled), "700", "700", "heard 700")
    export_training(filled, out)
    (logged,) = [e for e in filled.store.audit() if e["operation"] == "disclosure"]
    assert "IR 1" in logged["what"]
    for target in ("IR 1", "IR 1#2@m1"):
        (copy,) = copies_of(filled, target)
        assert copy.startswith(str(out))
        assert "mira" in copy
    assert copies_of(filled, "IR 9") == []


def test_it_takes_a_role(filled, out):
    auditor = dataclasses.replace(
        filled, viewer=Viewer("x", "Drava Hub", frozenset({Role.AUDITOR}))
    )
    with pytest.raises(NotPermitted):
        export_training(auditor, out)
    with pytest.raises(NotPermitted):
        copies_of(auditor, "IR 1")
