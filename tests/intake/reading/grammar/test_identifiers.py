"""Phones, plates, documents, accounts, coordinates."""

import pytest

from headwater.intake.reading.grammar import Identifier, identifiers
from headwater.intake.reading.passage import Passage


def read(text: str, language: str = "en", region: str = "") -> list[Identifier]:
    return identifiers(Passage(text, language, None), region)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Call +381 64 123 4567 now.", "+381641234567"),
        ("Call 00355 69 123 4567 now.", "+355691234567"),
        ("Call +44 (20) 7946 0958.", "+442079460958"),
    ],
)
def test_a_phone_is_read_as_e164(text: str, value: str) -> None:
    (phone,) = read(text)
    assert (phone.kind, phone.value) == ("phone", value)


def test_a_national_number_needs_a_country() -> None:
    assert read("Call 064 123 4567.") == []
    (phone,) = read("Call 064 123 4567.", region="RS")
    assert phone.value == "+381641234567"


@pytest.mark.parametrize(
    ("language", "text", "value", "country"),
    [
        ("en", "A van, plate SU-123-AB, was seen.", "SU123AB", ""),
        ("sr", "Kombi registarskih oznaka SU-123-AB.", "SU123AB", "RS"),
        ("bs", "Vozilo tablica A12-K-345.", "A12K345", "BA"),
        ("mk", "Возило со таблички TE-1234-AB.", "TE1234AB", "MK"),
        ("sq", "Automjeti me targa AA 123 BB.", "AA123BB", "AL"),
        ("sq", "Automjeti me targa 01-234-AB.", "01234AB", "XK"),
        ("bg", "Автомобил с номер СА 1234 ВК.", "СА1234ВК", "BG"),
        ("bg", "Бус с рег. № 22 PAX 501.", "22PAX501", "TR"),
        ("en", "A lorry with plate AB12 CDE.", "AB12CDE", "GB"),
    ],
)
def test_a_plate_is_read_with_its_country_where_one_only_fits(
    language: str, text: str, value: str, country: str
) -> None:
    (plate,) = read(text, language)
    assert (plate.kind, plate.value, plate.detail) == ("plate", value, country)


def test_letters_and_figures_without_a_vehicle_are_no_plate() -> None:
    assert read("See paragraph SU-123-AB of the book.") == []


def test_a_document_follows_its_word() -> None:
    (passport,) = read("He carried passport no. P1234567.")
    assert (passport.kind, passport.value) == ("passport", "P1234567")


def test_an_account_takes_its_platform_from_the_sentence() -> None:
    (account,) = read("The Telegram account @balkan_trips posts prices.")
    assert (account.value, account.detail) == ("balkan_trips", "Telegram")
    assert read("Write to a.b@example.org.") == []


def test_coordinates_are_degrees() -> None:
    (point,) = read("The boat was at 50.9950, 1.7530 at noon.")
    assert point.value == "50.995,1.753"
