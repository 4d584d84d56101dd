"""Watches on legs, places, networks and numbers meet the statements that answer them."""

import pytest

from headwater.analysis.watch.stated import folded, standing, stated
from headwater.safeguard.watching import Kind, Urgency
from tests.analysis.watch.arriving import leg, says, scan, watch

X, Y, Z = "place:x", "place:y", "place:z"


def met(rows, *watches):
    return [(a.watch, a.urn, a.why) for a in stated(standing(scan(*rows)), watches)]


def test_a_leg_through_a_place_alerts_whichever_end_it_is():
    rows = [*leg("U1", X, Y), *leg("U2", Y, X), *leg("U3", Y, Z)]
    through = watch("w1", Kind.LEG, place=X)
    assert met(rows, through) == [("w1", "U1", "leg"), ("w1", "U2", "leg")]
    (first, _) = stated(standing(scan(*rows)), [through])
    assert first.statements == ("U1#1.1", "U1#1.2", "U1#1.3")
    assert first.urgency is Urgency.ORDINARY


def test_a_leg_between_two_places_or_by_a_mode_alerts_only_on_those():
    rows = [*leg("U1", X, Y), *leg("U2", Y, X, "boat"), *leg("U3", X, Z, "boat")]
    assert met(rows, watch("w1", Kind.LEG, place=X, other=Y)) == [
        ("w1", "U1", "leg"),
        ("w1", "U2", "leg"),
    ]
    assert [u for _, u, _ in met(rows, watch("w1", Kind.LEG, mode="boat"))] == ["U2", "U3"]
    assert met(rows, watch("w1", Kind.LEG, place=Y, mode="boat")) == [("w1", "U2", "leg")]


@pytest.mark.parametrize("put", [{"status": "rejected"}, {"modality": "denied"}])
def test_what_was_rejected_or_denied_alerts_nobody(put):
    assert met(leg("U1", X, Y, **put), watch("w1", Kind.LEG, place=X)) == []


@pytest.mark.parametrize("put", [{"status": "proposed"}, {"modality": "planned"}])
def test_what_is_only_proposed_or_planned_alerts(put):
    assert met(leg("U1", X, Y, **put), watch("w1", Kind.LEG, place=X))


def test_a_place_alerts_wherever_it_is_named_once_an_item():
    rows = [*leg("U1", X, Y), says("U1", 7, "Sighting", "place", X), says("U2", 1, "Fee", "to", Y)]
    assert met(rows, watch("w1", Kind.PLACE, place=X)) == [("w1", "U1", "place")]


def test_a_network_is_known_by_its_name_in_another_script():
    rows = [
        says("U1", 1, "Network", "name", "Плави комби"),
        says("U2", 1, "Person", "name", "Plavi"),
    ]
    assert met(rows, watch("w1", Kind.NETWORK, name="Plavi kombi")) == [("w1", "U1", "network")]


@pytest.mark.parametrize(
    ("sort", "number", "schema", "name", "value"),
    [
        ("phone", "+381 60 123 4567", "Person", "phone", "+381601234567"),
        ("phone", "+381601234567", "Call", "callerNumber", "+381601234567"),
        ("vehicle", "SU-123-AB", "Vehicle", "registrationNumber", "SU123AB"),
        ("document", "N 123456", "Identification", "number", "N123456"),
        ("document", "N123456", "Person", "passportNumber", "n123456"),
        ("account", "RS35 2600", "BankAccount", "iban", "RS352600"),
    ],
)
def test_a_number_is_known_however_it_is_written(sort, number, schema, name, value):
    asked = watch("w1", Kind.IDENTIFIER, sort=sort, number=number)
    assert met([says("U1", 1, schema, name, value)], asked) == [("w1", "U1", sort)]


def test_a_number_of_another_sort_is_another_number():
    asked = watch("w1", Kind.IDENTIFIER, sort="vehicle", number="123456")
    assert met([says("U1", 1, "Person", "passportNumber", "123456")], asked) == []


def test_several_watches_on_one_thing_are_all_answered():
    asked = [watch(f"w{n}", Kind.PLACE, place=X) for n in (1, 2, 3)]
    assert [w for w, *_ in met(leg("U1", X, Y), *asked)] == ["w1", "w2", "w3"]


@pytest.mark.parametrize("written", ["Preševa", "Прешева", "presheva", " PREŠEVA "])
def test_one_word_of_two_scripts_is_one_word(written):
    assert folded(written) == "preseva"
