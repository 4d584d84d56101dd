"""How numbers, money and doubts are said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.brief.wording import (
    amount,
    basis_words,
    counted,
    few,
    figure,
    inert,
    listed,
    modality_tags,
    period,
    rest,
    shortened,
    steady,
    steady_numbers,
)


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (1200.0, 1500.0, "EUR 1,200 to 1,500"),
        (900.0, 900.0, "EUR 900"),
        (None, 7000.0, "up to EUR 7,000"),
        (3000.0, None, "from EUR 3,000"),
    ],
)
def test_a_range_stays_a_range(low: float | None, high: float | None, said: str):
    assert amount(low, high, "EUR", "") == said


def test_words_stay_words_and_nothing_is_made_of_nothing():
    assert amount(None, None, "GBP", "thousands of pounds") == "thousands of pounds"
    assert amount(None, None, "", " ") == "an amount that is not stated"
    assert basis_words("") == "with no basis stated"
    assert basis_words("vehicle_trip") == "per vehicle trip"


def test_small_counts_of_protected_people_are_not_told():
    assert [few(n) for n in (0, 1, 4, 5)] == ["0", "fewer than 5", "fewer than 5", "5"]


def test_lists_say_how_many_they_leave_out():
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a", "b", "c", "d"], 2) == "a, b and 2 more"
    assert rest(252, 40).startswith("and 212 more, ")
    assert rest(40, 40) == ""


def test_what_is_not_told_as_done_is_marked_and_what_is_done_is_not():
    assert modality_tags(["done"]) == ()
    assert modality_tags(["projected"], ["some projections"]) == (
        "projected, not a fact",
        "according to “some projections”",
    )


def test_figures_dates_and_counts_read_well():
    assert figure(60000.0) == "60,000"
    assert figure(2.5) == "2.50"
    assert period("2026-01-01", "") == "2026-01-01"
    assert period("2026-01-01", "2026-02-01") == "2026-01-01 to 2026-02-01"
    assert counted(1, "person", "people") == "1 person"
    assert counted(1200, "report") == "1,200 reports"


@given(st.text(alphabet=st.characters(codec=None)))
def test_no_control_or_direction_character_survives(text: str):
    shown = inert(text)
    assert not set(shown) & set("\x00\x1b\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u200f")


def test_a_long_text_is_cut_at_a_word_with_a_mark():
    assert shortened("one two three", 9) == "one two […]"
    assert shortened("one  two", 9) == "one two"


def test_a_number_after_an_arabic_name_stays_after_it():
    assert steady("حسن المخترع; 2") == "حسن المخترع\u200e; 2"
    assert steady("Dragan; 2") == "Dragan; 2"


def test_a_number_of_several_parts_keeps_their_order_behind_an_arabic_word():
    assert steady_numbers("هاتفه +381 60 1234567.") == "هاتفه \u200e+381 60 1234567\u200e."
    assert steady_numbers("في 2025-09-02") == "في \u200e2025-09-02\u200e"
    assert steady_numbers("دفع 3500 يورو") == "دفع 3500 يورو"
