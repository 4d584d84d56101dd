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


def border(text: str) -> tuple[dict[str, str], dict[str, str], str]:
    """The one leg of a text, its border, and the border's words."""
    claims = propose(text).claims
    (leg,) = legs(text)
    said = {c.property: c.value for c in claims if c.mention.startswith("border")}
    words = {text[c.start : c.end] for c in claims if c.mention.startswith("border")}
    assert len(words) == 1
    return leg, said, words.pop()


@pytest.mark.parametrize(
    ("text", "origin", "words", "country"),
    [
        (
            "Three men drove 12 migrants from Belgrade to a place near the Hungarian border.",
            "gn-792680",
            "the Hungarian border",
            "hu",
        ),
        (
            "The van took 9 migrants from Niš to the border with Hungary.",
            "gn-787657",
            "the border with Hungary",
            "hu",
        ),
        (
            "Vozač je prevezao 12 migranata iz Beograda do mađarske granice.",
            "gn-792680",
            "mađarske granice",
            "hu",
        ),
        (
            "Превезли су мигранте из Ниша близу мађарске границе.",
            "gn-787657",
            "мађарске границе",
            "hu",
        ),
        (
            "Migranti su prevezeni iz Bihaća u blizinu hrvatske granice.",
            "gn-3204222",
            "hrvatske granice",
            "hr",
        ),
        (
            "Возачот превезе 12 мигранти од Скопје до српската граница.",
            "gn-785842",
            "српската граница",
            "rs",
        ),
        (
            "Мигрантите беа превезени од Скопје во близина на границата со Србија.",
            "gn-785842",
            "границата со Србија",
            "rs",
        ),
        (
            "Шофьорът превози 12 мигранти от София до сръбската граница.",
            "gn-727011",
            "сръбската граница",
            "rs",
        ),
        (
            "Shoferi transportoi 12 migrantë nga Tirana deri te kufiri grek.",
            "gn-3183875",
            "kufiri grek",
            "gr",
        ),
        (
            "Migrantët udhëtuan nga Tirana deri te kufiri me Greqinë.",
            "gn-3183875",
            "kufiri me Greqinë",
            "gr",
        ),
    ],
)
def test_a_way_may_end_somewhere_along_a_border(
    text: str, origin: str, words: str, country: str
) -> None:
    leg, said, stands = border(text)
    assert (leg["from"], leg["to"]) == (f"=place:{origin}", f"@border-{country}")
    assert (said["name"], said["country"], stands) == (words, country, words)
    assert said["description"] == f"near the border of {country.upper()}"
    assert "latitude" not in said


def test_a_border_between_two_countries_is_that_of_both() -> None:
    leg, said, _ = border("Migranti su odvezeni iz Niša do srpsko-mađarske granice.")
    assert (leg["to"], said["description"]) == ("@border-hu-rs", "near the border of HU and RS")


def test_a_way_may_begin_at_a_border() -> None:
    leg, _, _ = border("Migrants walked from the Turkish border to Sofia.")
    assert (leg["from"], leg["to"]) == ("@border-tr", "=place:gn-727011")


@pytest.mark.parametrize(
    "text",
    [
        "The smugglers drove from Niš and were arrested near the Bulgarian border.",
        "Hungarian border police stopped a van from Belgrade carrying 12 migrants.",
        "Officers travelled from Dover on Monday. The Hungarian border is closed.",
    ],
)
def test_where_people_are_caught_and_border_police_are_no_end_of_a_way(text: str) -> None:
    assert legs(text) == []


def test_a_town_beside_a_border_is_the_end_of_the_way() -> None:
    (leg,) = legs("The convoy drove from Belgrade to Subotica near the Hungarian border.")
    assert leg["to"] == "=place:gn-3189595"


def test_a_plan_may_end_at_a_border() -> None:
    leg, _, _ = border("They plan to drive 12 migrants to the border with Croatia.")
    assert leg["to"] == "@border-hr"


@pytest.mark.parametrize("vehicle", ["автомобил", "автомобила", "автомобилът"])
def test_a_bulgarian_motor_vehicle_with_its_plate_is_no_car_and_stays_in_the_sentence(
    vehicle: str,
) -> None:
    text = f"Иван Петров превози 12 мигранти от София до Видин с {vehicle} с рег. № СВ 1234 АВ."
    (leg,) = legs(text)
    assert "mode" not in leg
    assert leg["vehicle"].startswith("@")
    (plated,) = [c for c in propose(text).claims if c.property == "registrationNumber"]
    assert (plated.value, f"@{plated.mention}") == ("CB1234AB", leg["vehicle"])


def test_a_bulgarian_passenger_car_with_its_plate_is_a_car() -> None:
    (leg,) = legs("Лек автомобил с рег. № СВ1234АВ е превозвал мигранти от Лом до София.")
    assert leg["mode"] == "car"
