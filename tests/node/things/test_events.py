"""Days of a thing, in order."""

from headwater.node.things import index_for, shield_for
from headwater.node.things.events import events_about, events_of
from headwater.node.things.thing import see_thing
from tests.node.things.conftest import look


def test_the_earliest_comes_first(told):
    picture = look(told).picture
    thing = see_thing(told, index_for(told, picture), "place:hw-horgos", shield_for(told, picture))
    days = [one.date for one in events_of(thing)]
    assert days == sorted(days)
    assert {one.kind for one in events_of(thing)} >= {"report"}


def test_without_the_page_a_thing_has_the_days_that_stand_on_it(told):
    picture = look(told).picture
    index, shield = index_for(told, picture), shield_for(told, picture)
    for entity in picture.entities["id"].to_pylist():
        thing = see_thing(told, index, entity, shield)
        assert events_about(index, entity, shield) == events_of(thing)
    assert events_about(index, "nobody", shield) == []
