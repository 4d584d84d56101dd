"""Amounts as they were said."""

from decimal import Decimal

import pytest

from headwater.model import Money, Refused, currency_code


def test_words_without_a_figure_stay_words():
    said = Money(None, None, "GBP", "thousands of pounds")
    assert not said.exact


@pytest.mark.parametrize(("low", "high"), [("2", "1"), ("-1", None), (None, "NaN")])
def test_amounts_that_cannot_be_are_refused(low, high):
    with pytest.raises(Refused):
        Money(Decimal(low) if low else None, Decimal(high) if high else None)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("EURO", "EUR"),
        ("euros", "EUR"),
        ("€", "EUR"),
        ("£", "GBP"),
        ("GBP ", "GBP"),
        ("Pounds Sterling", "GBP"),
        ("din.", "RSD"),
        ("KM", "BAM"),
        ("lekë", "ALL"),
        ("chf", "CHF"),
        ("dinars", ""),
        ("lira", ""),
        ("XYZ", ""),
        ("", ""),
    ],
)
def test_a_currency_is_known_by_its_code_sign_or_word_unless_several_states_use_it(said, code):
    assert currency_code(said) == code
