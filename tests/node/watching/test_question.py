"""What may be asked, and what a slip in a question is told."""

import pytest

from headwater.model import WrongUse
from headwater.node.watching.question import place_name, read_kind, read_question


@pytest.mark.parametrize(
    ("kind", "given", "read"),
    [
        ("leg", {"place": "Horgos", "mode": "taxi boat"}, {"mode": "taxi_boat"}),
        ("place", {"place": "Хоргош"}, {"place": "place:hw-horgos"}),
        ("danger", {}, {}),
        ("danger", {"place": "Horgoš"}, {"place": "place:hw-horgos"}),
        ("words", {"words": " life jackets "}, {"words": "life jackets"}),
        ("network", {"name": "Plavi"}, {"name": "Plavi"}),
        ("person", {"name": "Halim"}, {"name": "Halim", "chance": "0.5"}),
        (
            "identifier",
            {"sort": "phone", "number": "00381 60/123-4567"},
            {"sort": "phone", "number": "+381601234567"},
        ),
        (
            "identifier",
            {"sort": "vehicle", "number": "SU-123-AB"},
            {"sort": "vehicle", "number": "SU123AB"},
        ),
    ],
)
def test_a_question_is_read_into_ids_and_plain_numbers(kind, given, read):
    assert read.items() <= read_question(read_kind(kind), given).items()


def test_two_places_are_read_as_both_ends_of_a_leg():
    read = read_question(read_kind("leg"), {"place": "Subotica", "other": "Horgoš"})
    assert read == {"place": "place:gn-3189595", "other": "place:hw-horgos"}
    assert place_name("place:hw-horgos") == "Horgoš"
    assert place_name("place:nowhere") == ""


@pytest.mark.parametrize(
    ("kind", "given", "told"),
    [
        ("leg", {}, "any leg"),
        ("leg", {"mode": "bicycle"}, "no mode"),
        ("leg", {"place": "Nirgendwoburg"}, "no place"),
        ("leg", {"words": "x"}, "no words"),
        ("place", {}, "needs a place"),
        ("person", {}, "needs a name"),
        ("person", {"name": "Halim", "chance": "often"}, "no chance"),
        ("person", {"name": "Halim", "chance": "0"}, "no chance"),
        ("identifier", {"number": "12345"}, "needs a sort"),
        ("identifier", {"sort": "shoe", "number": "12345"}, "no sort"),
        ("identifier", {"sort": "document", "number": "N-12"}, "too short"),
        ("identifier", {"sort": "phone", "number": "060 123 4567"}, "whole phone"),
        ("identifier", {"sort": "phone", "number": "+381 Goran"}, "no phone"),
        ("words", {}, "needs a words"),
    ],
)
def test_what_cannot_be_asked_is_said(kind, given, told):
    with pytest.raises(WrongUse, match=told):
        read_question(read_kind(kind), given)


def test_a_phone_without_its_country_is_given_back_with_the_country_before_it():
    with pytest.raises(WrongUse) as told:
        read_question(read_kind("identifier"), {"sort": "phone", "number": "063 555 0142"})
    assert "+381 635550142" in told.value.do


def test_a_kind_that_does_not_exist_is_refused():
    with pytest.raises(WrongUse, match="leg, identifier"):
        read_kind("weather")
