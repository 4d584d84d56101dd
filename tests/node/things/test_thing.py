"""What the page of a thing shows, and to whom."""

from dataclasses import replace

from headwater.model import Handling, Item, Report, Statement
from headwater.node.looking import House
from headwater.node.things import events_of, index_for, see_thing, shield_for
from headwater.safeguard import NOT_NAMED
from headwater.store import Batch
from tests.node.things.conftest import CASE, look


def see(node, entity, purpose=""):
    at = House(node.store, node.settings).enter(node.viewer, purpose or node.stated)
    picture = look(node, purpose).picture
    return see_thing(at, index_for(at, picture), entity, shield_for(at, picture))


def test_a_suspect_has_names_statements_and_who_decided(told, people):
    thing = see(told, people["Goran Izmišljeni"])
    assert (thing.standing.category, thing.standing.kind) == ("suspect", "person")
    assert thing.names[0].values[0].text == "Goran Izmišljeni"
    assert thing.names[0].values[0].statements
    assert [(one["case"], one["decided_by"]) for one in thing.decisions] == [("Drava", "mira")]
    assert thing.retention.why == "other offences"
    assert thing.categorise


def test_of_a_victim_nothing_is_shown_but_what_was_decided(told, people):
    thing = see(told, people["Amina Nepostojeca"])
    assert (thing.standing.name, thing.standing.hidden) == (NOT_NAMED, True)
    assert not any((thing.names, thing.said, thing.ties, thing.reports, thing.merged))
    assert thing.decisions[0]["reason"] == ""
    assert "Amina" not in repr(thing)


def test_of_a_person_being_moved_no_phone_is_shown(told, people):
    assert "4915112345678" not in repr(see(told, people["Yusuf Izmisljenovic"]))
    assert "4915112345678" in repr(see(told, people["Yusuf Izmisljenovic"], CASE))


def test_a_thing_that_is_not_here_is_not_told_from_one_that_is_not_for_the_viewer(told):
    assert see(told, "nobody") is None


def test_a_place_is_tied_to_the_legs_that_touch_it(told):
    thing = see(told, "place:hw-horgos")
    (leg,) = [tie for tie in thing.ties if tie.kind == "leg"]
    assert leg.name == "Subotica → Horgoš"
    assert leg.how == "to"
    assert leg.statements == ("IR 1#1.5",)


def test_events_lead_to_their_sentence_or_report(told, people):
    events = events_of(see(told, people["Goran Izmišljeni"]))
    assert events
    assert all(bool(one.statement) != bool(one.report) for one in events)


def test_who_is_known_by_a_number_alone_is_its_holder_until_a_name_is_told(node):
    who = "IR 9#1@m1"
    report = Report("IR 9", "Drava Hub", (Item(1, "Call +381 60 1234567.", handling=Handling()),))
    said = [Statement("IR 9", 1, 1, who, "LegalEntity", "phone", "+381601234567")]
    node.store.add(Batch([report], said), recorded="2026-11-22T12:00:00+00:00")
    standing = see(node, who, CASE).standing
    assert (standing.name, standing.by_number) == ("+381601234567", True)
    later = replace(report, urn="IR 10")
    named = [Statement("IR 10", 1, 1, who, "LegalEntity", "name", "Goran 2")]
    node.store.add(Batch([later], named), recorded="2026-11-22T12:00:00+00:00")
    standing = see(node, who, CASE).standing
    assert (standing.name, standing.by_number) == ("Goran 2", False)
