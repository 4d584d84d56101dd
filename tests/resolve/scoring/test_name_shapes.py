"""The words of two names: which agree, differ, or are missing, and where."""

import pytest

from headwater.resolve.names import assign, read_name
from headwater.resolve.scoring.name_shapes import SHAPES, shape_of


@pytest.mark.parametrize(
    ("left", "right", "shape"),
    [
        ("Murad Barzani", "Мурад Барзани", "every word, in one order"),
        ("Murad Barzani", "BARZANI Murad", "every word, in one order"),
        ("Murad Dragan", "Dragan Murad", "every word, in another order"),
        ("Petar Petrović", "Петар Петковић", "every word, one of them as near as another name"),
        ("Murad Hasan Barzani", "Murad Hasan Barzani", "three words or more agree"),
        ("Murad", "Мурад", "one word is all that both have"),
        ("Murad", "Murad Barzani", "one word of several agrees"),
        ("Murad Barzani", "Murad Hasan Barzani", "a word in the middle is missing"),
        ("Murad Hasan", "Murad Hasan Barzani", "the last word is missing"),
        ("Hasan Barzani", "Murad Hasan Barzani", "the first word is missing"),
        ("Murad Barzani", "Murad Zebari", "one word agrees, a later one differs"),
        ("Murad Barzani", "Soran Barzani", "one word agrees, the first differs"),
        ("Barzani Murad", "Soran Barzani", "one word agrees, the first differs"),
        (
            "Murad Hasan",
            "Murad Barzani",
            "one word agrees, a father's name stands against a family name",
        ),
        (
            "Murad Hasan Ali",
            "Murad Hasan Barzani",
            "a father's name stands against a family name, others agree",
        ),
        ("Murad Hasan Barzani", "Soran Hasan Barzani", "the first word differs, others agree"),
        ("Murad Barzani", "Dragan Petrov", "hardly a word agrees"),
    ],
)
def test_a_shape_says_which_words_go_together(left, right, shape):
    found = assign(read_name(left), read_name(right))
    assert SHAPES[shape_of(found)] == shape
    assert shape_of(assign(read_name(right), read_name(left))) == shape_of(found)


def test_a_title_or_a_by_name_that_is_missing_is_no_missing_word():
    found = assign(read_name("Haji Murad Barzani"), read_name("Murad Barzani"))
    assert SHAPES[shape_of(found)] == "every word, in one order"
