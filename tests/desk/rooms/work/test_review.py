"""What waits, decided on at the desk."""

import re
from html import unescape

import pytest


def loaded(browser, kind):
    """The page once the queue is gathered."""
    for _ in range(60):
        text = browser.get(f"/review?kind={kind}").text
        if "being gathered" not in text:
            return text
    raise AssertionError("it is still being gathered")


def hidden(text, name):
    return unescape(re.search(rf'name="{name}" value="([^"]*)"', text)[1])


def about(text):
    found = re.search(r'<textarea name="about"[^>]*>(.*?)</textarea>', text, re.DOTALL)[1]
    return found.replace("\n", "\r\n")  # as browsers send it


@pytest.mark.parametrize("kind", ["pair", "statement", "category", "joined", "decided"])
def test_every_kind_has_its_page(enter, kind):
    assert "<h1>Review</h1>" in loaded(enter("ana"), kind)


def test_a_kind_that_there_is_not_is_answered_in_words(enter):
    assert enter("ana").get("/review?kind=gossip").status_code == 400


def test_who_does_not_decide_is_offered_no_button(own):
    text = loaded(own("leo"), "statement")
    assert 'class="waits"' in text
    assert "/review/decide" not in text
    assert "/review/decide" in loaded(own("ana"), "statement")


def test_a_person_is_categorised_and_the_second_is_told(own):
    ana, mira = own("ana"), own("mira")
    text = loaded(ana, "category")
    data = {
        "kind": "category",
        "room": "category",
        "entry": hidden(text, "entry"),
        "seen": hidden(text, "seen"),
        "about": about(text),
        "case": "Drava",
        "category": "suspect",
        "reason": "he took the money",
    }
    assert "Categorised." in ana.post("/review/decide", data=data).text
    second = mira.post("/review/decide", data=data | {"category": "victim", "reason": "he fled"})
    assert second.status_code == 409
    assert "somebody decided on this before you" in second.text
    assert "he fled" in second.text


def test_a_decision_without_a_reason_is_given_back(own):
    ana = own("ana")
    text = loaded(ana, "statement")
    names = ("kind", "entry", "seen")
    data = {name: hidden(text, name) for name in names} | {"about": about(text), "do": "accept"}
    answer = ana.post("/review/decide", data=data | {"room": "statement", "reason": " "})
    assert answer.status_code == 409
    assert "A decision needs a reason" in answer.text


def test_after_a_decision_the_next_one_stands_in_its_place(own):
    ana = own("ana")
    text = loaded(ana, "statement")
    data = {name: hidden(text, name) for name in ("kind", "entry", "seen", "csrf")}
    data |= {"about": about(text), "do": "accept", "room": "statement", "reason": "read"}
    answer = ana.post(
        "/review/decide", data=data | {"start": "0", "place": "2"}, follow_redirects=False
    )
    assert re.search(r"start=0&said=accept%20\S+#w-2$", answer.headers["location"])
    assert data["entry"] not in [
        unescape(one)
        for one in re.findall(r'name="entry" value="([^"]*)"', loaded(ana, "statement"))
    ]


def test_one_s_own_decision_is_taken_back_where_it_was_noted_and_both_say_whom(own):
    ana = own("ana")
    boxes = r'<textarea name="about"[^>]*>(.*?)</textarea>'
    people = re.findall(boxes, loaded(ana, "category"), re.DOTALL)
    left, right = sorted(unescape(one).strip() for one in people)[:2]
    data = {"kind": "pair", "room": "pair", "entry": f"{left}~{right}", "seen": "", "do": "same"}
    data |= {"about": f"{left}\r\n{right}", "reason": "one man"}
    text = ana.post("/review/decide", data=data).text
    said = text.partition('<p class="said"')[2].partition("</p>")[0]
    assert "Noted: the two are the same." in said
    assert re.search("Goran|Горан", said)
    form = text.partition('class="noted"')[2].partition("</form>")[0]
    assert "Take it back" in form
    back = {name: hidden(form, name) for name in ("kind", "entry", "room", "made", "csrf")}
    back |= {"do": "undo"}
    empty = ana.post("/review/decide", data=back | {"reason": " "})
    assert (empty.status_code, 'class="noted" open' in empty.text) == (409, True)
    done = ana.post("/review/decide", data=back | {"reason": "I was wrong"}).text
    said = done.partition('<p class="said"')[2].partition("</p>")[0]
    assert "Taken back." in said
    assert re.search("Goran|Горан", said)
    assert 'class="noted"' not in done


def test_a_link_that_names_the_decision_of_somebody_else_offers_nothing(own):
    text = own("ana").get("/review?kind=joined&said=same%207").text
    assert 'class="noted"' not in text
