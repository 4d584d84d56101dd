"""What a reader is told of what could not be used."""

from datetime import date

from headwater.analysis.caveats import (
    contradiction,
    count_some,
    lacks,
    name_some,
    names_of_places,
    sums,
)
from headwater.picture import build
from headwater.series import Count, Part, whole_of
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
    return whole_of(counts, {"r": frozenset({Part("A")})})


def count(place, value, mode=""):
    return Count(DAY, value, "", f"{place}{mode}", "r", Part(place, mode))


def test_sums_over_parts_are_said_and_dates_without_a_usual_place_are_named():
    wholes = {
        "d1": whole(count("A", 1, "foot"), count("A", 1, "car"), count("B", 2)),
        "d2": whole(count("A", 3)),
        "d3": whole(count("B", 4)),
    }
    names = {"A": "Horgos"}
    added = "2 dates, 1 to 3 at a time (the others add 0): Horgos, Horgos by car, Horgos by foot, B"
    assert sums(wholes, names) == added
    assert lacks(wholes, names) == ["d3 (without Horgos)"]


def test_one_place_alone_is_no_sum():
    assert sums({"d1": whole(count("A", 1))}, {}) == ""


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
