"""Numbers as people write them."""

import pytest

from headwater.intake.reading.grammar.numbers import numbers, parse, plain
from headwater.intake.reading.passage import Passage


@pytest.mark.parametrize("written", ["3.500", "3,500", "3 500", "3500", "٣٥٠٠", "۳۵۰۰", "٣٬٥٠٠"])
def test_one_number_in_many_writings(written: str) -> None:
    assert parse(written) == 3500


@pytest.mark.parametrize(
    ("written", "value"), [("2.5", 2.5), ("2,50", 2.5), ("1.250,50", 1250.5), ("1,250.50", 1250.5)]
)
def test_decimals(written: str, value: float) -> None:
    assert parse(written) == value


def test_numbers_as_words_count_in_their_language() -> None:
    found = numbers(Passage("Uhapšene su tri osobe i 12 migranata.", "sr", None))
    assert [n.value for n in found] == [3, 12]


def test_what_is_used_up_is_no_number() -> None:
    passage = Passage("12.03.2026", "en", None)
    passage.take((0, 10))
    assert numbers(passage) == []


def test_plain_decimals() -> None:
    assert (plain(3500.0), plain(2.5)) == ("3500", "2.5")
