"""Amounts as they were said."""

from decimal import Decimal

import pytest

from headwater.model import Money, Refused


def test_words_without_a_figure_stay_words():
    said = Money(None, None, "GBP", "thousands of pounds")
    assert not said.exact


@pytest.mark.parametrize(("low", "high"), [("2", "1"), ("-1", None), (None, "NaN")])
def test_amounts_that_cannot_be_are_refused(low, high):
    with pytest.raises(Refused):
        Money(Decimal(low) if low else None, Decimal(high) if high else None)
