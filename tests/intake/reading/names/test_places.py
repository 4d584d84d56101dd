"""The gazetteer."""

import pytest

from headwater.intake.reading import lookup, place, places_beginning
from headwater.intake.reading.names.places import namesakes, well_known


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Subotica", "Subotica"),
        ("Суботици", "Subotica"),
        ("Szabadka", "Subotica"),
        ("Odrin", "Edirne"),
        ("Shkup", "Skopje"),
        ("Priština", "Pristina"),
        ("Horgos", "Horgoš"),
        ("Хоргоша", "Horgoš"),
        ("BIHAĆ", "Bihać"),
        ("Дюнкерк", "Dunkirk"),
        ("the Channel", "English Channel"),
        ("northern France", "northern France"),
        ("بلغراد", "Belgrade"),
    ],
)
def test_a_place_is_found_in_any_of_its_spellings(written: str, name: str) -> None:
    found = lookup(written)
    assert found is not None
    assert found.name == name


def test_what_is_no_place_is_not_found() -> None:
    assert lookup("Frontline Deployment") is None
    assert lookup("") is None


def test_a_place_is_found_by_its_id_with_where_it_lies() -> None:
    horgos = place("=place:hw-horgos")
    assert horgos is not None
    assert (horgos.kind, horgos.country) == ("crossing_point", "RS")
    assert horgos.latitude == pytest.approx(46.16, abs=0.02)
    assert place("place:gn-0") is None


def test_a_village_needs_words_that_speak_of_a_place() -> None:
    assert well_known("hw-horgos")
    small = lookup("Xarrë")
    assert small is not None
    assert not well_known(small.id)


@pytest.mark.parametrize(
    ("written", "country"),
    [("Foca", "BA"), ("Foça", "TR"), ("Dimitrovgrad", "RS"), ("Varna", "BG")],
)
def test_of_two_small_towns_of_one_name_the_nearer_is_meant(written: str, country: str) -> None:
    found = lookup(written)
    assert found is not None
    assert found.country == country


def test_all_bearers_of_a_name_are_known_the_likelier_first() -> None:
    countries = [place(one).country for one in namesakes("Foça") if place(one)]  # type: ignore[union-attr]
    assert countries == ["TR", "BA"]
    assert namesakes("Frontline") == ()


@pytest.mark.parametrize("written", ["Subot", "суботи", "SUBOTIC"])
def test_whoever_begins_a_name_is_offered_the_place(written: str) -> None:
    assert "Subotica" in [one.name for one in places_beginning(written, 3)]


def test_what_is_offered_is_what_the_name_alone_would_mean_and_no_more_than_asked_for() -> None:
    offered = places_beginning("Ho", 5)
    assert len(offered) == 5
    assert [lookup(one.name) for one in offered] == list(offered)


def test_one_letter_or_none_begins_no_place() -> None:
    assert places_beginning("S", 5) == places_beginning(" ", 5) == ()
