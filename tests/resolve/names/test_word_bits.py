"""Words are compared in their scripts, with articles and initials as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.resolve.names import read_name
from headwater.resolve.names.same_script import APART, WORTH
from headwater.resolve.names.word_bits import best_reading, word_bits


def token(text):
    return next(t for t in read_name(text).tokens if t.role not in ("particle", "title"))


def initial(text):
    return next(t for t in read_name(f"{text}. Testov").tokens if t.role == "initial")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Karim", "كريم"),
        ("Зоран", "Zoran"),
        ("Alkhatib", "خطيب"),
        ("Khatib", "الخطيب"),
        ("Elkhatib", "Khatib"),
        ("Γιώργος", "Giorgos"),
        ("Abdul Rahman", "Rahman"),
    ],
)
def test_one_name_in_two_scripts_or_with_an_article_is_evidence(left, right):
    assert word_bits(token(left), token(right)) > 5


def test_the_reading_says_what_was_left_out():
    read = best_reading(token("Elkhatib"), token("Khatib"))
    assert (read.left.text, read.note) == ("khatib", "without the article")


def test_an_initial_fits_or_contradicts_whatever_the_script():
    assert word_bits(initial("K"), token("Karim")) > 0
    assert word_bits(initial("К"), token("Karim")) > 0
    assert word_bits(initial("S"), token("Karim")) == APART
    assert word_bits(initial("S"), token("كريم")) == 0.0


@given(st.sampled_from(["Karim", "كريم", "Зоран", "Abdulaziz", "Γιώργος"]), st.text(max_size=8))
def test_two_words_score_within_bounds_in_either_order(known, text):
    other = read_name(text)
    for right in other.tokens:
        bits = word_bits(token(known), right)
        assert APART <= bits <= WORTH
        assert bits == pytest.approx(word_bits(right, token(known)))
