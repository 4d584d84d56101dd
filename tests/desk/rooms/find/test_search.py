"""Search, as a page."""

from tests.desk.conftest import PURPOSE

CSRF = {"csrf": "csrf of ana"}


def test_a_name_is_found_across_scripts_and_leads_to_its_page_and_its_sentence(enter):
    text = enter("ana").get("/search", params={"q": "Goran Izmisljeni"}).text
    assert "Горан Измишљени" in text
    assert "/things?id=IR%202%231%40m1" in text
    assert "/statements?id=" in text


def test_a_phone_in_another_spelling_leads_to_who_bears_it(enter):
    text = enter("ana").get("/search", params={"q": "060/123-4567"}).text
    assert "+381601234567" in text


def test_a_search_is_one_entry_of_the_log_with_its_words_and_one_that_cannot_be_is_none(
    enter, house
):
    browser = enter("ana")
    before = len(list(house.store.audit()))
    browser.get("/search", params={"q": "Goran 4711"})
    (entry,) = list(house.store.audit())[before:]
    told = (entry["operation"], entry["who"], entry["reason"], entry["purpose"])
    assert told == ("consultation", "ana", "Goran 4711", PURPOSE)
    assert browser.get("/search", params={"q": "Goran", "begin": "soon"}).status_code == 400
    assert len(list(house.store.audit())) == before + 1


def test_who_may_see_nothing_finds_nothing_and_is_told_the_same(enter):
    held = enter("ivo").get("/search", params={"q": "Goran"})
    nothing = enter("ivo").get("/search", params={"q": "Zlatan"})
    assert held.status_code == nothing.status_code == 200
    assert held.text.replace("Goran", "Zlatan") == nothing.text


def test_a_page_of_one_kind_has_filters_and_an_empty_search_says_what_can_be_asked(enter):
    browser = enter("ana")
    text = browser.get("/search", params={"q": "Horgos", "kind": "reports", "grade": "3C"}).text
    found = text.partition('<ul class="results">')[2].partition("</ul>")[0]
    assert "Хоргоша" in found
    assert "Horgos" not in found
    assert "Arabic script" in browser.get("/search").text


def test_a_question_that_cannot_be_is_answered_with_what_to_do(enter):
    answer = enter("ana").get("/search", params={"q": "x", "begin": "soon"})
    assert answer.status_code == 400
    assert "2026-01-31" in answer.text


def test_markup_in_a_question_is_shown_and_never_runs(enter):
    text = enter("ana").get("/search", params={"q": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in text


def test_a_search_is_saved_by_a_form_and_forgotten(enter):
    browser = enter("ana")
    browser.post("/search/save", data={**CSRF, "q": "Goran", "kind": "people"})
    text = browser.get("/search").text
    assert 'href="/search?q=Goran&amp;kind=people"' in text
    kept = text.partition('name="id" value="')[2].partition('"')[0]
    browser.post("/search/forget", data={**CSRF, "id": kept})
    assert "Goran" not in browser.get("/search").text
