import pytest

from headwater.model import WrongUse
from headwater.safeguard import parse_purpose


def test_a_case_and_a_safeguarding_purpose_are_told_from_a_general_one():
    assert parse_purpose("case: Drava, boats").kind == "case"
    assert parse_purpose("Safeguarding:  child at Calais").kind == "safeguarding"
    assert parse_purpose("weekly picture").kind == "general"
    assert parse_purpose("note: case of the boats").kind == "general"


def test_the_words_are_kept_for_the_log():
    assert parse_purpose("  case:  Drava ").text == "case: Drava"


@pytest.mark.parametrize("text", ["", "   ", "case:", "safeguarding:  "])
def test_a_purpose_that_says_nothing_is_refused(text):
    with pytest.raises(WrongUse):
        parse_purpose(text)
