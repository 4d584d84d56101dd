import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.resolve.names.letters import normal, plain_latin, plainer, sounded_latin


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("كريم", "کریم"),  # Arabic and Persian kaf and yeh
        ("محمد", "مُحَمَّد"),  # vowel marks
        ("محمد", "محـمد"),  # elongation
        ("محمد", "ﻣﺤﻤﺪ"),  # presentation forms
        ("نوری", "نوری\u200c"),  # joiner
        ("ہارون", "هارون"),  # Urdu heh
        ("ګل", "گل"),  # Pashto gaf
    ],
)
def test_spellings_of_one_word_in_arabic_script_are_one(one: str, other: str) -> None:
    assert normal(one, "arab") == normal(other, "arab")


def test_letters_of_persian_keep_their_sound() -> None:
    assert normal("چنگیز", "arab") != normal("جنگیز", "arab")


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("Đorđe", "djordje"),
        ("YILDIZ", "yildiz"),
        ("Yıldız", "yildiz"),
        ("İbrahim", "ibrahim"),
        ("Groß", "gross"),
        ("Šćepanović", "scepanovic"),
        ("Ægir", "aegir"),
        ("O'Neil", "oneil"),
        ("Ｈｕｓｓｅｉｎ", "hussein"),
    ],
)
def test_latin_is_plain_small_letters(word: str, plain: str) -> None:
    assert normal(word, "latn") == plain


def test_marks_that_carry_sound_can_be_kept() -> None:
    assert sounded_latin("Šćepanović") == "šćepanović"
    assert plain_latin("šćepanović") == "scepanovic"


def test_serbian_and_macedonian_letters_stay_letters_of_their_own() -> None:
    assert normal("ЂОРЂЕ", "cyrl") == "ђорђе"
    assert normal("Ѓорѓи", "cyrl") == "ѓорѓи"
    assert normal("Й", "cyrl") == "й"


def test_digits_of_arabic_script_become_ascii() -> None:
    assert normal("علي٣۴", "arab") == "علي34"


def test_an_unknown_letter_has_a_plainer_one() -> None:
    assert plainer("پ", "arab") == "ب"
    assert plainer("ў", "cyrl") == "у"
    assert plainer("ą", "latn") == "a"


@given(st.text(), st.sampled_from(["latn", "cyrl", "arab", "other"]))
def test_any_text_whatever_is_normalised_once_and_for_all(text: str, script: str) -> None:
    once = normal(text, script)
    assert normal(once, script) == once


@given(st.text(alphabet=st.characters(categories=["Cs", "Cc", "Cf", "P"])))
def test_what_is_no_letter_leaves_nothing(text: str) -> None:
    assert not any(unicodedata.category(c).startswith("L") for c in normal(text, "arab"))
