"""A script brings a report in and reads it back, within its token and no further."""


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
