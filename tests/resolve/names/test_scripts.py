import pytest

from headwater.resolve.names.scripts import script_of, without_look_alikes


@pytest.mark.parametrize(
    ("word", "script"),
    [
        ("Hodža", "latn"),
        ("Ђорђе", "cyrl"),
        ("محمد", "arab"),
        ("ﻣﺤﻤﺪ", "arab"),
        ("Ελένη", "other"),
        ("Bоjan", "latn"),  # one Cyrillic o
        ("12-34", "latn"),
        ("", "latn"),
        ("\ud800", "latn"),
    ],
)
def test_a_word_has_the_script_of_most_of_its_letters(word: str, script: str) -> None:
    assert script_of(word) == script


def test_letters_that_only_look_latin_are_put_right_in_a_latin_word() -> None:
    assert without_look_alikes("Bоjаn", "latn") == "Bojan"


def test_letters_that_only_look_cyrillic_are_put_right_in_a_cyrillic_word() -> None:
    assert without_look_alikes("Cтojан", "cyrl") == "Стојан"


def test_arabic_has_no_look_alikes() -> None:
    assert without_look_alikes("محمد", "arab") == "محمد"
