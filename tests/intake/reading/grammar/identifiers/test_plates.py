"""Number plates."""

import pytest

from headwater.intake.reading.grammar import identifiers
from headwater.intake.reading.passage import Passage


def read(text: str, language: str = "en") -> list[tuple[str, str]]:
    found = identifiers(Passage(text, language, None))
    return [(one.value, one.detail) for one in found if one.kind == "plate"]


@pytest.mark.parametrize(
    ("language", "text", "value", "country"),
    [
        ("en", "A van, plate SU-123-AB, was seen.", "SU123AB", ""),
        ("sr", "Kombi registarskih oznaka SU-123-AB.", "SU123AB", "RS"),
        ("sr", "Комби регистарских ознака СУ-123-АБ.", "SU123AB", "RS"),
        ("sr", "Возило бугарских ознака СА1234ВК.", "CA1234BK", "BG"),
        ("sr", "VW Passat BG 1234-AB stoji.", "BG1234AB", "RS"),
        ("bs", "Vozilo tablica A12-K-345.", "A12K345", "BA"),
        ("mk", "Возило со таблички TE-1234-AB.", "TE1234AB", "MK"),
        ("mk", "Возило СК-1234-АБ стои.", "SK1234AB", "MK"),
        ("sq", "Automjeti me targa AA 123 BB.", "AA123BB", "AL"),
        ("sq", "Automjeti me targa 01-234-AB.", "01234AB", "XK"),
        ("bg", "Автомобил с номер СА 1234 ВК.", "CA1234BK", "BG"),
        ("bg", "Бус с рег. № 22 PAX 501.", "22PAX501", "TR"),
        ("el", "Όχημα ΙΚΑ-1234 εδώ.", "IKA1234", "GR"),
        ("en", "A lorry with plate AB12 CDE.", "AB12CDE", "GB"),
        ("en", "A car, plate B 123 ABC.", "B123ABC", "RO"),
        ("en", "A van, plate LJ 12-ABC.", "LJ12ABC", "SI"),
        ("en", "A van, plate 1-ABC-234.", "1ABC234", "BE"),
        ("fr", "Véhicule immatriculé AB-123-CD.", "AB123CD", "FR"),
        ("de", "Auto mit Kennzeichen M-AB 1234.", "MAB1234", "DE"),
    ],
)
def test_a_plate_is_read_with_its_country_where_one_only_fits(
    language: str, text: str, value: str, country: str
) -> None:
    assert read(text, language) == [(value, country)]


@pytest.mark.parametrize(
    "text",
    ["See paragraph SU-123-AB of the book.", "A van with 12 people.", "The car left at 22 PM 30."],
)
def test_letters_and_figures_that_are_no_plate_are_left(text: str) -> None:
    assert read(text) == []
