"""A script decides in its owner's name what its owner may decide."""

from headwater.node import categorise


def test_a_pair_is_decided_and_taken_back(staff):
    script = staff.script("ana", "read", "review")
    pair = next(e for e in script.get("/api/review").json()["entries"] if e["kind"] == "pair")
    wish = {"decision": "different", "ids": pair["about"], "reason": "another year of birth"}
    made = script.post("/api/review", json=wish).json()["made"]
    undone = {"decision": "undo", "ids": made, "reason": "read again"}
    assert script.post("/api/review", json=undone).status_code == 201


def test_nothing_is_decided_on_what_is_not_there(staff):
    script = staff.script("ana", "review")
    wish = {"decision": "accept", "ids": ["IR 99#1.1"], "reason": "read"}
    answer = script.post("/api/review", json=wish)
    assert answer.status_code == 422
    assert answer.json()["error"]["what"]


def test_nothing_is_decided_on_whom_the_purpose_leaves_out(staff):
    script = staff.script("ana", "read", "review")
    phone = script.get("/api/statements/one", params={"id": "IR 1#2.1"}).json()["statement"]
    categorise(staff.node("ana"), phone["entity"], "victim", "Drava", "was made to drive")
    script.headers["X-Purpose"] = "what is new"
    answers = []
    for one in ("IR 1#2.1", "IR 99#1.1"):
        wish = {"decision": "reject", "ids": [one], "reason": "read"}
        answer = script.post("/api/review", json=wish)
        answers.append((answer.status_code, answer.text.replace(one, "ID")))
    assert answers[0] == answers[1]
