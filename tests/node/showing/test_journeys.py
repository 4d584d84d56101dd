"""Legs on a map and in time."""

from headwater.analysis import run
from headwater.node.showing import legs_of, map_of
from headwater.node.showing.journeys import timeline_of


def test_a_leg_leads_to_what_it_rests_on_and_says_how_it_changes(picture):
    found = run(picture, "routes.map")
    shown = map_of(found, [{"series": "Subotica > Szeged (car)", "change": -3.0}], 7)
    by_mode = {leg["mode"]: leg for leg in shown["legs"]}
    assert by_mode["car"]["change"] == -3.0
    assert by_mode["lorry"]["change"] is None
    assert by_mode["car"]["href"].startswith("/findings/7/behind?row=")
    assert {leg["from"] for leg in shown["legs"]} <= {place["id"] for place in shown["places"]}
    assert legs_of(found)[0]["mode"] == "car"


def test_the_timeline_holds_what_has_a_date(picture):
    events = timeline_of(picture)["events"]
    assert [event["date"] for event in events] == ["2026-01-09", "2026-01-02"]
    assert events[0]["label"] == "Subotica > Szeged (car)"
