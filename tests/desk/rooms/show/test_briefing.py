"""The briefing page."""

import re
import time
from base64 import b64encode
from hashlib import sha256
from html import unescape

import pytest

from headwater.desk.rooms.show.briefing import policy_of


@pytest.fixture
def composed(enter):
    desk = enter("ana")
    until = time.monotonic() + 20
    while "In short" not in desk.get("/briefing").text and time.monotonic() < until:
        time.sleep(0.1)
    return desk


def test_it_is_told_in_short_and_read_whole_under_a_policy_of_its_own(composed):
    assert composed.get("/briefing/state").headers["hx-refresh"] == "true"
    told = composed.get("/briefing").text
    assert "In short" in told
    assert "<p>Findings are assessments, never facts" in told
    whole = composed.get("/briefing/preview")
    policy = whole.headers["content-security-policy"]
    assert "style-src 'sha256-" in policy
    assert "unsafe" not in policy
    assert "style-src 'self'" in composed.get("/briefing").headers["content-security-policy"]


def test_its_numbers_lead_to_the_sentences(composed):
    found = re.search(r'href="(/statements\?id=[^"]+)"[^>]*>\[1\]', composed.get("/briefing").text)
    assert "The sentence behind it" in composed.get(unescape(found[1])).text


def test_it_can_be_taken_along(composed):
    answer = composed.get("/briefing/file/md")
    assert answer.headers["content-disposition"] == 'attachment; filename="briefing.md"'
    assert composed.get("/briefing/file/exe").status_code == 400


def test_parts_can_be_left_out_and_the_rest_cannot(composed):
    left = {"leave_out": ["who", "received"], "title": "Short"}
    until = time.monotonic() + 20
    while "In short" not in composed.get("/briefing", params=left).text:
        assert time.monotonic() < until
    page = composed.get("/briefing", params=left).text
    assert page.count(" checked>") == 2
    assert "leave_out=who&amp;leave_out=received" in page
    assert "Left out by whoever" in composed.get("/briefing/file/md", params=left).text
    assert composed.get("/briefing", params={"leave_out": "risk"}).status_code == 400


def test_a_day_that_is_none_is_refused(enter):
    assert enter("ana").get("/briefing", params={"since": "soon"}).status_code == 400


def test_only_the_style_sheet_inside_may_apply():
    digest = b64encode(sha256(b"p {}").digest()).decode()
    assert f"style-src 'sha256-{digest}';" in policy_of("<style>p {}</style>")
    assert "style-src 'none'" in policy_of("<p>")
