"""Who and what a thing is tied to."""

from headwater.node import categorise
from headwater.node.looking import House
from headwater.node.things import ThingIndex, shield_for
from headwater.node.things.ties import ties_of
from headwater.safeguard import NOT_NAMED
from tests.node.things.conftest import CASE, look


def ties(node, entity, purpose=""):
    held = look(node, purpose)
    at = House(node.store, node.settings).enter(node.viewer, purpose or node.stated)
    index = ThingIndex(held.picture)
    return ties_of(index, index.row(entity), shield_for(at, held.picture))[0]


def test_a_sighting_of_somebody_names_the_place(told, people):
    seen = [tie for tie in ties(told, "place:hw-horgos") if tie.kind == "sighting"]
    assert [(tie.how, tie.groups) for tie in seen] == [("place", 1)]


def test_who_is_not_named_is_no_link(told, people):
    categorise(told, people["Горан Измишљени"], "victim", "Drava", "told so")
    sighting = "IR 2#1@m2"
    assert NOT_NAMED not in [tie.name for tie in ties(told, sighting, CASE)]
    told_of = ties(told, sighting)
    assert "Измишљени" not in repr(told_of)
