"""What leaves the node is handed to whoever has just shown a code, and to nobody's open desk."""

import re
from datetime import timedelta
from html import unescape

import pytest

from headwater.node.access import break_glass

HANDED_OUT = ["/reports/original?urn=IR%201", "/briefing/file/pdf", "/findings/1/rows/csv"]
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]*)" value="([^"]*)">')


@pytest.fixture
def late(staff):
    """A browser of somebody who signed in a quarter of an hour ago."""

    def browser(name):
        signed_in = staff.browser(name)
        staff.ahead += timedelta(minutes=15)
        signed_in.headers["Referer"] = "http://testserver.local/reports"
        return signed_in

    return browser


@pytest.mark.parametrize("path", HANDED_OUT)
def test_no_file_is_handed_out_at_a_desk_that_somebody_left_open(staff, late, path):
    where = late("ana").get(path).headers["location"]
    assert where.startswith("/prove?then=%2F")
    assert where.endswith("&back=%2Freports")


def test_the_file_comes_once_the_code_is_shown_and_its_page_leads_back(staff, late):
    ana = late("ana")
    asked = ana.get(ana.get(HANDED_OUT[0]).headers["location"])
    hidden = dict(_HIDDEN.findall(asked.text))
    assert hidden["back"] == "/reports"
    wrong = ana.post("/prove", data={**hidden, "code": "000000"})
    assert wrong.status_code == 403
    assert dict(_HIDDEN.findall(wrong.text)) == hidden
    shown = ana.post("/prove", data={**hidden, "code": staff.code("ana")})
    assert 'content="0;url=/reports/original?urn=IR%201"' in shown.text
    assert ana.get(HANDED_OUT[0]).content.startswith(b"URN: IR 1")


def test_no_script_takes_files_along(staff):
    for path in HANDED_OUT:
        answer = staff.script("ana", "read", "analyse").get(path)
        assert answer.status_code == 403
        assert "a person who has just shown a code" in answer.json()["error"]["why"]


def test_the_reason_for_breaking_the_glass_is_not_lost_when_a_code_is_asked_for(staff, late):
    sara = late("sara")
    reason = 'The boat is "off" Dungeness & sinking <now>'
    asked = staff.send(sara, "/reports/glass", urn="IR 77", reason=reason)
    assert asked.status_code == 403
    assert not break_glass.notices(staff.node("vera")).rows
    hidden = {name: unescape(value) for name, value in _HIDDEN.findall(asked.text)}
    sent = {**hidden, "code": staff.code("sara")}
    again = sara.post("/prove", data=sent)
    assert (again.status_code, again.headers["location"]) == (307, "/reports/glass")
    assert sara.post("/reports/glass", data=sent).status_code == 303
    assert break_glass.notices(staff.node("vera")).rows[0].reason == reason
