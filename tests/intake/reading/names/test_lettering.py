"""The same name in other capitals or without its diacritics."""

from hypothesis import given
from hypothesis import strategies as st

from headwater.intake.reading.names.lettering import (
    fold,
    one_script,
    plain,
    same_capitals,
    same_letters,
    typed,
)


@given(st.text(max_size=60))
def test_positions_stay(text: str) -> None:
    assert len(fold(text)) == len(plain(fold(text))) == len(text)


def test_diacritics_may_be_left_out_but_not_wrong() -> None:
    assert same_letters("foca", "foča")
    assert same_letters("presevo", "preševo")
    assert not same_letters("foça", "foča")
    assert not same_letters("foča", "foca")


def test_dj_stands_for_a_letter_that_a_keyboard_lacks() -> None:
    assert typed("Đala") == ("đala", "djala")
    assert typed("Dover") == ("dover",)


def test_capitals_begin_the_words_of_a_name() -> None:
    assert same_capitals("Novi Sad", "Novi Sad")
    assert same_capitals("NOVI SAD", "Novi Sad")
    assert not same_capitals("novi sad", "Novi Sad")
    assert not same_capitals("Novi sad", "Novi Sad")
    assert same_capitals("The Channel", "the Channel")


def test_look_alikes_of_another_script_become_letters_of_the_one() -> None:
    assert one_script("Jовановић") == "Јовановић"  # a Latin J
    assert one_script("Pеtrović") == "Petrović"  # a Cyrillic е
    assert one_script("Wимереуx") == ""
    assert one_script("Wimereux") == "Wimereux"
