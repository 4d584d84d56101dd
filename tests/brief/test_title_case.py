"""The words that name nobody although they are written with a capital."""

import pytest

from headwater.brief import title_case


@pytest.mark.parametrize("name", ["COMMON", "TITLES", "PARTICLES", "ARABIC_CUES", "ARABIC_STOPS"])
def test_words_stand_as_they_are_compared_in_lower_case(name):
    words = getattr(title_case, name)
    assert words
    assert all(word == word.casefold() for word in words)


@pytest.mark.parametrize("name", ["samir", "arben", "zlatan", "april", "may", "ana"])
def test_what_is_also_a_name_is_not_among_them(name):
    assert name not in title_case.COMMON
