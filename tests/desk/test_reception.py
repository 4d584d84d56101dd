"""Nobody gets in, and nothing changes, without a sign-in, a purpose and a form of ours."""

import pytest

from headwater.desk.reception import STRANGERS_SEND
from tests.desk.conftest import PURPOSE

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def test_a_stranger_is_sent_to_the_entrance_and_then_back(enter):
    answer = enter().get("/reports?start=50", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/enter?then=%2Freports%3Fstart%3D50"


def test_whoever_signs_in_is_asked_once_what_for(enter):
    ana = enter("ana", purpose="")
    assert ana.get("/", follow_redirects=False).headers["location"] == "/purpose?then=%2F"
    form = {"purpose": PURPOSE, "then": "/reports", "csrf": "csrf of ana"}
    assert ana.post("/purpose", data=form, follow_redirects=False).headers["location"] == "/reports"
    assert PURPOSE in ana.get("/").text


@pytest.mark.parametrize(
    ("form", "headers"),
    [
        ({}, {}),
        ({"csrf": "csrf of vera"}, {}),
        ({"csrf": "csrf of ana"}, {"Origin": "https://elsewhere.example"}),
        ({"csrf": "csrf of ana"}, {"Sec-Fetch-Site": "cross-site"}),
        ({"csrf": "csrf of ana"}, {"Sec-Fetch-Site": "same-site"}),
    ],
)
def test_a_form_of_another_site_changes_nothing(enter, door, form, headers):
    ana = enter("ana")
    sent = {"purpose": "case: something else", **form}
    assert ana.post("/purpose", data=sent, headers=headers).status_code == 403
    assert door.purposes["ana"] == PURPOSE


def test_a_script_with_a_token_reads_and_is_told_of_trouble_as_json(enter):
    script = enter()
    signed = {"Authorization": "Bearer token of ana"}
    assert script.get("/reports", headers={**signed, "X-Purpose": PURPOSE}).status_code == 200
    unsaid = script.get("/reports", headers=signed)
    assert "header X-Purpose" in unsaid.json()["error"]["do"]
    guessed = {"Authorization": "Bearer guessed", "X-Purpose": PURPOSE}
    assert script.get("/reports", headers=guessed).status_code == 403


def test_a_script_changes_nothing_where_no_scope_is_meant_for_it(enter, door):
    headers = {"Authorization": "Bearer token of ana", "X-Purpose": PURPOSE}
    assert enter().post("/purpose", data={"purpose": "x"}, headers=headers).status_code == 401


def test_another_kind_of_authorization_does_not_get_around_the_form(enter, door):
    ana = enter("ana")
    headers = {"Authorization": "Basic YTpi"}
    sent = ana.post("/purpose", data={"purpose": "case: other"}, headers=headers)
    assert sent.status_code == 403
    assert door.purposes["ana"] == PURPOSE


@pytest.mark.parametrize("path", ["/enter", "/join", "/reports/write", "/reports/files"])
def test_what_a_stranger_sends_is_short_or_not_read_at_all(enter, path):
    long = "name=" + "a" * STRANGERS_SEND
    answer = enter().post(path, content=long, headers=FORM, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/enter")


@pytest.mark.parametrize("token", ["", "Bearer guessed", "Basic YTpi"])
def test_no_script_gets_long_texts_read_without_a_token(enter, token):
    headers = {"Authorization": token, "X-Purpose": PURPOSE, "Content-Type": "application/json"}
    long = '{"name": "a.txt", "text": "%s"' % ("a" * STRANGERS_SEND)  # no JSON: it has no end
    answer = enter().post("/api/reports", content=long, headers=headers)
    assert answer.status_code in (401, 403)


def test_signing_out_ends_it(enter):
    ana = enter("ana")
    assert (
        ana.post("/leave", data={"csrf": "csrf of ana"}, follow_redirects=False).status_code == 303
    )
    assert ana.get("/", follow_redirects=False).headers["location"].startswith("/enter")
