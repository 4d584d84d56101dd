"""Serbian, Croatian, Bosnian and Montenegrin."""

import pytest

from headwater.intake.reading.language.varieties import variety


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("pre dve nedelje na tom mestu", "sr"),
        ("пре две недеље на том месту", "sr"),
        ("prije dvije godine na tom mjestu", "bs"),
        ("tijekom lipnja uhićen je", "hr"),
        ("saopćeno iz kantona prije dva dana", "bs"),
        ("sjutra prije podne na tom mjestu", "cnr"),
        ("vozač je prešao granicu", "sr"),
    ],
)
def test_a_few_words_tell_the_four_apart(words: str, language: str) -> None:
    assert variety(words.split()) == language


def test_without_a_telling_word_it_is_what_the_rest_of_the_text_is() -> None:
    assert variety(["vozač"], "hr") == "hr"
    assert variety(["prije"], "cnr") == "cnr"
