"""Fees among the amounts of money."""

from decimal import Decimal

import pytest

from headwater.intake.reading.grammar import Fee, amounts, dates, fees, identifiers, numbers
from headwater.intake.reading.passage import Passage

CASES = [
    ("en", "The fee is EUR 3,500-5,000 per person.", 3500, 5000, "EUR", "person"),
    ("en", "They pay between £2,500 and £3,000 a head.", 2500, 3000, "GBP", "person"),
    ("en", "They pay up to 12,000 euros per vehicle trip.", None, 12000, "EUR", "vehicle_trip"),
    ("en", "They charge at least EUR 2,000 per family.", 2000, None, "EUR", "family"),
    ("en", "A seat costs, it is EUR 1,500 per seat.", 1500, 1500, "EUR", "person"),
    ("en", "The price is £60,000 per boat.", 60000, 60000, "GBP", "boat"),
    ("en", "The price is €15k for the whole journey.", 15000, 15000, "EUR", "whole_journey"),
    ("en", "Each of the migrants paid EUR 3,000.", 3000, 3000, "EUR", "person"),
    ("hr", "Naplaćivao je 500 eura za svaku osobu.", 500, 500, "EUR", "person"),
    ("bg", "Всеки от мигрантите е платил 3 000 евро.", 3000, 3000, "EUR", "person"),
    ("sq", "Çdo emigrant paguante 3 mijë euro.", 3000, 3000, "EUR", "person"),
    ("sr", "Cena je između 2.500 i 3.000 evra po osobi.", 2500, 3000, "EUR", "person"),
    ("sr", "Плаћа се до 4.000 евра по лицу.", None, 4000, "EUR", "person"),
    ("hr", "Cijena je 2.000 eura po vozilu.", 2000, 2000, "EUR", "vehicle_trip"),
    ("hr", "Vozili su po cijeni od 250 do 300 eura po osobi.", 250, 300, "EUR", "person"),
    ("bs", "Cijena je 1 000 KM po osobi.", 1000, 1000, "BAM", "person"),
    ("mk", "Цената е 500 евра за делница.", 500, 500, "EUR", "leg"),
    ("mk", "Цената е 3.000 евра за целиот пат.", 3000, 3000, "EUR", "whole_journey"),
    ("mk", "Цена: 800€/лице.", 800, 800, "EUR", "person"),
    ("bg", "Цената е 2 000 лева на човек.", 2000, 2000, "BGN", "person"),
    ("bg", "Цената е 8 000 евро на лодка.", 8000, 8000, "EUR", "boat"),
    ("sq", "Çmimi është 7.000 euro për familje.", 7000, 7000, "EUR", "family"),
    ("sq", "Cmimi eshte 3.000 euro per person.", 3000, 3000, "EUR", "person"),
    ("tr", "Ücret kişi başı 3.000 avro.", 3000, 3000, "EUR", "person"),
    ("el", "Η τιμή είναι 3.000 ευρώ ανά άτομο.", 3000, 3000, "EUR", "person"),
    ("ar", "السعر ٣٥٠٠ يورو للشخص الواحد", 3500, 3500, "EUR", "person"),
    ("fa", "قیمت ۳۵۰۰ یورو برای هر نفر", 3500, 3500, "EUR", "person"),
    ("fr", "Le prix est de 3 000 euros par personne.", 3000, 3000, "EUR", "person"),
    ("de", "Der Preis beträgt 3.000 Euro pro Boot.", 3000, 3000, "EUR", "boat"),
]


def read(language: str, text: str) -> list[Fee]:
    passage = Passage(text, language, None)
    identifiers(passage)
    dates(passage)
    return fees(passage, amounts(passage, numbers(passage)))


@pytest.mark.parametrize(("language", "text", "low", "high", "currency", "basis"), CASES)
def test_a_fee_is_read_with_its_ends_currency_and_basis(
    language: str, text: str, low: int | None, high: int | None, currency: str, basis: str
) -> None:
    (fee,) = read(language, text)
    money = fee.amount.money
    assert money.low == (None if low is None else Decimal(low))
    assert money.high == (None if high is None else Decimal(high))
    assert money.currency == currency
    assert fee.basis is not None
    assert fee.basis.value == basis


@pytest.mark.parametrize(
    "text",
    [
        "The trade is worth EUR 50m a year.",
        "Officers seized EUR 5,000 in cash.",
        "A budget of GBP 10 million was announced.",
        "He has 500 euros.",
        "He has 500 euros and bought, for 20 days, a boat.",
    ],
)
def test_what_is_no_fee_is_not_made_one(text: str) -> None:
    assert read("en", text) == []


def test_a_basis_that_is_not_said_is_not_guessed() -> None:
    (fee,) = read("en", "The smugglers charge EUR 3,000.")
    assert fee.basis is None


def test_a_price_without_a_currency_is_a_fee_in_an_unknown_one() -> None:
    (fee,) = read("en", "They charge around 3,500 per person.")
    assert fee.amount.money.currency == ""
    assert fee.amount.money.low == 3500


def test_thousands_of_pounds_are_no_number() -> None:
    (fee,) = read("en", "They are charging thousands of pounds per person.")
    assert (fee.amount.magnitude, fee.amount.money.currency) == ("thousands", "GBP")
    assert fee.amount.money.low is None


def test_two_fees_in_one_sentence_keep_their_own_basis() -> None:
    one, other = read("en", "They charge EUR 2,800 per person and EUR 7,000 per family.")
    assert one.basis is not None
    assert other.basis is not None
    assert (one.basis.value, other.basis.value) == ("person", "family")


def test_a_basis_right_behind_one_amount_is_not_that_of_the_next() -> None:
    one, other = read("en", "They charge EUR 2,800 per person, later EUR 7,000.")
    assert one.basis is not None
    assert other.basis is None


def test_how_it_is_paid_is_read() -> None:
    (fee,) = read("en", "The fee of EUR 900 per leg is held by a third party until arrival.")
    assert fee.payment is not None
    assert fee.payment.value == "escrow"


def test_a_line_of_macedonian_taken_for_serbian_is_read_all_the_same() -> None:
    (fee,) = read("sr", "Профилот нуди пат, цена околу 650 евра по лице.")
    assert fee.basis is not None
    assert (fee.basis.value, fee.amount.about) == ("person", True)
