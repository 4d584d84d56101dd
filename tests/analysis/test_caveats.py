"""What a reader is told of what could not be used."""

from datetime import date

from headwater.analysis.caveats import (
    contradiction,
    count_some,
    name_some,
    names_of_places,
    tell_places,
)
from headwater.picture import build
from headwater.series import Count, whole_of
from tests.fakes.store import ANALYST, GENERAL, FakeStore

DAY = date(2024, 5, 1)


def test_nothing_is_said_where_nothing_was_found():
    caveats = []
    count_some(caveats, 0, "counts are missing.")
    name_some(caveats, [], "counts are missing")
    assert caveats == []


def test_the_first_are_named_and_the_rest_counted():
    caveats = []
    count_some(caveats, 1200, "counts are missing.")
    name_some(caveats, list("abcdefg"), "counts are bad")
    assert caveats == ["1,200 counts are missing.", "7 counts are bad: a, b, c, d, e and 2 more."]


def whole(*counts):
    return whole_of(counts, {"r": frozenset({"A"})})


def count(place, value):
    return Count(DAY, value, "", place, "r", place)


def test_sums_over_places_are_said_and_dates_without_a_usual_place_are_named():
    caveats = []
    wholes = {
        "d1": whole(count("A", 1), count("B", 2)),
        "d2": whole(count("A", 3)),
        "d3": whole(count("B", 4)),
    }
    tell_places(caveats, wholes, {"A": "Horgos"}, "entry ")
    assert "entry 2 dates are sums over 1 to 2 places: Horgos, B, as the source" in caveats[0]
    assert "entry d3 (without Horgos)" in caveats[1]


def test_one_place_alone_is_no_sum():
    caveats = []
    tell_places(caveats, {"d1": whole(count("A", 1))}, {})
    assert caveats == []


def test_a_contradiction_tells_its_place():
    assert contradiction(whole(count("A", 10), count("A", 99)), {"A": "Horgos"}) == (
        "Horgos: 10 and 99"
    )


def test_what_is_no_place_is_called_by_no_name():
    store = FakeStore()
    store.say("R1", "P", "Person", name="Vesna Kos")
    store.say("R1", "S", "Place", name="Horgos")
    called = names_of_places(build(store, ANALYST, GENERAL))
    assert (called["P"], called["S"]) == ("a place without a name", "Horgos")
