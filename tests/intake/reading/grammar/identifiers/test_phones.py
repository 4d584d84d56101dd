"""Phones, international and national."""

import pytest

from headwater.intake.reading.grammar import identifiers
from headwater.intake.reading.passage import Passage


def read(text: str, language: str = "en", region: str = "") -> list[tuple[str, str]]:
    found = identifiers(Passage(text, language, None), region)
    return [(one.value, one.detail) for one in found if one.kind == "phone"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Call +381 64 123 4567 now.", "+381641234567"),
        ("Call 00355 69 123 4567 now.", "+355691234567"),
        ("Call +44 (20) 7946 0958.", "+442079460958"),
        ("Call +44 (0)20 7946 0958.", "+442079460958"),
        ("هاتف ٠٠٩٦٤٧٧٠١٢٣٤٥٦٧", "+9647701234567"),
        ("شماره +۹۸۹۱۲۳۴۵۶۷۸۹", "+989123456789"),
        ("phone 381 64 123 4567", "+381641234567"),
    ],
)
def test_an_international_number_is_read_as_e164(text: str, value: str) -> None:
    assert read(text) == [(value, "")]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("sr", "telefon 064/123-4567", "+381641234567"),
        ("sr", "телефон 064 123 4567", "+381641234567"),
        ("hr", "mob. 091 234 5678", "+385912345678"),
        ("bs", "broj telefona 061 234 567", "+38761234567"),
        ("mk", "телефонски број 070 123 456", "+38970123456"),
        ("bg", "телефон 0888 123 456", "+359888123456"),
        ("sq", "numri 069 212 3456", "+355692123456"),
        ("sq", "numri 044 123 456", "+38344123456"),
        ("tr", "telefonu 0532 123 45 67", "+905321234567"),
        ("el", "τηλ. 6912345678", "+306912345678"),
        ("fa", "شماره ۰۹۱۲۳۴۵۶۷۸۹", "+989123456789"),
        ("en", "mobile 07911 123456", "+447911123456"),
        ("fr", "portable 06 12 34 56 78", "+33612345678"),
        ("de", "Handy 0151 23456789", "+4915123456789"),
    ],
)
def test_the_language_hints_at_the_country_of_a_national_number(
    language: str, text: str, value: str
) -> None:
    assert read(text, language) == [(value, "")]


def test_a_given_country_comes_before_the_language() -> None:
    assert read("Call 064 123 4567.") == []
    assert read("Call 064 123 4567.", region="RS") == [("+381641234567", "")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "telefon od 03/05/2026"),
        ("sr", "Predmet 064 123 4567 iz arhive."),
        ("ar", "هاتف 0123456789"),
        ("en", "call 0000 000 0000"),
        ("en", "account 12345678901234567890"),
    ],
)
def test_what_may_be_something_else_is_no_phone(language: str, text: str) -> None:
    assert read(text, language) == []


def test_a_link_to_a_chat_is_a_phone() -> None:
    assert read("See wa.me/447911123456 now") == [("+447911123456", "WhatsApp")]


def test_a_messenger_named_before_a_number_is_kept_with_it() -> None:
    assert read("WhatsApp: +44 20 7946 0958") == [("+442079460958", "WhatsApp")]
    assert read("Viber +381 64 123 4567", "sr") == [("+381641234567", "Viber")]
    assert read("He left WhatsApp. Call +381 64 123 4567") == [("+381641234567", "")]
