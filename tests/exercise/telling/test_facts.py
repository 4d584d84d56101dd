"""Facts: what an office comes to know, with mistakes."""

from headwater.exercise.streams import Stream
from headwater.exercise.tables import agencies
from headwater.exercise.telling.facts import tell_story
from headwater.exercise.world import SIZES, build_world


def test_every_kind_of_event_comes_up():
    world = build_world(1, SIZES["small"])
    kinds = set()
    for number in range(3000):
        stream = Stream(1, "story", number)
        story = tell_story(world, stream.pick(agencies()), world.size.first, stream)
        assert story.events
        kinds |= {event.kind for event in story.events}
    assert len(kinds) >= 22


def test_some_facts_are_wrong_and_most_are_right(world):
    facts = world.rows("report_facts")
    wrong = sum(fact["accurate"] == "0" for fact in facts)
    assert 0.003 < wrong / len(facts) < 0.08
