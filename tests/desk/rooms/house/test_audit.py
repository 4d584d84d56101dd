"""The auditor finds who saw what, when and why; nobody else reads the log."""

import re
from html import unescape

import pytest

from headwater.node.access import break_glass

PAGES = ("/audit", "/audit/glass", "/audit/door", "/audit/verify")


@pytest.mark.parametrize("path", PAGES)
def test_nobody_but_the_auditor_reads_the_log(staff, path):
    for name in ("ana", "sara", "ivo"):
        answer = staff.browser(name).get(path)
        assert answer.status_code == 403
        assert "It takes the role auditor" in answer.text.replace("it takes", "It takes")
    assert staff.browser("vera").get(path).status_code == 200


def test_the_auditor_finds_who_opened_a_report_and_what_for(staff):
    staff.browser("omar").get("/reports/read?urn=IR+1")
    vera = staff.browser("vera")
    shown = vera.get("/audit?about=IR+1&operation=consultation").text
    assert "omar" in shown
    assert "who supplies the boats" in shown
    assert "Nothing in the log fits" in vera.get("/audit?about=IR+1&who=sara").text
    assert "Nothing in the log fits" in vera.get("/audit?until=2020-01-01").text


def test_the_auditor_finds_by_name_who_looked_and_reads_neither_id_nor_whether_one_is_here(staff):
    staff.browser("omar").get("/reports/read?urn=IR+1")
    vera = staff.browser("vera")
    shown = vera.get("/audit?about=Goran+Izmišljeni&who=omar").text
    assert "a report in which they stand" in shown
    assert "IR 1" not in shown
    assert "Nothing in the log fits" in vera.get("/audit?about=Nobody+Atall").text


def test_the_words_that_somebody_sought_stand_behind_a_link(staff):
    staff.browser("omar").get("/search?q=Pashaj")
    vera = staff.browser("vera")
    shown = vera.get("/audit?who=omar&operation=consultation").text
    assert "Pashaj" not in shown
    link = re.search(r'href="(/audit\?[^"]*entry=\d+)#', shown)[1]
    assert "Pashaj" in vera.get(unescape(link)).text


def test_broken_glass_is_shown_a_page_at_a_time(staff, monkeypatch):
    monkeypatch.setattr("headwater.desk.rooms.house.audit.ENTRIES_A_PAGE", 1)
    for urn in ("IR 7", "IR 8"):
        break_glass.ask(staff.node("sara"), urn, "the boat leaves tonight", life_at_risk=True)
    vera = staff.browser("vera")
    first, second = (vera.get(f"/audit/glass?start={start}").text for start in (0, 1))
    assert "IR 8" in first
    assert "IR 7" not in first
    assert 'href="/audit/glass?start=1" rel="next"' in first
    assert "IR 7" in second


def test_a_broken_glass_is_cleared_once_with_what_was_found(staff):
    break_glass.ask(staff.node("sara"), "IR 9", "the boat leaves tonight", life_at_risk=True)
    vera = staff.browser("vera")
    shown = vera.get("/audit/glass").text
    assert "the boat leaves tonight" in shown
    notice = shown.partition('name="notice" value="')[2].partition('"')[0]
    assert staff.send(vera, "/audit/glass", notice=notice, note="").status_code == 400
    assert staff.send(vera, "/audit/glass", notice=notice, note="justified").status_code == 303
    assert "justified" in vera.get("/audit/glass").text
    again = staff.send(vera, "/audit/glass", notice=notice, note="once more")
    assert "cleared already" in again.text
    assert (
        staff.send(staff.browser("sara"), "/audit/glass", notice=notice, note="x").status_code
        == 403
    )


def test_the_auditor_reads_in_words_whether_the_log_is_whole(staff):
    assert (
        "each is as it was written, and none is missing"
        in staff.browser("vera").get("/audit/verify").text
    )


def test_the_door_shows_who_tried(staff):
    staff.browser().post("/enter", data={"name": "omar", "password": "x" * 14})
    assert "log-in failed" in staff.browser("vera").get("/audit/door?who=omar").text
