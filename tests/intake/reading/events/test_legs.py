"""Legs."""

import pytest

from headwater.intake.reading import propose


def legs(text: str) -> list[dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for claim in propose(text).claims:
        if claim.schema == "Leg":
            found.setdefault(claim.mention, {})[claim.property] = claim.value
    return list(found.values())


def test_a_way_over_a_third_place_is_two_legs() -> None:
    first, second = legs("The group travelled from Calais via Dunkirk to Dover.")
    assert (first["to"], second["from"]) == ("=place:hw-dunkirk", "=place:hw-dunkirk")


def test_people_taken_in_one_place_and_brought_to_another_travelled_a_leg() -> None:
    (leg,) = legs("Besnik Tarova collected 9 people in Calais and took them to Dover by lorry.")
    assert (leg["from"], leg["to"]) == ("=place:hw-calais", "=place:hw-dover")
    assert (leg["mode"], leg["persons"]) == ("lorry", "9")


def test_officers_being_deployed_are_no_leg() -> None:
    assert legs("Officers were deployed from Dover to Calais.") == []


def test_a_plan_is_told_as_a_plan() -> None:
    claims = propose("They plan to move 9 people from Calais to Dover.").claims
    assert {c.modality for c in claims if c.schema == "Leg"} == {"planned"}


def test_a_name_is_no_mode_of_travel() -> None:
    text = "Cao Van Lam moved 44 people from Gravelines to Dover in an inflatable boat."
    (leg,) = legs(text)
    assert leg["mode"] == "boat"


def test_where_people_are_from_is_not_where_they_set_out() -> None:
    (leg,) = legs("Besnik Tarova moved 14 migrants from Syria and Iraq from Niš to Šid.")
    assert (leg["from"], leg["to"]) == ("=place:gn-787657", "=place:gn-3190922")


def test_a_sentence_goes_on_from_the_place_before() -> None:
    text = "On 3 May 2026 nine people were dropped near Dover. They had come from Calais by lorry."
    (leg,) = legs(text)
    assert (leg["from"], leg["to"]) == ("=place:hw-calais", "=place:hw-dover")
    assert (leg["mode"], leg["date"]) == ("lorry", "2026-05-03")


def test_where_one_word_says_at_and_to_the_case_tells() -> None:
    (leg,) = legs("Zoran Gavrić je preuzeo 9 osoba u Nišu i prevezao ih u Suboticu.")
    assert (leg["from"], leg["to"]) == ("=place:gn-787657", "=place:gn-3189595")


def test_of_a_planned_trip_one_end_is_enough() -> None:
    (leg,) = legs("A further trip from Calais is planned; Besnik Tarova is to arrange it.")
    assert leg["from"] == "=place:hw-calais"
    assert "to" not in leg


@pytest.mark.parametrize(
    "text",
    [
        "Ratko Mijuković iz Loznice prevozio je 12 ljudi preko Drine.",
        "Zoran Kovač from Niš drove 12 people across the Drina.",
        "Niš je grad, a Ognjen Šolaja vozi 12 ljudi za Horgoš.",
    ],
)
def test_a_home_or_a_place_told_of_begins_no_leg(text: str) -> None:
    assert "Leg" not in {c.schema for c in propose(text).claims}


def test_a_short_word_of_another_language_plans_nothing() -> None:
    claims = propose("Kamion je išao od Niša do Horgoša.").claims
    assert {c.modality for c in claims if c.schema == "Leg"} == {"done"}


def test_a_place_led_through_after_the_end_lies_between() -> None:
    text = "Agron Thartori çoi 12 emigrantë nga Kukësi në Prizren përmes Morinës."
    ends = [c.value for c in propose(text).claims if c.schema == "Leg" and c.property == "to"]
    assert ends[0] == "=place:hw-morine"
    assert len(ends) == 2
