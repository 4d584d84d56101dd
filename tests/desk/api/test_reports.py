"""A script brings a report in and reads it back, within its token and no further."""

from typing import get_args

from headwater.desk.api.reports import Says
from headwater.node import categorise
from headwater.node.reading import adding


def test_a_script_adds_a_report_and_finds_the_sentence_behind_a_statement(staff):
    script = staff.script("omar", "read", "add")
    text = (
        "URN: IR 7\nOriginator: Drava Unit\nDate: 2026-10-09\n\n1. A van went to Horgos. [2D-P]\n"
    )
    receipt = script.post("/api/reports", json={"name": "seven.txt", "text": text}).json()
    assert receipt["reports"] == ["IR 7"]
    listed = script.get("/api/reports").json()
    assert (listed["reports"][0]["urn"], listed["whole"]) == ("IR 7", 3)
    read = script.get("/api/reports/one", params={"urn": "IR 1"}).json()
    first = read["items"][0]["statements"][0]
    behind = script.get("/api/statements/one", params={"id": first["id"]}).json()
    assert behind["statement"] == first
    assert first["text"] in behind["sentence"]


def test_a_token_that_may_only_read_adds_nothing(staff):
    sent = staff.script("omar", "read").post("/api/reports", json={"name": "a.txt", "text": "x"})
    assert sent.status_code == 403
    assert sent.json()["error"]["what"] == "this token may not add"


def test_what_is_not_there_and_what_is_not_for_you_are_told_alike(staff):
    script = staff.script("ana")
    for path, id_ in (("reports/one?urn=", "IR 99"), ("statements/one?id=", "IR 99#1.1")):
        assert script.get(f"/api/{path}{id_}").status_code == 404


def test_a_script_adds_what_was_missed_and_takes_it_back(staff):
    script = staff.script("omar", "read", "review")
    sent = {
        "item": "IR 1#1",
        "says": "role",
        "given": {"member": "Goran Izmišljeni", "role": "broker"},
        "reason": "read there",
        "words": "organiser of the group",
    }
    answer = script.post("/api/statements", json=sent)
    assert answer.status_code == 201
    made, added = answer.json()["made"], answer.json()["statements"]
    assert [one["property"] for one in added] == ["member", "role"]
    assert {one["status"] for one in added} == {"accepted"}
    again = script.post("/api/statements", json=sent)
    assert (again.status_code, again.json()["error"]["what"]) == (
        422,
        "the item says so already",
    )
    undone = {"decision": "undo", "ids": made[:1], "reason": "not said there"}
    assert script.post("/api/review", json=undone).status_code == 201
    for one in added:
        now = script.get("/api/statements/one", params={"id": one["id"]}).json()
        assert now["statement"]["status"] == "rejected"


def test_what_can_be_added_is_described(staff):
    assert set(get_args(Says)) == set(adding.forms())
    document = staff.script("ana").get("/schema/openapi.json").json()
    told = document["paths"]["/api/statements"]["post"]["description"]
    for word, form in adding.forms().items():
        assert word in told
        for field in form.fields:
            assert f"`{field.name}`{'*' if field.needed else ''}" in told


def test_nothing_is_added_where_somebody_is_left_out_for_the_purpose(staff):
    categorise(staff.node("ana"), "IR 1#1@m1", "victim", "Drava", "was made to drive")
    script = staff.script("ana", "review")
    sent = {"item": "IR 1#1", "says": "organisation", "given": {"name": "Horgos"}, "reason": "r"}
    script.headers["X-Purpose"] = "what is new"
    answer = script.post("/api/statements", json=sent)
    assert answer.status_code == 422
    assert "left out for your purpose" in answer.json()["error"]["what"]
    script.headers["X-Purpose"] = "case: Drava, who supplies the boats"
    assert script.post("/api/statements", json=sent).status_code == 201


def test_a_token_that_may_only_read_adds_nothing_that_was_missed(staff):
    sent = {"item": "IR 1#1", "says": "person", "given": {"name": "Horgos"}, "reason": "r"}
    answer = staff.script("ana", "read", "add").post("/api/statements", json=sent)
    assert answer.status_code == 403
