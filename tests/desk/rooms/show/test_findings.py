"""Findings on pages."""

import re
import threading

import pytest

from headwater.model import Finding

SENT = {"csrf": "csrf of ana", "asked": "yes"}


@pytest.fixture
def ana(enter):
    return enter("ana")


@pytest.fixture
def at(ana):
    """Where the fees stand that the two reports tell."""
    return ana.post("/methods/business.fees", data=SENT).url.path


def test_a_row_leads_to_the_sentence_in_one_click(ana, at):
    page = ana.get(at).text
    sentence = re.search(r'href="(/statements\?id=[^"]+)"', page)
    assert sentence
    assert "500" in ana.get(sentence[1]).text


def test_the_drawing_is_an_image_of_its_own(ana, at):
    image = ana.get(f"{at}/drawing.svg")
    assert image.headers["content-type"].startswith("image/svg+xml")
    assert image.text.startswith("<svg")


@pytest.mark.parametrize("form", ["csv", "json"])
def test_the_rows_can_be_taken_along_as_a_file(ana, at, form):
    answer = ana.get(f"{at}/rows/{form}")
    assert "attachment" in answer.headers["content-disposition"]
    assert "Subotica" in answer.text


def test_a_finding_is_nobody_elses(ana, at, enter, door):
    door.people["mira"] = door.people["ana"].__class__(
        "mira", "Drava Unit", door.people["ana"].roles
    )
    assert enter("mira").get(at).status_code == 404
    assert ana.get(at).status_code == 200


def test_a_page_that_waits_loads_itself_anew_when_it_is_over(ana, at):
    assert ana.get(f"{at}/state").headers["hx-refresh"] == "true"


def test_a_card_that_an_older_answer_stands_in_for_is_left_alone_until_it_is_there(ana, at):
    assert "with what" in ana.get(f"{at}/card?instead=true").text


def test_all_statements_of_a_row_have_a_page(ana, at):
    rows = ana.get(f"{at}/rows/json").json()
    key = rows["rows"][0]["id"]
    text = ana.get(f"{at}/behind", params={"row": key}).text
    assert "/reports/read?urn=IR%201" in text
    assert ana.get(f"{at}/behind", params={"row": "no"}).status_code == 404


def test_what_could_not_be_answered_says_why(ana):
    answer = ana.post("/methods/business.squeeze", data=SENT | {"inputs": "moonlight"})
    assert "This could not be answered" in answer.text


def test_a_long_run_says_how_long_it_has_been_running_and_what_is_before_it(
    ana, house, monkeypatch
):
    go = threading.Event()

    def slow(_picture, method, given):
        go.wait(60)
        return Finding(method, "1", dict(given), "f", ())

    monkeypatch.setattr(house.shelf.runs, "_find", slow)
    answer = ana.post("/methods/organisers.roles", data=SENT | {"top": "7"})
    assert re.search(r"Running, \d+ s", answer.text)
    assert '<meta http-equiv="refresh" content="2">' in answer.text
    assert ana.get(f"{answer.url.path}/card?instead=true").status_code == 204
    fragment = ana.get(f"{answer.url.path}/state").text
    assert "/state" in fragment
    assert "<html" not in fragment
    ana.post("/methods/organisers.roles", data=SENT | {"top": "8"})
    last = ana.post("/methods/organisers.roles", data=SENT | {"top": "9"}).text
    assert "2 others that you asked for are before it" in last
    go.set()
