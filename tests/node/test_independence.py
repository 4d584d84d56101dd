"""Groups of a node; officers split and join them, and take that back."""

import dataclasses

import pytest

from headwater.model import NotPermitted, WrongUse
from headwater.node import (
    Grouping,
    add_reports,
    categorise,
    log_entries,
    see_picture,
)
from headwater.safeguard import Role, Viewer

STORY = "The driver slept two nights in the yard behind the old mill and then went on to the lake."


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for number, text in enumerate((STORY, STORY, "A bakery won a prize for bread in the spring.")):
        head = f"URN: IR {number}\nOriginator: Office {number}\nDate: 2025-01-0{number + 1}\n\n"
        (folder / f"{number}.txt").write_text(f"{head}1. {text} [2D-P]\n", encoding="utf-8")
    return folder


def test_a_split_counts_in_the_picture_and_undo_gives_the_same_fingerprint(node, files):
    add_reports(node, [files])
    before = see_picture(node)
    made = Grouping(node).decide("split", ["IR 1"], "its own informant, see file note")
    assert see_picture(node).reports["group"].to_pylist() == ["IR 0", "IR 1", "IR 2"]
    (decision,) = Grouping(node).shown()["decisions"]
    assert decision["reason"] == "its own informant, see file note"
    Grouping(node).decide("undo", [made], "the informant read the other report")
    assert see_picture(node).fingerprint == before.fingerprint
    assert Grouping(node).shown()["decisions"] == []


def test_a_join_is_logged_with_its_reason(node, files):
    add_reports(node, [files])
    Grouping(node).decide("join", ["IR 0", "IR 2"], "one tip to both")
    assert see_picture(node).reports["group"].to_pylist() == ["IR 0"] * 3
    last = [entry for entry in log_entries(node) if entry["operation"] == "combination"][-1]
    assert (last["reason"], "IR 2" in last["what"]) == ("one tip to both", True)


def test_what_cannot_be_decided_is_refused(node, files):
    add_reports(node, [files])
    for decision, ids in (
        ("split", ["IR 2"]),
        ("split", ["IR 9"]),
        ("join", ["IR 0"]),
        ("undo", ["G-0"]),
    ):
        with pytest.raises(WrongUse):
            Grouping(node).decide(decision, ids, "why")
    auditor = Viewer("x", "Drava Hub", frozenset({Role.AUDITOR}))
    with pytest.raises(NotPermitted):
        Grouping(dataclasses.replace(node, viewer=auditor)).decide("join", ["IR 0", "IR 2"], "why")


def test_what_was_decided_here_is_no_group_of_reports(node, tmp_path):
    path = tmp_path / "r.txt"
    text = "Goran Vukčević is the organiser. Besnik Shembulli is the driver."
    path.write_text(f"URN: IR 1\nOriginator: Office 1\n\n1. {text} [2D-P]\n", encoding="utf-8")
    add_reports(node, [path])
    for who in ("Goran Vukčević", "Besnik Shembulli"):
        categorise(node, who, "suspect", "Case 1", "named by two officers")
    groups = Grouping(node).shown()["groups"]
    assert [group["reports"] for group in groups] == [["IR 1"]]
