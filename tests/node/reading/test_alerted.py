"""Alerts name nobody whom the report itself leaves out for the same purpose."""

from dataclasses import replace

import pytest

from headwater.node import Settings, categorise, make_node
from headwater.node.looking import Shelf, StillBuilding
from headwater.node.reading import alerts_as_told
from headwater.node.watching import alerts, watch_for
from tests.node.watching.telling import person, tell


@pytest.fixture
def rescued(tmp_path):
    """Alerts on a report of a life at risk that names a victim and a place."""
    node = make_node(tmp_path / "node", "Drava Hub", Settings("mira", None, 1), purpose="test")
    watch_for(node, "place", {"place": "Horgoš"})
    text = "At Horgoš Ermal Pashaj, +355692223334, and 69 others cannot breathe."
    place = ("place:hw-horgos", "Place", "name", "Horgoš")
    tell(node, "Pashaj 1", text, *person("Ermal Pashaj", "+355692223334"), place)
    categorise(node, "Pashaj 1#1@m1", "victim", "Drava", "was found")
    yield replace(node, stated="what is new")
    node.close()


def test_an_alert_names_nobody_who_is_left_out_of_the_report_and_a_danger_keeps_its_place(rescued):
    shelf = Shelf()
    life, ordinary = alerts_as_told(rescued, alerts(rescued), lambda: shelf.look(rescued))
    assert life.urgency == "life_at_risk"
    assert "Horgoš" in life.says
    for one in (life, ordinary):
        assert [name for name in ("Ermal", "355692223334") if name in repr(one)] == []
        assert one.title == "About [withheld] 1"
        assert "[withheld]" in one.words
    named = replace(rescued, stated="case: Drava")
    assert alerts(named) == alerts_as_told(named, alerts(named), pytest.fail)
    assert "Ermal Pashaj" in alerts(named)[0].words


def test_an_alert_does_not_wait_for_the_first_picture_and_names_nobody_until_then(rescued):
    def look():
        raise StillBuilding("the picture is being built", do="wait")

    told = alerts_as_told(rescued, alerts(rescued), look)
    assert "Horgoš" in told[0].says
    assert "Ermal" not in repr(told)
