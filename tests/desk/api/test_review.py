"""A script decides in its owner's name what its owner may decide."""


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
