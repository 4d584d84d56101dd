"""Tokens and passkeys are made by whoever has just shown a code, and ended by their owner alone."""

from dataclasses import replace
from datetime import timedelta

from headwater.node.access import tokens


def test_a_token_is_shown_once_and_ends(staff):
    ana = staff.browser("ana")
    form = {"name": "import", "scope-read": "1", "days": "30"}
    shown = staff.send(ana, "/settings/tokens", **form).text
    secret = shown.partition("<code>")[2].partition("</code>")[0]
    assert secret.startswith("hw_")
    listed = ana.get("/settings").text
    assert "import" in listed
    assert secret not in listed
    handle = tokens.listed(staff.node("ana"))[0].handle
    theirs = staff.send(staff.browser("sara"), "/settings/tokens/end", token=handle)
    assert theirs.status_code == 400
    assert staff.send(ana, "/settings/tokens/end", token=handle).status_code == 303
    assert tokens.listed(staff.node("ana")) == []


def test_a_token_for_ever_or_for_nothing_is_refused(staff):
    ana = staff.browser("ana")
    for form in ({"days": "9999999", "scope-read": "1"}, {"days": "30"}, {"days": "-1"}):
        assert staff.send(ana, "/settings/tokens", name="n", **form).status_code == 400


def test_whoever_showed_a_code_long_ago_shows_one_again_before_a_token_is_made(staff):
    ana = staff.browser("ana")
    staff.ahead += timedelta(minutes=11)
    assert "Show your code to make one" in ana.get("/settings").text
    form = {"name": "late", "scope-read": "1", "days": "30"}
    asked = staff.send(ana, "/settings/tokens", **form)
    assert asked.status_code == 403
    assert "Your code again" in asked.text
    assert staff.send(ana, "/settings/passkeys/begin").status_code == 403
    assert staff.send(ana, "/prove", code="000000", then="/settings").status_code == 403
    proved = staff.send(ana, "/prove", code=staff.code("ana"), then="/settings")
    assert proved.headers["location"] == "/settings"
    assert "Copy this token now" in staff.send(ana, "/settings/tokens", **form).text


def test_a_passkey_that_nobody_made_opens_nothing(staff):
    stranger = staff.browser()
    asked = stranger.post("/enter/passkey/begin").json()
    for answer in ("", "{}", '{"id": "AAAA"}', "[1]"):
        sent = {"handle": asked["handle"], "answer": answer}
        assert stranger.post("/enter/passkey", data=sent).status_code == 403
    ana = staff.browser("ana")
    offer = staff.send(ana, "/settings/passkeys/begin").json()
    made = {"handle": offer["handle"], "answer": "{}", "name": "my phone"}
    assert staff.send(staff.browser("sara"), "/settings/passkeys", **made).status_code == 403
    assert staff.send(ana, "/settings/passkeys/end", passkey="00").status_code == 400


def test_a_desk_without_a_name_offers_no_passkey_that_no_browser_would_make(staff):
    named, numbered = staff.gate, replace(staff.gate, origin="http://127.0.0.1:8400")
    assert named.takes_passkeys
    assert not numbered.takes_passkeys
    assert not replace(staff.gate, origin="https://[::1]").takes_passkeys
    stranger = staff.browser()
    assert "Sign in with a passkey" in stranger.get("/enter").text
