"""One decision on everything of a report, an item, a file or an extractor."""

import dataclasses

import pytest

from headwater.model import NotPermitted, WrongUse
from headwater.node import add_reports, categorise, decide, see_picture
from headwater.node.review import Chosen, bulk, correct, decide_in_bulk, look_ahead, review_queue
from headwater.safeguard import Role, Viewer

REPORT = """URN: IR 1
Originator: Drava Unit

1. The fee from Subotica to Horgos is EUR 500 per person. [2D-P]
2. The driver Agron Shembulli was called by Zlatan Primerović. [2D-P]
"""


@pytest.fixture
def filled(node, tmp_path):
    (tmp_path / "r.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "people.csv").write_text(
        "name,category,phone\nDren Izmisljen,suspect,+38164555001\n"
        "Goran Testić,suspect,+38164555002\n",
        encoding="utf-8",
    )
    add_reports(node, [tmp_path / "r.txt", tmp_path / "people.csv"])
    return node


def statuses(node, urn):
    scan = node.store.scan(node.allowed())
    pairs = zip(scan["urn"].to_pylist(), scan["status"].to_pylist(), strict=True)
    return {status for one, status in pairs if one == urn}


def table(node):
    reports = node.store.reports(node.allowed())
    pairs = zip(reports["urn"].to_pylist(), reports["file"].to_pylist(), strict=True)
    return next(urn for urn, file in pairs if file == "people.csv")


def test_looking_ahead_changes_nothing_and_says_what_would_be(filled):
    before = see_picture(filled).fingerprint
    step = look_ahead(filled, "accept", Chosen(report="IR 1"))
    assert len(step.ids) == sum(step.kinds.values()) > 5
    assert (step.reports, step.alone, step.rest) == (("IR 1",), 0, 0)
    assert step.first[0].sources[0].sentence
    assert see_picture(filled).fingerprint == before


def test_a_whole_table_is_rejected_in_one_stroke_and_comes_back_in_one(filled):
    before, urn = see_picture(filled).fingerprint, table(filled)
    assert statuses(filled, urn) == {"accepted"}
    step, stroke = decide_in_bulk(filled, "reject", Chosen(file="people.csv"), "wrong mapping")
    assert stroke.endswith("+")
    left = step.alone
    assert see_picture(filled).fingerprint != before
    with pytest.raises(WrongUse, match="nothing to reject"):
        look_ahead(filled, "reject", Chosen(file="people.csv"))
    undone = decide(filled, "undo", [stroke], "the mapping was right")
    assert len(undone) == len(step.ids)
    assert see_picture(filled).fingerprint == before
    assert left == step.alone


def test_what_is_meant_is_told_by_item_and_by_extractor(filled):
    item = look_ahead(filled, "accept", Chosen(item="IR 1#1"))
    assert all(one.startswith("IR 1#1.") for one in item.ids)
    text = look_ahead(filled, "accept", Chosen(extractor="text"))
    assert set(item.ids) < set(text.ids)
    both = look_ahead(filled, "accept", Chosen(item="IR 1#1", extractor="text"))
    assert both.ids == item.ids
    for nothing in (Chosen(extractor="tex"), Chosen(file="no.csv"), Chosen(report="IR 9")):
        with pytest.raises(WrongUse, match="nothing to accept"):
            look_ahead(filled, "accept", nothing)
    for bad in (Chosen(), Chosen(item="IR 1")):
        with pytest.raises(WrongUse):
            look_ahead(filled, "accept", bad)


def test_who_is_protected_is_left_to_be_decided_on_alone(filled):
    whole = look_ahead(filled, "accept", Chosen(report="IR 1"))
    categorise(filled, "Agron Shembulli", "victim", "Drava", "says so")
    step = look_ahead(filled, "accept", Chosen(report="IR 1"))
    assert step.alone > 0
    assert len(step.ids) == len(whole.ids) - step.alone
    said = [filled.store.statement(one, filled.allowed()) for one in step.ids]
    assert "Agron Shembulli" not in {one.value for one in said}
    urn = next(u for u in filled.store.reports(filled.allowed())["urn"].to_pylist() if " C-" in u)
    with pytest.raises(WrongUse, match="nothing to reject"):
        decide_in_bulk(filled, "reject", Chosen(report=urn), "tidy")
    assert statuses(filled, urn) == {"accepted"}


def test_where_all_may_protect_somebody_that_is_said(filled):
    categorise(filled, "Agron Shembulli", "victim", "Drava", "says so")
    categorise(filled, "Zlatan Primerović", "witness", "Drava", "says so")
    with pytest.raises(WrongUse, match="may protect somebody"):
        look_ahead(filled, "accept", Chosen(item="IR 1#2"))


def test_what_a_person_decided_or_corrected_stays(filled):
    fee = next(e for e in review_queue(filled, 99).entries if "a fee" in e.what)
    said = [filled.store.statement(one, filled.allowed()) for one in fee.evidence]
    low = next(one for one in said if one.property.startswith("amount"))
    other = next(one for one in said if one.property == "currency")
    corrected = correct(filled, low.id, "50", "person", "heard it").now.id
    decide(filled, "accept", [other.id], "heard it")
    step = look_ahead(filled, "reject", Chosen(report="IR 1"))
    assert {low.id, other.id, corrected}.isdisjoint(step.ids)
    assert step.ids


def test_more_than_fits_in_one_step_waits_for_the_next(filled, monkeypatch):
    monkeypatch.setattr(bulk, "MOST_AT_ONCE", 3)
    step, _ = decide_in_bulk(filled, "accept", Chosen(report="IR 1"), "checked")
    assert len(step.ids) == 3
    again = look_ahead(filled, "accept", Chosen(report="IR 1"))
    assert again.rest == step.rest - 3
    assert set(again.ids).isdisjoint(step.ids)


def test_it_is_in_the_log_and_takes_a_role_and_a_reason(filled):
    auditor = dataclasses.replace(
        filled, viewer=Viewer("x", "Drava Hub", frozenset({Role.AUDITOR}))
    )
    with pytest.raises(NotPermitted):
        look_ahead(auditor, "reject", Chosen(report="IR 1"))
    with pytest.raises(WrongUse, match="reason"):
        decide_in_bulk(filled, "reject", Chosen(report="IR 1"), " ")
    decide_in_bulk(filled, "reject", Chosen(report="IR 1"), "misread by the machine")
    entry = next(e for e in filled.store.audit() if e["reason"] == "misread by the machine")
    assert (entry["operation"], "IR 1" in entry["what"]) == ("alteration", True)
