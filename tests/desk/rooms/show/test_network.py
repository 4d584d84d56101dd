"""The network page."""

import re

import pytest

from headwater.safeguard import Role
from tests.desk.conftest import PURPOSE, viewer

PATIENCE = 600
"""Seconds: what a method needs is compiled first where nobody has asked it before."""


def test_without_anybody_who_may_be_ranked_it_says_what_is_missing(enter):
    text = enter("ana").get("/network").text
    assert "Nobody may be ranked yet" in text
    assert "<hw-chart" not in text


def test_the_chart_of_nobody_is_empty(enter):
    chart = enter("ana").get("/network/chart.json").json()
    assert chart == {"nodes": [], "links": [], "total": {"nodes": 0, "links": 0}}


def test_the_chart_is_the_same_however_it_is_packed(enter, house, tied):
    """Once it is known who is ranked how high: a chart that is asked for before says so later."""
    node = house.enter(viewer("ana", Role.ANALYST), PURPOSE)
    assert house.shelf.runs.ask(node, tied, "organisers.ranking", {}).wait(PATIENCE)
    ana = enter("ana")
    packed = ana.get("/network/chart.json", headers={"accept-encoding": "gzip"})
    plain = ana.get("/network/chart.json", headers={"accept-encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.json() == plain.json()
    assert len(plain.json()["nodes"]) == 5
    around = ana.get("/network/chart.json", params={"around": "d"}).json()
    assert {one["id"] for one in around["nodes"]} == {"c", "d"}


def test_who_is_taken_away_stands_in_the_address_and_beside_the_best_choice(enter, house, tied):
    ana = enter("ana")
    node = house.enter(viewer("ana", Role.ANALYST), PURPOSE)
    for method, given in (("ranking", {}), ("removal", {"k": "2"}), ("removal", {"k": "1"})):
        assert house.shelf.runs.ask(node, tied, f"organisers.{method}", given).wait(PATIENCE)
    page = ana.get("/network", params={"without": ["b", "c", "b", "nobody"]}).text
    assert re.search(r"pairs who can reach each other now</dt><dd>10<", page)
    assert re.search(r"without them</dt><dd>0<", page)
    assert "the best choice of 2 people" in page
    assert "No other choice of 2 leaves fewer" in page
    assert 'href="/network?without=c#left" data-put-back="b"' in page
    assert page.count(" checked ") == 2
    part = ana.get("/network/left", params={"without": "b"}).text
    assert "<html" not in part
    assert re.search(r"without them</dt><dd>1<", part)


@pytest.mark.usefixtures("tied")
def test_taking_nobody_away_says_how_to(enter):
    assert "Tick people in the ranking" in enter("ana").get("/network?without=x").text


def test_the_ranking_says_among_how_many_and_each_cell_what_it_is(enter, house, tied):
    node = house.enter(viewer("ana", Role.ANALYST), PURPOSE)
    assert house.shelf.runs.ask(node, tied, "organisers.ranking", {}).wait(PATIENCE)
    page = enter("ana").get("/network").text
    assert "The rank is among 5 people" in page
    assert "those with an accepted tie: 5." in page
    assert 'data-label="could be"' in page
