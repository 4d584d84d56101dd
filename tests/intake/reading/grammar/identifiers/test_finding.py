"""All identifiers of a passage."""

from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.intake.reading.grammar import identifiers
from headwater.intake.reading.passage import Passage


def test_an_identifier_is_found_once_and_used_up() -> None:
    passage = Passage("Driver, phone +381 64 123 4567, van plate SU-123-AB.", "en", None)
    assert [one.kind for one in identifiers(passage)] == ["phone", "plate"]
    assert identifiers(passage) == []


def test_figures_that_identify_nothing_are_left() -> None:
    text = "In 2026 there were 300 people in room 1234567 at 22:30."
    assert identifiers(Passage(text, "en", None)) == []


ALPHABET = st.one_of(
    st.sampled_from("+0123456789٠١٢۳ -/()@._№:'\"°NSEW,"),
    st.sampled_from(["passport ", "phone ", "IBAN GB", "t.me/", "plate ", "AB-123-CD", "0x"]),
)


@settings(deadline=None, max_examples=150)
@given(st.lists(ALPHABET, max_size=60).map("".join), st.sampled_from(["en", "sr", "bg", "ar", ""]))
def test_every_identifier_stands_in_the_text(text: str, language: str) -> None:
    for one in identifiers(Passage(text, language, None)):
        assert text[slice(*one.span)].strip() == text[slice(*one.span)] != ""
        assert one.value
