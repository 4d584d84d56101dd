"""An officer's day: a report comes in, is looked at, decided on, briefed, logged and erased."""

from pathlib import Path

import pytest

REPORT = """Originator: Drava Border Unit
URN: IR 004711
Title: Van at the river
Date of information: 2025-03-02
Date of record: 2025-03-04
Grading: 2D-P

1. Organiser Zlatan Primerović (+381 64 555 01 17) runs a van from Subotica to Horgos. [1B-P]
2. The driver Agron Shembulli, phone +355 69 555 0142, was called by Zlatan Primerović. [2C-P]
3. The fee is EUR 3,500-5,000 per person. [2D-P]
"""


@pytest.fixture
def report(tmp_path) -> Path:
    path = tmp_path / "ir_004711.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def person(headwater, node, name: str) -> str:
    """The id under which the review queue shows a person of that name."""
    queue = headwater("review", "--people", "--find", name, *node, "--json").json["queue"]
    return queue[0]["about"][0]


def test_a_report_comes_in_with_its_items_graded_one_by_one(headwater, node, report):
    answer = headwater("add", report, *node, "--json")
    assert answer.code == 0
    assert answer.json["receipt"]["items"] == 3
    document = headwater("read", report, "--json").json
    assert [item["grade"] for item in document["reports"][0]["items"]] == ["1B", "2C", "2D"]


def test_the_same_file_twice_is_here_already(headwater, node, report):
    headwater("add", report, *node)
    again = headwater("add", report, *node, "--json")
    assert again.json["receipt"]["already_here"] == 1
    assert again.json["receipt"]["statements"] == 0


def test_nobody_is_ranked_until_a_person_decides(headwater, node, report):
    headwater("add", report, *node)
    before = headwater(
        "analyse", "organisers.ranking", "--set", "include_proposed=yes", *node, "--json"
    )
    assert before.json["rows"] == []
    for name in ("Zlatan Primerović", "Agron Shembulli"):
        decided = headwater(
            "categorise", person(headwater, node, name), "suspect", "--case", "Drava",
            "--reason", "named as organiser in IR 004711", *node, "--json",
        )  # fmt: skip
        assert decided.code == 0, decided.out
    after = headwater(
        "analyse", "organisers.ranking", "--set", "include_proposed=yes", *node, "--json"
    ).json
    assert {row["name"] for row in after["rows"]} == {"Zlatan Primerović", "Agron Shembulli"}
    assert any("nobody has accepted" in caveat for caveat in after["caveats"])


def test_a_person_being_moved_leaves_every_ranking(headwater, node, report):
    headwater("add", report, *node)
    who = person(headwater, node, "Agron Shembulli")
    for category in ("suspect", "being_moved"):
        headwater("categorise", who, category, "--case", "Drava", "--reason", "r", *node)
    finding = headwater(
        "analyse", "organisers.ranking", "--set", "include_proposed=yes", *node, "--json"
    )
    assert "Shembulli" not in finding.out


def test_a_look_without_a_purpose_is_refused(headwater, node, report):
    for command in (["picture"], ["analyse", "routes.map"], ["review"], ["log"], ["review-due"]):
        answer = headwater(*command, *node[:4], "--json")
        assert answer.code == 2
        assert "purpose" in answer.json["error"]["what"]


def test_a_stranger_is_not_let_in(headwater, node, report):
    answer = headwater("picture", "--node", node[1], "--as", "stranger", "--purpose", "p", "--json")
    assert answer.code == 3


def test_accepting_and_rejecting_changes_the_picture_and_can_be_seen(headwater, node, report):
    headwater("add", report, *node)
    entry = next(
        e
        for e in headwater("review", "--limit", 200, *node, "--json").json["queue"]
        if "a fee: EUR 3,500 to 5,000 per person" in e["what"]
    )
    first = headwater("picture", *node, "--json").json["picture"]
    done = headwater("review", "reject", entry["id"], "--reason", "misread", *node, "--json")
    assert done.code == 0
    assert headwater("picture", *node, "--json").json["picture"] != first


def test_one_decision_takes_a_whole_entry_or_a_whole_item(headwater, node, report):
    headwater("add", report, *node)
    queue = headwater("review", "--limit", 200, *node, "--json").json["queue"]
    fee = next(entry for entry in queue if "a fee: " in entry["what"])
    assert fee["sentence"] == "The fee is >>EUR 3,500-5,000 per person<<."
    assert (fee["grade"], fee["report"]) == ("2D-P", "IR 004711: Van at the river")
    done = headwater("review", "accept", fee["id"], "--reason", "heard it", *node, "--json")
    assert len(done.json["decided"]) == len(fee["evidence"]) > 1
    again = headwater("review", "accept", fee["id"], "--reason", "heard it", *node)
    assert (again.code, "that waits" in again.err) == (2, True)
    whole = headwater("review", "reject", "IR 004711#2", "--reason", "misread", *node, "--json")
    assert whole.code == 0
    left = headwater("review", "--limit", 200, *node, "--json").json["queue"]
    assert {e["id"] for e in left} < {e["id"] for e in queue}
    assert not any(one.startswith("IR 004711#2.") for entry in left for one in entry["evidence"])


def test_the_queue_shows_each_sentence_to_whoever_reads_it(headwater, node, report):
    headwater("add", report, *node)
    shown = headwater("review", "--find", "zlatan primerovic", *node).out
    assert ">>Zlatan Primerović<<" in shown
    assert "[1B-P] IR 004711: Van at the river" in shown
    assert headwater("review", "--find", "no such words", *node).out == "Nothing found.\n"
    assert headwater("review", "--joined", *node).out == "Nothing is joined.\n"
    assert headwater("review", "--limit", 0, *node).code == 2


def test_a_person_is_categorised_by_a_name_that_only_one_bears(headwater, node, report):
    headwater("add", report, *node)
    decision = ("suspect", "--case", "Drava", "--reason", "r")
    assert headwater("categorise", "Agron Shembulli", *decision, *node).code == 0
    assert "What is Agron" not in headwater("review", "--people", *node).out
    refused = headwater("categorise", "Zlatan Primerović", *decision, *node)
    assert refused.code == 2
    assert "IR 004711#2@" in refused.err
    assert "IR 004711#1@" in refused.err
    names = headwater("review", "--find", "Primerovic", "--limit", 200, *node, "--json").json
    (pair,) = (entry["id"] for entry in names["queue"] if entry["kind"] == "pair")
    assert headwater("review", "different", pair, "--reason", "two men", *node).code == 0
    again = headwater("review", "--limit", 200, *node, "--json").json["queue"]
    assert all(entry["kind"] != "pair" for entry in again)


def test_a_join_by_rule_is_listed_and_undone_once(headwater, node, report, tmp_path):
    other = tmp_path / "other.txt"
    text = "URN: IR 9\n\n1. Zlatan Primerovic, phone +381 64 555 01 17, was seen. [2D-P]\n"
    other.write_text(text, encoding="utf-8")
    headwater("add", report, other, *node)
    (entry,) = headwater("review", "--joined", *node, "--json").json["queue"]
    assert "Zlatan Primerovic" in entry["what"]
    assert len(entry["sources"]) == 2
    undo = ("review", "undo", entry["id"], "--reason", "a shared phone", *node)
    assert headwater(*undo).code == 0
    assert headwater("review", "--joined", *node).out == "Nothing is joined.\n"
    again = headwater(*undo)
    assert again.code == 2
    assert "already undone" in again.err


def test_a_merge_and_its_undoing_leave_the_same_picture(headwater, node, report):
    headwater("add", report, *node)
    left, right = (person(headwater, node, n) for n in ("Zlatan Primerović", "Agron Shembulli"))
    before = headwater("picture", *node, "--json").json["picture"]
    made = headwater("review", "same", left, right, "--reason", "test", *node, "--json").json
    assert headwater("picture", *node, "--json").json["picture"] != before
    undone = headwater("review", "undo", made["decided"][0], "--reason", "wrong", *node, "--json")
    assert undone.code == 0
    assert headwater("picture", *node, "--json").json["picture"] == before


def test_the_log_tells_who_did_what_and_verifies(headwater, node, report):
    headwater("add", report, *node)
    headwater("picture", *node)
    entries = headwater("log", *node, "--json").json["log"]
    assert {"collection", "consultation"} <= {entry["operation"] for entry in entries}
    assert all(entry["when"] for entry in entries)
    check = headwater("log", "verify", *node, "--json")
    assert check.code == 0
    assert check.json["faults"] == []


def test_erasure_leaves_no_byte(headwater, node, report, tmp_path):
    headwater("add", report, *node)
    headwater("picture", *node)
    done = headwater("erase", "IR 004711", "--reason", "entered in error", *node, "--json")
    assert done.code == 0, done.out
    for path in (tmp_path / "node").rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            for word in ("Primerović", "Shembulli", "004711", "555 0142", "+355695550142"):
                assert word.encode() not in content, f"{word} in {path.name}"
    assert headwater("log", "verify", *node, "--json").code == 0


def test_an_erasure_takes_the_decisions_on_its_people_along(headwater, node, report, tmp_path):
    headwater("add", report, *node)
    decision = ("suspect", "--case", "Drava", "--reason", "r")
    gone = person(headwater, node, "Agron Shembulli")
    other = tmp_path / "other.txt"
    other.write_text(
        "URN: IR 9\n\n1. Organiser Zlatan Primerović (+381 64 555 01 18) was in Horgos. [2D-P]\n",
        encoding="utf-8",
    )
    headwater("add", other, *node)
    for who in (gone, "IR 9#1@m1"):
        assert headwater("categorise", who, *decision, *node).code == 0
    done = headwater("erase", "IR 004711", "--reason", "entered in error", *node, "--json")
    assert done.json["erased"]["decisions"] == 1
    assert done.json["erased"]["reports"] == 2
    headwater("add", report, *node)
    waiting = headwater("review", "--people", "--find", "Agron Shembulli", *node, "--json").json
    assert [entry["id"] for entry in waiting["queue"]] == [gone]
    headwater("erase", gone, "--reason", "entered in error", *node)
    assert headwater("review", "--people", "--find", "Zlatan", *node, "--json").code == 0


def test_the_log_says_what_was_looked_at_and_what_was_erased_from_it(headwater, node, report):
    headwater("add", report, *node)
    told = (*node[:4], "--purpose", "case: who is Agron Shembulli")
    headwater("review", "--find", "Shembulli", *told)
    before = headwater("log", *node).out
    assert "IR 004711" in before
    assert "who is Agron Shembulli" in before
    erased = headwater("erase", "IR 004711", "--reason", "entered in error", *node)
    assert "1 report," in erased.out
    assert " 0 " not in erased.out
    after = headwater("log", *node).out
    assert "consultation (erased)" in after
    assert "None" not in after
    assert "Shembulli" not in after


def test_separation_of_roles_begins_with_the_second_user(headwater, node):
    refused = headwater("user", "add", "ana", "--role", "auditor", "--role", "analyst", *node)
    assert refused.code == 2
    assert headwater("user", "add", "ana", "--role", "auditor", *node).code == 0
    assert headwater("log", *node).code == 3
    as_auditor = ("--node", node[1], "--as", "ana", "--purpose", "inspection")
    assert headwater("log", *as_auditor).code == 0
    assert headwater("picture", *as_auditor).code in (0, 3)


def test_what_is_not_built_yet_says_so(headwater):
    answer = headwater("plan", "--json")
    assert answer.code == 2
    assert "not built yet" in answer.json["error"]["what"]
