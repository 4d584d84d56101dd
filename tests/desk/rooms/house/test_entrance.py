"""At the entrance."""

import re
from datetime import timedelta
from html import unescape

import pytest
from pyotp import parse_uri

from headwater.desk.rooms.house.entrance import inside
from headwater.draw import scan_code
from headwater.node import add_user
from headwater.node.access import accounts
from tests.desk.staff import PASSWORD


@pytest.mark.parametrize(
    "then",
    [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "",
        "/a\nb",
        "/\t/evil.example",
        "javascript:1",
    ],
)
def test_nobody_is_sent_on_to_another_site(then):
    assert inside(then) == "/"


def test_the_address_that_a_demonstration_shows_lets_in_once(enter):
    first, second = enter(), enter()
    let_in = first.get("/welcome/once", follow_redirects=False)
    assert let_in.headers["location"] == "/"
    assert "HttpOnly" in let_in.headers["set-cookie"]
    assert "samesite=strict" in let_in.headers["set-cookie"].lower()
    assert second.get("/welcome/once", follow_redirects=False).headers["location"] == "/enter"


@pytest.mark.parametrize(
    "spellings",
    [
        ["omar", "OMAR", " Omar ", "ｏｍａｒ", "om\u200bar", "o\u00admar"],
        ["omar"],
    ],
)
def test_no_other_spelling_or_method_gets_around_the_limit_on_logins(staff, spellings):
    stranger = staff.browser()
    answers = []
    for turn in range(12):
        name = spellings[turn % len(spellings)]
        answers.append(stranger.post("/enter", data={"name": name, "password": "x" * 14}))
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["retry-after"]) >= 1
    assert "Try again in" in answers[-1].text.replace("try again in", "Try again in")
    for path in ("/ENTER", "/enter/", "//enter", "/./enter", "/%65nter"):
        tried = stranger.post(path, data={"name": "omar", "password": PASSWORD})
        assert tried.status_code in (403, 404, 405, 429), path
    for method in ("PUT", "PATCH", "DELETE", "HEAD"):
        assert stranger.request(method, "/enter").status_code == 405
    overridden = {"X-HTTP-Method-Override": "GET", "X-Method-Override": "GET"}
    form = {"name": "omar", "password": PASSWORD, "_method": "GET"}
    assert stranger.post("/enter", data=form, headers=overridden).status_code == 429
    # Nobody is locked out for long.
    staff.ahead += timedelta(minutes=2)
    assert 'name="challenge"' in stranger.post("/enter", data=form).text


def test_a_challenge_and_a_session_are_used_once_and_by_nobody_else(staff):
    form = {"name": "sara", "password": PASSWORD}
    asked = staff.browser().post("/enter", data=form).text
    challenge = asked.partition('name="challenge" value="')[2].partition('"')[0]
    theirs = {"challenge": challenge, "code": staff.code("ana")}
    assert staff.browser().post("/enter/code", data=theirs).status_code == 403
    own = {"challenge": challenge, "code": staff.code("sara")}
    assert staff.browser().post("/enter/code", data=own).status_code == 303
    assert staff.browser().post("/enter/code", data=own).status_code == 403  # replayed
    browser = staff.browser("sara")
    staff.send(browser, "/leave")
    assert browser.get("/settings").headers["location"].startswith("/enter")


def test_a_code_that_was_used_is_answered_with_wait_for_the_next_as_any_other(staff):
    staff.ahead += timedelta(minutes=2)
    code = staff.code("sara")
    answers = []
    for tried in (code, code, "000000"):
        form = {"name": "sara", "password": PASSWORD}
        asked = staff.browser().post("/enter", data=form).text
        challenge = asked.partition('name="challenge" value="')[2].partition('"')[0]
        given = {"challenge": challenge, "code": tried}
        answers.append(staff.browser().post("/enter/code", data=given))
    first, again, wrong = answers
    assert (first.status_code, again.status_code) == (303, 403)
    first_form, last_form = (_without_challenge(answer.text) for answer in (again, wrong))
    assert first_form == last_form
    assert "wait until your authenticator shows the next" in again.text


def _without_challenge(page: str) -> str:
    return re.sub(r'name="challenge" value="[^"]+"', "", page)


def test_a_wrong_password_is_asked_for_again_with_the_name_still_there(staff):
    form = {"name": "omar", "password": "x" * 14, "then": "/reports"}
    answer = staff.browser().post("/enter", data=form)
    assert answer.status_code == 403
    assert 'value="omar"' in answer.text
    assert 'name="then" value="/reports"' in answer.text
    assert "x" * 14 not in answer.text


def test_the_code_to_scan_holds_the_address_whose_codes_the_gate_takes(staff):
    staff.ahead += timedelta(minutes=2)
    add_user(staff.node("ivo"), "nadia", ["officer"], [], 0)
    invitation = accounts.invite(staff.node("ivo"), "nadia")
    browser = staff.browser()
    page = browser.post("/join", data={"code": invitation, "password": PASSWORD}).text
    address = unescape(re.search(r'href="(otpauth:[^"]+)"', page)[1])
    assert f'd="{scan_code(address).path}"' in page
    key = parse_uri(address).secret
    assert key == re.search(r'<code class="key">([A-Z2-7 ]+)</code>', page)[1].replace(" ", "")
    staff.keys["nadia"] = key
    wrong = browser.post("/join/code", data={"code": invitation, "one_time_code": "12"})
    assert wrong.status_code == 403
    assert key not in wrong.text.replace(" ", "")  # whoever else has the invitation learns no key
    joined = browser.post(
        "/join/code", data={"code": invitation, "one_time_code": staff.code("nadia")}
    )
    assert "Write these down" in joined.text


def test_a_password_that_would_be_guessed_leaves_the_invitation_in_its_field(staff):
    invitation = accounts.invite(staff.node("ivo"), "omar")
    answer = staff.browser().post("/join", data={"code": invitation, "password": "a" * 14})
    assert answer.status_code == 400
    assert f'value="{invitation}"' in answer.text


def test_what_was_sent_after_the_session_had_ended_is_told_as_not_kept(staff):
    stranger = staff.browser()
    sent = stranger.post("/settings/language", data={"language": "sq"})
    assert sent.headers["location"].endswith("&lost=true")
    assert "What you sent was not kept" in stranger.get(sent.headers["location"]).text
    asked = stranger.get("/reports").headers["location"]
    assert "What you sent" not in stranger.get(asked).text


def test_a_purpose_that_says_nothing_is_asked_for_again_where_it_was(staff):
    ana = staff.browser("ana")
    answer = staff.send(ana, "/purpose", purpose="case: ", then="/reports")
    assert answer.status_code == 400
    assert "A case purpose must name its case" in answer.text
    assert 'name="then" value="/reports"' in answer.text
    assert "--purpose" not in staff.send(ana, "/purpose", purpose="  ").text


def test_the_example_of_a_purpose_is_one_of_ones_own_work(staff):
    assert "<i>case: " in staff.browser("ana").get("/purpose").text
    assert "<i>audit: " in staff.browser("vera").get("/purpose").text
