"""The page of one thing."""

import re
from pathlib import Path

import pytest
from litestar.testing import TestClient

from headwater.desk import Reception
from headwater.desk.reception import COOKIE_ON_LOOPBACK
from headwater.node import add_reports, make_node
from headwater.node.looking import open_house
from headwater.node.workroom import InPlace
from headwater.safeguard import Role
from tests.desk.conftest import PURPOSE, REPORTS, SETTINGS, FakeDoor, app_of, viewer

GORAN = "IR 1#1@m1"
CSRF = {"csrf": "csrf of ana"}


def test_a_person_has_names_statements_ties_and_days(enter):
    text = enter("ana").get("/things", params={"id": GORAN}).text
    assert "<h1" in text
    assert "Goran Izmišljeni" in text
    assert 'href="/statements?id=IR%201%231.1"' in text
    assert "hw-timeline src" in text
    assert "Nobody has decided it" in text


def test_who_is_known_by_a_phone_alone_is_titled_as_its_holder(enter):
    text = enter("ana").get("/things", params={"id": "IR 1#2@m1"}).text
    assert '<h1 dir="auto">holder of +381601234567</h1>' in text


def test_the_timeline_comes_as_a_document_that_leads_to_sentences(enter):
    events = enter("ana").get("/things/timeline.json", params={"id": GORAN}).json()["events"]
    assert events
    assert all(one["href"].startswith(("/statements?", "/reports/read?")) for one in events)


def test_a_look_at_a_thing_is_one_entry_of_the_log_that_names_it(enter, house):
    browser = enter("ana")
    before = len(list(house.store.audit()))
    browser.get("/things", params={"id": GORAN})
    (entry,) = list(house.store.audit())[before:]
    assert (entry["operation"], entry["who"]) == ("consultation", "ana")
    assert GORAN in entry["what"]


def test_a_thing_that_is_not_here_looks_like_one_that_is_not_for_the_viewer(enter):
    here = enter("ivo").get("/things", params={"id": GORAN})
    nowhere = enter("ivo").get("/things", params={"id": "IR 9#1@m1"})
    assert here.status_code == nowhere.status_code == 404
    assert here.text == nowhere.text


def test_what_is_not_here_may_have_come_in_after_the_picture_whoever_asks_for_whatever(
    enter, monkeypatch
):
    asked = [("ivo", GORAN), ("ivo", "IR 9#1@m1"), ("ivo", "nobody")]
    late = "Or it came in after what you see was put together"
    for name, entity in asked:
        assert late not in enter(name).get("/things", params={"id": entity}).text
    monkeypatch.setattr(InPlace, "soon", False)  # as in a large node
    for name, entity in asked:
        assert late in enter(name).get("/things", params={"id": entity}).text


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A desk on a node of its own, which a test may change: decisions, and who looks for what."""
    monkeypatch.setattr("headwater.node.looking.shelf.LONGEST_WAIT", 600.0)
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    node = make_node(tmp_path / "node", "Drava Unit", SETTINGS, "ana", PURPOSE)
    add_reports(node, [tmp_path / name for name in REPORTS])
    node.close()
    house = open_house(tmp_path / "node", SETTINGS)
    door = FakeDoor({"ana": viewer("ana", Role.ANALYST)}, {"ana": PURPOSE})
    client = TestClient(app_of(Reception(house, door)))
    client.cookies.set(COOKIE_ON_LOOPBACK, "ana")
    yield client, door
    house.close()


def test_who_decides_on_a_person_second_is_shown_what_the_first_decided(own):
    browser, _ = own
    page = browser.get("/things", params={"id": GORAN}).text
    seen = re.search(r'name="seen" value="([^"]*)"', page).group(1)
    first = {"id": GORAN, "category": "suspect", "case": "Drava", "reason": "drove the van"}
    assert browser.post("/things/categorise", data={**CSRF, **first, "seen": seen}).url.query
    second = {**first, "category": "witness", "reason": "saw the van", "seen": seen}
    answer = browser.post("/things/categorise", data={**CSRF, **second})
    assert answer.status_code == 409
    assert "drove the van" in answer.text
    assert "saw the van</textarea>" in answer.text


def test_a_person_is_categorised_on_the_page_and_a_victim_is_then_not_named_for_other_purposes(
    own, monkeypatch
):
    monkeypatch.setattr(InPlace, "soon", False)  # as in a large node
    browser, door = own
    decision = {"id": GORAN, "category": "victim", "case": "Drava", "reason": "held in a house"}
    lacking = browser.post("/things/categorise", data={**CSRF, **decision, "reason": " "})
    assert lacking.status_code == 400
    assert "held in a house" not in browser.get("/things", params={"id": GORAN}).text
    browser.post("/things/categorise", data={**CSRF, **decision})
    text = browser.get("/things", params={"id": GORAN}).text
    assert "held in a house" in text
    assert "Goran" in text

    door.purposes["ana"] = "a look at the routes"
    text = browser.get("/things", params={"id": GORAN}).text
    assert "a person who is not named here" in text
    assert "Goran" not in text
    assert "held in a house" not in text
    assert browser.get("/things/timeline.json", params={"id": GORAN}).json() == {"events": []}


def test_what_was_just_decided_is_what_a_person_is_however_old_the_picture(own, monkeypatch):
    monkeypatch.setattr(InPlace, "soon", False)  # as in a large node
    monkeypatch.setattr("headwater.node.looking.shelf._Kept.rested", False)
    browser, _ = own
    assert "Nobody has decided it" in browser.get("/things", params={"id": GORAN}).text
    decision = {"id": GORAN, "category": "suspect", "case": "Drava", "reason": "drove the van"}
    browser.post("/things/categorise", data={**CSRF, **decision})
    text = browser.get("/things", params={"id": GORAN}).text
    assert '<b class="tag category suspect">suspect</b>' in text
    assert "Nobody has decided it" not in text
    assert "Never appears in a ranking" not in text
    assert "stay as they were" in text


def test_a_join_is_taken_back_with_a_reason(own):
    browser, _ = own
    browser.post("/things/undo", data={**CSRF, "id": GORAN, "join": "none", "reason": "x"})
    answer = browser.post("/things/undo", data={**CSRF, "id": GORAN, "join": "none", "reason": ""})
    assert answer.status_code == 400
    assert "for a reason" in answer.text
    answer = browser.post("/things/undo", data={**CSRF, "id": GORAN, "join": "0", "reason": "two"})
    assert answer.status_code == 400
    assert "Nothing was changed" in answer.text
