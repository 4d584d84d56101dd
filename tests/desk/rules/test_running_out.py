"""A desk that somebody walked away from is closed, whatever its page asks by itself."""

from datetime import timedelta
from html import escape
from types import SimpleNamespace

import pytest

from headwater.desk.reception import SignInNeeded
from headwater.desk.rooms.work.alerts import stream


def test_pages_that_wait_keep_nobody_signed_in(staff):
    ana = staff.browser("ana")
    for _ in range(3):
        staff.ahead += timedelta(minutes=11)
        answers = [ana.get(path) for path in ("/findings/1/state", "/findings/1/card")]
    assert {answer.headers["location"].partition("?")[0] for answer in answers} == {"/enter"}


def test_a_stream_of_alerts_ends_when_its_reader_has_been_away(staff):
    ana, reception = staff.browser("ana"), staff.app.state.reception
    open_page = SimpleNamespace(headers={}, cookies=dict(ana.cookies), route_handler=stream)
    for _ in range(2):
        staff.ahead += timedelta(minutes=14)
        assert reception.guest(open_page).viewer.name == "ana"
    staff.ahead += timedelta(minutes=3)
    with pytest.raises(SignInNeeded):
        reception.guest(open_page)


WRITTEN = "A grey van stood at Horgos; <b>three</b> men unloaded engines."


def test_a_report_that_took_longer_to_write_than_the_session_lasts_is_given_back(staff):
    omar = staff.browser("omar")
    form = {"originator": "Drava Unit", "record": "2026-10-02", "text-1": WRITTEN, "source-1": "2"}
    staff.ahead += timedelta(minutes=31)
    omar.headers["Referer"] = "http://testserver.local/reports/new"
    late = staff.send(omar, "/reports/write", **form)
    assert late.status_code == 401
    assert f'<pre dir="auto">{escape(WRITTEN)}</pre>' in late.text
    assert 'name="then" value="/reports/new"' in late.text


def test_so_is_what_was_written_before_somebody_signed_in_anew_in_another_window(staff):
    omar = staff.browser("omar")
    form = {"csrf": "of the session before", "reason": WRITTEN, "urn": "IR 5"}
    refused = omar.post("/reports/glass", data=form)
    assert refused.status_code == 403
    assert escape(WRITTEN) in refused.text


def test_no_other_site_gets_what_it_sends_onto_a_page_of_ours_and_no_password_is_shown(staff):
    form = {"csrf": "none", "reason": WRITTEN, "old": "a password", "new": "another one"}
    omar, elsewhere = staff.browser("omar"), {"Origin": "https://elsewhere.example"}
    for browser in (omar, staff.browser()):
        foreign = browser.post("/settings/password", data=form, headers=elsewhere)
        assert escape(WRITTEN) not in foreign.text
        assert "a password" not in browser.post("/settings/password", data=form).text
