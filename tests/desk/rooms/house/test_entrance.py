"""At the entrance."""

from datetime import timedelta

import pytest

from headwater.desk.rooms.house.entrance import inside
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
    assert again.text == wrong.text
    assert "wait until your authenticator shows the next" in again.text


def test_the_example_of_a_purpose_is_one_of_ones_own_work(staff):
    assert "<i>case: " in staff.browser("ana").get("/purpose").text
    assert "<i>audit: " in staff.browser("vera").get("/purpose").text
