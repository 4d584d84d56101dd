"""Everybody looks after their own way in, and nobody after another's."""

from datetime import timedelta

from headwater.node.access import sessions
from tests.desk.staff import HOME, PASSWORD


def test_the_settings_say_in_words_what_one_may_do(staff):
    shown = staff.browser("ana").get("/settings").text
    assert "analyst: reads, decides on statements and matches, runs methods" in shown
    assert "up to OFFICIAL-SENSITIVE" in shown


def test_one_ends_ones_own_session_and_nobody_elses(staff):
    ana, other = staff.browser("ana"), staff.browser("ana")
    sara = staff.browser("sara")
    theirs = sessions.listed(staff.gate, "sara")[-1].handle
    assert staff.send(ana, "/settings/sessions/end", session=theirs).status_code == 400
    assert sara.get("/settings").status_code == 200
    mine = sessions.listed(staff.gate, "ana")[-1].handle
    assert staff.send(ana, "/settings/sessions/end", session=mine).status_code == 303
    assert other.get("/settings").headers["location"].startswith("/enter")


def test_a_new_password_ends_every_session_of_its_owner(staff):
    omar, elsewhere = staff.browser("omar"), staff.browser("omar")
    wrong = staff.send(omar, "/settings/password", old="x" * 14, new="wide calm water at dusk")
    assert wrong.status_code == 403
    right = staff.send(omar, "/settings/password", old=PASSWORD, new="wide calm water at dusk")
    assert right.headers["location"].startswith("/enter")
    assert elsewhere.get("/settings").headers["location"].startswith("/enter")


def test_new_recovery_codes_let_in_and_are_shown_once(staff):
    sara = staff.browser("sara")
    shown = staff.send(sara, "/settings/recovery", password=PASSWORD).text
    code = shown.partition("<code>")[2].partition("</code>")[0]
    assert code
    form = {"name": "sara", "password": PASSWORD}
    asked = staff.browser().post("/enter", data=form).text
    challenge = asked.partition('name="challenge" value="')[2].partition('"')[0]
    let_in = staff.browser().post("/enter/code", data={"challenge": challenge, "code": code})
    assert let_in.status_code == 303
    assert HOME in staff.browser("sara").get("/settings").text


def test_a_password_alone_gets_no_recovery_codes_at_a_desk_that_somebody_left_open(staff):
    kosta = staff.browser("kosta")
    staff.ahead += timedelta(minutes=15)
    asked = staff.send(kosta, "/settings/recovery", password=PASSWORD)
    assert asked.headers["location"] == "/prove?then=/settings"
    assert "Show your code to make new recovery codes" in kosta.get("/settings").text
    staff.send(kosta, "/prove", code=staff.code("kosta"), then="/settings")
    assert "<code>" in staff.send(kosta, "/settings/recovery", password=PASSWORD).text


def test_the_language_is_kept_in_the_browser_and_one_that_is_not_there_is_refused(staff):
    ana = staff.browser("ana")
    assert staff.send(ana, "/settings/language", language="sr").status_code == 303
    assert '<html lang="sr">' in ana.get("/settings").text
    assert staff.send(ana, "/settings/language", language="xx").status_code == 400
    assert (
        '<html lang="bg">'
        in staff.browser().get("/enter", headers={"Accept-Language": "de, bg;q=0.8, en;q=0.5"}).text
    )
