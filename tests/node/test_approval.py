"""Texts leave the machine only where a supervisor decided so, and the log says to whom."""

import pytest

from headwater.intake import ExtractorChoice
from headwater.model import NotPermitted, WrongUse
from headwater.node import add_reports, add_user, log_entries
from headwater.node.approval import approve_extractors
from headwater.safeguard import Role

ELSEWHERE = ("endpoint:https://models.example.invalid/v1#m",)


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "r.txt"
    path.write_text("A van in Subotica.", encoding="utf-8")
    return path


def disclosures(node):
    return [one for one in log_entries(node) if one["operation"] == "disclosure"]


def test_nobody_sends_texts_elsewhere_without_a_decision(node, report):
    for choice in (
        ExtractorChoice(ELSEWHERE),
        ExtractorChoice(ELSEWHERE, "mira"),
        ExtractorChoice(ELSEWHERE, "nobody we know", "trial"),
    ):
        with pytest.raises(NotPermitted):
            add_reports(node, [report], extractors=choice)
    assert disclosures(node) == []


def test_a_decision_is_in_the_log_with_who_and_to_whom(node):
    approve_extractors(node, ExtractorChoice(ELSEWHERE, "mira", "trial"))
    (entry,) = disclosures(node)
    assert entry["recipient"] == "models.example.invalid"
    assert "approved by mira: trial" in entry["reason"]


def test_an_extractor_on_this_machine_needs_no_decision_and_no_entry(node, report):
    choice = ExtractorChoice(("endpoint:http://127.0.0.1:9/v1",))
    receipt = add_reports(node, [report], extractors=choice)
    assert receipt.reports == 1  # nothing listens there, and the report is read without it
    assert any("does not answer" in note.why for note in receipt.refusals)
    assert disclosures(node) == []


def test_with_two_users_nobody_approves_of_their_own_sending(node, report):
    add_user(node, "jovan", [Role.SUPERVISOR], [], 1)
    with pytest.raises(NotPermitted):
        add_reports(node, [report], extractors=ExtractorChoice(ELSEWHERE, "mira", "trial"))


def test_an_extractor_that_is_not_here_stops_before_anything_is_read(node, report):
    with pytest.raises(WrongUse):
        add_reports(node, [report], extractors=ExtractorChoice(("spacy:no_such_pipeline",)))
    assert node.store.reports(node.allowed()).num_rows == 0
