"""The front page."""

from tests.desk.rooms.work.test_alerts import danger


def test_it_counts_what_is_here_and_leads_to_the_latest_report(enter):
    text = enter("ana").get("/").text
    assert "<dt>reports</dt><dd>2</dd>" in text
    assert "/reports/read?urn=IR%202" in text


def test_it_shows_alerts_that_were_not_read_and_what_came_in(own):
    ana = own("ana")
    ana.get("/")
    ana.post("/reports/write", data=danger(ana))
    text = ana.get("/").text
    assert "A life at risk" in text
    assert "3 reports came in." in text


def test_who_reads_nothing_has_a_front_page_without_content(enter):
    text = enter("ivo").get("/").text
    assert "You see no intelligence here." in text
    assert "Horgos" not in text
