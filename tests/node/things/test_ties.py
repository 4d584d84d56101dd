"""Who and what a thing is tied to."""

from headwater.model import Handling, Item, Report, Statement, Status
from headwater.node import categorise
from headwater.node.looking import House
from headwater.node.things import ThingIndex, shield_for
from headwater.node.things.ties import ties_of
from headwater.safeguard import NOT_NAMED
from headwater.store import Batch
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


def test_a_role_without_a_group_is_told_with_what_stands_behind_it(node):
    who, role = "IR 9#1@m1", "IR 9#1@m2"
    report = Report("IR 9", "Drava Hub", (Item(1, "Goran organises.", handling=Handling()),))
    said = [
        Statement("IR 9", 1, 1, who, "Person", "name", "Goran"),
        Statement("IR 9", 1, 2, role, "NetworkRole", "member", who, status=Status.ACCEPTED),
        Statement("IR 9", 1, 3, role, "NetworkRole", "role", "organiser", status=Status.ACCEPTED),
    ]
    node.store.add(Batch([report], said), recorded="2026-11-22T12:00:00+00:00")
    [tie] = ties(node, who, CASE)
    assert (tie.other, tie.name, tie.kind, tie.how) == ("", "not told", "group", "organiser")
    assert (tie.status, tie.groups, tie.statements) == ("accepted", 1, ("IR 9#1.2",))
