"""The routes page."""

from headwater.desk.rooms.show import routes
from headwater.desk.rooms.show.cards import card
from headwater.node.looking import Run


def test_legs_stand_in_a_table_under_the_map_with_their_sentences(enter):
    text = enter("ana").get("/routes").text
    assert '<hw-map src="/routes/map.json">' in text
    assert 'role="status">The map is being drawn.</p>' in text
    assert "the list of legs below holds the same" in text
    assert "Subotica</a>" in text
    assert "/statements?id=IR%201" in text


def test_until_the_legs_are_there_the_map_s_place_says_that_it_is_coming(enter, monkeypatch):
    at_work = Run(1, "ana", frozenset(), 0, "f", "routes.map", {}, "2026-01-01")
    monkeypatch.setattr(routes, "_legs", lambda *_: card(at_work))
    text = enter("ana").get("/routes").text
    assert text.index("The map will stand here") < text.index("Running,")
    assert "<hw-map" not in text


def test_the_map_knows_where_a_leg_runs(enter):
    shown = enter("ana").get("/routes/map.json").json()
    assert {place["name"] for place in shown["places"]} >= {"Subotica"}
    assert shown["legs"][0]["href"].startswith("/findings/")


def test_the_timeline_is_of_legs(enter):
    assert "events" in enter("ana").get("/routes/timeline.json").json()


def test_who_may_read_nothing_sees_no_leg(enter):
    assert "No leg of a journey was reported yet" in enter("ivo").get("/routes").text
