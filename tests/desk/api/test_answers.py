"""Every refusal to a script is told in the same form."""


def test_without_a_token_or_a_purpose_the_answer_says_what_to_send(staff):
    stranger = staff.browser()
    assert stranger.get("/api/reports", headers={"X-Purpose": "x"}).status_code == 401
    script = staff.script("ana")
    del script.headers["X-Purpose"]
    unsaid = script.get("/api/reports")
    assert unsaid.status_code == 400
    assert "x-purpose" in unsaid.json()["error"]["why"].lower()
    assert set(unsaid.json()["error"]) == {"what", "where", "why", "do"}
