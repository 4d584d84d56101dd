"""Documents, numbers of persons, devices and ships."""

import pytest

from headwater.intake.reading.grammar import identifiers
from headwater.intake.reading.passage import Passage


def read(text: str, language: str = "en") -> list[tuple[str, str, str]]:
    found = identifiers(Passage(text, language, None))
    return [(one.kind, one.value, one.detail) for one in found]


@pytest.mark.parametrize(
    ("language", "text", "kind", "value"),
    [
        ("en", "He carried passport no. P1234567.", "passport", "P1234567"),
        ("en", "Passport AB 123456 was forged.", "passport", "AB123456"),
        ("sr", "pasoš br. 012345678", "passport", "012345678"),
        ("sr", "пасош број 012345678", "passport", "012345678"),
        ("hr", "putovnica broj 123456789", "passport", "123456789"),
        ("bg", "паспорт № 381234567", "passport", "381234567"),
        ("mk", "пасош број A1234567", "passport", "A1234567"),
        ("sq", "pasaportë nr. BA1234567", "passport", "BA1234567"),
        ("tr", "pasaport no U12345678", "passport", "U12345678"),
        ("fa", "گذرنامه شماره ۱۲۳۴۵۶۷۸", "passport", "12345678"),
        ("sr", "lična karta broj 009876543", "idcard", "009876543"),
        ("sq", "letërnjoftim nr. 034567890", "idcard", "034567890"),
        ("de", "Führerschein Nr. B072RRE2I55", "licence", "B072RRE2I55"),
        ("en", "residence permit no. RP1234567", "permit", "RP1234567"),
    ],
)
def test_a_document_follows_its_word(language: str, text: str, kind: str, value: str) -> None:
    assert [found[:2] for found in read(text, language)] == [(kind, value)]


@pytest.mark.parametrize(
    ("text", "kind", "value", "detail"),
    [
        ("JMBG 0101006500006", "personal", "0101006500006", "JMBG"),
        ("The number 0101006500006 was found.", "personal", "0101006500006", "JMBG"),
        ("ЕГН 7523169263", "personal", "7523169263", "EGN"),
        ("OIB 33392005961", "personal", "33392005961", "OIB"),
        ("OIB 33392005962", "personal", "33392005962", "check digit wrong"),
        ("NID J41231232A", "personal", "J41231232A", "NID"),
        ("IMEI 490154203237518", "imei", "490154203237518", ""),
        ("IMEI: 49-015420-323751-9", "imei", "490154203237519", "check digit wrong"),
        ("MMSI 235009802", "mmsi", "235009802", ""),
        ("IMO 9074729", "imo", "9074729", ""),
        ("HIN FR-ABC12345D404", "hull", "FRABC12345D404", ""),
        ("engine number 6BX-1023456", "engine_number", "6BX1023456", ""),
        ("VIN WVWZZZ1JZXW000001", "chassis", "WVWZZZ1JZXW000001", ""),
    ],
)
def test_a_number_is_read_with_what_its_check_digit_says(
    text: str, kind: str, value: str, detail: str
) -> None:
    assert read(text) == [(kind, value, detail)]


@pytest.mark.parametrize(
    "text",
    [
        "He lost his passport in 2024.",
        "The passport office opens at 8.",
        "A total of 1234567890123 was paid.",
        "IMEI unknown",
    ],
)
def test_a_word_for_a_document_alone_gives_no_number(text: str) -> None:
    assert read(text) == []
