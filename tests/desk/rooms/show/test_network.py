"""The network page."""


def test_without_anybody_who_may_be_ranked_it_says_what_is_missing(enter):
    text = enter("ana").get("/network").text
    assert "Nobody may be ranked yet" in text
    assert "<hw-chart" not in text


def test_the_chart_of_nobody_is_empty(enter):
    chart = enter("ana").get("/network/chart.json").json()
    assert chart == {"nodes": [], "links": [], "total": {"nodes": 0, "links": 0}}


def test_taking_nobody_away_is_no_question(enter):
    assert enter("ana").get("/network/without", params={"id": "x"}).status_code == 404
