"""Words of names, found by any spelling."""

import pytest

from headwater.resolve import Spellings

WORDS = ["Goran", "Горан", "Zoran", "Izmišljeni", "Mohammad", "محمد"]
HELD = Spellings(WORDS)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("goran", {"Goran", "Горан"}),
        ("Измишљени", {"Izmišljeni"}),
        ("Izmisleni", {"Izmišljeni"}),
        ("Muhamed", {"Mohammad", "محمد"}),
        ("Petar", set()),
        ("", set()),
        ("123", set()),
    ],
)
def test_a_word_finds_its_spellings_and_no_other_word(word, found):
    assert {WORDS[one.word] for one in HELD.alike(word)} == found


def test_the_same_word_comes_first():
    assert WORDS[HELD.alike("Goran")[0].word] in ("Goran", "Горан")


def test_a_name_is_taken_apart_and_a_text_made_plain():
    assert Spellings.words_of("Goran Izmišljeni 7") == ("Goran", "Izmišljeni")
    assert Spellings.plain("Горан Đ") == Spellings.plain("goran đ")
