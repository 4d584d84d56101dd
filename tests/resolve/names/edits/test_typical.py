"""A pair of words that lacks much of what is usual for its letters is held down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.resolve.names.edits.edit_table import bounded, edit_table
from headwater.resolve.names.edits.typical import held_down, typical_bits
from headwater.resolve.names.same_script import WORTH

TABLE = edit_table("cyrl", "latn")
LEFT, RIGHT = bounded("петровић"), bounded("petrović")


def test_a_long_word_is_usually_worth_more_than_a_short_one():
    short, long = (typical_bits(TABLE, bounded(word), right=True) for word in ("ana", "petrović"))
    assert 0 < short < long


@pytest.mark.parametrize("right", [False, True])
def test_a_word_of_letters_never_seen_has_finite_bits(right):
    assert typical_bits(TABLE, bounded("ξξ"), right=right) == pytest.approx(0.0, abs=20)


def test_what_reaches_the_usual_stays_as_it_is():
    usual = typical_bits(TABLE, RIGHT, right=True)
    assert held_down(TABLE, LEFT, RIGHT, usual) == usual


def test_what_lacks_much_comes_to_hardly_anything():
    assert 0 < held_down(TABLE, LEFT, RIGHT, WORTH) < 2


@given(st.floats(-60, 60), st.floats(-60, 60))
def test_more_bits_never_come_to_less_above_zero_and_none_are_added(one, other):
    low, high = sorted((one, other))
    held = [held_down(TABLE, LEFT, RIGHT, bits) for bits in (low, high)]
    assert held[1] <= high
    if low > 0:
        assert held[0] <= held[1]
