"""Money."""

from decimal import Decimal

import pytest

from headwater.intake.reading.grammar import Amount, amounts, dates, identifiers, numbers
from headwater.intake.reading.passage import Passage


def read(language: str, text: str) -> list[Amount]:
    passage = Passage(text, language, None)
    identifiers(passage)
    dates(passage)
    return amounts(passage, numbers(passage))


@pytest.mark.parametrize(
    ("language", "text", "low", "high", "currency"),
    [
        ("en", "€3,500", 3500, 3500, "EUR"),
        ("en", "EUR 3,500-5,000", 3500, 5000, "EUR"),
        ("en", "EUR3500", 3500, 3500, "EUR"),
        ("en", "3500€", 3500, 3500, "EUR"),
        ("en", "3000eur", 3000, 3000, "EUR"),
        ("en", "€2-3k", 2000, 3000, "EUR"),
        ("en", "2,000 euros to 3,000", 2000, 3000, "EUR"),
        ("en", "£2,500 to £3,000", 2500, 3000, "GBP"),
        ("en", "between 500 and 700 pounds", 500, 700, "GBP"),
        ("en", "2.5m pounds", 2_500_000, 2_500_000, "GBP"),
        ("en", "at least 500 dollars", 500, None, "USD"),
        ("en", "3000+ euros", 3000, None, "EUR"),
        ("en", "up to €700", None, 700, "EUR"),
        ("en", "2000 evra", 2000, 2000, "EUR"),
        ("en", "500 Turkish lira", 500, 500, "TRY"),
        ("en", "family of 4 – €14,000", 14_000, 14_000, "EUR"),
        ("sr", "150-200e", 150, 200, "EUR"),
        ("sr", "3.500 evra", 3500, 3500, "EUR"),
        ("sr", "od 2000 do 3000 evra", 2000, 3000, "EUR"),
        ("sr", "naknada od 3000 evra", 3000, 3000, "EUR"),
        ("sr", "između 2 i 3 hiljade evra", 2000, 3000, "EUR"),
        ("sr", "tri hiljade petsto evra", 3500, 3500, "EUR"),
        ("sr", "dve do tri hiljade evra", 2000, 3000, "EUR"),
        ("sr", "2,5 hiljade funti", 2500, 2500, "GBP"),
        ("sr", "500.000 dinara", 500_000, 500_000, "RSD"),
        ("sr", "3.500 евра", 3500, 3500, "EUR"),
        ("bs", "1 000 KM", 1000, 1000, "BAM"),
        ("hr", "dvije tisuće eura", 2000, 2000, "EUR"),
        ("mk", "помеѓу 2.500 и 3.000 евра", 2500, 3000, "EUR"),
        ("mk", "500 ден.", 500, 500, "MKD"),
        ("mk", "30.000 денари", 30_000, 30_000, "MKD"),
        ("bg", "2 000 лв.", 2000, 2000, "BGN"),
        ("bg", "между 2000 и 3000 евро", 2000, 3000, "EUR"),
        ("bg", "от 2000 до 3000 паунда", 2000, 3000, "GBP"),
        ("sq", "7.000 euro", 7000, 7000, "EUR"),
        ("sq", "dy mijë paund", 2000, 2000, "GBP"),
        ("sq", "500.000 lekë", 500_000, 500_000, "ALL"),
        ("sq", "nga 2.000 deri në 3.000 euro", 2000, 3000, "EUR"),
        ("tr", "3.000 avro ile 4.000 avro arası", 3000, 4000, "EUR"),
        ("tr", "5000 TL", 5000, 5000, "TRY"),
        ("el", "3.000 ευρώ", 3000, 3000, "EUR"),
        ("ar", "٣٥٠٠ يورو", 3500, 3500, "EUR"),
        ("ar", "2000 ليرة تركية", 2000, 2000, "TRY"),
        ("fa", "۳۵۰۰ یورو", 3500, 3500, "EUR"),
        ("fa", "۵۰ میلیون تومان", 50_000_000, 50_000_000, "IRT"),
        ("ku", "3000 ewro", 3000, 3000, "EUR"),
        ("ps", "۳۰۰۰ ډالر", 3000, 3000, "USD"),
        ("fr", "mille euros", 1000, 1000, "EUR"),
        ("de", "3.000 bis 4.000 Euro", 3000, 4000, "EUR"),
    ],
)
def test_an_amount_has_its_ends_and_currency(
    language: str, text: str, low: int | None, high: int | None, currency: str
) -> None:
    (amount,) = read(language, f"x {text} x")
    assert amount.money.low == (None if low is None else Decimal(low))
    assert amount.money.high == (None if high is None else Decimal(high))
    assert amount.money.currency == currency


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "500 lira"),
        ("en", "500 dinars"),
        ("ar", "2000 ليرة"),
        ("bg", "500 лири"),
        ("fr", "500 francs"),
    ],
)
def test_a_currency_of_several_states_stays_unknown(language: str, text: str) -> None:
    (amount,) = read(language, text)
    assert amount.money.currency == ""
    assert amount.money.low == 500 or amount.money.low == 2000


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "12 people and 5 km"),
        ("sr", "lek za 5 ljudi"),
        ("mk", "3 дена"),
        ("bg", "5 лева страна"[:1]),
        ("en", "20 per boat"),
        ("en", "from 700 to 500 euros"),
    ],
)
def test_what_is_no_amount_is_left(language: str, text: str) -> None:
    assert read(language, text) == []


def test_a_word_for_a_currency_belongs_to_the_number_before_it() -> None:
    (amount,) = read("sr", "Za 2000 evra 12 lica.")
    assert amount.money.low == amount.money.high == 2000


def test_about_is_kept() -> None:
    (amount,) = read("sq", "rreth 3.000 euro")
    assert (amount.about, amount.money.exact) == (True, True)


@pytest.mark.parametrize(
    ("language", "text", "magnitude"),
    [
        ("en", "thousands of pounds", "thousands"),
        ("en", "tens of thousands of euros", "tens of thousands"),
        ("sr", "hiljade evra", "thousands"),
        ("sr", "desetine hiljada evra", "tens of thousands"),
        ("bg", "хиляди евро", "thousands"),
        ("sq", "mijëra euro", "thousands"),
        ("fr", "des milliers de euros", "thousands"),
    ],
)
def test_a_size_without_a_number_is_no_number(language: str, text: str, magnitude: str) -> None:
    (amount,) = read(language, text)
    assert (amount.magnitude, amount.money.low, amount.money.high) == (magnitude, None, None)


def test_every_part_stands_where_it_says() -> None:
    text = "They paid between €2,500 and €3,000 each."
    (amount,) = read("en", text)
    assert text[slice(*amount.span)] == "€2,500 and €3,000"
    assert amount.low is not None
    assert amount.high is not None
    assert (text[slice(*amount.low)], text[slice(*amount.high)]) == ("2,500", "3,000")
    assert text[slice(*amount.currency)] == "€"
