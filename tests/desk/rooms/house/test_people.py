"""An administrator looks after users, sees no intelligence, and gets no more rights by it."""

from html import unescape

from tests.desk.staff import PASSWORD


def test_only_an_administrator_looks_after_people(staff):
    for name in ("ana", "sara", "vera"):
        browser = staff.browser(name)
        assert browser.get("/people").status_code == 403
        assert staff.send(browser, "/people/invite", name="ana").status_code == 403
        assert staff.send(browser, "/people/end", name="ana").status_code == 403
        form = {"name": name, "role-supervisor": "1", "clearance": "3"}
        assert staff.send(browser, "/people", **form).status_code == 403


def test_somebody_new_is_added_invited_and_removed(staff):
    ivo = staff.browser("ivo")
    form = {"name": "mila", "new": "1", "role-officer": "1", "clearance": "1"}
    assert staff.send(ivo, "/people", **form).status_code == 303
    assert "officer: reads, brings reports in" in ivo.get("/people?name=mila").text
    assert staff.send(ivo, "/people", **form).status_code == 400  # not a second one of the name
    shown = staff.send(ivo, "/people/invite", name="mila").text
    code = shown.partition("<code>")[2].partition("</code>")[0]
    joined = staff.browser().post("/join", data={"code": code, "password": PASSWORD})
    assert "Your authenticator" in joined.text
    assert staff.send(ivo, "/people/end", name="mila").status_code == 303
    gone = staff.send(ivo, "/people", name="mila", clearance="1", **{"role-officer": "1"})
    assert gone.status_code == 403  # somebody else removed the user meanwhile
    assert "any more" in gone.text


def test_changed_rights_end_the_sessions_that_were_begun_under_others(staff):
    omar = staff.browser("omar")
    ivo = staff.browser("ivo")
    form = {"name": "omar", "role-liaison": "1", "clearance": "0", "compartments": "sava, drina"}
    assert staff.send(ivo, "/people", **form).status_code == 303
    assert omar.get("/settings").headers["location"].startswith("/enter")
    assert staff.viewer("omar").compartments == {"sava", "drina"}


def test_of_two_administrators_who_change_one_user_the_second_is_told(staff):
    ivo = staff.browser("ivo")
    shown = ivo.get("/people?name=kosta").text
    seen = unescape(shown.partition('name="seen" value="')[2].partition('"')[0])
    form = {"name": "kosta", "clearance": "1", "seen": seen, "compartments": ""}
    first = staff.send(ivo, "/people", **form, **{"role-officer": "1"})
    second = staff.send(ivo, "/people", **form, **{"role-liaison": "1"})
    assert (first.status_code, second.status_code) == (303, 400)
    assert "Somebody else changed what kosta may do" in second.text
    assert staff.viewer("kosta").roles == {"officer"}


def test_nobody_gives_themselves_more_and_the_auditor_has_no_other_role(staff):
    ivo = staff.browser("ivo")
    more = {"name": "ivo", "role-admin": "1", "role-analyst": "1", "clearance": "1"}
    assert staff.send(ivo, "/people", **more).status_code == 403
    both = {"name": "vera", "role-auditor": "1", "role-analyst": "1", "clearance": "1"}
    assert staff.send(ivo, "/people", **both).status_code == 400
    assert staff.viewer("vera").roles == {"auditor"}
    assert "nobody removes themselves" in staff.send(ivo, "/people/end", name="ivo").text.lower()


def test_an_administrator_sees_no_intelligence(staff):
    ivo = staff.browser("ivo")
    for path in ("/", "/reports", "/retention", "/reports/read?urn=IR+1"):
        assert "Horgo" not in ivo.get(path).text
