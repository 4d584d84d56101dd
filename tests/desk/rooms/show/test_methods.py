"""Methods as forms."""

import re

from headwater.analysis import METHODS
from headwater.desk.rooms.show.methods import given_in, method_name

SENT = {"csrf": "csrf of ana", "asked": "yes"}


def test_every_method_stands_there_with_its_question_and_what_it_is_not_for(enter):
    text = enter("ana").get("/methods").text
    assert all(f"/methods/{name}" in text for name in METHODS)
    assert "Not for:" in text


def test_the_form_has_the_ranges_and_words_of_the_declaration(enter):
    text = enter("ana").get("/methods/organisers.removal").text
    assert 'name="k" type="number"' in text
    assert 'min="1" max="1000"' in text
    assert "How many people may be removed at most" in text


def test_a_short_run_is_answered_at_once_and_kept_in_the_history(enter):
    desk = enter("ana")
    answer = desk.post("/methods/business.fees", data=SENT | {"apart": "2"})
    assert answer.url.path.startswith("/findings/")
    assert "What was found" in answer.text
    history = desk.get("/methods/history").text
    assert answer.url.path in history
    assert 'apart <b dir="auto">2.0</b>' in history


def test_a_question_of_before_can_be_put_again_when_the_desk_was_closed(enter, house):
    desk = enter("ana")
    desk.post("/methods/business.fees", data=SENT | {"apart": "3", "political": "yes"})
    house.shelf.runs.empty()  # as when the desk is closed
    history = desk.get("/methods/history").text
    past = re.search(r"/methods/asked\?id=\w+", history)
    assert past
    page = desk.get(past[0]).text
    sent = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    assert sent["apart"] == "3.0"
    assert sent["political"] == "yes"
    assert "SHA-256" in page
    answer = desk.post("/methods/business.fees", data=sent)
    assert "What was found" in answer.text
    assert desk.get("/methods/asked", params={"id": "no"}).status_code == 404


def test_what_cannot_be_is_said_beside_the_form_that_keeps_what_was_typed(enter):
    answer = enter("ana").post("/methods/business.fees", data=SENT | {"apart": "0.1"})
    assert answer.status_code == 400
    assert "the least is 1" in answer.text
    assert 'value="0.1"' in answer.text


def test_nothing_runs_for_another_site(enter):
    assert enter("ana").post("/methods/business.fees", data={"csrf": "no"}).status_code == 403


def test_there_is_no_page_for_no_method(enter):
    assert enter("ana").get("/methods/no.such").status_code == 404


def test_a_box_that_is_not_ticked_says_no():
    method = METHODS["business.fees"].method
    assert given_in(method, {"asked": "yes"})["political"] is False
    assert given_in(method, {}) == {}


def test_an_id_is_said_in_words():
    assert method_name("organisers.robust_removal") == "robust removal"


def test_labels_are_words_and_help_shows_code_as_code(enter):
    text = enter("ana").get("/methods/organisers.robust_removal").text
    assert '<label for="p-k">How many people</label>' in text
    assert "<code>1A=0.98, 2D=0.4</code>" in text
    assert "`" not in text.partition("<form")[2].partition("About this method")[0]
