"""Groups of a node and of plain files; officers split and join them, and take that back."""

import dataclasses

import pytest

from headwater.intake import read_paths
from headwater.model import NotPermitted, WrongUse
from headwater.node import (
    add_reports,
    door_options,
    groups_of_files,
    groups_of_node,
    log_entries,
    regroup,
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


def groups(document):
    return [group["reports"] for group in document["groups"]]


def test_plain_files_are_grouped_with_the_words_that_show_it(files):
    (files / "again.txt").write_bytes((files / "2.txt").read_bytes())
    options = door_options(Viewer("ana", "desk", frozenset()), "", None)
    document, refusals = groups_of_files(read_paths([files], options))
    assert refusals == []
    assert groups(document) == [["IR 0", "IR 1"], ["IR 2"]]
    assert document["groups"][1]["files"] == ["2.txt", "again.txt"]
    (link,) = document["groups"][0]["links"]
    assert (link["tier"], link["source"], link["phrases"]) == ("near copy", "IR 0", [STORY])


def test_two_contents_under_one_urn_are_refused(files):
    (files / "other.txt").write_text("URN: IR 2\n\n1. Something else. [2D-P]\n", encoding="utf-8")
    options = door_options(Viewer("ana", "desk", frozenset()), "", None)
    _, refusals = groups_of_files(read_paths([files], options))
    assert [refusal.urn for refusal in refusals] == ["IR 2"]


def test_a_split_counts_in_the_picture_and_undo_gives_the_same_fingerprint(node, files):
    add_reports(node, [files])
    before = see_picture(node)
    made = regroup(node, "split", ["IR 1"], "its own informant, see file note")
    assert see_picture(node).reports["group"].to_pylist() == ["IR 0", "IR 1", "IR 2"]
    (decision,) = groups_of_node(node)["decisions"]
    assert decision["reason"] == "its own informant, see file note"
    regroup(node, "undo", [made], "the informant read the other report")
    assert see_picture(node).fingerprint == before.fingerprint
    assert groups_of_node(node)["decisions"] == []


def test_a_join_is_logged_with_its_reason(node, files):
    add_reports(node, [files])
    regroup(node, "join", ["IR 0", "IR 2"], "one tip to both")
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
            regroup(node, decision, ids, "why")
    auditor = Viewer("x", "Drava Hub", frozenset({Role.AUDITOR}))
    with pytest.raises(NotPermitted):
        regroup(dataclasses.replace(node, viewer=auditor), "join", ["IR 0", "IR 2"], "why")
