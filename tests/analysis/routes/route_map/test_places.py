"""Ends of legs on known places."""

import pytest

from headwater.analysis import run
from headwater.analysis.routes.route_map.places import (
    FARTHEST_MEETING_KM,
    NEAR_KM,
    WITHIN_KM,
    Spot,
    folded,
    meeting,
    snap,
)
from headwater.model import PLACE_KINDS
from headwater.picture import Picture, build, make_table
from tests.analysis.routes.route_map.fixtures import leg, legs, place
from tests.fakes.store import ANALYST, GENERAL, FakeStore


def snapped(*rows, places=(), names=()):
    picture = legs(*rows, places=places, names=names)
    return snap(picture, picture.legs)


def test_a_place_without_a_position_is_snapped_to_the_only_known_place_of_its_name():
    known = place("Horgoš", 46.156, 19.972, kind="crossing_point", country="RS")
    found = snapped(leg("E1", "E2", from_name="HORGOS", to_name="Röszke"), places=[known])
    assert found.spot["E1"] == Spot("place:Horgoš", "Horgoš", "RS", 46.156, 19.972, 2.0)
    assert not found.spot["E2"].placed
    assert found.unknown == {"Röszke": 1}


def test_other_spellings_of_a_known_place_are_its_names_too():
    known = place("Horgoš", 46.156, 19.972)
    called = [{"entity": "place:Horgoš", "name": "Хоргош"}]
    found = snapped(leg("Хоргош", "x"), places=[known], names=called)
    assert found.spot["Хоргош"].id == "place:Horgoš"


def test_a_name_in_three_countries_is_given_to_none_of_them_unless_the_country_is_told():
    known = [
        place(f"D{n}", 43.0 + n, 22.0, country=country) | {"name": "Dimitrovgrad"}
        for n, country in enumerate(("BG", "RS", "RU"))
    ]
    told = place("Dimitrovgrad", country="RS") | {"id": "E2"}
    row = leg("E1", "E2", from_name="Dimitrovgrad", to_name="Dimitrovgrad")
    found = snapped(row, places=[*known, told])
    assert not found.spot["E1"].placed
    assert found.spot["E2"].id == "place:D1"
    assert found.shared == {"Dimitrovgrad": ["BG", "RS", "RU"]}


def test_unknown_places_of_one_name_are_one_place_named_as_it_is_told_most():
    found = snapped(
        leg("E1", "x", from_name="Gornji Zaborav"),
        leg("E2", "x", from_name="GORNJI ZABORAV"),
        leg("E2", "x", from_name="GORNJI ZABORAV"),
    )
    assert found.spot["E1"] == found.spot["E2"]
    assert found.spot["E1"].name == "GORNJI ZABORAV"
    assert found.unknown["GORNJI ZABORAV"] == 3


@pytest.mark.parametrize(
    "words", ["near Horgos", "close to Horgos", "blizu Horgos", "близо до Horgos", "afër Horgos"]
)
def test_a_place_that_is_only_near_another_is_that_one_less_exactly(words):
    found = snapped(leg("Horgos", words))
    assert found.spot[words].id == "Horgos"
    assert found.near == {words}


def test_a_village_whose_name_begins_like_near_is_not_near_anything():
    found = snapped(leg("Kodra", "Nearby Hill"))
    assert not found.near
    assert found.spot["Kodra"].name == "Kodra"


def test_places_meet_where_both_are_too_inexact_to_tell_apart_and_countries_do_not():
    here, there = Spot("a", "A", "", 46.0, 20.0, 5.0), Spot("b", "B", "", 46.08, 20.0, 5.0)
    far = Spot("c", "C", "", 46.0 + 2 * FARTHEST_MEETING_KM / 111, 20.0, 200.0)
    met = meeting([here, there, far, Spot("d", "D")])
    assert met == {"a": ["a", "b"], "b": ["b", "a"], "c": ["c"], "d": ["d"]}


def test_every_kind_of_place_has_an_exactness_and_near_adds_to_it():
    assert set(PLACE_KINDS) <= set(WITHIN_KM)
    assert NEAR_KM > 0


def test_nothing_told_is_no_place():
    assert snap(Picture.of({}), make_table("legs", {})).spot == {}


def test_a_name_is_the_same_with_and_without_its_marks():
    assert folded("  Bački  Vinogradi ") == folded("BACKI VINOGRADI")


def test_a_border_without_a_point_is_one_place_in_whatever_words():
    store = FakeStore()
    for urn, name in (("R0", "the Hungarian border"), ("R1", "mađarske granice")):
        border = f"{urn}#1@border-hu"
        store.say(urn, border, "Place", name=name, kind="border_segment", country="hu")
        store.say(urn, f"L{urn}", "Leg", from_="place:gn-1", to=border, mode="van")
    (row,) = run(build(store, ANALYST, GENERAL), "routes.map").rows
    assert (row["to_name"], row["to_within_km"], row["to_lat"]) == ("border of HU", 20.0, None)
    assert row["times_seen"] == 2
