"""What went wrong is told in words, on a page or as JSON, and never as a trace of the program."""


def test_a_page_that_is_not_there_says_so_and_leads_back(enter):
    answer = enter("ana").get("/nothing")
    assert answer.status_code == 404
    assert "There is no such page" in answer.text
    assert 'href="/"' in answer.text


def test_whoever_is_signed_in_keeps_the_menu_and_a_stranger_has_none(enter):
    for path in ("/nothing", "/reports/read?urn=IR%2099", "/audit", "/reports?start=many"):
        answer = enter("ana").get(path)
        assert answer.status_code in (400, 403, 404)
        assert 'href="/search"' in answer.text
    assert 'href="/search"' not in enter().get("/nothing").text


def test_what_our_rules_refuse_is_told_with_what_to_do(enter):
    answer = enter("ivo").post("/purpose", data={"purpose": " ", "csrf": "csrf of ivo"})
    assert answer.status_code == 400
    assert "A purpose says something" in answer.text


def test_a_number_that_is_none_is_refused_plainly(enter):
    answer = enter("ana").get("/reports?start=many")
    assert answer.status_code == 400
    assert "Traceback" not in answer.text


def test_a_percent_sign_in_what_was_asked_breaks_nothing(enter):
    answer = enter("ana").get("/reports?start=%00&q=100%25s")
    assert answer.status_code == 400
    assert "This cannot be understood" in answer.text


def test_a_page_that_waits_for_the_first_picture_says_so_and_asks_again(enter, desk, monkeypatch):
    from headwater.node.looking import Shelf, StillBuilding

    def look(*_about, **_reason):
        raise StillBuilding("the picture is being put together", do="wait a moment")

    monkeypatch.setattr(Shelf, "look", look)
    answer = enter("ana").get("/methods/impact.effect")
    assert (answer.status_code, answer.headers["Refresh"]) == (503, "3")
    assert "The picture is being put together" in answer.text


def test_a_fault_of_ours_is_told_plainly_and_written_down_without_its_words(
    enter, monkeypatch, caplog
):
    from headwater.node.looking import Shelf

    name = "Goran"

    def look(*_about, **_reason):
        raise ZeroDivisionError(name)

    monkeypatch.setattr(Shelf, "look", look)
    answer = enter("ana").get(f"/methods/impact.effect?find={name}")
    assert answer.status_code == 500
    assert "This could not be answered" in answer.text
    told = "".join(one.getMessage() for one in caplog.records if one.name == "headwater.desk")
    assert "ZeroDivisionError" in told
    assert name not in told


def test_a_part_of_a_page_that_waits_leads_the_whole_page_to_the_entrance(enter):
    asked = {"HX-Request": "true", "Referer": "http://testserver/network?a=1"}
    answer = enter().get("/findings/1/card", headers=asked, follow_redirects=False)
    assert answer.status_code == 401
    assert answer.headers["hx-redirect"] == "/enter?then=%2Fnetwork%3Fa%3D1"
    assert answer.text == ""
