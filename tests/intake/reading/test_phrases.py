"""Patterns of words."""

from headwater.intake.reading.phrases import find_phrases


def words(text: str, family: str = "") -> list[str]:
    found = find_phrases(text, "coercion_words.csv", family)
    return [text[slice(*one.span)] for one in found]


def test_a_phrase_is_found_without_its_diacritics_and_in_cyrillic() -> None:
    assert words("Bili su zakljucani.", "sh") == ["zakljucani"]
    assert words("Били су закључани.", "sh") == ["закључани"]


def test_a_phrase_never_crosses_the_end_of_a_sentence() -> None:
    assert words("They were. Locked in was the dog.", "en") == []


def test_the_words_of_another_language_are_not_looked_for() -> None:
    assert words("Bili su zaključani.", "en") == []
