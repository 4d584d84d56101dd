"""Reports, as a list."""

from types import SimpleNamespace

from headwater.node import reading


def test_reports_are_listed_newest_first_in_any_script(enter):
    text = enter("ana").get("/reports").text
    assert text.index("Горан на реци") < text.index("Two vans at Horgos")


def test_who_may_read_nothing_is_shown_nothing(enter):
    text = enter("ivo").get("/reports").text
    assert "Horgos" not in text
    assert "Your role sees no reports." in text
    assert "clearance does not show" not in text
    assert "No report" not in text


def test_an_empty_list_says_whether_a_filter_made_it_so(enter, monkeypatch):
    browser = enter("ana")
    assert "No report fits." in browser.get("/reports?words=unheard").text
    nothing = SimpleNamespace(rows=[], number=0, start=0, originators=(), newer=())
    monkeypatch.setattr(reading, "inbox", lambda *_: nothing)
    text = browser.get("/reports").text
    assert "No report is here for you yet." in text
    assert "No report fits." not in text


def test_the_list_is_filtered_by_words_in_any_script(enter):
    text = enter("ana").get("/reports?words=горан").text
    assert "Горан на реци" in text
    assert "Two vans at Horgos" not in text


def test_what_could_not_be_taken_has_a_page(enter):
    assert enter("ana").get("/reports/refused").status_code == 200
