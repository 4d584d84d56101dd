"""Makes, measures, points on the map and accounts stand on the thing that they are said of."""

import pytest

from headwater.intake.reading import propose


def told(text: str, schema: str, language: str = "") -> set[tuple[str, str]]:
    found = propose(text, language=language).claims
    return {(c.property, c.value) for c in found if c.schema == schema}


DRIVE = (
    "Petar Petrović drove 5 migrants from Niš to Šid in a white Mercedes Sprinter, "
    "plates NI-161-AM; the journey took 4 hours."
)


def test_a_leg_has_its_vehicle_and_how_long_it_took_and_the_vehicle_its_model() -> None:
    assert ("model", "Mercedes Sprinter") in told(DRIVE, "Vehicle")
    assert {("vehicle", "@m3"), ("durationHours", "4")} <= told(DRIVE, "Leg")


@pytest.mark.parametrize(
    ("language", "text", "hours"),
    [
        ("en", "They were driven from Niš to Šid on a 3-hour drive.", "3"),
        ("sr", "Vožnja od Niša do Šida je trajala 5 sati u kombiju.", "5"),
        ("bg", "Пътуването от София до Видин с микробус продължи 6 часа.", "6"),
    ],
)
def test_how_long_a_leg_took_is_read(language: str, text: str, hours: str) -> None:
    assert ("durationHours", hours) in told(text, "Leg", language)


def test_a_wait_is_no_length_of_a_leg() -> None:
    text = "They waited 3 days in Niš before they were driven from Niš to Šid."
    assert "durationHours" not in {name for name, _ in told(text, "Leg")}


def test_of_two_vehicles_none_gets_the_model() -> None:
    text = "A Mercedes with plates NI-161-AM and a van with plates BG-204-KK drove from Niš to Šid."
    assert "model" not in {name for name, _ in told(text, "Vehicle")}
    assert "vehicle" not in {name for name, _ in told(text, "Leg")}


def test_what_is_seized_is_told_with_make_power_and_length() -> None:
    text = "Police seized 3 Yamaha engines of 40 hp and 2 inflatable boats 9 m long in Niš."
    claims = propose(text).claims
    kind = {c.mention: c.value for c in claims if c.property == "article"}
    said = {(kind[c.mention], c.value) for c in claims if c.property == "description"}
    assert said == {("engines", "Yamaha"), ("engines", "40 hp"), ("boats", "9 m")}


def test_a_point_on_the_map_is_where_it_happened() -> None:
    launch = "A boat with 40 people was launched at 50.9871, 1.9632 on 3 May 2026."
    assert {("latitude", "50.9871"), ("longitude", "1.9632")} <= told(launch, "Place")
    assert "place" in {name for name, _ in told(launch, "Launch")}
    death = "Four people died at 51.0312 N, 2.0551 E on 1 May 2026."
    assert {("latitude", "51.0312"), ("dead", "4")} <= told(death, "Incident")


def test_an_offer_has_the_account_and_platform_it_stands_on() -> None:
    text = "Account @put_vip680 on Telegram offers the trip from Niš to Šid for 500 euros a head."
    assert ("platform", "Telegram") in told(text, "PriceAdvert")
    assert "handle" in {name for name, _ in told(text, "PriceAdvert")}
