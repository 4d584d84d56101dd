"""The front page."""

import re

from tests.desk.rooms.work.test_alerts import danger


def test_it_counts_what_is_here_and_leads_to_the_latest_report(enter):
    text = enter("ana").get("/").text
    assert '<dt><a href="/reports">reports</a></dt><dd>2</dd>' in text
    assert '<dt><a href="/routes">legs</a></dt>' in text
    assert "/reports/read?urn=IR%202" in text


def test_it_shows_alerts_that_were_not_read_and_what_came_in(own):
    ana = own("ana")
    ana.get("/")
    ana.post("/reports/write", data=danger(ana))
    text = ana.get("/").text
    assert "A life at risk" in text
    assert "3 reports came in." in text
    told = ana.get("/", headers={"Accept-Language": "sr"}).text
    assert re.search(r"Живот је можда у опасности \(\w+\)", told)
    assert "may be at risk" not in told


def test_who_reads_nothing_has_a_front_page_without_content(enter):
    text = enter("ivo").get("/").text
    assert "You see no intelligence here." in text
    assert "Horgos" not in text


def test_a_decision_is_listed_by_what_was_decided_on(own):
    ana = own("ana")
    page = ana.get("/reports/read?urn=IR%201").text
    wish = re.search(r'value="(accept proposed IR 1#2[^"]*)"', page).group(1)
    ana.post("/reports/decide", data={"urn": "IR 1", "reason": "read", "do": wish})
    text = ana.get("/").text
    assert re.search(r"phone: <bdi>\+381601234567</bdi></a> accepted", text)
