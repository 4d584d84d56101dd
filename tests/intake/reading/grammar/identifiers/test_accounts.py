"""Accounts, links, addresses, bank accounts and wallets."""

import pytest

from headwater.intake.reading.grammar import identifiers
from headwater.intake.reading.passage import Passage


def read(text: str) -> list[tuple[str, str, str]]:
    found = identifiers(Passage(text, "en", None))
    return [(one.kind, one.value, one.detail) for one in found]


@pytest.mark.parametrize(
    ("text", "value", "platform"),
    [
        ("The Telegram account @balkan_trips posts prices.", "balkan_trips", "Telegram"),
        ("See t.me/balkan_trips for prices.", "balkan_trips", "Telegram"),
        ("See https://www.instagram.com/some.one for prices.", "some.one", "Instagram"),
        ("See tiktok.com/@abc_def now.", "abc_def", "TikTok"),
        ("The Telegram channel balkan_trips2 posts.", "balkan_trips2", "Telegram"),
        ("@someone wrote.", "someone", ""),
        ("On Telegram and TikTok @someone wrote.", "someone", ""),
    ],
)
def test_an_account_takes_its_platform_from_the_link_or_the_sentence(
    text: str, value: str, platform: str
) -> None:
    assert read(text) == [("handle", value, platform)]


@pytest.mark.parametrize(
    "text",
    [
        "See facebook.com/groups for more.",
        "The Telegram channel is closed.",
        "Price 5 @ 3 euros.",
        "bad GB82 WEST 1234 5698 7654 33",
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
    ],
)
def test_what_is_no_account_or_fails_its_check_is_left(text: str) -> None:
    assert read(text) == []


def test_an_address_is_an_email_and_no_account() -> None:
    assert read("Write to A.b@example.org.") == [("email", "a.b@example.org", "")]


@pytest.mark.parametrize(
    ("text", "kind", "value", "detail"),
    [
        ("IBAN GB82 WEST 1234 5698 7654 32 is his.", "iban", "GB82WEST12345698765432", "GB"),
        ("to RS35260005601001611379 now", "iban", "RS35260005601001611379", "RS"),
        (
            "to 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa now",
            "wallet", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "bitcoin",
        ),
        (
            "to bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4 now",
            "wallet", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "bitcoin",
        ),
        (
            "to 0x52908400098527886E0F7030069857D2E4169EE7 now",
            "wallet", "0x52908400098527886E0F7030069857D2E4169EE7", "ethereum",
        ),
        (
            "USDT to TJRabPrwbZy45sbavfcjinPJC18kjpRTv8 now",
            "wallet", "TJRabPrwbZy45sbavfcjinPJC18kjpRTv8", "tron",
        ),
    ],
)  # fmt: skip
def test_an_account_with_a_right_check_sum_is_read(
    text: str, kind: str, value: str, detail: str
) -> None:
    assert read(text) == [(kind, value, detail)]
