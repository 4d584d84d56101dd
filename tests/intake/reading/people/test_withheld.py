"""People who are counted, not named."""

import pytest

from headwater.intake.reading import propose


def names(text: str) -> set[str]:
    return {c.value for c in propose(text).claims if c.property == "name" and c.schema == "Person"}


@pytest.mark.parametrize(
    "text",
    [
        "The victim Leila Farhad met the police.",
        "The victim, Leila Farhad, met the police.",
        "A customer named Leila Farhad paid EUR 3,000 per person.",
        "Leila Farhad, a 15-year-old migrant, was moved by van.",
        "Žrtva Leila Farhad je prevezena kombijem.",
        "Сведокот Лејла Фархад се сретна со полицијата.",
        "Пострадалата Лейла Фархад е превозена с бус.",
        "Viktima Leila Farhad u transportua me furgon.",
    ],
)
def test_victims_witnesses_payers_and_people_being_moved_are_not_named(text: str) -> None:
    assert names(text) == set()


def test_words_for_them_hold_in_a_text_of_another_language() -> None:
    text = (
        "Policija je uhapsila dvojicu u Nišu. The victim Leila Farhad was moved. Vozač je pobegao."
    )
    assert "Leila Farhad" not in names(text)


def test_people_being_moved_do_not_hide_who_moves_them() -> None:
    assert names("With 12 migrants, Besnik Tarova crossed into Serbia.") == {"Besnik Tarova"}
